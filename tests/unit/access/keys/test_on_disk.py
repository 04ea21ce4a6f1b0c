"""Nothing that lies on disk opens a compass (P6)."""

import base64
import re

from model.access.keys import Keys
from model.storage.files.keys import KeyFiles
from tests.unit.access.keys.cast import ANOTHER_SECRET, on_disk


def test_no_token_lies_on_disk(folder, keys, sheet, own, shared):
    tokens = [keys.token(key.id) for key in (sheet, own, shared)]
    raw = [base64.urlsafe_b64decode(token + '==') for token in tokens]
    secrets = [token.encode() for token in tokens] + raw + [bytes.hex(one).encode() for one in raw]
    files = on_disk(folder / 'keys')
    assert len(files) == 3
    for path, content in files.items():
        assert not [secret for secret in secrets if secret in content or secret in bytes(path)]


def shaped_as_tokens(text):
    """Every way somebody who holds only the disk could turn what lies there into a token."""
    for word in re.findall(r'[A-Za-z0-9_-]{16,}', text):
        yield from (word, word[:22], word[-22:], word.ljust(22, 'A'))
        if re.fullmatch(r'(?:[0-9a-f]{2})+', word):
            number = bytes.fromhex(word)
            for piece in (number, number[:16], number[-16:]):
                yield base64.urlsafe_b64encode(piece).decode().rstrip('=')


def test_nothing_that_lies_on_disk_opens_a_compass(folder, keys, sheet, own, shared, storage, now):
    compass = storage.compasses.create(now)
    for key in (sheet, own, shared):
        compass.hold_key(key.id)
    storage.compasses.save(compass)
    lying = ' '.join(f'{path} {content.decode()}' for path, content in on_disk(folder).items())
    tries = set(shaped_as_tokens(lying))
    assert {sheet.id[:22], own.id[-22:]} <= tries
    assert not [token for token in tries if keys.find(token, now)]


def test_without_the_secret_the_data_folder_gives_no_token_that_opens(folder, keys, sheet, now):
    thief = Keys(KeyFiles(folder / 'keys'), ANOTHER_SECRET)
    assert keys.find(thief.token(sheet.id), now) is None
    assert thief.get(sheet.id, now) is None
