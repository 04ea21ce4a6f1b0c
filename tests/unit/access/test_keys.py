import base64
import json
import re
from datetime import timedelta

import pytest

from model.access.keys import Keys
from model.access.seals import Seals
from model.access.table import (
    HALF_DAY,
    INVITATION_KEPT,
    LOCKED_KEPT,
    PRIVATE_IDLE,
    YEAR,
    is_idle,
    is_locked,
    rules_of,
)
from model.compass.compass import Compass
from model.key import Kind, Row
from model.settings import Settings
from model.storage.files.keys import KeyFiles

COMPASS = '0123456789abcdef'
SECRET = bytes(range(32))
ANOTHER_SECRET = bytes(32)


@pytest.fixture
def keys(folder):
    return Keys(KeyFiles(folder / 'keys'), SECRET)


@pytest.fixture
def sheet(keys, now):
    return keys.issue(COMPASS, Kind.SHEET, now)


@pytest.fixture
def own(keys, now):
    return keys.issue(COMPASS, Kind.DEVICE, now, row=Row.CONFIRMED)


@pytest.fixture
def shared(keys, now):
    return keys.issue(COMPASS, Kind.DEVICE, now)


def on_disk(folder):
    return {path: path.read_bytes() for path in folder.rglob('*') if path.is_file()}


# tokens


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


# what lies on disk (P6)


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


# what opens nothing


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


# time


def test_a_sheet_does_not_expire(keys, sheet, now):
    assert keys.get(sheet.id, now + timedelta(days=3650)) == sheet


def test_an_own_device_is_remembered_for_a_year(keys, own, now):
    assert keys.get(own.id, now + YEAR) == own
    assert keys.get(own.id, now + YEAR + timedelta(seconds=1)) is None


def test_a_device_of_everyone_is_locked_first_and_forgotten_a_month_later(keys, shared, now):
    assert keys.get(shared.id, now + LOCKED_KEPT) == shared
    assert keys.get(shared.id, now + LOCKED_KEPT + timedelta(seconds=1)) is None


def test_a_tablet_that_was_handed_over_ends_with_the_half_day(keys, now):
    lent = keys.issue(COMPASS, Kind.DEVICE, now, row=Row.HANDED_OVER, worker='0123456789abcdef')
    for minutes in range(0, 12 * 60, 10):
        keys.use(keys.get(lent.id, now + timedelta(minutes=minutes)), now + timedelta(minutes=minutes))
    assert keys.get(lent.id, now + HALF_DAY) is not None
    assert keys.get(lent.id, now + HALF_DAY + timedelta(seconds=1)) is None


def test_who_only_looks_is_forgotten_after_five_idle_minutes(keys, now):
    looking = keys.issue(COMPASS, Kind.DEVICE, now, row=Row.LOOKING)
    assert keys.get(looking.id, now + timedelta(minutes=5)) == looking
    assert keys.get(looking.id, now + timedelta(minutes=5, seconds=41)) is None


def test_a_handle_of_locked_keys_is_kept_as_long_as_they_are(keys, now):
    handle = keys.issue('', Kind.LOCKED, now)
    assert keys.get(handle.id, now + LOCKED_KEPT) == handle
    assert keys.get(handle.id, now + LOCKED_KEPT + timedelta(seconds=1)) is None


def test_a_worker_is_asked_for_after_five_idle_minutes_and_on_an_own_device_after_thirty(keys, now):
    for own, minutes in ((False, 5), (True, 30)):
        key = keys.issue('', Kind.WORKER, now, worker='0123456789abcdef', own=own)
        assert rules_of(key).idle == timedelta(minutes=minutes)
        assert not is_idle(key, now + timedelta(minutes=minutes, seconds=40))
        assert is_idle(key, now + timedelta(minutes=minutes, seconds=41))
        assert keys.get(key.id, now + HALF_DAY) == key, 'and may come back all day'


def test_a_worker_signs_in_again_after_twelve_hours_however_busy(keys, now):
    own = keys.issue('', Kind.WORKER, now, worker='0123456789abcdef', own=True)
    for minutes in range(0, 12 * 60, 20):
        keys.use(keys.get(own.id, now + timedelta(minutes=minutes)), now + timedelta(minutes=minutes))
    assert keys.get(own.id, now + HALF_DAY) is not None
    assert keys.get(own.id, now + HALF_DAY + timedelta(seconds=1)) is None


def test_a_worker_may_take_a_tablet_back_as_long_as_they_are_at_work(keys, now):
    key = keys.issue('', Kind.WORKER, now, worker='0123456789abcdef')
    lent = keys.update(key, locked=True)
    assert keys.get(key.id, now + timedelta(hours=3)) == lent
    assert not is_idle(lent, now + timedelta(hours=3))
    assert keys.get(key.id, now + HALF_DAY + timedelta(seconds=1)) is None


def test_an_invitation_is_good_for_a_week(keys, now):
    invitation = keys.issue('', Kind.INVITE, now, worker='0123456789abcdef')
    assert keys.get(invitation.id, now + INVITATION_KEPT) == invitation
    assert keys.get(invitation.id, now + INVITATION_KEPT + timedelta(seconds=1)) is None


def test_a_clock_set_back_does_not_end_a_device(keys, shared, now):
    assert keys.get(shared.id, now - timedelta(hours=1)) == shared


@pytest.mark.parametrize(('device', 'step'), [('own', timedelta(days=300)), ('shared', timedelta(days=29))])
def test_use_renews_the_time_of_a_device(keys, request, now, device, step):
    key = request.getfixturevalue(device)
    for times in range(1, 4):
        keys.use(keys.get(key.id, now + times * step), now + times * step)
    assert keys.get(key.id, now + 4 * step).seen == now + 3 * step


def test_a_shared_device_never_locks_within_five_minutes_of_its_last_use(keys, shared, now):
    last_use = now + timedelta(seconds=19)
    keys.use(shared, last_use)
    assert not is_locked(keys.get(shared.id, last_use), last_use + timedelta(minutes=5))


def test_a_second_use_within_twenty_seconds_writes_nothing(folder, keys, shared, now):
    before = on_disk(folder / 'keys')
    keys.use(shared, now + timedelta(seconds=19))
    assert on_disk(folder / 'keys') == before


def test_use_leaves_the_token_and_the_rest_as_they_are(keys, own, now):
    later = now + PRIVATE_IDLE
    keys.use(own, later)
    assert keys.get(own.id, later) == own.model_copy(update={'seen': later})


def test_an_own_device_that_was_put_down_goes_on_asking_for_the_picture_when_it_is_used(keys, own, now):
    keys.update(own, pin=True)
    later = now + timedelta(days=1)
    keys.use(keys.get(own.id, now), later)
    assert keys.get(own.id, later) == own.model_copy(update={'seen': later, 'shut': True, 'pin': False})


# the end of a key


def test_a_revoked_key_opens_nothing_and_the_others_go_on(keys, sheet, own, now):
    keys.revoke(sheet.id)
    assert keys.get(sheet.id, now) is None
    assert keys.get(own.id, now) == own


def test_nothing_of_a_revoked_key_stays_on_disk(folder, keys, own):
    keys.revoke(own.id)
    assert on_disk(folder / 'keys') == {}


def test_of_a_revoked_sheet_only_a_mark_stays_that_says_nothing_of_it(folder, keys, sheet):
    keys.revoke(sheet.id)
    (left,) = on_disk(folder / 'keys').items()
    assert left[0].parent.name == 'ended'
    assert set(json.loads(left[1])) == {'kind', 'on'}
    for written in (sheet.id, keys.token(sheet.id), COMPASS):
        assert written.encode() not in left[1] + bytes(left[0].name, 'utf-8')


def test_who_listens_hears_of_a_revoked_key_after_it_is_gone(keys, sheet, now):
    heard = []

    def listen(key_id):
        heard.append((key_id, keys.get(key_id, now)))

    keys.ended.connect(listen)
    keys.revoke(sheet.id)
    assert heard == [(sheet.id, None)]


def test_revoking_twice_is_no_error(keys, sheet, own, now):
    keys.revoke(sheet.id)
    keys.revoke(sheet.id)
    assert keys.get(own.id, now) == own


def test_a_revoked_key_does_not_come_back_when_a_page_that_still_holds_it_is_used(keys, shared, now):
    keys.revoke(shared.id)
    later = now + timedelta(minutes=2)
    keys.use(shared, later)
    assert keys.get(shared.id, later) is None


def test_changing_a_revoked_key_does_not_bring_it_back(keys, shared, now):
    keys.revoke(shared.id)
    keys.update(shared, row=Row.CONFIRMED)
    assert keys.get(shared.id, now) is None


def test_a_change_of_a_stale_copy_keeps_what_was_changed_meanwhile(keys, shared, now):
    keys.update(shared, locked=True)
    keys.update(shared, tries=1)
    assert keys.get(shared.id, now).locked


def test_the_compass_lists_its_keys_so_that_all_can_be_ended(folder, keys, sheet, own, now):
    compass = Compass(made=now)
    for key in (sheet, own):
        compass.hold_key(key.id)
    for key_id in compass.keys:
        keys.revoke(key_id)
    assert list((folder / 'keys').glob('*.json')) == []


def seals(secret: str) -> Seals:
    return Seals(Settings(secret=secret))


def test_each_compass_and_what_is_private_in_it_is_sealed_with_a_key_of_its_own() -> None:
    mine, other = seals('a' * 40), 'f' * 16
    found = [mine.of(COMPASS), mine.of(other), mine.of(COMPASS, private=True), mine.of(other, private=True)]
    assert len(set(found)) == 4
    assert {len(base64.b64decode(one)) for one in found} == {32}


def test_a_seal_is_the_same_after_a_restart_and_another_one_elsewhere() -> None:
    assert seals('a' * 40).of(COMPASS) == seals('a' * 40).of(COMPASS)
    assert seals('a' * 40).of(COMPASS) != seals('b' * 40).of(COMPASS)
