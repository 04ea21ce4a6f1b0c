import json
import os
import shutil
from contextlib import closing
from datetime import timedelta

import pytest

from model.access.keys import Keys
from model.compass.album import Added, Attachment, Size, Sort
from model.compass.migration import SCHEMA
from model.compass.target import ALBUM
from model.key import Kind
from model.storage.files.atomic import AtomicStorage, previous_of
from model.storage.files.disk import UNFINISHED
from model.storage.files.storage import open_files
from model.storage.protocols import NoSuchAttachment, NoSuchCompass
from model.unreadable import Unreadable
from tests.unit.secret import SECRET
from tests.unit.storage.files.cast import contents, file_of, put

UNKNOWN = '0' * 16


# create, load, save


def test_what_was_saved_is_loaded_after_a_restart(folder, now):
    with closing(open_files(folder, SECRET)) as storage:
        compass = storage.compasses.create(now)
        compass.call_me('Sam')
        storage.compasses.save(compass)
    with closing(open_files(folder, SECRET)) as again:
        assert again.compasses.load(compass.id, now) == compass


def test_the_file_says_which_schema_it_has(folder, saved):
    document = json.loads(file_of(folder, saved).read_bytes())['compass']['1']
    assert document['schema'] == SCHEMA


def test_saving_one_compass_leaves_the_others_alone(compasses, saved, folder, now):
    other = compasses.create(now)
    before = file_of(folder, saved).read_bytes()
    other.call_me('Sam')
    compasses.save(other)
    assert file_of(folder, saved).read_bytes() == before


def test_who_listens_hears_of_a_change_after_it_is_on_disk(compasses, saved, folder, now):
    heard = []

    def listen(compass_id, compass):
        tables = AtomicStorage(file_of(folder, saved)).read()
        assert tables
        heard.append((compass_id, tables['compass']['1']['nickname']))

    compasses.changed.connect(listen)
    saved.call_me('Sam')
    compasses.save(saved)
    assert heard == [(saved.id, 'Sam')]


def test_the_file_of_one_compass_does_not_open_under_the_id_of_another(compasses, saved, folder, now):
    other = compasses.create(now)
    shutil.copy(file_of(folder, saved), previous_of(file_of(folder, other)))
    file_of(folder, other).write_bytes(b'')
    with pytest.raises(RuntimeError):
        compasses.load(other.id, now)


# attachments


@pytest.fixture
def photo(now):
    return Attachment(
        id='0123456789abcdef',
        sort=Sort.PHOTO,
        target=ALBUM,
        added=Added(at=now, key='k', own_device=True),
    )


def test_an_attachment_is_kept_with_its_compass_and_its_files_beside_it(storage, saved, photo, home, now, today):
    put(storage.attachments(saved.id), photo)
    saved.attach(photo, today)
    storage.compasses.save(saved)
    assert storage.compasses.load(saved.id, now) == saved
    assert (home / 'photos' / f'{photo.id}.webp').read_bytes() == b'screen'


def test_a_restored_compass_keeps_its_files(storage, saved, photo, path, now, today):
    put(storage.attachments(saved.id), photo)
    saved.attach(photo, today)
    storage.compasses.save(saved)
    storage.compasses.save(saved)
    path.write_bytes(b'')
    restored = storage.compasses.load(saved.id, now)
    assert (restored.album.ids, restored.restored_on) == ({photo.id}, now.date())
    assert storage.attachments(saved.id).read(photo, Size.SCREEN) == b'screen'


def test_erasing_takes_every_attachment_along_and_none_of_another_compass(storage, saved, photo, folder, now):
    other = storage.compasses.create(now)
    for compass in (saved, other):
        stored = storage.attachments(compass.id)
        for sort, sound in ((Sort.PHOTO, ''), (Sort.DRAWING, ''), (Sort.VOICE, 'ogg')):
            put(stored, photo.model_copy(update={'sort': sort, 'sound': sound}))
        with stored.aside() as path:
            path.write_bytes(b'half')
    before = {name for name in contents(folder) if other.id in name}
    storage.compasses.erase(saved.id)
    assert {name for name in contents(folder) if 'compasses' in name} == before
    assert len([name for name in before if photo.id in name]) == 4


def test_nothing_held_from_before_makes_the_folder_of_an_erased_compass_again(storage, saved, photo, folder):
    held = storage.attachments(saved.id)
    storage.compasses.erase(saved.id)
    for attempt in (lambda: put(held, photo), lambda: storage.compasses.save(saved)):
        with pytest.raises(NoSuchCompass):
            attempt()
    held.drop({photo.id})
    held.drop_orphans(set())
    with pytest.raises(NoSuchAttachment):
        held.read(photo, Size.SCREEN)
    assert list((folder / 'compasses').iterdir()) == []


# erase


def test_nothing_of_an_erased_compass_stays_on_disk(storage, saved, home, folder, now):
    photos = home / 'photos'
    photos.mkdir()
    (photos / 'a.webp').write_bytes(b'picture')
    storage.visits.add(saved.id, saved.end_contact(now))
    storage.compasses.save(saved)
    storage.compasses.erase(saved.id)
    assert list((folder / 'compasses').iterdir()) == []


def test_who_listens_hears_of_an_erased_compass_after_it_is_gone(compasses, saved, folder):
    heard = []

    def listen(compass_id, compass):
        heard.append((compass_id, list((folder / 'compasses').iterdir())))

    compasses.changed.connect(listen)
    compasses.erase(saved.id)
    assert heard == [(saved.id, [])]


def test_a_half_erased_compass_is_gone_and_swept_at_the_next_start(folder, now, monkeypatch):
    def power_cut(path):
        raise SystemExit

    with closing(open_files(folder, SECRET)) as storage:
        compass = storage.compasses.create(now)
        with monkeypatch.context() as patch, pytest.raises(SystemExit):
            patch.setattr(shutil, 'rmtree', power_cut)
            storage.compasses.erase(compass.id)
        with pytest.raises(NoSuchCompass):
            storage.compasses.load(compass.id, now)
    assert len(list((folder / 'compasses').iterdir())) == 1
    open_files(folder, SECRET).close()
    assert list((folder / 'compasses').iterdir()) == []


def test_what_a_killed_process_left_half_written_is_swept_at_the_start(folder, now):
    with closing(open_files(folder, SECRET)) as storage:
        compass = storage.compasses.create(now)
    before = contents(folder)
    file_of(folder, compass).with_suffix(UNFINISHED).write_bytes(b'{')
    open_files(folder, SECRET).close()
    assert contents(folder) == before


# every one of them


def test_every_compass_is_told_and_what_cannot_be_opened_is_none(compasses, saved, folder, now):
    broken = compasses.create(now)
    file_of(folder, broken).write_bytes(b'')
    assert {one.id if one else None for one in compasses.every_one(now)} == {saved.id, None}


@pytest.mark.parametrize(('age', 'left'), [(timedelta(hours=23), 1), (timedelta(hours=25), 0)])
def test_an_empty_folder_is_taken_away_after_a_day(compasses, folder, now, age, left):
    unborn = folder / 'compasses' / UNKNOWN
    unborn.mkdir()
    made = (now - age).timestamp()
    os.utime(unborn, (made, made))
    assert list(compasses.every_one(now)) == [None]
    assert len(list((folder / 'compasses').iterdir())) == left


def test_an_old_folder_with_only_a_photo_in_it_is_somebodys(compasses, folder, now):
    photos = folder / 'compasses' / UNKNOWN / 'photos'
    photos.mkdir(parents=True)
    (photos / 'a.webp').write_bytes(b'picture')
    os.utime(photos.parent, (0, 0))
    assert list(compasses.every_one(now)) == [None]
    assert (photos / 'a.webp').exists()


def test_what_does_not_belong_in_the_folder_is_left_alone(compasses, folder, now):
    (folder / 'compasses' / 'lost+found').mkdir()
    (folder / 'compasses' / '.DS_Store').write_bytes(b'')
    assert list(compasses.every_one(now)) == [None, None]


# the version before


def previous_tables(path):
    tables = AtomicStorage(previous_of(path)).read()
    assert tables
    return tables


def test_the_version_before_stands_beside_the_document(compasses, saved, path):
    saved.call_me('Sam')
    compasses.save(saved)
    assert previous_tables(path)['compass']['1']['nickname'] == ''


def test_after_a_save_for_good_no_version_of_before_comes_back(compasses, saved, path, home, now):
    saved.call_me('Sam')
    compasses.save(saved, for_good=True)
    assert previous_tables(path) == AtomicStorage(path).read()
    assert not previous_of(path).samefile(path)
    path.write_bytes(b'torn')
    assert compasses.load(saved.id, now).nickname == 'Sam'
    assert not list(home.glob(f'*{UNFINISHED}'))


@pytest.mark.parametrize('moment', range(4))
def test_a_save_for_good_that_fails_halfway_changes_nothing(compasses, saved, now, monkeypatch, moment):
    """A file and its folder are synced for the version before, then for the document."""
    told: list[str] = []
    left, sync = iter(range(moment)), os.fsync
    compasses.changed.connect(told.append)

    def fsync(handle):
        if next(left, None) is None:
            raise OSError(28, 'No space left on device')
        sync(handle)

    before = compasses.load(saved.id, now)
    saved.call_me('Sam')
    with monkeypatch.context() as patch, pytest.raises(OSError, match='No space'):
        patch.setattr(os, 'fsync', fsync)
        compasses.save(saved, for_good=True)
    assert told == []
    # the last of all syncs is that of a name that was changed already
    assert compasses.load(saved.id, now) == (before if moment < 3 else saved)


# keys of a version before


@pytest.fixture
def issued(storage, saved, now):
    """Keys that were issued after the version before: a sheet, a device, and one of somebody else."""
    keys = Keys(storage.keys, SECRET)
    saved.hold_key('0' * 32)
    storage.compasses.save(saved)
    sheet = keys.issue(saved.id, Kind.SHEET, now)
    device = keys.issue(saved.id, Kind.DEVICE, now + timedelta(minutes=1))
    keys.issue(UNKNOWN, Kind.DEVICE, now)
    for key in (sheet, device):
        saved.hold_key(key.id)
    storage.compasses.save(saved)
    return sheet, device


def test_a_restored_compass_lists_every_key_that_opens_it(compasses, saved, issued, path, now):
    path.write_bytes(b'torn')
    assert compasses.load(saved.id, now).keys == ['0' * 32, *(key.id for key in issued)]
    assert compasses.load(saved.id, now).keys == ['0' * 32, *(key.id for key in issued)]


def test_a_damaged_key_does_not_stop_a_compass_from_being_restored(compasses, saved, issued, path, folder, now):
    for one in (folder / 'keys').glob('*.json'):
        if issued[0].id in one.read_text():
            one.write_text(f'{{"compass": "{saved.id}"')
    path.write_bytes(b'torn')
    assert compasses.load(saved.id, now).keys == ['0' * 32, issued[1].id]


# what cannot be read now


@pytest.fixture
def unreadable(path):
    """Reading the document of `saved` is an error of the operating system."""
    path.unlink()
    path.mkdir()


def test_a_compass_that_cannot_be_read_says_so_and_loses_nothing(compasses, saved, unreadable, home, now):
    before = {one.name for one in home.iterdir()}
    with pytest.raises(Unreadable, match='directory') as trouble:
        compasses.load(saved.id, now)
    assert saved.id not in str(trouble.value)
    assert {one.name for one in home.iterdir()} == before


def test_one_that_cannot_be_read_is_none_among_all(compasses, saved, unreadable, now):
    other = compasses.create(now)
    assert {one.id if one else None for one in compasses.every_one(now)} == {other.id, None}
