"""What the server keeps for a page has an end, whatever the page does not say and does not take (C10)."""

import json
from collections.abc import Callable, Iterator

import pytest

from tests.page.cast.people.live_page import Listener, Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner
from tests.page.cast.polls import Polls
from tests.page.cast.socket import Refused

SCREENS = ('jezelf-zijn', 'ertoe-doen')


@pytest.fixture
def own(machine: Callable[..., Machine]) -> Iterator[Owner]:
    """Somebody on a server of the test alone."""
    with machine() as server:
        yield Owner(server)


def walk(owner: Owner, page: Page, way: Listener, number: int) -> dict[str, object]:
    """To one of two screens, in turn."""
    address = json.dumps(f'/kompas/{owner.id}/{SCREENS[number % 2]}')
    return {'id': way.element, 'client_id': page.client_id, 'listener_id': way.id, 'args': [address], 'number': number}


@pytest.mark.long
def test_a_page_that_never_says_what_it_heard_is_kept_little_for(own: Owner) -> None:
    page = own.page(SCREENS[0])
    way = page.listener('', 'sub_pages_open')
    with own.socket(page) as line:
        for number in range(1, 61):
            line.asks('event', walk(own, page, way, number))
        before = own.server.memory
        for number in range(61, 281):
            line.asks('event', walk(own, page, way, number))
            line.heard.clear()
        assert own.server.memory - before < 10


@pytest.mark.long
def test_a_screen_that_is_gone_leaves_nothing_behind(own: Owner) -> None:
    page = own.page(SCREENS[0])
    way = page.listener('', 'sub_pages_open')
    with own.socket(page) as line:
        for number in range(1, 281):
            line.asks('event', walk(own, page, way, number))
            line.heard.clear()
            if number % 20 == 0:  # as ours do every three seconds
                line.says('ack', {'client_id': page.client_id, 'next_message_id': 10**6})
            if number == 60:
                before = own.server.memory
        assert own.server.memory - before < 10


@pytest.mark.long
def test_a_page_that_takes_nothing_is_kept_little_for(own: Owner) -> None:
    """It says that it is there, and walks through screens that it does not ask for."""
    page = own.page(SCREENS[0])
    way = page.listener('', 'sub_pages_open')
    query = {'client_id': page.client_id, 'implicit_handshake': 'true', 'next_message_id': '0', 'tab_id': 'one'}
    line = Polls(own.server.url, query | {'document_id': 'd', 'EIO': '4', 'transport': 'polling'}, {})
    line.headers['Cookie'] = own.cookie
    line.query['sid'] = json.loads(line.poll().text.removeprefix('0'))['sid']
    line.poll('40')
    before = own.server.memory
    for number in range(1, 281):
        line.poll('42' + json.dumps(['event', walk(own, page, way, number)]), '3')
    assert own.server.memory - before < 15
    assert line.poll().text == ''  # it ended
    line.close()


@pytest.mark.parametrize('number', ['x', '9' * 5000, '1e9', '-', '٣'])
def test_what_a_page_says_it_heard_is_a_number_of_ours(own: Owner, number: str) -> None:
    page = own.page()
    with pytest.raises(Refused), own.socket(page, next_message_id=number):
        pass
    with own.socket(page, shakes_hands=False) as line:
        shown = {'client_id': page.client_id, 'tab_id': 'one', 'document_id': 'd', 'next_message_id': number}
        assert line.asks('handshake', shown) is False
    assert 'Traceback' not in own.server.log
