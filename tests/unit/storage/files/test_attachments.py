import os
from contextlib import closing
from pathlib import Path

import pytest

from model.compass.album import Size, Sort
from model.storage.files.storage import open_files
from model.unreadable import Unreadable
from tests.unit.secret import SECRET
from tests.unit.storage.cast import ONE, SORTS
from tests.unit.storage.files.cast import put

UNKNOWN = '0' * 16


def there(home):
    return {str(path.relative_to(home)) for path in home.rglob('*') if path.is_file() and path.parent != home}


# where they lie


@pytest.mark.parametrize(
    ('sort', 'sound', 'files'),
    [
        (Sort.PHOTO, '', {f'photos/{ONE}.webp', f'photos/{ONE}.tile.webp'}),
        (Sort.DRAWING, '', {f'drawings/{ONE}.svg'}),
        (Sort.VOICE, 'webm', {f'voices/{ONE}.webm'}),
        (Sort.VOICE, 'mp4', {f'voices/{ONE}.mp4'}),
        (Sort.VOICE, 'ogg', {f'voices/{ONE}.ogg'}),
    ],
)
def test_each_sort_has_its_own_place_and_nothing_else_is_left(home, stored, attachment, sort, sound, files):
    for content in (b'first', b'second'):
        put(stored, attachment(sort, sound), content)
    assert there(home) == files
    assert stored.read(attachment(sort, sound), Size.SCREEN) == b'second'


def test_the_folder_is_on_disk_before_the_document_can_speak_of_what_is_in_it(home, stored, attachment, monkeypatch):
    synced, sync = [], os.fsync

    def fsync(handle):
        lying = {name for name in there(home) if not name.startswith('receiving')}
        synced.append((Path(f'/proc/self/fd/{handle}').readlink(), lying))
        sync(handle)

    monkeypatch.setattr(os, 'fsync', fsync)
    put(stored, attachment(Sort.DRAWING))
    assert synced == [(home, set()), (home / 'drawings', {f'drawings/{ONE}.svg'})]


def test_erasing_while_something_is_received_leaves_nothing(storage, saved, stored, folder):
    with stored.aside() as path:
        path.write_bytes(b'half')
        storage.compasses.erase(saved.id)
    assert list((folder / 'compasses').iterdir()) == []


def test_what_is_received_lies_nowhere_else(home, stored):
    with stored.aside() as path:
        path.write_bytes(b'half')
        assert len(there(home)) == 1
    assert there(home) == set()


def test_what_a_killed_process_was_receiving_is_swept_at_the_start(folder, now):
    with closing(open_files(folder, SECRET)) as storage:
        compass = storage.compasses.create(now)
        with storage.attachments(compass.id).aside() as path:
            path.write_bytes(b'half')
            left = path.with_name(f'left-{path.name}')
            left.write_bytes(path.read_bytes())
    assert left.exists()
    open_files(folder, SECRET).close()
    assert not left.exists()


def test_what_cannot_be_read_now_is_not_gone(home, stored, attachment):
    (home / 'photos' / f'{ONE}.webp').mkdir(parents=True)
    with pytest.raises(Unreadable):
        stored.read(attachment(), Size.SCREEN)


# drop


@pytest.mark.parametrize(('sort', 'sound'), SORTS)
def test_all_files_of_what_is_dropped_go(home, stored, attachment, sort, sound):
    put(stored, attachment(sort, sound))
    stored.drop({ONE})
    assert there(home) == set()


@pytest.mark.parametrize('name', ['compass', '..', 'photos', ''])
def test_dropping_what_is_no_id_leaves_the_document(home, path, stored, attachment, name):
    put(stored, attachment())
    stored.drop({name})
    assert path.exists()
    assert len(there(home)) == 2


# orphans


@pytest.mark.parametrize(('sort', 'sound'), SORTS)
def test_a_file_nothing_speaks_of_goes(home, stored, attachment, sort, sound):
    put(stored, attachment(sort, sound, UNKNOWN))
    stored.drop_orphans({ONE})
    assert there(home) == set()


def test_a_file_that_belongs_to_the_compass_stays_however_old(home, stored, attachment):
    for one in SORTS:
        put(stored, attachment(*one))
    before = there(home)
    for name in before:
        os.utime(home / name, (0, 0))
    stored.drop_orphans({ONE})
    assert there(home) == before


def test_an_old_document_is_no_orphan(path, stored):
    os.utime(path, (0, 0))
    stored.drop_orphans(set())
    assert path.exists()
