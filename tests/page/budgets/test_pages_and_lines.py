"""Live pages and their lines: so many for a key, a network and in all, and nobody's goes for those of another."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from uuid import uuid4

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Person, Worker
from tests.page.cast.sending import DRAWING, has_sent
from tests.page.cast.socket import PATIENCE, Refused, Socket

Start = Callable[..., Machine]
OFFICE = {'X-Forwarded-For': '203.0.113.7'}
WAIT = '<h1>Even wachten. Probeer het over een minuut.</h1>'


def is_open(person: Person, page: Page) -> bool:
    """Whether the server still has a page."""
    with suppress(Refused), person.socket(page):
        return True
    return False


def is_refused(person: Person) -> bool:
    """Whether no more pages are opened for somebody, with one plain sentence and a pictogram."""
    answer = person.opens(f'/kompas/{person.id}/wens')
    assert answer.status_code in {200, 429}
    if answer.status_code == 429:
        assert WAIT in answer.text
        assert '<div class="big-pictogram"><svg' in answer.text
    return answer.status_code == 429


# one key


def test_of_one_key_the_oldest_page_without_a_line_makes_room(server_with: Start) -> None:
    owner = Owner(server_with(PAGES_OF_ONE=3))
    first, second = owner.page('wens'), owner.page('wens')
    with owner.socket(first) as line:
        pages = [owner.page('wens') for _ in range(2)]
        assert not is_open(owner, second)
        assert all(is_open(owner, page) for page in pages)
        assert line.asks('handshake', {'client_id': ''}) is False  # it is there, and heard


def test_a_key_whose_pages_all_have_lines_has_to_wait_and_another_of_the_same_person_goes_on(
    server_with: Start,
) -> None:
    owner = Owner(server_with(PAGES_OF_ONE=3))
    with ExitStack() as lines:
        for _ in range(3):
            lines.enter_context(owner.socket(owner.page('wens')))
        assert is_refused(owner)
        assert not is_refused(Worker(owner))
    assert not is_refused(owner)


# one network, and all


@pytest.mark.parametrize('budget', ['PAGES_OF_NETWORK', 'PAGES'])
def test_who_has_the_most_pages_makes_room_for_others(server_with: Start, budget: str) -> None:
    server = server_with(**{budget: 8, 'HANDFUL': 2})
    where = OFFICE if budget == 'PAGES_OF_NETWORK' else {}
    neighbour, greedy, newcomer = (Owner(server, **where) for _ in range(3))
    own = [neighbour.page('wens') for _ in range(2)]
    many = [greedy.page('wens') for _ in range(6)]
    its = [newcomer.page('wens') for _ in range(2)]
    assert [is_open(greedy, page) for page in many] == [False] * 2 + [True] * 4
    assert all(is_open(neighbour, page) for page in own)
    assert all(is_open(newcomer, page) for page in its)


def test_who_holds_all_pages_by_their_lines_lets_one_go(server_with: Start) -> None:
    server = server_with(PAGES_OF_NETWORK=4, HANDFUL=2, STRAY_SECONDS=1)
    greedy, newcomer = Owner(server, **OFFICE), Owner(server, **OFFICE)
    with ExitStack() as opened:
        lines = [opened.enter_context(greedy.socket(greedy.page('wens'))) for _ in range(4)]
        assert is_open(newcomer, newcomer.page('wens'))
        assert lines[0].is_cut_within(PATIENCE)
        assert [line.asks('handshake', {'client_id': ''}) for line in lines[1:]] == [False] * 3


@pytest.mark.parametrize('budget', ['PAGES_OF_NETWORK', 'PAGES'])
def test_no_page_is_closed_for_another_key_where_nobody_has_many(server_with: Start, budget: str) -> None:
    server = server_with(**{budget: 6, 'HANDFUL': 2})
    where = OFFICE if budget == 'PAGES_OF_NETWORK' else {}
    people, newcomer = [Owner(server, **where) for _ in range(3)], Owner(server, **where)
    pages = [(one, one.page('wens')) for one in people for _ in range(2)]
    assert is_refused(newcomer)
    assert all(is_open(one, page) for one, page in pages)
    if budget == 'PAGES_OF_NETWORK':
        assert not is_refused(Owner(server))


def test_the_desk_of_a_worker_counts_too(server_with: Start) -> None:
    noor = Colleague(server_with(PAGES_OF_ONE=2))
    pages = [Page(noor.opens('/werk')) for _ in range(3)]
    with pytest.raises(Refused), noor.socket(pages[0]):
        pass
    with noor.socket(pages[2]):
        pass


# lines


def test_of_the_lines_of_one_page_the_newest_stay(server_with: Start) -> None:
    owner = Owner(server_with(LINES_OF_PAGE=2))
    page, tab = owner.page('wens'), str(uuid4())
    with ExitStack() as opened:
        lines: list[Socket] = [opened.enter_context(owner.socket(page, tab_id=tab)) for _ in range(3)]
        assert lines[0].is_cut_within(PATIENCE)
        assert [line.asks('handshake', {'client_id': ''}) for line in lines[1:]] == [False] * 2
        tile = page.listener('werk')
        with owner.on_disk.changes():
            lines[2].triggers(page.client_id, tile.element, tile.id)


def test_a_line_that_speaks_for_no_page_is_ended_and_the_others_stay(server_with: Start) -> None:
    server = server_with(STRAY_SECONDS=1)
    owner = Owner(server)
    address = f'{server.url.replace("http", "ws", 1)}/_nicegui_ws/socket.io/?EIO=4&transport=websocket'
    with owner.socket(owner.page('wens')) as line, connect(address, origin=Origin(server.origin), proxy=None) as stray:
        assert str(stray.recv(timeout=PATIENCE)).startswith('0{')
        with pytest.raises(ConnectionClosed):
            stray.recv(timeout=PATIENCE)
        assert line.asks('handshake', {'client_id': ''}) is False


# normal use


@pytest.mark.long
def test_thirty_people_behind_one_address_notice_nothing(server: Machine) -> None:
    people = [Owner(server, **{'X-Forwarded-For': '203.0.113.60'}) for _ in range(30)]
    with ExitStack() as lines:
        for person in people:
            has_sent(person, DRAWING, 'tekening')
            for page in [person.page('wens') for _ in range(2)]:
                lines.enter_context(person.socket(page))
        assert not any(is_refused(person) for person in people)
