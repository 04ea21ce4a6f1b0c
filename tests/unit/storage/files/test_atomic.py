import errno
import hashlib
import json
import os
import re
import resource
import stat
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tinydb import TinyDB

from model.storage.files.atomic import CHECK_TABLE, AtomicStorage, TornFile, previous_of
from model.storage.files.disk import UNFINISHED, sweep_unfinished, write_atomically
from model.storage.files.document import FILE
from model.storage.files.storage import open_files
from model.storage.protocols import Unreadable
from tests.unit.secret import SECRET
from tests.unit.storage.files.cast import names

FIRST = {'people': {'1': {'name': 'Sam'}}}
SECOND = {'people': {'1': {'name': 'Fatima'}}}
NOBODY = 65534


@pytest.fixture
def path(tmp_path):
    return tmp_path / 'one.json'


@pytest.fixture
def storage(path):
    return AtomicStorage(path)


# reading and writing


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


# the check table


def test_the_check_is_in_the_file_but_not_among_the_tables(storage, path):
    storage.write(FIRST)
    assert CHECK_TABLE in json.loads(path.read_bytes())
    assert CHECK_TABLE not in storage.read()


def test_a_change_that_leaves_good_json_is_found_out(storage, path):
    storage.write(FIRST)
    path.write_bytes(path.read_bytes().replace(b'Sam', b'San'))
    with pytest.raises(TornFile) as torn:
        storage.read()
    assert torn.value.tables == {'people': {'1': {'name': 'San'}}}


def test_a_check_that_was_changed_itself_is_found_out(storage, path):
    storage.write(FIRST)
    path.write_bytes(re.sub(b'[0-9a-f]{64}', b'0' * 64, path.read_bytes()))
    with pytest.raises(TornFile):
        storage.read()


def test_a_table_behind_the_check_is_found_out(storage, path):
    storage.write(FIRST)
    path.write_bytes(path.read_bytes()[:-1] + b', "people": {"1": {"name": "San"}}}')
    with pytest.raises(TornFile):
        storage.read()


def test_a_file_that_was_laid_out_anew_is_not_what_was_written(storage, path):
    """Who edits a file by hand takes the check out, as the README says."""
    storage.write(FIRST)
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=4, sort_keys=True))
    with pytest.raises(TornFile) as torn:
        storage.read()
    assert torn.value.tables == FIRST


def before(tables):
    """A file as earlier versions wrote it: with a check of its tables, whatever their layout."""
    canonical = json.dumps(tables, sort_keys=True, separators=(',', ':')).encode()
    return {**tables, CHECK_TABLE: {'1': {'sha256': hashlib.sha256(canonical).hexdigest()}}}


@pytest.mark.parametrize('layout', [{}, {'indent': 4, 'sort_keys': True}], ids=['as written', 'by hand'])
def test_a_file_of_an_earlier_version_is_checked_as_that_did(storage, path, layout):
    path.write_text(json.dumps(before(FIRST), **layout))
    assert storage.read() == FIRST
    path.write_text(path.read_text().replace('Sam', 'San'))
    with pytest.raises(TornFile):
        storage.read()


def test_text_that_is_json_already_is_stored_as_it_is(storage, path):
    storage.write_text(b'{"people":{"1":{"name":"Sam"}}}')
    assert storage.read() == FIRST
    assert path.read_bytes().startswith(b'{"people":{"1":{"name":"Sam"}},\n')


def test_a_file_without_tables_is_one_too(storage):
    storage.write({})
    assert storage.read() == {}


def test_a_file_without_a_check_is_taken_as_it_is(storage, path):
    path.write_text(json.dumps(FIRST))
    assert storage.read() == FIRST


@pytest.mark.parametrize(
    'content',
    [
        b'',
        b'\x00' * 500,
        b'null',
        b'[]',
        b'7',
        b'"people"',
        b'{"people": []}',
        b'{"people"',
        b'\xff\xfe\x00',
        b'{"people": {"1": {"name": "\xff"}}}',
    ],
)
def test_what_is_no_document_is_a_torn_file(storage, path, content):
    path.write_bytes(content)
    with pytest.raises(TornFile):
        storage.read()


# what a killed process leaves


def test_half_written_files_are_swept_at_any_depth_and_nothing_else(tmp_path):
    deep = tmp_path / 'a' / 'b'
    deep.mkdir(parents=True)
    for place in (tmp_path / f'one{UNFINISHED}', deep / f'two{UNFINISHED}', deep / 'kept.json'):
        place.write_bytes(b'{')
    assert sweep_unfinished(tmp_path) == 2
    assert [path.name for path in tmp_path.rglob('*') if path.is_file()] == ['kept.json']


def test_a_half_written_file_is_no_hindrance_to_the_next_write(storage, path):
    storage.write(FIRST)
    path.with_suffix(UNFINISHED).write_bytes(b'{' * 10_000)
    previous_of(path).with_suffix(UNFINISHED).write_bytes(b'{')
    storage.write(SECOND)
    assert storage.read() == SECOND
    assert names(path.parent) == {'one.json', 'one.previous.json'}


# no room, no right, no disk (P18)


@contextmanager
def no_room():
    """A real limit of the kernel: no file can grow above 64 bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only(folder):
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


@contextmanager
def failing_disk():
    """Simulated: an input/output error when a file is synced."""

    def fsync(handle):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, 'fsync', fsync)
        yield


@pytest.fixture
def as_ordinary_user():
    """A folder of somebody to whom rights apply; root becomes nobody for a moment."""
    with tempfile.TemporaryDirectory() as name:
        if os.geteuid() != 0:
            yield Path(name)
            return
        os.chown(name, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)


@pytest.fixture
def saved(as_ordinary_user, now):
    """The compasses, with one that was saved twice: "eerste", then "tweede"."""
    storage = open_files(as_ordinary_user, SECRET)
    compass = storage.compasses.create(now)
    for nickname in ('eerste', 'tweede'):
        compass.call_me(nickname)
        storage.compasses.save(compass)
    yield storage.compasses, compass, as_ordinary_user / 'compasses' / compass.id
    storage.close()


TROUBLES = [lambda folder: no_room(), read_only, lambda folder: failing_disk()]
in_trouble = pytest.mark.parametrize('trouble', TROUBLES, ids=['no room', 'read-only', 'input/output error'])


def save_in_trouble(compasses, compass, trouble):
    compass.call_me('derde')
    with trouble, pytest.raises(OSError) as refusal:
        compasses.save(compass)
    return refusal.value.errno


@pytest.mark.parametrize(
    ('trouble', 'number'),
    [(TROUBLES[0], errno.EFBIG), (TROUBLES[1], errno.EACCES), (TROUBLES[2], errno.EIO)],
)
def test_a_save_that_cannot_be_written_says_so(saved, trouble, number):
    compasses, compass, folder = saved
    assert save_in_trouble(compasses, compass, trouble(folder)) == number


@in_trouble
def test_after_a_failed_save_the_old_compass_is_intact(saved, trouble, now):
    compasses, compass, folder = saved
    content = (folder / FILE).read_bytes()
    save_in_trouble(compasses, compass, trouble(folder))
    assert (folder / FILE).read_bytes() == content
    assert compasses.load(compass.id, now).nickname == 'tweede'


@in_trouble
def test_after_a_failed_save_the_version_before_is_still_another_one(saved, trouble):
    compasses, compass, folder = saved
    before = previous_of(folder / FILE).read_bytes()
    save_in_trouble(compasses, compass, trouble(folder))
    assert previous_of(folder / FILE).read_bytes() == before


@in_trouble
def test_a_failed_save_leaves_no_unfinished_file(saved, trouble):
    compasses, compass, folder = saved
    save_in_trouble(compasses, compass, trouble(folder))
    assert names(folder) == {'compass.json', 'compass.previous.json'}


@in_trouble
def test_nobody_is_told_of_a_save_that_failed(saved, trouble):
    compasses, compass, folder = saved
    told: list[str] = []
    compasses.changed.connect(told.append)
    save_in_trouble(compasses, compass, trouble(folder))
    assert told == []


@in_trouble
def test_saving_goes_on_without_a_restart_once_the_trouble_is_over(saved, trouble, now):
    compasses, compass, folder = saved
    save_in_trouble(compasses, compass, trouble(folder))
    compasses.save(compass)
    assert compasses.load(compass.id, now).nickname == 'derde'


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
