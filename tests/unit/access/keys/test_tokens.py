"""What a token is, and that it opens what it was issued for."""

import base64
import re

from model.access.keys import Keys
from model.key import Kind, Row
from model.storage.files.keys import KeyFiles
from tests.unit.access.keys.cast import ANOTHER_SECRET, COMPASS, SECRET


def test_a_token_is_22_characters_that_go_in_an_address(keys, sheet):
    assert re.fullmatch(r'[A-Za-z0-9_-]{22}', keys.token(sheet.id))


def test_a_token_carries_128_bits(keys, sheet):
    assert len(base64.urlsafe_b64decode(keys.token(sheet.id) + '==')) == 16


def test_the_same_token_can_be_printed_again_after_a_restart(keys, sheet, folder):
    assert Keys(KeyFiles(folder / 'keys'), SECRET).token(sheet.id) == keys.token(sheet.id)


def test_each_key_has_another_token(keys, now):
    ids = [keys.issue(COMPASS, Kind.SHEET, now).id for _ in range(50)]
    assert len({keys.token(key_id) for key_id in ids}) == 50


def test_another_secret_makes_another_token(folder, keys, sheet):
    assert Keys(KeyFiles(folder / 'keys'), ANOTHER_SECRET).token(sheet.id) != keys.token(sheet.id)


def test_a_token_opens_what_was_issued_after_a_restart_too(folder, keys, sheet, now):
    for opened in (keys, Keys(KeyFiles(folder / 'keys'), SECRET)):
        assert opened.find(opened.token(sheet.id), now) == sheet


def test_a_key_keeps_what_it_was_issued_for(keys, own, now):
    found = keys.get(own.id, now)
    assert (found.compass, found.kind, found.row) == (COMPASS, Kind.DEVICE, Row.CONFIRMED)
