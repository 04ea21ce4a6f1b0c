"""The end of a key: for good, at once, and heard by who listens."""

import json
from datetime import timedelta

from model.compass.compass import Compass
from model.key import Row
from tests.unit.access.keys.cast import COMPASS, on_disk


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
