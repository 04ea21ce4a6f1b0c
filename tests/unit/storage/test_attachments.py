import os
import time
from contextlib import closing
from datetime import timedelta

import pytest

from model.compass.album import Added, Attachment, Sort
from model.compass.target import ALBUM
from model.storage.files.attachments import Files
from model.storage.files.compasses import Store

ONE, OTHER, UNKNOWN = '0123456789abcdef', 'fedcba9876543210', '0' * 16
SORTS = [(Sort.PHOTO, ''), (Sort.DRAWING, ''), (Sort.VOICE, 'webm'), (Sort.VOICE, 'mp4'), (Sort.VOICE, 'ogg')]


@pytest.fixture
def home(tmp_path):
    """The folder of one compass."""
    home = tmp_path / 'compass'
    home.mkdir()
    (home / 'compass.json').write_bytes(b'{}')
    return home


@pytest.fixture
def files(home):
    return Files(home)


@pytest.fixture
def attachment(now):
    """Makes an attachment."""

    def attachment(sort=Sort.PHOTO, sound='', attachment_id=ONE):
        added = Added(at=now, key='k', own_device=True)
        return Attachment(id=attachment_id, sort=sort, place=ALBUM, added=added, sound=sound)

    return attachment


def there(home):
    return {str(path.relative_to(home)) for path in home.rglob('*') if path.is_file()} - {'compass.json'}


def fill(files, attachments):
    """Every file of these attachments, each with something in it."""
    for one in attachments:
        files.write(b'screen', files.screen(one))
        if one.sort is Sort.PHOTO:
            files.write(b'tile', files.tile(one))


def make_older(home, age):
    then = time.time() - age.total_seconds()
    for name in there(home):
        os.utime(home / name, (then, then))


# where they lie


@pytest.mark.parametrize(
    ('sort', 'sound', 'screen', 'tile'),
    [
        (Sort.PHOTO, '', f'photos/{ONE}.webp', f'photos/{ONE}.tile.webp'),
        (Sort.DRAWING, '', f'drawings/{ONE}.svg', f'drawings/{ONE}.svg'),
        (Sort.VOICE, 'webm', f'voices/{ONE}.webm', f'voices/{ONE}.webm'),
        (Sort.VOICE, 'mp4', f'voices/{ONE}.mp4', f'voices/{ONE}.mp4'),
        (Sort.VOICE, 'ogg', f'voices/{ONE}.ogg', f'voices/{ONE}.ogg'),
    ],
)
def test_each_sort_has_its_own_place(home, files, attachment, sort, sound, screen, tile):
    one = attachment(sort, sound)
    assert files.screen(one) == home / screen
    assert files.tile(one) == home / tile


@pytest.mark.parametrize(('sort', 'sound'), SORTS)
def test_what_is_written_is_there_whole_and_alone(home, files, attachment, sort, sound):
    target = files.screen(attachment(sort, sound))
    files.write(b'first', target)
    files.write(b'second', target)
    assert target.read_bytes() == b'second'
    assert there(home) == {str(target.relative_to(home))}


def test_a_photo_and_its_tile_do_not_stand_in_each_others_way(home, files, attachment):
    fill(files, [attachment()])
    assert (files.screen(attachment()).read_bytes(), files.tile(attachment()).read_bytes()) == (b'screen', b'tile')


def test_nothing_is_written_for_a_compass_that_was_erased(home, files, attachment):
    (home / 'compass.json').unlink()
    home.rmdir()
    with pytest.raises(FileNotFoundError):
        files.write(b'late', files.screen(attachment()))
    assert not home.exists()


# aside


def test_what_is_received_is_put_in_its_place(home, files, attachment):
    target = files.screen(attachment())
    with files.aside() as path:
        path.write_bytes(b'picture')
        files.put(path, target)
        assert not path.exists()
    assert target.read_bytes() == b'picture'
    assert there(home) == {f'photos/{ONE}.webp'}


def test_putting_a_second_time_replaces_the_first(home, files, attachment):
    target = files.screen(attachment())
    for content in (b'first', b'second'):
        with files.aside() as path:
            path.write_bytes(content)
            files.put(path, target)
    assert target.read_bytes() == b'second'


def test_what_is_received_and_not_put_anywhere_leaves_nothing(home, files):
    with files.aside() as path:
        assert not path.exists()
        path.write_bytes(b'half')
        assert len(there(home)) == 1
    assert there(home) == set()


def test_nothing_stays_when_receiving_fails(home, files):
    with pytest.raises(ValueError, match='no picture'), files.aside() as path:
        path.write_bytes(b'half')
        raise ValueError('no picture')
    assert there(home) == set()


def test_two_are_received_side_by_side(files):
    with files.aside() as one, files.aside() as other:
        one.write_bytes(b'one')
        other.write_bytes(b'other')
        assert (one.read_bytes(), other.read_bytes()) == (b'one', b'other')


def test_nothing_is_received_for_a_compass_that_was_erased(home, files):
    (home / 'compass.json').unlink()
    home.rmdir()
    with pytest.raises(FileNotFoundError), files.aside():
        pass
    assert not home.exists()


def test_erasing_while_something_is_received_leaves_nothing(store, folder, now, attachment):
    compass = store.create(now)
    files = store.files(compass.id)
    with files.aside() as path:
        path.write_bytes(b'half')
        store.erase(compass.id)
        with pytest.raises(FileNotFoundError):
            files.put(path, files.screen(attachment()))
    assert list((folder / 'compasses').iterdir()) == []


def test_what_a_killed_process_was_receiving_is_swept_at_the_start(folder, now):
    with closing(Store(folder)) as store:
        compass = store.create(now)
        with store.files(compass.id).aside() as path:
            path.write_bytes(b'half')
            left = path.with_name(f'left-{path.name}')
            left.write_bytes(path.read_bytes())
    assert left.exists()
    Store(folder).close()
    assert not left.exists()


# drop


@pytest.mark.parametrize(('sort', 'sound'), SORTS)
def test_all_files_of_what_is_dropped_go_and_nothing_else(home, files, attachment, sort, sound):
    others = [attachment(*one, attachment_id=OTHER) for one in SORTS]
    fill(files, others)
    kept = there(home)
    fill(files, [attachment(sort, sound)])
    assert there(home) > kept
    files.drop({ONE})
    assert there(home) == kept


def test_dropping_nothing_takes_nothing_away(home, files, attachment):
    fill(files, [attachment()])
    before = there(home)
    files.drop(set())
    files.drop({OTHER})
    assert there(home) == before


def test_dropping_twice_or_before_there_is_any_file_is_no_error(home, files, attachment):
    files.drop({ONE})
    fill(files, [attachment()])
    files.drop({ONE})
    files.drop({ONE})
    assert there(home) == set()


@pytest.mark.parametrize('name', ['compass', '..', 'photos', ''])
def test_dropping_what_is_no_id_leaves_the_document(home, files, attachment, name):
    fill(files, [attachment()])
    files.drop({name})
    assert (home / 'compass.json').exists()
    assert len(there(home)) == 2


# orphans


@pytest.mark.parametrize(('sort', 'sound'), SORTS)
def test_a_file_nothing_speaks_of_goes(home, files, attachment, sort, sound):
    fill(files, [attachment(sort, sound, UNKNOWN)])
    files.drop_orphans({ONE})
    assert there(home) == set()


def test_a_file_that_belongs_to_the_compass_stays_however_old(home, files, attachment):
    fill(files, [attachment(*one) for one in SORTS])
    before = there(home)
    make_older(home, timedelta(days=4_000))
    files.drop_orphans({ONE})
    assert there(home) == before


def test_an_old_document_is_no_orphan(home, files):
    os.utime(home / 'compass.json', (0, 0))
    files.drop_orphans(set())
    assert (home / 'compass.json').exists()
