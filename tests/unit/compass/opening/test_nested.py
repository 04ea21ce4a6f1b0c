"""A folded part with folded pieces: who looks into one piece opens the part and that piece, and no other."""

import copy
import json
from typing import Annotated

import pytest
from pydantic import Field

from model.compass.document import Document
from model.compass.opening.folded import (
    FOLDED,
    Unopenable,
    from_lines,
    is_folded,
    is_untouched,
    may_hold,
    may_say,
    refuse,
    to_lines,
    when_opened,
)

WORDS = 'een "tab\t" of\neen regel \\t'


class Drawer(Document):
    says: str = ''
    off: list[str] = []


class Chest(Document):
    says: str = ''
    drawers: dict[str, Annotated[Drawer, FOLDED]] = {}


class Room(Document):
    chest: Annotated[Chest, FOLDED] = Field(default_factory=Chest)
    bench: Annotated[Chest, FOLDED] = Field(default_factory=Chest)
    drawer: Annotated[Drawer, FOLDED] = Field(default_factory=Drawer)


class Floor(Document):
    """In which a room is folded, and in that what is folded already."""

    room: Annotated[Room, FOLDED] = Field(default_factory=Room)


@pytest.fixture
def made() -> Room:
    drawers = {'upper': Drawer(says=WORDS), 'lower': Drawer(says='onder', off=['weg'])}
    return Room(chest=Chest(says=WORDS, drawers=drawers), bench=Chest(drawers={'only': Drawer()}))


@pytest.fixture
def read(made) -> Room:
    return from_lines(Room, to_lines(made))


def opened(room):
    """Which pieces of the chest somebody looked into; None when that is not opened itself."""
    if is_folded(room.chest):
        return None
    return {name for name, drawer in room.chest.drawers.items() if not is_folded(drawer)}


def test_what_is_read_is_what_was_written(made, read):
    assert read == made
    assert read.model_dump() == made.model_dump()
    assert read.model_dump_json() == made.model_dump_json()


def test_it_is_the_same_json_to_whoever_reads_it(made):
    assert json.loads(to_lines(made)) == made.model_dump(mode='json')


def test_only_the_piece_that_somebody_looks_into_is_opened(read):
    assert read.chest.says == WORDS
    assert opened(read) == set()
    assert read.chest.drawers['upper'].says == WORDS
    assert opened(read) == {'upper'}
    assert is_folded(read.bench)


def test_a_piece_that_nobody_opened_is_written_as_it_was_read(made):
    # a form that is never written: who makes the piece anew writes it as another
    content = to_lines(made).replace(b'"says":"onder"', b'"says" : "onder"')
    read = from_lines(Room, content)
    read.chest.says, read.chest.drawers['upper'].says = 'kist', 'boven'
    written = to_lines(read)
    assert b'"says" : "onder"' in written
    assert opened(read) == {'upper'}
    again = from_lines(Room, written)
    assert (again.chest.says, again.chest.drawers['upper'].says) == ('kist', 'boven')
    assert again.chest.drawers['lower'] == made.chest.drawers['lower']


def test_a_part_with_one_piece_and_one_with_none_are_parts_too(made, read):
    assert read.bench.drawers['only'] == Drawer()
    assert from_lines(Room, to_lines(Room())).chest == Chest()
    assert b'\t' not in to_lines(Room())


def test_a_part_that_was_written_before_its_pieces_were_folded_is_read_whole(made):
    content = to_lines(made).replace(b'\t', b'')
    read = from_lines(Room, content)
    assert opened(read) is None
    assert read == made
    assert opened(read) == {'upper', 'lower'}
    assert to_lines(read) == to_lines(made)


def test_a_copy_of_what_is_opened_goes_its_own_way(made, read):
    assert read.chest.says
    twin = copy.deepcopy(read)
    read.chest.drawers['upper'].says = 'boven'
    assert opened(twin) == set()
    assert not is_untouched(read.chest.drawers['upper'], twin.chest.drawers['upper'])
    assert is_untouched(read.chest.drawers['lower'], twin.chest.drawers['lower'])
    assert twin == made != read


def test_a_piece_is_looked_at_by_the_time_somebody_opens_it(read):
    seen: list[str] = []
    when_opened(read.chest.drawers['upper'], lambda drawer: seen.append(drawer.says))
    read.chest.says = 'kist'
    assert seen == []
    read.chest.drawers['upper'].says = 'boven'
    assert seen == [WORDS]


def test_its_json_says_what_may_stand_in_a_part_and_in_a_piece(read):
    assert may_hold(read.chest, 'off')
    assert not may_hold(read.bench, 'off')
    assert [name for name, one in read.chest.drawers.items() if may_hold(one, 'off')] == ['lower']
    assert opened(read) == set()


# in what is folded twice nothing is folded a third time


def test_what_would_be_folded_a_third_time_stands_in_its_piece_as_it_is(made):
    floor = Floor(room=made)
    content = to_lines(floor)
    assert json.loads(content) == floor.model_dump(mode='json')
    read = from_lines(Floor, content)
    assert is_folded(read.room.chest)
    assert not is_folded(read.room.chest.drawers['upper'])
    assert read == floor


@pytest.mark.parametrize('look', [False, True], ids=['as it was read', 'looked into'])
def test_what_came_from_elsewhere_is_written_as_it_belongs_there(made, read, look):
    """A part that becomes a piece has no pieces itself; a piece that becomes a part has another place."""
    assert not look or (read.chest.says and read.drawer.off == [])
    content = to_lines(Floor(room=Room.model_construct(chest=read.chest, bench=read.bench, drawer=read.drawer)))
    assert from_lines(Floor, content) == Floor(room=made)
    moved = Room.model_construct(chest=Chest(), bench=Chest(), drawer=read.chest.drawers['lower'])
    assert from_lines(Room, to_lines(moved)).drawer == made.chest.drawers['lower']


# an id in what is not opened


def test_its_json_says_whether_a_text_may_stand_in_it(read):
    assert [may_say(one, 'onder') for one in (read.chest, read.bench)] == [True, False]
    assert [name for name, one in read.chest.drawers.items() if may_say(one, 'onder')] == ['lower']
    assert opened(read) == set()


def test_of_what_is_opened_it_is_not_known_beforehand(made):
    assert may_say(made.drawer, 'onder')


@pytest.mark.parametrize('text', ['x' * 10_000, 'é', '\ud800', '\x00'])
def test_a_text_that_is_nowhere_is_not_found_whatever_it_is(read, text):
    assert not may_say(read.chest, text)


# what does not belong where it stands


def speaks(drawer):
    if not drawer.says:
        raise ValueError('een geheim')


def test_what_does_not_belong_there_is_refused_by_the_time_somebody_opens_it_and_stays_as_it_was(read, made):
    for part in (read.drawer, copy.deepcopy(read).drawer):
        refuse(part, speaks)
        for _ in range(2):
            with pytest.raises(Unopenable) as refused:
                part.off  # noqa: B018  the look alone
            assert 'geheim' not in repr(refused.value)
        assert is_folded(part)
    assert to_lines(read) == to_lines(made)


def test_a_copy_that_was_made_meanwhile_is_refused_too(read):
    refuse(read.drawer, speaks)
    with pytest.raises(Unopenable):
        copy.deepcopy(read).drawer.off  # noqa: B018  the look alone


def test_what_is_open_is_refused_at_once(made):
    with pytest.raises(ValueError, match='geheim'):
        refuse(made.drawer, speaks)
    refuse(made.chest.drawers['upper'], speaks)


@pytest.mark.parametrize(('was', 'becomes'), [(b'\t', b'\t\t'), (b'"lower":\t', b'"lower":'), (b'\t{', b'\t7{')])
def test_a_part_that_is_divided_in_another_way_is_no_part(made, was, becomes):
    read = from_lines(Room, to_lines(made).replace(was, becomes, 1))
    with pytest.raises(Unopenable):
        [one.says for one in read.chest.drawers.values()]
    assert is_folded(read.chest) or is_folded(read.chest.drawers['upper'])
