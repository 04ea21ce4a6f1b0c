"""A floor of free disk: under it small changes are stored, and nothing that is large."""

import os

import pytest

from model.activity import Activity, ActivityKind
from model.budgets import Budget
from model.compass.album import Size, Sort
from model.compass.answer import Answer
from model.key import Key, Kind
from model.storage.protocols import NoRoom
from tests.unit.storage.cast import ONE
from tests.unit.storage.files.cast import put

FLOOR, FILES = Budget.FREE_BYTES.most, Budget.FREE_FILES.most
LOW = {'bytes': (FLOOR - 4096, 10 * FILES), 'files': (10 * FLOOR, FILES - 1)}


@pytest.fixture
def disk(monkeypatch):
    """Says how many bytes are free, and for how many files there is room; of -1 files it knows nothing."""

    def says(free, files):
        disk = list(os.statvfs('/'))
        disk[1], disk[4] = 4096, free // 4096
        disk[5], disk[7] = (0, 0) if files < 0 else (10**9, files)
        monkeypatch.setattr(os, 'statvfs', lambda _: os.statvfs_result(disk))

    return says


@pytest.fixture(params=list(LOW.values()), ids=list(LOW))
def low(request, stored, disk):
    """The disk is nearly full, from now on."""
    disk(*request.param)


def test_what_is_large_is_not_begun(low, compasses, stored, now, folder):
    with pytest.raises(NoRoom), stored.aside():
        pass
    with pytest.raises(NoRoom):
        compasses.create(now)
    assert len(list((folder / 'compasses').iterdir())) == 1


def test_what_is_being_received_does_not_grow_any_further(stored, disk):
    disk(2 * FLOOR, 2 * FILES)
    with stored.aside():
        stored.refuse_without_room()
        disk(FLOOR - 1, 2 * FILES)
        with pytest.raises(NoRoom):
            stored.refuse_without_room()


def test_small_changes_are_stored(low, storage, saved, now, today):
    saved.strengths.choose('belong', Answer(tile='mother'), today)
    storage.compasses.save(saved)
    assert storage.compasses.load(saved.id, now).strengths.items == saved.strengths.items
    key = Key(id='k', compass=saved.id, kind=Kind.DEVICE, made=now, seen=now)
    storage.keys.write('0' * 64, key)
    storage.keys.erase('0' * 64)
    storage.activity.add(Activity(at=now, kind=ActivityKind.CHANGED, compass=saved.id))
    storage.compasses.erase(saved.id)


def test_what_was_stored_is_read_and_can_be_taken_away(stored, attachment, disk):
    put(stored, attachment(Sort.DRAWING), b'kept')
    disk(*LOW['bytes'])
    assert stored.read(attachment(Sort.DRAWING), Size.SCREEN) == b'kept'
    stored.drop({ONE})


def test_a_disk_that_knows_no_end_of_files_is_not_full_of_them(stored, disk):
    disk(2 * FLOOR, -1)
    stored.refuse_without_room()


def test_who_runs_the_machine_is_told_once_and_once_more_when_it_is_over(stored, compasses, now, disk, caplog):
    for free in (FLOOR - 4096, FLOOR + 4096, FLOOR - 4096):  # as photos come and go
        disk(free, 2 * FILES)
        for _ in range(3):
            with pytest.raises(NoRoom):
                compasses.create(now)
            with pytest.raises(NoRoom):
                stored.refuse_without_room()
    assert [record.getMessage()[:25] for record in caplog.records] == ['The disk is nearly full: ']
    assert '200 MB' in caplog.text
    disk(2 * FLOOR, 2 * FILES)
    stored.refuse_without_room()
    stored.refuse_without_room()
    assert [record.getMessage()[:13] for record in caplog.records] == ['The disk is n', 'There is room']
