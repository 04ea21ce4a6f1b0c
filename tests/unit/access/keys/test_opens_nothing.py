"""What is no token, and a key that is damaged, opens nothing."""

import json

import pytest

from tests.unit.access.keys.cast import on_disk


@pytest.mark.parametrize(
    'token',
    [
        '',
        'A' * 22,
        'A' * 21,
        'A' * 23,
        'A' * 100_000,
        'A' * 21 + '\n',
        'A' * 22 + '\n',
        '../../../../etc/passwd',
        'A' * 20 + '\x00A',
        'é' * 22,
        '٣' * 22,
    ],
)
def test_what_is_no_known_token_opens_nothing(keys, sheet, now, token):
    assert keys.find(token, now) is None


def test_a_token_with_one_other_character_opens_nothing(keys, sheet, now):
    token = keys.token(sheet.id)
    assert keys.find(token, now) == sheet
    for place in range(22):
        other = token[:place] + ('A' if token[place] != 'A' else 'B') + token[place + 1 :]
        assert keys.find(other, now) is None


def test_the_id_of_a_key_that_never_was_opens_nothing(keys, now):
    assert keys.get('0' * 32, now) is None


@pytest.mark.parametrize(
    'damage',
    [
        lambda content: b'',
        lambda content: content[:-5],
        lambda content: b'\x00' * len(content),
        lambda content: b'\xff' + content,
        lambda content: b'[]',
        lambda content: b'[' * 100_000,
        lambda content: content.replace(b'"everyone"', b'"everything"'),
        lambda content: json.dumps({**json.loads(content), 'admin': True}).encode(),
    ],
)
def test_a_key_whose_file_is_damaged_opens_nothing(folder, keys, sheet, now, damage):
    ((path, content),) = on_disk(folder / 'keys').items()
    path.write_bytes(damage(content))
    assert keys.get(sheet.id, now) is None
