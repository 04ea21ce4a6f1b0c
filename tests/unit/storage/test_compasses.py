import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from model.compass.album import Added, Attachment, Sort
from model.compass.answer import Answer
from model.compass.compass import SCHEMA, Compass
from model.compass.target import ALBUM, Place
from model.compass.when import PartOfDay, When
from model.storage.files.atomic import UNFINISHED, AtomicStorage, DataInUse, previous_of
from model.storage.files.compasses import FILE, BrokenCompass, NewerCompass, NoSuchCompass, Store

REPOSITORY = Path(__file__).parents[3]
FATHER = Answer(tile='father')
UNKNOWN = '0' * 16


@pytest.fixture
def saved(store, now, today):
    compass = store.create(now)
    compass.choose_strength('belong', FATHER, today)
    store.save(compass)
    return compass


def file_of(folder, compass):
    return folder / 'compasses' / compass.id / FILE


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob('*') if path.is_file()}


# create, load, save


def test_a_new_compass_is_on_disk_at_once_and_empty(store, now):
    compass = store.create(now)
    loaded = store.load(compass.id, now)
    assert loaded == compass
    assert loaded.is_empty
    assert loaded.made == now


def test_two_new_compasses_are_two(store, now):
    assert store.create(now).id != store.create(now).id


def test_what_was_saved_is_loaded_after_a_restart(folder, now):
    with closing(Store(folder)) as store:
        compass = store.create(now)
        compass.call_me('Sam')
        store.save(compass)
    with closing(Store(folder)) as again:
        assert again.load(compass.id, now) == compass


def test_what_is_loaded_is_a_copy_that_changes_nothing_until_it_is_saved(store, saved, now):
    store.load(saved.id, now).call_me('Sam')
    assert store.load(saved.id, now).nickname == ''


def test_what_was_taken_off_stays_off(store, saved, now, today):
    saved.choose_strength('belong', FATHER, today, chosen=False)
    store.save(saved)
    assert store.load(saved.id, now).strengths == []


def test_all_scripts_survive_a_save(store, saved, now):
    saved.tell_happened(Answer(words='ትግርኛ عربي 👨‍👩‍👧 "\\'))
    store.save(saved)
    assert store.load(saved.id, now).happened[0].words == 'ትግርኛ عربي 👨‍👩‍👧 "\\'


def test_the_file_says_which_schema_it_has(folder, saved):
    document = json.loads(file_of(folder, saved).read_bytes())['compass']['1']
    assert document['schema'] == SCHEMA


def test_saving_one_compass_leaves_the_others_alone(store, saved, folder, now):
    other = store.create(now)
    before = file_of(folder, saved).read_bytes()
    other.call_me('Sam')
    store.save(other)
    assert file_of(folder, saved).read_bytes() == before


def test_who_listens_hears_of_a_change_after_it_is_on_disk(store, saved, folder, now):
    heard = []

    def listen(compass_id):
        tables = AtomicStorage(file_of(folder, saved)).read()
        assert tables
        heard.append((compass_id, tables['compass']['1']['nickname']))

    store.changed.connect(listen)
    saved.call_me('Sam')
    store.save(saved)
    assert heard == [(saved.id, 'Sam')]


# what is not there


@pytest.mark.parametrize(
    'compass_id',
    [
        UNKNOWN,
        '',
        '.',
        '..',
        '../../etc',
        '/etc/passwd',
        '0' * 15,
        '0' * 17,
        'A' * 16,
        UNKNOWN + '\n',
        '\x00' * 16,
        '０' * 16,
        f'../compasses/{UNKNOWN}',
        '0' * 100_000,
    ],
)
class TestNoSuchCompass:
    def test_it_does_not_load(self, store, saved, compass_id, now):
        with pytest.raises(NoSuchCompass):
            store.load(compass_id, now)

    def test_it_has_no_visits(self, store, saved, compass_id):
        with pytest.raises(NoSuchCompass):
            store.visits(compass_id)

    def test_it_has_no_files(self, store, saved, compass_id):
        with pytest.raises(NoSuchCompass):
            store.files(compass_id)

    def test_it_is_not_erased_and_neither_is_anything_else(self, store, saved, folder, compass_id):
        before = contents(folder)
        with pytest.raises(NoSuchCompass):
            store.erase(compass_id)
        assert contents(folder) == before


@pytest.mark.parametrize('compass_id', ['0' * 8, '0' * 32])
def test_a_compass_whose_id_names_no_folder_is_not_saved(store, folder, now, compass_id):
    with pytest.raises(NoSuchCompass):
        store.save(Compass(id=compass_id, made=now))
    assert list((folder / 'compasses').iterdir()) == []


def test_the_file_of_one_compass_does_not_open_under_the_id_of_another(store, saved, folder, now):
    other = store.create(now)
    shutil.copy(file_of(folder, saved), previous_of(file_of(folder, other)))
    file_of(folder, other).write_bytes(b'')
    with pytest.raises(RuntimeError):
        store.load(other.id, now)


# visits


def test_a_new_compass_has_no_visits(store, saved):
    assert store.visits(saved.id) == []


def test_visits_are_told_oldest_first(store, saved, now):
    for days in (2, 0, 1):
        visit = saved.end_contact(now + timedelta(days=days))
        store.save(saved, visit)
    assert [visit.ended for visit in store.visits(saved.id)] == [now + timedelta(days=days) for days in range(3)]


def test_a_visit_comes_back_as_it_was(store, saved, now):
    saved.begin_contact(now)
    visit = saved.end_contact(now + timedelta(hours=1), without_step=True)
    store.save(saved, visit)
    assert store.visits(saved.id) == [visit]


def test_the_same_visit_saved_twice_is_one(store, saved, now):
    visit = saved.end_contact(now)
    store.save(saved, visit)
    store.save(saved, visit)
    assert store.visits(saved.id) == [visit]


def test_later_saves_keep_the_visits(store, saved, now):
    store.save(saved, saved.end_contact(now))
    saved.call_me('Sam')
    store.save(saved)
    assert len(store.visits(saved.id)) == 1


def test_visits_of_a_compass_never_appear_at_another(store, saved, now):
    other = store.create(now)
    store.save(saved, saved.end_contact(now))
    assert store.visits(other.id) == []


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
def test_a_newer_document_is_refused_and_left_as_it_is(store, saved, folder, now, with_a_check_of_ours):
    write_newer(folder, saved, with_a_check_of_ours=with_a_check_of_ours)
    before = contents(folder)
    with pytest.raises(NewerCompass, match=f'schema {SCHEMA + 1}'):
        store.load(saved.id, now)
    assert contents(folder) == before


def test_a_newer_document_is_left_as_it_is_when_all_are_told(store, folder, now):
    write_newer(folder, store.create(now), with_a_check_of_ours=True)
    before = contents(folder)
    assert list(store.every_one(now + timedelta(days=30))) == [None]
    assert contents(folder) == before


# an older document

VERSION_1 = {
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
VISIT_1 = {
    'id': 'f85e0edd',
    'began': '2026-11-20T10:30:00+01:00',
    'ended': '2026-11-20T11:10:00+01:00',
    'without_step': False,
    'compass': {name: part for name, part in VERSION_1.items() if name not in {'happened', 'obstacles', 'keys'}},
    'private': {'happened': VERSION_1['happened'], 'obstacles': []},
}
OLD = VERSION_1['id']


@pytest.fixture
def old_file(store, folder):
    """A file as the first version of the program wrote it, with a visit."""
    path = folder / 'compasses' / OLD / FILE
    path.parent.mkdir()
    tables = {'compass': {'1': VERSION_1}, 'visits': {str(int(str(VISIT_1['id']), 16)): VISIT_1}}
    AtomicStorage(path).write(tables)
    return path


def written_in(path):
    tables = AtomicStorage(path).read()
    assert tables
    return tables['compass']['1']


def test_an_older_document_opens_with_all_that_was_in_it(store, old_file, now, today):
    compass = store.load(OLD, now)
    father, cake = compass.strengths
    assert (father.answer, father.heart, cake.answer) == (FATHER, True, Answer(words='taart bakken'))
    assert compass.wish.answer == Answer(tile='see-family')
    (step,) = compass.open_actions
    assert (step.answer, step.companions, step.wish) == (Answer(tile='walk'), [FATHER], compass.wish.id)
    assert step.when == When(day=today, part=PartOfDay.MORNING)
    assert (compass.happened, compass.obstacles, compass.keys) == ([Answer(words='verhuisd')], [], ['a'])
    assert (compass.nickname, compass.avatar, compass.language) == ('Sam', 'avatar-cat', 'nl')
    assert compass.restored_on is None


def test_what_an_older_document_did_not_have_is_empty(store, old_file, now):
    compass = store.load(OLD, now)
    assert compass.album.items == []
    assert [step.towards for step in compass.actions] == [None]


def test_opening_an_older_document_writes_nothing(store, old_file, folder, now):
    before = contents(folder)
    store.load(OLD, now)
    store.visits(OLD)
    assert list(store.every_one(now)) == [store.load(OLD, now)]
    assert contents(folder) == before


def test_an_older_document_is_saved_as_this_version_so_that_an_older_program_refuses_it(store, old_file, now):
    compass = store.load(OLD, now)
    assert written_in(old_file)['schema'] == 1
    store.save(compass)
    assert written_in(old_file)['schema'] == SCHEMA == 3
    assert store.load(OLD, now) == compass


def test_the_version_before_still_opens_when_the_first_save_of_an_older_document_is_lost(store, old_file, now):
    store.save(store.load(OLD, now))
    assert written_in(previous_of(old_file))['schema'] == 1
    old_file.write_bytes(b'{"compass": {"1": {"sch')
    restored = store.load(OLD, now)
    assert (restored.nickname, restored.restored_on) == ('Sam', now.date())
    assert written_in(old_file)['schema'] == SCHEMA
    assert len(store.visits(OLD)) == 1


def test_visits_of_an_older_version_are_still_told(store, old_file, now):
    compass = store.load(OLD, now)
    visit = compass.end_contact(now)
    store.save(compass, visit)
    first, second = store.visits(OLD)
    assert first.compass == VISIT_1['compass']
    assert second == visit


@pytest.mark.parametrize('row', [None, [], [1], 'x', 7, {'schema': 1}, {**VERSION_1, 'moods': []}])
def test_what_is_no_document_of_any_version_is_broken(store, old_file, now, row):
    AtomicStorage(old_file).write({'compass': {'1': row}})
    previous_of(old_file).write_bytes(old_file.read_bytes())
    with pytest.raises(BrokenCompass):
        store.load(OLD, now)
    assert list(store.every_one(now)) == [None]


@pytest.mark.parametrize('schema', ['two', None, 2.5, []])
def test_a_document_whose_version_cannot_be_read_is_not_taken_for_this_one(store, old_file, now, schema):
    AtomicStorage(old_file).write({'compass': {'1': {**VERSION_1, 'schema': schema}}})
    previous_of(old_file).write_bytes(old_file.read_bytes())
    with pytest.raises(BrokenCompass):
        store.load(OLD, now)


# attachments


@pytest.fixture
def photo(now):
    return Attachment(
        id='0123456789abcdef',
        sort=Sort.PHOTO,
        place=ALBUM,
        added=Added(at=now, key='k', own_device=True),
    )


def test_an_attachment_is_kept_with_its_compass_and_its_files_beside_it(store, saved, photo, folder, now, today):
    files = store.files(saved.id)
    files.write(b'picture', files.screen(photo))
    saved.attach(photo, today)
    store.save(saved)
    loaded = store.load(saved.id, now)
    assert loaded == saved
    kept = store.files(saved.id).screen(loaded.album.get(photo.id))
    assert kept.read_bytes() == b'picture'
    assert kept.is_relative_to(folder / 'compasses' / saved.id)


def test_a_restored_compass_keeps_its_files(store, saved, photo, folder, now, today):
    files = store.files(saved.id)
    files.write(b'picture', files.screen(photo))
    saved.attach(photo, today)
    store.save(saved)
    store.save(saved)
    file_of(folder, saved).write_bytes(b'')
    restored = store.load(saved.id, now)
    assert (restored.album.ids, restored.restored_on) == ({photo.id}, now.date())
    assert files.screen(photo).exists()


def test_erasing_takes_every_attachment_along_and_none_of_another_compass(store, saved, photo, folder, now, today):
    other = store.create(now)
    for compass in (saved, other):
        files = store.files(compass.id)
        for sort, sound in ((Sort.PHOTO, ''), (Sort.DRAWING, ''), (Sort.VOICE, 'ogg')):
            one = photo.model_copy(update={'sort': sort, 'sound': sound})
            files.write(b'attachment', files.screen(one))
            files.write(b'small', files.tile(one))
        with files.aside() as path:
            path.write_bytes(b'half')
    before = {name for name in contents(folder) if other.id in name}
    store.erase(saved.id)
    assert {name for name in contents(folder) if 'compasses' in name} == before
    assert len([name for name in before if photo.id in name]) == 4
    with pytest.raises(NoSuchCompass):
        store.files(saved.id)


def test_files_held_from_before_do_not_bring_an_erased_compass_back(store, saved, photo, folder):
    files = store.files(saved.id)
    store.erase(saved.id)
    with pytest.raises(FileNotFoundError):
        files.write(b'late', files.screen(photo))
    files.drop({photo.id})
    files.drop_orphans(set())
    assert list((folder / 'compasses').iterdir()) == []


def test_what_was_taken_away_and_put_back_in_time_survives_the_disk(store, saved, photo, now, today):
    photo.place = Place.parse('condition.belong')
    saved.attach(photo, today)
    saved.take_away(photo.id, now)
    store.save(saved)
    compass = store.load(saved.id, now)
    assert len(compass.on('belong')) == 1
    compass.put_back(photo.id)
    compass.let_go_overdue(now + timedelta(days=1))
    store.save(compass)
    assert len(store.load(saved.id, now).on('belong')) == 2


# erase


def test_nothing_of_an_erased_compass_stays_on_disk(store, saved, folder, now):
    photos = file_of(folder, saved).parent / 'photos'
    photos.mkdir()
    (photos / 'a.webp').write_bytes(b'picture')
    store.save(saved, saved.end_contact(now))
    store.erase(saved.id)
    assert list((folder / 'compasses').iterdir()) == []


def test_an_erased_compass_does_not_open_and_another_does(store, saved, now):
    other = store.create(now)
    store.erase(saved.id)
    with pytest.raises(NoSuchCompass):
        store.load(saved.id, now)
    assert store.load(other.id, now) == other


def test_who_listens_hears_of_an_erased_compass_after_it_is_gone(store, saved, folder):
    heard = []

    def listen(compass_id):
        heard.append((compass_id, list((folder / 'compasses').iterdir())))

    store.changed.connect(listen)
    store.erase(saved.id)
    assert heard == [(saved.id, [])]


def test_a_page_that_still_holds_an_erased_compass_does_not_bring_it_back(store, saved, folder, now):
    store.erase(saved.id)
    with pytest.raises(OSError):
        store.save(saved)
    with pytest.raises(NoSuchCompass):
        store.load(saved.id, now)
    assert list((folder / 'compasses').iterdir()) == []


def test_a_half_erased_compass_is_gone_and_swept_at_the_next_start(folder, now, monkeypatch):
    def power_cut(path):
        raise SystemExit

    with closing(Store(folder)) as store:
        compass = store.create(now)
        with monkeypatch.context() as patch, pytest.raises(SystemExit):
            patch.setattr(shutil, 'rmtree', power_cut)
            store.erase(compass.id)
        with pytest.raises(NoSuchCompass):
            store.load(compass.id, now)
    assert len(list((folder / 'compasses').iterdir())) == 1
    Store(folder).close()
    assert list((folder / 'compasses').iterdir()) == []


def test_what_a_killed_process_left_half_written_is_swept_at_the_start(folder, now):
    with closing(Store(folder)) as store:
        compass = store.create(now)
    before = contents(folder)
    file_of(folder, compass).with_suffix(UNFINISHED).write_bytes(b'{')
    Store(folder).close()
    assert contents(folder) == before


# every one of them


def test_every_compass_is_told_and_what_cannot_be_opened_is_none(store, saved, folder, now):
    broken = store.create(now)
    file_of(folder, broken).write_bytes(b'')
    assert {one.id if one else None for one in store.every_one(now)} == {saved.id, None}


def test_what_is_told_can_be_changed_and_saved_in_between(store, now):
    for _ in range(3):
        store.create(now)
    for compass in store.every_one(now):
        compass.call_me('Sam')
        store.save(compass)
    assert [compass.nickname for compass in store.every_one(now)] == ['Sam'] * 3


def test_a_compass_that_was_erased_before_its_turn_is_none(store, now):
    for _ in range(2):
        store.create(now)
    telling = store.every_one(now)
    first = next(telling)
    (second,) = {one.id for one in store.every_one(now)} - {first.id}
    store.erase(second)
    assert list(telling) == [None]


@pytest.mark.parametrize(('age', 'left'), [(timedelta(hours=23), 1), (timedelta(hours=25), 0)])
def test_an_empty_folder_is_taken_away_after_a_day(store, folder, now, age, left):
    unborn = folder / 'compasses' / UNKNOWN
    unborn.mkdir()
    made = (now - age).timestamp()
    os.utime(unborn, (made, made))
    assert list(store.every_one(now)) == [None]
    assert len(list((folder / 'compasses').iterdir())) == left


def test_an_old_folder_with_only_a_photo_in_it_is_somebodys(store, folder, now):
    photos = folder / 'compasses' / UNKNOWN / 'photos'
    photos.mkdir(parents=True)
    (photos / 'a.webp').write_bytes(b'picture')
    os.utime(photos.parent, (0, 0))
    assert list(store.every_one(now)) == [None]
    assert (photos / 'a.webp').exists()


def test_what_does_not_belong_in_the_folder_is_left_alone(store, folder, now):
    (folder / 'compasses' / 'lost+found').mkdir()
    (folder / 'compasses' / '.DS_Store').write_bytes(b'')
    assert list(store.every_one(now)) == [None, None]


def test_compasses_can_be_erased_while_they_are_told(store, now):
    for _ in range(3):
        store.create(now)
    for compass in store.every_one(now):
        store.erase(compass.id)
    assert list(store.every_one(now)) == []


# a second process (P19)

OPEN = """
import sys
from pathlib import Path
from model.storage.files.atomic import DataInUse
from model.storage.files.compasses import Store
try:
    store = Store(Path(sys.argv[1]))
except DataInUse as refusal:
    sys.exit(f'in use: {refusal}')
print('opened', flush=True)
sys.stdin.read()
"""


def second_process(folder):
    return subprocess.Popen(
        [sys.executable, '-c', OPEN, folder],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_second_process_is_refused_with_the_name_of_the_folder(store, saved, folder):
    before = contents(folder)
    second = second_process(folder)
    _, complaint = second.communicate(timeout=120)
    assert second.returncode == 1
    assert f'in use: {folder}' in complaint
    assert contents(folder) == before


def test_a_second_process_sweeps_nothing_of_the_first(store, folder):
    unfinished = folder / 'compasses' / f'one{UNFINISHED}'
    unfinished.write_bytes(b'{')
    second_process(folder).communicate(timeout=120)
    assert unfinished.exists()


def test_another_process_can_have_the_folder_once_it_is_closed(folder):
    Store(folder).close()
    said, _ = second_process(folder).communicate(timeout=120)
    assert said == 'opened\n'


def test_a_killed_process_keeps_nobody_out(folder):
    with second_process(folder) as other:
        assert other.stdout.readline() == 'opened\n'
        with pytest.raises(DataInUse):
            Store(folder)
        other.send_signal(signal.SIGKILL)
        other.wait(timeout=120)
        Store(folder).close()


def test_two_folders_do_not_stand_in_each_others_way(store, tmp_path, now):
    compass = store.create(now)
    with closing(Store(tmp_path / 'other')) as other, pytest.raises(NoSuchCompass):
        other.load(compass.id, now)
