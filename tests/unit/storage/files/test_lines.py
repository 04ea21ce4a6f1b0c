"""The file of a compass by its lines: a part that nobody opened is neither read nor written anew."""

import json

import pytest
from tinydb import TinyDB

from model.compass.answer import Answer
from model.compass.life.places import LifePlace
from model.compass.opening.folded import Unopenable, is_folded
from model.storage.files.atomic import AtomicStorage, checked
from model.storage.files.document import THE_ONE
from model.storage.protocols import NoSuchCompass


@pytest.fixture
def filled(compasses, saved, now, today):
    """`saved` with something in several parts."""
    saved.wishes.choose(Answer(words='een hond'), today)
    saved.steps.start(Answer(tile='walk'), today)
    saved.happened.tell(Answer(words='verhuisd'))
    saved.life.add('money', LifePlace.NOW, Answer(words='schulden'))
    saved.life.add('body', LifePlace.NOW, Answer(words='moe'))
    compasses.save(saved)
    return saved


@pytest.fixture
def one_line(path, filled):
    """The same as the version before this one wrote it: the whole document on one line."""
    AtomicStorage(path).rewrite({'compass': {THE_ONE: filled.model_dump(mode='json')}})
    return path.read_bytes()


def unopened(compass):
    parts = {name: getattr(compass, name) for name in ('strengths', 'wishes', 'steps', 'happened', 'album')}
    return {name for name, part in (parts | compass.life.domains).items() if is_folded(part)}


EVERY_ONE = {'strengths', 'wishes', 'steps', 'happened', 'album', 'money', 'body'}


def test_nothing_is_opened_to_read_it_and_nothing_else_to_change_one_part(compasses, filled, now, path):
    compass = compasses.load(filled.id, now)
    assert unopened(compass) == EVERY_ONE
    before = path.read_bytes().split(b'\n')
    compass.strengths.mark_heart(compass.strengths.items[0].id, heart=True)
    compasses.save(compass)
    assert unopened(compass) == EVERY_ONE - {'strengths'}
    after = path.read_bytes().split(b'\n')
    changed = [old for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 2  # the strengths and the check
    assert compasses.load(filled.id, now) == compass


def test_a_change_of_the_strengths_on_one_condition_writes_those_alone(compasses, filled, now, today, path):
    filled.strengths.choose('matter', Answer(tile='listening'), today)
    compasses.save(filled)
    compass = compasses.load(filled.id, now)
    before = path.read_bytes().replace(b'\t', b'\n').split(b'\n')
    compass.strengths.mark_heart(compass.strengths.on('matter', compass.album)[0].id, heart=True)
    compasses.save(compass)
    assert {key for key, one in compass.strengths.quarters.items() if is_folded(one)} == {'belong'}
    after = path.read_bytes().replace(b'\t', b'\n').split(b'\n')
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 2  # those on this condition and the check
    assert b'"heart":true' in changed[0]
    assert compasses.load(filled.id, now) == compass


def test_it_is_the_same_document_to_whoever_reads_json(filled, path):
    assert json.loads(path.read_bytes())['compass'] == {THE_ONE: filled.model_dump(mode='json')}
    with TinyDB(path) as database:
        assert database.table('compass').get(doc_id=int(THE_ONE)) == filled.model_dump(mode='json')


def test_the_version_before_wrote_one_line_which_is_read_and_from_then_on_it_has_many(
    compasses, filled, one_line, now, path
):
    assert one_line.count(b'\n') == 1
    compass = compasses.load(filled.id, now)
    assert compass == filled
    assert unopened(compass) == set()
    compasses.save(compass)
    assert path.read_bytes().count(b'\n') > len(EVERY_ONE)
    assert compasses.load(filled.id, now) == filled


def test_a_change_that_was_not_saved_is_in_no_next_one(compasses, filled, now):
    compass = compasses.load(filled.id, now)
    compass.strengths.mark_heart(compass.strengths.items[0].id, heart=True)
    compass.life.of('money').now.items.clear()
    assert compasses.load(filled.id, now) == filled


def test_a_file_that_changed_under_it_is_seen(compasses, filled, now, path):
    """By another process, or a backup that was put back: nothing of before stays in memory."""
    old = path.read_bytes()
    compass = compasses.load(filled.id, now)
    compass.call_me('Sam')
    compasses.save(compass)
    path.write_bytes(old)
    assert compasses.load(filled.id, now) == filled


def test_one_that_was_erased_is_there_no_more_but_to_who_has_it_open(compasses, filled, now):
    compass = compasses.load(filled.id, now)
    compasses.erase(filled.id)
    with pytest.raises(NoSuchCompass):
        compasses.load(filled.id, now)
    assert compass == filled


def test_a_part_that_somebody_spoiled_with_the_right_check_is_found_out_by_who_opens_it(
    compasses, filled, now, today, path
):
    tables = checked(path.read_bytes())
    assert tables is not None
    AtomicStorage(path).write_text(tables.replace(b'"tile":"walk"', b'"tile":"geheim"'))
    spoiled = path.read_bytes()
    compass = compasses.load(filled.id, now)
    with pytest.raises(Unopenable) as refused:
        compass.steps.start(Answer(tile='call'), today)
    assert 'geheim' not in str(refused.value)
    assert path.read_bytes() == spoiled
    compass.wishes.choose(Answer(tile='rest'), today)  # another part opens, and nothing of the spoiled one is lost
    compasses.save(compass)
    assert b'"tile":"geheim"' in path.read_bytes()
