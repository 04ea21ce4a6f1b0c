"""A part that nobody opened: it is what it was, and whatever is asked of it opens it first."""

import copy
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Annotated

import pytest
from pydantic import Field, ValidationError

from model.compass.album import Album
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.document import Document
from model.compass.opening.folded import (
    FOLDED,
    Unopenable,
    from_lines,
    is_folded,
    is_untouched,
    may_hold,
    to_lines,
    when_opened,
)
from model.compass.steps import Steps
from model.compass.taken_off import Undoable
from tests.unit.compass.opening.cast import PARTS, PHOTO, STEP, opened

DOMAINS = {'money', 'body'}


def line_of(name, content):
    """The line on which a part stands."""
    lines = content.split(b'\n')
    [place] = [number for number, line in enumerate(lines) if line.endswith(f'"{name}":'.encode())]
    return lines[place + 1]


# written and read


def test_what_is_read_is_what_was_written(full, read):
    assert read == full
    assert opened(from_lines(Compass, to_lines(full))) == set()


def test_each_part_and_each_domain_has_a_line_of_its_own(full):
    content = to_lines(full)
    assert json.loads(content) == full.model_dump(mode='json')
    for name in PARTS:
        assert json.loads(line_of(name, content)) == getattr(full, name).model_dump(mode='json')
    for name, domain in full.life.domains.items():
        assert json.loads(line_of(name, content)) == domain.model_dump(mode='json')


def test_every_document_in_a_compass_is_folded_but_small_ones():
    assert {'strengths', 'wishes', 'steps', 'looking_back', 'happened', 'obstacles', 'numbers', 'album'} <= PARTS
    read = from_lines(Compass, to_lines(Compass(made='2026-11-22T10:30:00Z')))
    assert {name for name in PARTS if not is_folded(getattr(read, name))} == set()


def test_a_document_on_one_line_is_read_whole(full):
    read = from_lines(Compass, full.model_dump_json().encode())
    assert opened(read) == PARTS | DOMAINS
    assert read == full


def test_what_nobody_opened_is_written_as_it_was_read(full, read):
    content = to_lines(full)
    read.call_me('Sam')
    assert to_lines(read).replace(b'"Sam"', b'""') == content
    assert opened(read) == set()


def test_what_was_opened_and_changed_is_written_as_it_is_now(read, today):
    read.steps.start(Answer(tile='call'), today)
    again = from_lines(Compass, to_lines(read))
    assert [step.answer.tile for step in again.steps.items] == ['walk', 'call']
    assert opened(read) == {'steps'}


@pytest.mark.parametrize('content', [b'', b'{', b'\n', b'{"made":\n7\n', b'{\n}\n{\n}', b'[]\n{}\n'])
def test_anything_else_is_no_document(content):
    with pytest.raises(ValueError):
        from_lines(Compass, content)


def test_a_number_is_no_part_where_nothing_is_folded(full):
    written = full.model_dump(mode='json') | {'steps': 0}
    for content in (json.dumps(written).encode(), to_lines(full).replace(b'"keys":', b'"wishes":99,"keys":')):
        with pytest.raises(ValueError):
            from_lines(Compass, content)
    with pytest.raises(ValidationError):
        Compass.model_validate(written)


# what opens it


LOOKS = {
    'a field': lambda part: part.items,
    'a verb': lambda part: part.find('x'),
    'its dump': lambda part: part.model_dump(),
    'its JSON': lambda part: part.model_dump_json(),
    'a field of it set': lambda part: setattr(part, 'off', []),
    'another of its kind': lambda part: part == Steps(),
    'a copy with something else': lambda part: part.model_copy(update={'off': []}),
    'its words': repr,
    'one by its id': lambda part: part[STEP],
}


@pytest.mark.parametrize('look', LOOKS)
def test_whoever_looks_into_it_finds_the_part_itself(full, read, look):
    part = read.steps
    LOOKS[look](part)
    assert opened(read) == {'steps'}
    assert type(part) is type(full.steps)
    assert part == full.steps


@pytest.mark.parametrize('dump', [Compass.model_dump, lambda one: one.model_dump(mode='json'), Compass.model_dump_json])
def test_a_dump_of_the_whole_has_all_of_it(full: Compass, read: Compass, dump: Callable[[Compass], object]) -> None:
    assert dump(read) == dump(full)


def test_a_verb_that_makes_another_of_its_kind_makes_a_real_one(read):
    assert type(read.album.only(frozenset(), {PHOTO})) is Album


LOOKS_PAST: dict[str, Callable[[object], object]] = {
    'of what kind it is': lambda part: isinstance(part, Undoable),
    'a copy': copy.copy,
    'a copy of all': copy.deepcopy,
    'whether it may hold something': lambda part: may_hold(part, 'off'),
    'the same': lambda part: part == copy.copy(part),
}


@pytest.mark.parametrize('look', LOOKS_PAST)
def test_what_says_nothing_of_what_stands_there_leaves_it_folded(read, look):
    LOOKS_PAST[look](read.steps)
    assert opened(read) == set()


def test_a_copy_goes_its_own_way(full, read, today):
    twin = copy.deepcopy(read)
    read.steps.start(Answer(tile='call'), today)
    assert is_folded(twin.steps)
    assert twin == full != read


def test_two_who_look_at_the_same_moment_both_see_the_part(full):
    content = to_lines(full)
    with ThreadPoolExecutor(8) as many:
        for _ in range(50):
            part = from_lines(Compass, content).strengths
            assert list(many.map(lambda _, part=part: len(part.items), range(8))) == [1] * 8


def test_it_is_untouched_until_somebody_looks(read):
    twin = copy.deepcopy(read)
    assert is_untouched(read.steps, twin.steps)
    assert not is_untouched(read.steps, read.wishes)
    assert not is_untouched(read.steps, None)
    assert read.steps.items
    assert not is_untouched(read.steps, twin.steps)


def test_it_is_looked_at_as_it_was_read_by_the_time_somebody_opens_it(full, read, today):
    seen: list[int] = []
    when_opened(read.steps, lambda steps: seen.append(len(steps.items)))
    assert (seen, opened(read)) == ([], set())
    for _ in range(2):
        read.steps.start(Answer(tile='call'), today)
        assert seen == [len(full.steps.items)]


def test_one_that_is_open_is_looked_at_now(full):
    seen: list[Steps] = []
    when_opened(full.steps, seen.append)
    assert seen == [full.steps]


def test_nobody_looks_into_the_album_for_an_answer_with_a_word(read):
    assert read.wish
    assert 'album' not in opened(read)


# what its JSON says of it


def test_its_json_says_whether_something_was_taken_off(full, today):
    full.wishes.choose(full.wishes.items[0].answer, today, chosen=False)
    read = from_lines(Compass, to_lines(full))
    assert may_hold(read.wishes, 'off')
    assert not may_hold(read.strengths, 'off')
    assert opened(read) == set()


def test_a_field_with_nothing_in_it_holds_nothing(full, now):
    assert not may_hold(from_lines(Compass, to_lines(full)).album, 'taken_off_at')
    full.album.take_away(PHOTO, now)
    read = from_lines(Compass, to_lines(full))
    assert may_hold(read.album, 'taken_off_at')
    assert not may_hold(read.album, 'refused_at')
    empty = from_lines(Compass, to_lines(Compass(made=now)))
    assert not may_hold(empty.wishes, 'items')
    assert not may_hold(empty.numbers, 'of')
    assert may_hold(read.numbers, 'of')


def test_words_that_look_like_a_field_are_none(read):
    assert '"off":' in from_lines(Compass, to_lines(read)).wishes.items[0].answer.words
    assert not may_hold(read.wishes, 'off')


def test_of_a_part_that_is_open_it_is_not_known_beforehand(full):
    assert may_hold(full.steps, 'off')


def test_who_was_taken_off_a_step_is_found_in_it(full, today):
    step = full.steps.items[0]
    full.steps.choose_companion(step.id, Answer(tile='father'), today)
    full.steps.choose_companion(step.id, Answer(tile='father'), today, chosen=False)
    read = from_lines(Compass, to_lines(full))
    assert read.taken_off == full.taken_off != frozenset()


def test_what_was_taken_off_long_ago_goes_though_nobody_looked(full, now, today):
    full.wishes.choose(full.wishes.items[0].answer, today, chosen=False)
    full.life.of('body').wish.take_off(full.life.of('body').wish.items[0].id, today)
    read = from_lines(Compass, to_lines(full))
    read.let_go_overdue(now + timedelta(days=1))
    assert read.taken_off == frozenset()
    assert opened(read) == {'wishes', 'body'}


def test_a_photo_that_was_taken_away_goes_though_nobody_looked(full, now):
    full.album.take_away(PHOTO, now)
    read = from_lines(Compass, to_lines(full))
    read.let_go_overdue(now + timedelta(minutes=1))
    assert read.album.ids == set()
    assert read.strengths.items == []


def test_nothing_is_opened_where_nothing_was_taken_off(read, now):
    read.let_go_overdue(now + timedelta(days=1))
    assert opened(read) == set()


# what is no part


def test_what_is_no_such_part_is_found_out_by_whoever_looks_and_its_words_are_not_told(full):
    content = to_lines(full)
    read = from_lines(Compass, content.replace(b'"tile":"walk"', b'"tile":"geheim"'))
    for _ in range(2):
        with pytest.raises(Unopenable) as refused:
            read.steps.items  # noqa: B018  the look alone
        assert 'geheim' not in repr(refused.value)
        assert refused.value.__suppress_context__
    assert is_folded(read.steps)
    assert read.wishes == full.wishes


class Ladder(Document):
    rungs: list[str] = []


class Unsaid(Document):
    """Where a part got by mistake that is folded elsewhere."""

    steps: Steps


@pytest.mark.parametrize('dump', [Unsaid.model_dump, Unsaid.model_dump_json])
def test_a_part_that_is_not_opened_is_never_written_as_an_empty_one(full, read, dump):
    assert dump(Unsaid.model_construct(steps=read.steps)) == dump(Unsaid(steps=full.steps))


# a part to come


class Tomorrows(Compass):
    """Of one new part nobody said that it is folded, of another they did."""

    ladder: Ladder = Field(default_factory=Ladder)
    chest: Annotated[Ladder, FOLDED] = Field(default_factory=Ladder)


def test_a_new_part_is_kept_whether_or_not_it_is_folded(now):
    compass = Tomorrows(made=now)
    compass.ladder.rungs, compass.chest.rungs = ['een'], ['twee']
    read = from_lines(Tomorrows, to_lines(compass))
    assert (is_folded(read.ladder), is_folded(read.chest)) == (False, True)
    assert (read.ladder.rungs, read.chest.rungs) == (['een'], ['twee'])
