"""How keys end: a new code, goodbye, erasing, too many of them (P8)."""

import re
import threading
import time

import pytest

from tests.page.access.keys.cast import opens
from tests.page.cast.new_code import asks_for_new_code, ends_other_keys, share_screen, wipes_everything
from tests.page.cast.people.on_disk import OnDisk, keys_of
from tests.page.cast.people.person import Owner, Stranger, Worker
from tests.page.cast.socket import Refused
from tests.patience import eventually, within


def test_a_new_code_ends_the_old_sheet_and_no_device(owner: Owner) -> None:
    worker, old = Worker(owner), owner.on_disk.sheet_token
    ends_other_keys(owner, devices_too=False)
    assert Stranger(owner.server).enters(old).status_code == 404
    assert Stranger(owner.server).enters(owner.on_disk.sheet_token).status_code == 303
    assert opens(worker)
    assert opens(owner)


def test_on_choice_a_new_code_ends_other_devices_within_two_seconds(owner: Owner) -> None:
    worker = Worker(owner, own=True)
    page = worker.page('wens')
    tile = page.listener('werk')
    with worker.socket(page) as line:
        began = time.monotonic()
        ends_other_keys(owner, devices_too=True)
        before = owner.on_disk.bytes
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        line.triggers(page.client_id, tile.element, tile.id)
        assert line.is_cut_within(2)
        assert time.monotonic() - began < within(2)
    assert owner.on_disk.bytes == before
    assert not opens(worker)
    with pytest.raises(Refused), worker.socket(page):
        pass


def test_the_device_that_makes_a_new_code_goes_on(owner: Owner) -> None:
    Worker(owner)
    with share_screen(owner) as (page, line):
        for _ in range(2):
            asks_for_new_code(owner, page, line)
        assert not line.is_cut_within(1)
    assert opens(owner)


@pytest.mark.parametrize('own', [False, True])
def test_whoever_has_only_the_sheet_makes_no_new_one(owner: Owner, own: bool) -> None:
    assert 'Nieuwe code' not in [listener.words for listener in Worker(owner, own=own).page('delen').listeners]


def test_goodbye_ends_the_key_on_every_page_of_a_device_for_which_there_is_a_way_back(owner: Owner) -> None:
    Worker(owner)
    page, cookie = owner.page('wens'), owner.cookie
    with owner.socket(page) as line:
        owner.posts('/tot-ziens')
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert line.is_cut_within(2)
    assert not opens(owner)
    assert Stranger(owner.server, Cookie=cookie).opens(f'/kompas/{owner.id}').status_code == 404


def test_goodbye_without_a_way_back_locks_the_key_and_no_cookie_of_before_opens_it(owner: Owner) -> None:
    page, cookie, token = owner.page('wens'), owner.cookie, owner.token_of(owner.id)
    with owner.socket(page) as line:
        owner.posts('/tot-ziens')
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert line.is_cut_within(2)
    assert owner.on_disk.key(token)['locked'] is True
    assert list(owner.session) == ['locked']
    for browser in (owner, Stranger(owner.server, Cookie=cookie)):
        assert not browser.opens(f'/kompas/{owner.id}').is_success
    assert owner.posts('/slot/plaatje').headers['location'] == f'/kompas/{owner.id}'
    assert opens(owner)


def test_goodbye_leaves_the_persons_own_device_as_it_is(owner: Owner) -> None:
    worker = Worker(owner, own=True)
    worker.posts('/tot-ziens')
    assert opens(worker)


@pytest.mark.parametrize('damage', ['newer', 'broken'])
def test_goodbye_also_ends_the_key_of_a_compass_that_does_not_open(owner: Owner, damage: str) -> None:
    token, on_disk = owner.token_of(owner.id), owner.on_disk
    if damage == 'newer':
        on_disk.file.write_text(re.sub('"schema": [0-9]+', '"schema": 99', on_disk.file.read_text()))
    else:
        on_disk.file.write_text('')
        on_disk.previous.write_text('')
    assert owner.posts('/tot-ziens').status_code == 303
    # it may be read another time: locked, so that nothing is lost
    assert on_disk.key(token)['locked'] is True
    assert 'keys' not in owner.session


def test_of_many_compasses_a_browser_holds_the_newest_twenty_and_the_others_are_locked(stranger: Stranger) -> None:
    made = [stranger.posts('/nieuw').headers['location'].split('/')[2] for _ in range(22)]
    assert list(stranger.session['keys']) == made[2:]
    assert len(stranger.cookie) < 4000
    for one in made[:2]:
        assert stranger.opens(f'/kompas/{one}').headers['location'] == '/slot'
    handle = OnDisk(stranger.server, '').key(stranger.session['locked'])
    locked = [keys_of(stranger.server.data).token(key_id) for key_id in handle['holds']]
    assert [OnDisk(stranger.server, '').key(token)['compass'] for token in locked] == made[:2]


def test_erasing_takes_the_compass_and_all_its_keys(owner: Owner) -> None:
    worker, sheet = Worker(owner), owner.on_disk.sheet_token
    tokens = [sheet, worker.token_of(owner.id)]
    page = worker.page()
    with share_screen(owner) as (live, line), worker.socket(page) as theirs:
        wipes_everything(owner, live, line)
        theirs.hears('run_javascript', 'kompas.wipe(', seconds=2)
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
    assert not owner.on_disk.folder.exists()
    assert [token for token in tokens if owner.on_disk.key_file(token).exists()] == []
    assert Stranger(owner.server).enters(sheet).status_code == 404


def test_who_has_only_the_sheet_cannot_erase(worker: Worker) -> None:
    assert 'Alles wissen' not in [listener.words for listener in worker.page('delen').listeners]


def test_no_tap_is_lost_while_others_enter(owner: Owner) -> None:
    sheet, page = owner.on_disk.sheet_token, owner.page('wens')
    tiles = [one for one in page.listeners if one.type == 'click'][:10]
    visitors = [Stranger(owner.server) for _ in range(12)]
    entering = [threading.Thread(target=one.enters, args=(sheet,)) for one in visitors]
    with owner.socket(page) as line:
        for thread in entering:
            thread.start()
        for tile in tiles:
            line.triggers(page.client_id, tile.element, tile.id)
        for thread in entering:
            thread.join()
        eventually(lambda: len(owner.on_disk.document['wishes']['items']) == len(tiles), 'a tap was lost')
    assert len(owner.on_disk.document['keys']) == 2 + len(visitors)
    assert all(f'{owner.id}' in one.session['keys'] for one in visitors)
