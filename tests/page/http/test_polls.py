"""Where no websocket gets through a page polls, behind the same guards (P9)."""

import json
import time
from collections.abc import Callable, Iterator
from threading import Thread

import httpx
import pytest

from tests.page.cast.outsiders import FOREIGN
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger, Worker
from tests.page.cast.polls import OURS, Polls
from tests.page.cast.socket import Refused

MOST = 1_000_000


@pytest.fixture
def page(owner: Owner) -> Page:
    return owner.page('wens')


@pytest.fixture
def polled(owner: Owner, page: Page) -> Iterator[Polls]:
    """A line to `page` that was opened, and nothing more: nobody listens to it."""
    query = {'client_id': page.client_id, 'implicit_handshake': 'true', 'next_message_id': '0', 'tab_id': 'one'}
    query |= {'document_id': 'd', 'EIO': '4', 'transport': 'polling'}
    line = Polls(owner.server.url, query, {'Cookie': owner.cookie})
    line.query['sid'] = json.loads(line.poll().text.removeprefix('0'))['sid']
    assert line.poll('40').status_code == 200
    assert line.poll().text.startswith('40')
    yield line
    line.close()


def tap(page: Page, word: str = 'werk', number: int = 1) -> str:
    tile = page.listener(word)
    said = {'id': tile.element, 'client_id': page.client_id, 'listener_id': tile.id, 'args': [], 'number': number}
    return '42' + json.dumps(['event', said])


def wishes(owner: Owner) -> list[str]:
    return [wish['answer']['tile'] for wish in owner.on_disk.document['wishes']['items']]


# what works


def test_a_tap_is_done_and_its_answer_comes(owner: Owner, page: Page) -> None:
    tile = page.listener('werk')
    with owner.socket(page, by_polls=True) as line, owner.on_disk.changes():
        line.triggers(page.client_id, tile.element, tile.id)
        line.hears('update', 'aria-pressed')
    assert wishes(owner) == ['work']


def test_what_somebody_else_changes_comes_too(owner: Owner, worker: Worker) -> None:
    page = owner.page('wens')
    owner.on_disk.finish_path()
    with owner.socket(page, by_polls=True) as line:
        Owner.taps(owner, 'wens', 'rust')
        line.hears('update', 'aria-pressed')


def test_hundreds_of_taps_in_one_poll_are_all_done_and_hold_nobody_up(owner: Owner, other: Owner) -> None:
    page, own = owner.page('wens'), other.page('wens')
    tile, mine = page.listener('werk'), own.listener('werk')
    about = {'id': tile.element, 'client_id': page.client_id, 'listener_id': tile.id, 'args': []}
    with owner.socket(page, by_polls=True) as line, other.socket(own) as theirs:
        said = [f'42{n}' + json.dumps(['event', about | {'number': n}]) for n in range(1, 402)]
        with owner.on_disk.changes():
            Thread(target=line.writes_together, args=said).start()
        theirs.asks('event', {'id': mine.element, 'client_id': own.client_id, 'listener_id': mine.id, 'number': 1})
        line.is_cut_within(0.1)  # hears what was answered until now
        assert '401' not in line.answered
        line.hears_answer('401')
    assert wishes(owner) == ['work']  # chosen and let go in turn, an odd number of times


@pytest.mark.long
def test_a_poll_with_nothing_to_say_is_held(owner: Owner, page: Page) -> None:
    with owner.socket(page, by_polls=True) as line:
        time.sleep(10)  # longer than a connection may stay silent before anything was asked over it
        tile = page.listener('werk')
        line.triggers(page.client_id, tile.element, tile.id)
        line.hears('update', 'aria-pressed')


def test_what_comes_by_polls_is_kept_by_nobody_on_the_way(polled: Polls) -> None:
    answer = polled.poll('3')
    assert answer.headers['cache-control'] == 'no-store'
    assert answer.headers['x-content-type-options'] == 'nosniff'
    assert answer.headers.get('access-control-allow-origin', polled.url) == polled.url, 'for nobody else'


# what is refused


def refused(answer: httpx.Response) -> bool:
    return answer.status_code in {400, 403} and '"sid"' not in answer.text


@pytest.mark.parametrize('method', ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])
def test_a_poll_without_our_header_is_refused(owner: Owner, polled: Polls, page: Page, method: str) -> None:
    before = owner.on_disk.bytes
    assert refused(polled.poll(tap(page), method=method, headers={'Cookie': owner.cookie}))
    del polled.query['sid']
    assert refused(polled.poll(method=method, headers={'Cookie': owner.cookie}))
    assert owner.on_disk.bytes == before


@pytest.mark.parametrize('origin', [one for one in FOREIGN if one])
@pytest.mark.parametrize('header', ['Origin', 'Sec-Fetch-Site'])
def test_a_poll_from_elsewhere_is_refused(owner: Owner, polled: Polls, page: Page, origin: str, header: str) -> None:
    before = owner.on_disk.bytes
    told = {'Origin': origin} if header == 'Origin' else {'Sec-Fetch-Site': 'cross-site'}
    assert refused(polled.poll(tap(page), headers={**OURS, 'Cookie': owner.cookie, **told}))
    assert refused(polled.poll(headers={**OURS, 'Cookie': owner.cookie, **told}))
    assert owner.on_disk.bytes == before


def test_a_poll_with_another_session_is_refused(
    owner: Owner, other: Owner, worker: Worker, stranger: Stranger, polled: Polls, page: Page
) -> None:
    before = owner.on_disk.bytes
    for one in (other, worker, stranger):
        assert refused(polled.poll(tap(page), headers={**OURS, 'Cookie': one.cookie}))
        assert refused(polled.poll(headers={**OURS, 'Cookie': one.cookie}))
        with pytest.raises(Refused), one.socket(page, by_polls=True):
            pass
    assert owner.on_disk.bytes == before
    with owner.on_disk.changes():
        polled.poll(tap(page))


def end_by_erasing(owner: Owner) -> None:
    owner.on_disk.rewrite_key(owner.token_of(owner.id), seen='2020-01-01T00:00:00+01:00')


def end_by_quick_exit(owner: Owner) -> None:
    owner.posts('/weg', OURS)


def end_by_leaving(owner: Owner) -> None:
    owner.posts('/tot-ziens')


@pytest.mark.parametrize('ends', [end_by_erasing, end_by_quick_exit, end_by_leaving])
def test_a_poll_with_a_key_that_ended_meanwhile_is_refused(
    owner: Owner, polled: Polls, page: Page, ends: Callable[[Owner], None]
) -> None:
    ends(owner)
    before = owner.on_disk.bytes
    for said in ((tap(page),), ()):
        answer = polled.poll(*said, headers={**OURS, 'Cookie': owner.cookie})
        assert refused(answer)
        assert answer.headers['x-kompas'] == 'ended'
    assert owner.on_disk.bytes == before


def test_a_page_that_nobody_knows_is_told_so(owner: Owner, polled: Polls) -> None:
    """It begins anew, and does not ask without end."""
    del polled.query['sid']
    polled.query['client_id'] = '0' * 36
    answer = polled.poll()
    assert refused(answer)
    assert answer.headers['x-kompas'] == 'unknown'


@pytest.mark.parametrize(
    'said',
    ['', 'b', 'bAAAA', '2', '2probe', '5', '6', '9', 'z', '4', '45', '451-["event",{}]', '46', '0{}', '40\x1e', 'd=40'],
)
def test_what_no_page_of_ours_says_by_a_poll_is_refused(owner: Owner, polled: Polls, page: Page, said: str) -> None:
    log = owner.server.log
    for body in (said, f'{tap(page)}\x1e{said}'):
        assert polled.poll(body).status_code == 400
    with owner.on_disk.changes():
        assert polled.poll(tap(page)).status_code == 200
    assert wishes(owner) == ['work']
    assert owner.server.log == log


def test_no_text_at_all_is_refused(polled: Polls) -> None:
    address = polled.poll('3').request.url
    origin = {'Origin': f'{address.scheme}://{address.netloc.decode()}'}
    answer = httpx.post(address, content=b'42\xff\xfe', headers=polled.headers | origin)
    assert answer.status_code == 400


@pytest.mark.parametrize('about', [5, None, [], {}, {'id': [1], 'listener_id': {}}, {'id': '3', 'listener_id': 'x'}])
def test_malformed_events_by_polls_do_nothing(owner: Owner, polled: Polls, page: Page, about: object) -> None:
    before = owner.on_disk.bytes
    if isinstance(about, dict):
        about |= {'client_id': page.client_id}
    for name in ('event', 'ack', 'javascript_response', 'handshake'):
        polled.poll('42' + json.dumps([name, about]))
    assert owner.on_disk.bytes == before
    with owner.on_disk.changes():
        polled.poll(tap(page))


def test_too_much_at_once_is_refused(owner: Owner, polled: Polls, page: Page) -> None:
    assert polled.poll(*['3'] * 1001).status_code == 400
    assert polled.poll('42' + json.dumps(['event', 'x' * MOST])).status_code == 413
    with owner.on_disk.changes():
        polled.poll(tap(page))


@pytest.mark.parametrize('more', [{'j': '0'}, {'transport': 'websocket'}, {'transport': 'x'}, {'x': 'x' * 1000}])
def test_other_addresses_are_refused(polled: Polls, more: dict[str, str]) -> None:
    polled.query |= more
    assert refused(polled.poll())
    polled.query = {name: value for name, value in polled.query.items() if name not in more} | {'transport': 'polling'}
    assert polled.poll('3').status_code == 200


def test_a_line_that_is_polled_never_becomes_a_websocket(owner: Owner, polled: Polls, page: Page) -> None:
    with pytest.raises(Refused), owner.socket(page, sid=polled.query['sid']):
        pass
    assert polled.poll('3').status_code == 200


def test_the_websocket_of_a_page_is_polled_by_nobody(owner: Owner, page: Page, polled: Polls) -> None:
    with owner.socket(owner.page('wens')) as line:
        polled.query['sid'] = line.opening['sid']
        assert polled.poll().status_code == 400
        assert polled.poll('3').status_code == 400


def test_a_page_has_one_line_that_is_polled(owner: Owner, polled: Polls, page: Page) -> None:
    """They hold no connection, so that nothing else limits them."""
    before = owner.server.memory
    first = dict(polled.query)
    del polled.query['sid']
    for _ in range(300):
        opened = polled.poll()
        assert opened.status_code == 200
    assert polled.poll('3', sid=first['sid']).status_code == 400
    assert polled.poll('3', sid=json.loads(opened.text.removeprefix('0'))['sid']).status_code == 200
    assert owner.server.memory - before < 5


def test_a_poll_that_is_held_is_answered_when_another_line_takes_its_place(owner: Owner, page: Page) -> None:
    with owner.socket(page, by_polls=True, tab_id='one') as line:
        with owner.socket(page, by_polls=True, tab_id='one') as another:
            another.settles()
            assert line.is_cut_within(5)


def test_a_server_that_ends_waits_for_no_poll_that_it_holds(machine: Callable[..., Machine]) -> None:
    with machine() as server:
        owner = Owner(server)
        with owner.socket(owner.page('wens'), by_polls=True):
            server.stop()
        assert 'Traceback' not in server.log
        assert 'timeout graceful shutdown exceeded' not in server.log
