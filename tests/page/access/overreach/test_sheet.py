"""A worker who wants more, by a sheet and a phone of their own, and by the lock."""

import statistics
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from model.key import Row
from model.settings import Settings
from tests.browser.cast.on_disk import compass_of
from tests.page.cast.at_desk import Guest
from tests.page.cast.new_code import OTHERS_TOO
from tests.page.cast.overreaching import SECRET, Tablet, offers, opens, taps_on
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.person import Owner, Person, Stranger
from tests.patience import eventually
from tests.soak import rounds

MOST_DEVICES = 20

NOT_YET = {'Alles wissen', 'Nieuwe code', 'Stop', OTHERS_TOO}
"""What only a device may that is surely the person's, or was announced for a week."""


# the sheet, and a phone of the worker


def test_a_worker_makes_a_new_sheet_but_ends_no_device_of_the_person(page_of_noor: Tablet, sam: Guest) -> None:
    assert not {OTHERS_TOO, 'Nieuwe code', 'Alles wissen'} & offers(page_of_noor, 'delen')
    before = sam.on_disk.sheet_token
    taps_on(page_of_noor, 'delen', 'Blad kwijt? Nieuwe code')
    eventually(lambda: not sam.on_disk.key_file(before).exists())
    assert opens(sam)
    assert 'Noor maakte een nieuw blad. De oude code werkt niet meer.' in sam.page('delen').text


def test_no_code_stands_on_the_page_of_a_worker(page_of_noor: Tablet, sam: Guest) -> None:
    assert 'QR-code van dit kompas' in sam.page('delen').text
    assert 'QR-code van dit kompas' not in page_of_noor.page('delen').text


def test_a_phone_with_the_sheet_that_a_worker_printed_gets_nothing_more_and_is_seen(
    page_of_noor: Tablet, sam: Guest
) -> None:
    sam.writes('gebeurd', SECRET)
    known = set(sam.on_disk.document['keys'])
    assert page_of_noor.opens(f'/kompas/{sam.id}/poster.pdf').status_code == 200
    [printed] = set(sam.on_disk.document['keys']) - known
    phone = Tablet.__new__(Tablet)
    Stranger.__init__(phone, sam.server)
    phone.id, phone.on_disk = sam.id, sam.on_disk
    phone.enters(sam.on_disk.keys.token(printed), own=True)
    assert phone.row == Row.UNCONFIRMED
    told = sam.page('delen').text
    assert 'Het blad is geprint door Noor.' in told
    long_ago = (Settings().now() - timedelta(days=30)).isoformat()
    sam.on_disk.rewrite_key(phone.token_of(sam.id), announced=long_ago)
    sam.on_disk.rewrite_key(sam.token_of(sam.id), seen=long_ago)
    assert opens(phone)
    assert phone.row == Row.UNCONFIRMED  # it is never vouched for, however long nobody says no
    assert not opens(phone, 'gebeurd')
    assert not NOT_YET & (offers(phone, 'delen') | offers(phone, 'sleutels'))


@pytest.mark.long
def test_800_devices_of_one_sheet_push_out_neither_the_persons_own_nor_slow_anything_down(
    noor: Colleague, sam: Guest
) -> None:
    took = list(floods(sam, 'mijn', rounds(800, 200)))
    devices = living(sam)
    assert len(devices) == MOST_DEVICES
    assert opens(sam)
    assert len(sam.on_disk.document['keys']) <= MOST_DEVICES + 3
    assert len(compass_of(sam.server, sam.id).arrivals.items) <= MOST_DEVICES
    first, last = statistics.median(took[MOST_DEVICES : 3 * MOST_DEVICES]), statistics.median(took[-2 * MOST_DEVICES :])
    assert last < 2 * first + 0.01


def test_nor_the_only_device_of_a_compass(owner: Owner) -> None:
    for _ in floods(owner, 'kijken', 2 * MOST_DEVICES):
        pass
    assert len(living(owner)) == MOST_DEVICES
    assert opens(owner, 'gebeurd')


def test_when_all_that_are_there_are_the_persons_own_the_newcomer_gets_a_sentence(sam: Guest) -> None:
    for _ in floods(sam, 'mijn', MOST_DEVICES):
        pass
    for token in living(sam):
        sam.on_disk.rewrite_key(token, row=Row.CONFIRMED)
    late = Stranger(sam.server)
    answer = late.enters(sam.on_disk.sheet_token)
    assert answer.status_code >= 400
    assert 'Er kunnen niet meer telefoons bij.' in answer.text
    assert 'keys' not in late.session
    assert opens(sam)


def floods(sam: Person, whose: str, times: int) -> Iterator[float]:
    """Scan the sheet in one new browser after another; how long each took."""
    token, thief = sam.on_disk.sheet_token, Stranger(sam.server)
    for _ in range(times):
        thief.http.cookies.clear()
        began = time.perf_counter()
        assert thief.posts('/k', sleutel=token, wiens=whose).status_code == 303
        yield time.perf_counter() - began


def living(sam: Person) -> list[str]:
    """The tokens of the devices that can open a compass."""
    on_disk = sam.on_disk
    tokens = [on_disk.keys.token(key_id) for key_id in on_disk.document['keys']]
    return [token for token in tokens if on_disk.key_file(token).exists() and on_disk.key(token)['kind'] == 'device']


# the lock


@pytest.fixture
def locked(owner: Owner) -> Owner:
    """Everyone's tablet, put down by somebody with a boat, and a wish on their compass."""
    owner.taps('ik', 'boot')
    owner.taps('wens', 'werk')
    owner.posts('/slot')
    return owner


PICTURES = ['avatar-cat', 'avatar-fish', 'avatar-sun', 'avatar-dog', '']


def test_25_wrong_guesses_open_nothing_of_everyones_tablet_nor_does_the_right_picture_after_them(
    locked: Owner,
) -> None:
    for guess in PICTURES * 5:
        assert '?nog' in locked.posts('/slot/plaatje', plaatje=guess).headers['location']
        assert not opens(locked)
    assert '?nog' in locked.posts('/slot/plaatje', plaatje='avatar-boat').headers['location']
    assert not opens(locked)


def test_of_12_pictures_one_is_tried_and_then_three_things_are_asked(locked: Owner) -> None:
    locked.posts('/slot/plaatje', plaatje='avatar-cat')
    for _ in range(3):
        things = {'ding': 'rest', 'klaar': 'ja'}
        assert '?nog' in locked.posts('/slot/eerder', plaatje='avatar-boat', **things).headers['location']
    right = {'ding': 'work', 'klaar': 'ja'}
    assert '?nog' in locked.posts('/slot/eerder', plaatje='avatar-boat', **right).headers['location']
    assert not opens(locked)


def test_who_knows_the_things_comes_in_after_a_wrong_picture(locked: Owner) -> None:
    locked.posts('/slot/plaatje', plaatje='avatar-cat')
    right = {'ding': 'work', 'klaar': 'ja'}
    assert locked.posts('/slot/eerder', plaatje='avatar-boat', **right).headers['location'] == f'/kompas/{locked.id}'
    assert opens(locked)
    assert not opens(locked, 'gebeurd')


def test_five_wrong_guesses_end_a_loan_and_25_open_nothing(tablet: Tablet, sam: Guest) -> None:
    token = tablet.token_of(sam.id)
    sam.taps('ik', 'boot')
    tablet.posts('/slot')
    for guess in PICTURES * 5:
        tablet.posts('/slot/plaatje', plaatje=guess)
    assert not sam.on_disk.key_file(token).exists()
    tablet.posts('/slot/plaatje', plaatje='avatar-boat')
    assert not opens(tablet)


def test_25_wrong_codes_do_not_bring_the_tablet_back(tablet: Tablet, noor: Colleague) -> None:
    for guess in range(25):
        tablet.posts('/werk/terug', code=f'{guess:06}')
    assert not noor.is_in
    assert noor.opens('/werk').status_code == 303
