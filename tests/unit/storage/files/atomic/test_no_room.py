"""Where nothing can be written, what is there opens, and nothing is left behind (P18)."""

from contextlib import closing

import pytest

from model.storage.files.disk import write_atomically
from model.storage.files.document import FILE
from model.storage.files.storage import open_files
from tests.unit.secret import SECRET
from tests.unit.storage.files.atomic.cast import no_room, read_only
from tests.unit.storage.files.cast import names


def test_while_nothing_can_be_written_compasses_still_open(saved, now):
    compasses, compass, folder = saved
    with no_room(), read_only(folder):
        assert compasses.load(compass.id, now).nickname == 'tweede'


def test_a_compass_that_could_not_be_restored_for_lack_of_room_is_restored_once_there_is(saved, now):
    compasses, compass, folder = saved
    (folder / FILE).write_bytes(b'torn')
    with no_room(), pytest.raises(OSError, match='too large'):
        compasses.load(compass.id, now)
    restored = compasses.load(compass.id, now)
    assert (restored.nickname, restored.restored_on) == ('eerste', now.date())


def test_a_folder_that_cannot_be_written_stops_the_store(as_ordinary_user):
    with read_only(as_ordinary_user), pytest.raises(PermissionError):
        open_files(as_ordinary_user, SECRET)
    open_files(as_ordinary_user, SECRET).close()


def test_a_file_that_cannot_be_made_leaves_nothing_behind(as_ordinary_user):
    with no_room(), pytest.raises(OSError, match='too large'):
        write_atomically(as_ordinary_user / 'one.json', b'x' * 100)
    assert names(as_ordinary_user) == set()


def test_a_compass_that_could_not_be_made_leaves_no_folder_behind(as_ordinary_user, now):
    with closing(open_files(as_ordinary_user, SECRET)) as storage:
        compasses = storage.compasses
        with no_room(), pytest.raises(OSError, match='too large'):
            compasses.create(now)
        assert names(as_ordinary_user / 'compasses') == set()


def test_a_new_compass_can_be_made_once_there_is_room_again(as_ordinary_user, now):
    with closing(open_files(as_ordinary_user, SECRET)) as storage:
        compasses = storage.compasses
        with no_room(), pytest.raises(OSError, match='too large'):
            compasses.create(now)
        assert compasses.create(now).is_empty
