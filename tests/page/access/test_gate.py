"""Who may see and change what: two people, every route and every event (P9, P16)."""

import json
import shutil
from pathlib import Path

import pytest

from model.access.access import Access
from model.access.refusals import Stranger as OutsideTheGate
from model.access.session import Session
from model.compass.answer import Answer
from model.settings import Settings
from model.storage.files.storage import open_files
from tests.page.cast.outsiders import OUTSIDERS, Outsider, everyone_elses_events, seen
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger, Worker
from tests.page.cast.screens import PAGES, PRIVATE, ROUTES
from tests.page.cast.socket import Refused

NOT_AN_ID = ['x', '0' * 15, '0' * 17, 'G' * 16, '..', '%2e%2e', '..%2f..%2fkeys', '%00', '%ff', 'é' * 8, "' or 1"]


def test_the_owner_opens_every_screen(owner: Owner) -> None:
    for page in [*PAGES, *PRIVATE]:
        assert owner.page(page).client_id


def test_the_owner_opens_the_screens_of_a_step(owner: Owner) -> None:
    owner.taps('nieuwe-stap', 'koken of bakken')
    step = owner.on_disk.document['steps']['items'][0]['id']
    for page in ('', '/wat', '/wie', '/wanneer'):
        assert 'We kunnen dit niet vinden' not in owner.page(f'stap/{step}{page}').text


def test_a_worker_opens_every_screen_that_is_not_private(worker: Worker) -> None:
    for page in PAGES:
        assert worker.page(page).client_id


@pytest.mark.parametrize('outsider', OUTSIDERS, ids=lambda one: one.__name__)
def test_an_outsider_sees_what_is_not_there_on_every_route(owner: Owner, server: Machine, outsider: Outsider) -> None:
    nowhere = seen(Stranger(server).opens('/kompas/0000000000000000'))
    assert nowhere[0] == 404
    outside = outsider(owner, Stranger(server))
    for route in ROUTES:
        assert seen(outside.opens(f'/kompas/{owner.id}/{route}'.rstrip('/'))) == nowhere


@pytest.mark.parametrize('route', ROUTES)
def test_an_unknown_compass_looks_the_same_to_an_owner_and_a_stranger(
    owner: Owner, stranger: Stranger, route: str
) -> None:
    path = f'/kompas/0000000000000000/{route}'.rstrip('/')
    assert seen(owner.opens(path)) == seen(stranger.opens(path))


@pytest.mark.parametrize('compass_id', NOT_AN_ID)
def test_what_is_no_id_at_all_is_not_there(owner: Owner, stranger: Stranger, compass_id: str) -> None:
    nowhere = seen(stranger.opens('/kompas/0000000000000000'))
    assert seen(owner.opens(f'/kompas/{compass_id}/ik')) == nowhere


@pytest.mark.parametrize('page', [*PRIVATE, 'poster.pdf?alles=ja', 'onzin'])
def test_for_a_worker_the_private_screens_are_not_there(worker: Worker, stranger: Stranger, page: str) -> None:
    nowhere = seen(stranger.opens('/kompas/0000000000000000'))
    assert seen(worker.opens(f'/kompas/{worker.id}/{page}')) == nowhere


def test_private_words_are_on_no_screen_of_a_worker(owner: Owner) -> None:
    owner.writes('gebeurd', 'brommergedoe')
    assert 'brommergedoe' in owner.page('gebeurd').text
    worker = Worker(owner)
    assert not [page for page in PAGES if 'brommergedoe' in worker.page(page).text]


def test_a_worker_cannot_wander_to_a_private_screen_inside_a_page(owner: Owner, worker: Worker) -> None:
    owner.writes('gebeurd', 'brommergedoe')
    page = worker.page('ik')
    with worker.socket(page) as line:
        for kind in ('sub_pages_navigate', 'sub_pages_open'):
            listener = page.listener('', kind)
            line.triggers(page.client_id, listener.element, listener.id, f'/kompas/{owner.id}/gebeurd')
        shown = json.dumps(line.hears('update'))
    assert 'kunnen dit niet vinden' in shown
    assert 'brommergedoe' not in shown


def test_a_page_cannot_wander_to_the_compass_of_someone_else(owner: Owner, other: Owner) -> None:
    owner.writes('wens', 'mijn geheim')
    page = other.page('ik')
    with other.socket(page) as line:
        listener = page.listener('', 'sub_pages_open')
        line.triggers(page.client_id, listener.element, listener.id, f'/kompas/{owner.id}/wens')
        shown = json.dumps(line.hears('update'))
    assert 'eigen plek' in shown
    assert 'mijn geheim' not in shown


def test_the_gate_itself_hands_a_worker_no_private_part(owner: Owner, tmp_path: Path) -> None:
    owner.writes('gebeurd', 'brommergedoe')
    worker = Worker(owner)
    shutil.copytree(owner.server.folder, tmp_path / 'copy', ignore=shutil.ignore_patterns('*.sock'))
    settings = Settings(data=tmp_path / 'copy' / 'data')
    access = Access.of(open_files(settings.data, settings.derived('workers')), settings)
    assert len(access.gate.open(Session(owner.session), owner.id).seen.happened.items) == 1
    assert access.gate.open(Session(worker.session), owner.id).seen.happened.items == []
    with pytest.raises(OutsideTheGate), access.gate.change(Session(worker.session), owner.id) as compass:
        compass.happened.tell(Answer(tile='moved'))


@pytest.mark.parametrize('name', [*PAGES, *PRIVATE])
def test_no_event_of_a_page_is_heard_over_the_line_of_someone_else(owner: Owner, other: Owner, name: str) -> None:
    owner.taps('nieuwe-stap', 'koken of bakken')
    page, own = owner.page(name), other.page('wens')
    before, mine = owner.on_disk.bytes, own.listener('werk')
    with owner.socket(page), other.socket(own) as line:
        for event, message in everyone_elses_events(page):
            line.says(event, message)
        with other.on_disk.changes():
            line.triggers(own.client_id, mine.element, mine.id)
    assert len(page.listeners) >= 3
    assert owner.on_disk.bytes == before
    assert 'outsider' not in owner.server.log


@pytest.mark.parametrize('name', ['wens', 'ik', 'gebeurd', 'erbij-horen', 'nieuwe-stap'])
def test_the_same_events_are_heard_over_its_own_line(owner: Owner, name: str) -> None:
    page = owner.page(name)
    events = [message for event, message in everyone_elses_events(page) if event == 'event']
    with owner.socket(page) as line, owner.on_disk.changes():
        for message in events:
            line.says('event', message)


def test_nobody_shakes_hands_for_the_page_of_someone_else(owner: Owner, other: Owner) -> None:
    page = owner.page()
    with pytest.raises(Refused), other.socket(page):
        pass
    with owner.socket(page) as line:
        assert line


def test_a_stranger_shakes_hands_for_no_page(owner: Owner, stranger: Stranger) -> None:
    for client_id in (owner.page().client_id, '0' * 36, ''):
        with pytest.raises(Refused), stranger.socket(client_id):
            pass


def test_an_own_line_cannot_shake_hands_for_a_second_page(owner: Owner, other: Owner) -> None:
    page, own = owner.page(), other.page()
    with other.socket(own) as line:
        claim = {'client_id': page.client_id, 'tab_id': 't', 'document_id': 'd'}
        assert line.asks('handshake', claim) is False


def test_a_line_without_a_page_in_its_address_cannot_take_that_of_someone_else(owner: Owner, other: Owner) -> None:
    page, own = owner.page(), other.page()
    with other.socket(own, shakes_hands=False) as line:
        claim = {'client_id': page.client_id, 'tab_id': 't', 'document_id': 'd'}
        assert line.asks('handshake', claim) is False
        assert line.asks('handshake', claim | {'client_id': own.client_id}) is True


def test_a_worker_cannot_speak_for_a_page_that_shows_more_than_their_own(owner: Owner, worker: Worker) -> None:
    page = owner.page('gebeurd')
    with pytest.raises(Refused), worker.socket(page):
        pass


def test_a_page_of_an_expired_key_goes_blank_at_the_next_tap(owner: Owner) -> None:
    page = owner.page('wens')
    before, tile = owner.on_disk.bytes, page.listener('werk')
    with owner.socket(page) as line:
        owner.on_disk.rewrite_key(owner.token_of(owner.id), seen='2020-01-01T00:00:00+01:00')
        line.triggers(page.client_id, tile.element, tile.id)
        line.hears('run_javascript', 'kompas.wipe(')
        assert line.is_cut_within(2)
    assert owner.on_disk.bytes == before


@pytest.mark.parametrize('page', [*PAGES, *PRIVATE])
def test_a_page_of_an_expired_key_wanders_nowhere(owner: Owner, page: str) -> None:
    live = owner.page()
    step = live.listener('', 'sub_pages_open')
    with owner.socket(live) as line:
        owner.on_disk.rewrite_key(owner.token_of(owner.id), seen='2020-01-01T00:00:00+01:00')
        line.triggers(live.client_id, step.element, step.id, f'/kompas/{owner.id}/{page or "ik"}')
        line.hears('run_javascript', 'kompas.wipe(')
