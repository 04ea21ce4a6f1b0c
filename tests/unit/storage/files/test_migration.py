import json
import os
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from model.compass.answer import Answer
from model.compass.migration import SCHEMA, migrated_visit
from model.compass.opening.folded import is_folded
from model.compass.when import PartOfDay, When
from model.storage.files.atomic import AtomicStorage, previous_of
from model.storage.files.document import FILE
from model.storage.protocols import BrokenCompass, NewerCompass
from tests.said import strengths_in
from tests.unit.storage.files.cast import contents, file_of

SCHEMA_6 = Path(__file__).parents[3] / 'fixtures' / 'schema_6'
FATHER = Answer(tile='father')


# a newer document


def write_newer(folder, compass, *, with_a_check_of_ours):
    """The file as a later version of the program could write it."""
    path = file_of(folder, compass)
    tables = AtomicStorage(path).read()
    assert tables
    tables['compass']['1'] |= {'schema': SCHEMA + 1, 'moods': []}
    if with_a_check_of_ours:
        AtomicStorage(path).write(tables)
    else:
        path.write_text(json.dumps({**tables, 'check': {'1': {'blake3': 'x'}}}))


@pytest.mark.parametrize('with_a_check_of_ours', [True, False])
def test_a_newer_document_is_refused_and_left_as_it_is(compasses, saved, folder, now, with_a_check_of_ours):
    write_newer(folder, saved, with_a_check_of_ours=with_a_check_of_ours)
    before = contents(folder)
    with pytest.raises(NewerCompass, match=f'schema {SCHEMA + 1}'):
        compasses.load(saved.id, now)
    assert contents(folder) == before


def test_a_newer_document_is_left_as_it_is_when_all_are_told(compasses, folder, now):
    write_newer(folder, compasses.create(now), with_a_check_of_ours=True)
    before = contents(folder)
    assert list(compasses.every_one(now + timedelta(days=30))) == [None]
    assert contents(folder) == before


# an older document

VERSION_1: dict[str, Any] = {
    'schema': 1,
    'id': '9047f7b011434ade',
    'made': '2026-11-20T10:30:00+01:00',
    'language': 'nl',
    'avatar': 'avatar-cat',
    'nickname': 'Sam',
    'strengths': [
        {
            'id': '17941f3a',
            'condition': 'belong',
            'answer': {'tile': 'father', 'words': ''},
            'whose': 'whose-people',
            'heart': True,
            'since': '2026-11-20',
        },
        {
            'id': '38e4e152',
            'condition': 'matter',
            'answer': {'tile': None, 'words': 'taart bakken'},
            'whose': 'whose-mine',
            'heart': False,
            'since': '2026-11-20',
        },
    ],
    'wishes': [{'id': 'cfa70abd', 'answer': {'tile': 'see-family', 'words': ''}, 'since': '2026-11-20'}],
    'wish_now': 'cfa70abd',
    'happened': [{'tile': None, 'words': 'verhuisd'}],
    'obstacles': [],
    'actions': [
        {
            'id': '740985dd',
            'answer': {'tile': 'walk', 'words': ''},
            'companions': [{'tile': 'father', 'words': ''}],
            'when': {'day': '2026-11-22', 'later': False, 'part': 'morning'},
            'wish': 'cfa70abd',
            'set_on': '2026-11-20',
            'done_on': None,
            'taken_off_on': None,
            'contact': 'f85e0edd',
        }
    ],
    'contact': None,
    'first_time': False,
    'restored_on': None,
    'keys': ['a'],
}
VISIT_1: dict[str, Any] = {
    'id': 'f85e0edd',
    'began': '2026-11-20T10:30:00+01:00',
    'ended': '2026-11-20T11:10:00+01:00',
    'without_step': False,
    'compass': {name: part for name, part in VERSION_1.items() if name not in {'happened', 'obstacles', 'keys'}},
    'private': {'happened': VERSION_1['happened'], 'obstacles': []},
}
OLD = VERSION_1['id']
OLD_TABLES = {'compass': {'1': VERSION_1}, 'visits': {str(int(VISIT_1['id'], 16)): VISIT_1}}


PRIVATE = b'verhuisd'
"""A private word: it stands in the document, and stood in the snapshot of the visit."""


@pytest.fixture
def old_file(compasses, folder):
    """A file as the first version of the program wrote it, with a visit."""
    path = folder / 'compasses' / OLD / FILE
    path.parent.mkdir()
    AtomicStorage(path).write(OLD_TABLES)
    return path


@pytest.fixture
def old_before(old_file):
    """The version before, of which the visit was another: it was written when that had another end."""
    visit = {**VISIT_1, 'id': '0000abcd', 'ended': '2026-11-19T11:10:00+01:00'}
    tables = {'compass': {'1': VERSION_1}, 'visits': {str(0xABCD): visit}}
    previous = previous_of(old_file)
    AtomicStorage(previous).write(tables)
    return previous


@pytest.fixture
def visits(storage):
    return storage.visits


def written_in(path):
    tables = AtomicStorage(path).read()
    assert tables
    return tables['compass']['1']


def test_an_older_document_opens_with_all_that_was_in_it(compasses, old_file, now, today):
    compass = compasses.load(OLD, now)
    cake, father = compass.strengths.items  # of one day: by condition
    assert (father.answer, father.heart, cake.answer) == (FATHER, True, Answer(words='taart bakken'))
    assert compass.wish.answer == Answer(tile='see-family')
    (step,) = compass.steps.open
    assert (step.answer, step.companions, step.wish) == (Answer(tile='walk'), [FATHER], compass.wish.id)
    assert step.when == When(day=today, part=PartOfDay.MORNING)
    assert (compass.happened.items, compass.obstacles.items) == ([Answer(words='verhuisd')], [])
    assert compass.keys == ['a']
    assert (compass.nickname, compass.avatar, compass.language) == ('Sam', 'avatar-cat', 'nl')
    assert compass.restored_on is None


def test_what_an_older_document_did_not_have_is_empty(compasses, old_file, now):
    compass = compasses.load(OLD, now)
    assert compass.album.items == []
    assert [step.towards for step in compass.steps.items] == [None]


def test_opening_an_older_document_without_visits_writes_nothing(compasses, old_file, folder, now):
    AtomicStorage(old_file).rewrite({'compass': {'1': VERSION_1}})
    before = contents(folder)
    assert list(compasses.every_one(now)) == [compasses.load(OLD, now)]
    assert contents(folder) == before


def test_an_older_document_is_saved_as_this_version_so_that_an_older_program_refuses_it(compasses, old_file, now):
    compass = compasses.load(OLD, now)
    assert written_in(old_file)['schema'] == 1
    compasses.save(compass)
    assert written_in(old_file)['schema'] == SCHEMA
    assert compasses.load(OLD, now) == compass


def test_the_version_before_still_opens_when_the_first_save_of_an_older_document_is_lost(
    compasses, visits, old_file, now
):
    compasses.save(compasses.load(OLD, now))
    assert written_in(previous_of(old_file))['schema'] == 1
    old_file.write_bytes(b'{"compass": {"1": {"sch')
    restored = compasses.load(OLD, now)
    assert (restored.nickname, restored.restored_on) == ('Sam', now.date())
    assert written_in(old_file)['schema'] == SCHEMA
    assert len(visits.of(OLD)) == 1


# the visits of an older document


def private_words(folder):
    """How often the private word lies in each file."""
    counted = {name.rpartition('/')[2]: content.count(PRIVATE) for name, content in contents(folder).items()}
    return {name: count for name, count in counted.items() if count}


def test_visits_of_an_older_version_are_still_told(compasses, visits, old_file, now):
    compass = compasses.load(OLD, now)
    visit = compass.end_contact(now)
    visits.add(OLD, visit)
    first, second = visits.of(OLD)
    assert first.compass == migrated_visit(VISIT_1)['compass']
    assert second == visit


def test_old_visits_move_to_their_own_file_without_private_parts(compasses, visits, old_file, old_before, folder, now):
    assert private_words(folder) == {'compass.json': 2, 'compass.previous.json': 2}
    compasses.load(OLD, now)
    assert private_words(folder) == {'compass.json': 1, 'compass.previous.json': 1}  # what is told today
    assert [visit.id for visit in visits.of(OLD)] == ['0000abcd', VISIT_1['id']]
    for path in (old_file, old_before):
        assert AtomicStorage(path).read() == {'compass': {'1': VERSION_1}}


def test_a_private_part_inside_an_old_snapshot_goes_too(compasses, visits, old_file, folder, now):
    snapshot = {**VISIT_1['compass'], 'happened': VERSION_1['happened'], 'obstacles': []}
    old_visit = {**VISIT_1, 'compass': snapshot}
    AtomicStorage(old_file).rewrite({**OLD_TABLES, 'visits': {'1': old_visit}})
    compasses.load(OLD, now)
    assert private_words(folder) == {'compass.json': 1}
    assert visits.of(OLD)[0].compass == migrated_visit(VISIT_1)['compass']


def test_they_move_once(compasses, old_file, old_before, folder, now):
    compass = compasses.load(OLD, now)
    before = contents(folder)
    assert compasses.load(OLD, now) == compass
    assert contents(folder) == before


def test_a_version_before_that_is_damaged_keeps_no_private_word_of_a_visit(compasses, old_file, folder, now):
    previous_of(old_file).write_bytes(old_file.read_bytes()[:-3])
    compasses.load(OLD, now)
    assert private_words(folder) == {'compass.json': 1, 'compass.previous.json': 1}
    assert AtomicStorage(previous_of(old_file)).read() == {'compass': {'1': VERSION_1}}


def test_when_the_version_before_is_opened_its_visits_move(compasses, visits, old_file, old_before, folder, now):
    old_file.write_bytes(b'torn')
    assert compasses.load(OLD, now).restored_on == now.date()
    assert [visit.id for visit in visits.of(OLD)] == ['0000abcd']
    assert private_words(folder) == {'compass.json': 1, 'compass.previous.json': 1}


def test_a_visit_that_cannot_be_read_is_left_out_and_the_others_move(compasses, visits, old_file, now, caplog):
    rows = {'1': VISIT_1, '2': 7, '3': {**VISIT_1, 'id': '00000003', 'ended': 'never'}, '4': {'id': '00000004'}}
    AtomicStorage(old_file).rewrite({**OLD_TABLES, 'visits': rows})
    assert compasses.load(OLD, now).nickname == 'Sam'
    assert [visit.id for visit in visits.of(OLD)] == [VISIT_1['id']]
    assert len(caplog.records) == 3
    assert OLD not in caplog.text


def test_without_room_the_compass_opens_and_the_visits_move_another_time(compasses, visits, old_file, now, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(os, 'fsync', full_disk)
        compass = compasses.load(OLD, now)
    assert compass.nickname == 'Sam'
    assert AtomicStorage(old_file).read() == OLD_TABLES
    compasses.save(compass)  # before it was opened again
    assert [visit.id for visit in visits.of(OLD)] == []
    assert compasses.load(OLD, now) == compass
    assert [visit.id for visit in visits.of(OLD)] == [VISIT_1['id']]


def full_disk(_):
    raise OSError(28, 'No space left on device')


@pytest.mark.parametrize('moment', range(6))
def test_a_move_cut_short_at_any_sync_goes_on_the_next_time(
    compasses, visits, old_file, old_before, folder, now, monkeypatch, moment
):
    left, sync = iter(range(moment)), os.fsync

    def fsync(handle):
        if next(left, None) is None:
            raise SystemExit
        sync(handle)

    with monkeypatch.context() as power_cut, pytest.raises(SystemExit):
        power_cut.setattr(os, 'fsync', fsync)
        compasses.load(OLD, now)
    assert compasses.load(OLD, now).nickname == 'Sam'
    assert [visit.id for visit in visits.of(OLD)] == ['0000abcd', VISIT_1['id']]
    assert private_words(folder) == {'compass.json': 1, 'compass.previous.json': 1}
    assert not list(folder.rglob('*.broken-*'))


# what is no document


@pytest.mark.parametrize('row', [None, [], [1], 'x', 7, {'schema': 1}, {**VERSION_1, 'moods': []}])
def test_what_is_no_document_of_any_version_is_broken(compasses, old_file, now, row):
    AtomicStorage(old_file).write({'compass': {'1': row}})
    previous_of(old_file).write_bytes(old_file.read_bytes())
    with pytest.raises(BrokenCompass):
        compasses.load(OLD, now)
    assert list(compasses.every_one(now)) == [None]


@pytest.mark.parametrize('schema', ['two', None, 2.5, []])
def test_a_document_whose_version_cannot_be_read_is_not_taken_for_this_one(compasses, old_file, now, schema):
    AtomicStorage(old_file).write({'compass': {'1': {**VERSION_1, 'schema': schema}}})
    previous_of(old_file).write_bytes(old_file.read_bytes())
    with pytest.raises(BrokenCompass):
        compasses.load(OLD, now)


# schema 6, in the lines in which that version wrote it


@pytest.fixture
def of_schema_6(folder):
    """Its document and its visits, as they were on disk. Returns the id of the compass."""
    tables = json.loads((SCHEMA_6 / FILE).read_bytes())
    compass_id = str(tables['compass']['1']['id'])
    shutil.copytree(SCHEMA_6, folder / 'compasses' / compass_id)
    return compass_id


def test_a_document_of_schema_6_opens_and_is_divided_further_by_the_next_save(compasses, of_schema_6, folder, now):
    path = folder / 'compasses' / of_schema_6 / FILE
    before = path.read_bytes()
    compass = compasses.load(of_schema_6, now)
    assert compass.restored_on is None
    assert len(compass.strengths.items) == 10
    assert len(compass.strengths.off) == 4
    assert path.read_bytes() == before  # only looking changes nothing
    compasses.save(compass)
    assert (before.count(b'\t'), path.read_bytes().count(b'\t')) == (0, 2 * (4 + 3)), (
        'four conditions, and three places of life domains'
    )
    assert previous_of(path).read_bytes() == before
    saved = compasses.load(of_schema_6, now)
    assert is_folded(saved.strengths)
    assert saved == compass


def test_when_the_next_save_is_damaged_the_one_of_schema_6_comes_back(compasses, of_schema_6, folder, now):
    path = folder / 'compasses' / of_schema_6 / FILE
    compass = compasses.load(of_schema_6, now)
    compasses.save(compass)
    path.write_bytes(path.read_bytes()[:-100])
    restored = compasses.load(of_schema_6, now)
    assert restored.restored_on == now.date()
    assert restored.strengths == compass.strengths


def test_the_visits_of_schema_6_are_all_there_beside_those_of_this_version(compasses, visits, of_schema_6, now):
    [before] = visits.of(of_schema_6)
    compass = compasses.load(of_schema_6, now)
    visits.add(of_schema_6, compass.end_contact(now + timedelta(days=9)))
    told = visits.of(of_schema_6)
    assert told[0] == before
    assert [len(strengths_in(one.compass)) for one in told] == [9, 10]
