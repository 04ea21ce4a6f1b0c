"""The file of a key is read when it changed, whoever changed it."""

import json

import pytest

from model.end_mark import EndMark
from model.key import Key, Kind
from model.no_links import read_unlinked
from model.storage.files import keys as module
from model.storage.files.keys import KeyFiles

DIGEST = 'a' * 64


@pytest.fixture
def key(now):
    return Key(id='0' * 32, compass='1' * 16, kind=Kind.DEVICE, made=now, seen=now)


@pytest.fixture
def files(folder, key):
    files = KeyFiles(folder / 'keys')
    files.write(DIGEST, key)
    return files


@pytest.fixture
def reads(monkeypatch):
    """The names of the files that were read."""
    names, read = [], read_unlinked

    def noted(path):
        names.append(path.name)
        return read(path)

    monkeypatch.setattr(module, 'read_unlinked', noted)
    return names


def test_a_file_that_is_as_it_was_is_read_once(files, key, reads):
    assert [files.read(DIGEST) for _ in range(5)] == [key] * 5
    assert len(reads) == 1


def test_what_was_written_is_read(files, key, reads):
    files.read(DIGEST)
    files.write(DIGEST, key.model_copy(update={'own': True}))
    assert files.read(DIGEST).own
    assert len(reads) == 2


def test_a_file_that_somebody_edited_in_place_is_read_anew(files, folder):
    files.read(DIGEST)
    path = folder / 'keys' / f'{DIGEST}.json'
    path.write_text(json.dumps(json.loads(path.read_text()) | {'locked': True}))
    assert files.read(DIGEST).locked


def test_a_file_that_was_taken_away_opens_nothing_and_comes_back(files, folder, key):
    path = folder / 'keys' / f'{DIGEST}.json'
    content = path.read_bytes()
    files.read(DIGEST)
    path.unlink()
    assert files.read(DIGEST) is None
    path.write_bytes(content)
    assert files.read(DIGEST) == key


def test_an_erased_key_is_not_remembered(files):
    files.read(DIGEST)
    files.erase(DIGEST)
    assert files.read(DIGEST) is None


def test_no_more_keys_are_remembered_than_there_is_room_for(files, key, monkeypatch, reads):
    monkeypatch.setattr(module, 'MOST_KNOWN', 2)
    for digest in ('b' * 64, 'c' * 64):
        files.write(digest, key)
        files.read(digest)
    files.read(DIGEST)
    files.read('b' * 64)
    assert len(reads) == 4


# marks of keys that ended


@pytest.mark.parametrize('content', [b'', b'{', b'{"kind":"sheet"}', b'{"kind":"sheet","on":"2026-11-22","of":"x"}'])
def test_a_mark_that_is_damaged_says_nothing_and_goes_with_the_old_ones(files, folder, content, now):
    path = folder / 'keys' / 'ended' / f'{DIGEST}.json'
    path.write_bytes(content)
    assert files.marked(DIGEST) is None
    list(files.drop_marks(now.date()))
    assert not path.exists()


def test_a_mark_holds_no_more_than_a_day_and_what_it_was(files, folder, now):
    files.mark(DIGEST, EndMark(kind=Kind.SHEET, on=now.date()))
    assert json.loads((folder / 'keys' / 'ended' / f'{DIGEST}.json').read_text()) == {
        'kind': 'sheet',
        'on': '2026-11-22',
    }
    assert files.ids_of('1' * 16) == ['0' * 32]
