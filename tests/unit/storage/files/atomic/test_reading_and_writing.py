"""What was written is read back, with the version before beside it."""

import json
import os
import stat

import pytest
from tinydb import TinyDB

from model.storage.files.atomic import AtomicStorage, previous_of
from model.unreadable import Unreadable
from tests.unit.storage.files.atomic.cast import FIRST, SECOND
from tests.unit.storage.files.cast import names


def test_what_was_written_is_read_back(storage):
    storage.write(FIRST)
    assert storage.read() == FIRST


def test_without_a_file_there_is_nothing_to_read(storage):
    assert storage.read() is None


def test_all_scripts_come_back_as_they_were(storage):
    written = {'words': {'1': {'text': 'ﻋﺮﺑﻲ ትግርኛ 👨‍👩‍👧 \u2028 "\\ \u0000'}}}
    storage.write(written)
    assert storage.read() == written


def test_tinydb_works_on_top(path):
    with TinyDB(path, storage=AtomicStorage) as database:
        database.table('people').insert({'name': 'Sam'})
    with TinyDB(path, storage=AtomicStorage) as database:
        assert database.table('people').all() == [{'name': 'Sam'}]


def test_the_version_before_stands_beside_the_file(storage, path):
    storage.write(FIRST)
    assert names(path.parent) == {'one.json'}
    storage.write(SECOND)
    assert AtomicStorage(previous_of(path)).read() == FIRST
    assert storage.read() == SECOND
    assert names(path.parent) == {'one.json', 'one.previous.json'}


def test_the_version_before_is_a_file_of_its_own(storage, path):
    storage.write(FIRST)
    storage.write(SECOND)
    assert not path.samefile(previous_of(path))


def test_a_reader_who_began_before_a_write_reads_the_old_version_whole(storage, path):
    storage.write(FIRST)
    with path.open() as reader:
        storage.write(SECOND)
        assert json.load(reader)['people'] == FIRST['people']


def test_file_and_folder_are_synced_before_the_write_returns(storage, path, monkeypatch):
    synced = []
    real = os.fsync

    def fsync(handle):
        status = os.fstat(handle)
        synced.append('folder' if stat.S_ISDIR(status.st_mode) else f'file of {status.st_size}')
        assert path.exists() is stat.S_ISDIR(status.st_mode)
        real(handle)

    monkeypatch.setattr(os, 'fsync', fsync)
    storage.write(FIRST)
    assert synced == [f'file of {path.stat().st_size}', 'folder']


def test_what_cannot_be_read_now_is_no_torn_file_and_its_name_is_not_told(storage, path):
    path.mkdir()
    with pytest.raises(Unreadable, match='directory') as trouble:
        storage.read()
    assert path.name not in str(trouble.value)


def test_what_is_rewritten_does_not_become_the_version_before(storage, path):
    storage.write(FIRST)
    storage.rewrite(SECOND)
    assert storage.read() == SECOND
    assert names(path.parent) == {'one.json'}


def test_what_is_written_for_good_is_the_version_before_too(storage, path):
    storage.write(FIRST)
    AtomicStorage(path, for_good=True).write(SECOND)
    assert storage.read() == AtomicStorage(previous_of(path)).read() == SECOND
    assert not path.samefile(previous_of(path))
