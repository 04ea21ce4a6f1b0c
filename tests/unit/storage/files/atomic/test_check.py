"""The check table: what was changed by something else is found out."""

import hashlib
import json
import re

import pytest

from model.storage.files.atomic import CHECK_TABLE, TornFile
from tests.unit.storage.files.atomic.cast import FIRST


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
