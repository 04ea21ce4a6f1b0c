import json
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from model.answer import Answer
from model.compass import SCHEMA, Compass
from model.storage import UNFINISHED, AtomicStorage, DataInUse, previous_of
from model.store import FILE, NewerCompass, NoSuchCompass, Store

REPOSITORY = Path(__file__).parents[2]
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


def test_a_newer_document_is_not_swept_as_empty(store, folder, now):
    write_newer(folder, store.create(now), with_a_check_of_ours=True)
    before = contents(folder)
    assert list(store.empty_ones(now + timedelta(days=30))) == [None]
    assert contents(folder) == before


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


# empty ones


def test_only_an_empty_compass_older_than_a_day_is_empty(store, now, today):
    old = store.create(now - timedelta(days=1, seconds=1))
    store.create(now - timedelta(days=1))
    filled = store.create(now - timedelta(days=9))
    filled.choose_strength('belong', FATHER, today)
    store.save(filled)
    answers = list(store.empty_ones(now))
    assert len(answers) == 3
    assert [one.id for one in answers if one] == [old.id]


def test_a_broken_compass_is_never_swept_as_empty(store, saved, folder, now):
    broken = store.create(now)
    file_of(folder, broken).write_bytes(b'')
    assert list(store.empty_ones(now + timedelta(days=30))) == [None, None]


def test_what_does_not_belong_in_the_folder_is_left_alone(store, folder, now):
    (folder / 'compasses' / 'lost+found').mkdir()
    (folder / 'compasses' / '.DS_Store').write_bytes(b'')
    assert list(store.empty_ones(now)) == [None, None]


def test_empty_compasses_can_be_erased_while_they_are_told(store, now):
    for _ in range(3):
        store.create(now - timedelta(days=2))
    for compass in store.empty_ones(now):
        store.erase(compass.id)
    assert list(store.empty_ones(now)) == []


# a second process (P19)

OPEN = """
import sys
from pathlib import Path
from model.storage import DataInUse
from model.store import Store
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
    _, complaint = second.communicate(timeout=20)
    assert second.returncode == 1
    assert f'in use: {folder}' in complaint
    assert contents(folder) == before


def test_a_second_process_sweeps_nothing_of_the_first(store, folder):
    unfinished = folder / 'compasses' / f'one{UNFINISHED}'
    unfinished.write_bytes(b'{')
    second_process(folder).communicate(timeout=20)
    assert unfinished.exists()


def test_another_process_can_have_the_folder_once_it_is_closed(folder):
    Store(folder).close()
    said, _ = second_process(folder).communicate(timeout=20)
    assert said == 'opened\n'


def test_a_killed_process_keeps_nobody_out(folder):
    with second_process(folder) as other:
        assert other.stdout.readline() == 'opened\n'
        with pytest.raises(DataInUse):
            Store(folder)
        other.send_signal(signal.SIGKILL)
        other.wait(timeout=20)
        Store(folder).close()


def test_two_folders_do_not_stand_in_each_others_way(store, tmp_path, now):
    compass = store.create(now)
    with closing(Store(tmp_path / 'other')) as other, pytest.raises(NoSuchCompass):
        other.load(compass.id, now)
