"""Whose live pages are closed for whom."""

import asyncio
from functools import partial

import pytest

from model.access.refusals import TooManyTries
from model.budgets import Budget
from model.turns import Busy, Place
from ui.live.pages import Owner, Pages


class Page:
    """A page of the framework, as far as it matters here."""

    def __init__(self, *, has_line):
        self.has_socket_connection = has_line
        self._delete_tasks = {}
        self._tell = []

    def on_delete(self, tell):
        self._tell.append(tell)

    def delete(self):
        for tell in self._tell:
            tell()


@pytest.fixture
def pages():
    return Pages()


@pytest.fixture
def closed():
    """The pages with a line that were wiped."""
    WIPED.clear()
    return WIPED


WIPED: list[object] = []


def opens(pages, key, address='192.0.2.1', *, times=1, has_line=True):
    """Somebody opens pages; returns the last."""
    for _ in range(times):
        owner = Owner.at(address, key)
        pages.make_room(owner)
        page = Page(has_line=has_line)
        pages.add(page, owner, partial(WIPED.append, page))
    return page


def fill(pages, *, network=None):
    """Open as many as a network may, or all together, each of another key and with a line."""
    most = Budget.PAGES.most if network is None else Budget.PAGES_OF_NETWORK.most
    for number in range(most):
        opens(pages, f'filler {number}', network or f'10.0.{number // 250}.{number % 250}')


def count(pages):
    return len(pages._owners)


def test_a_key_has_no_more_than_its_own(pages):
    opens(pages, 'greedy', times=Budget.PAGES_OF_ONE.most + 30, has_line=False)
    assert count(pages) == Budget.PAGES_OF_ONE.most


def test_pages_with_a_line_stay(pages):
    opens(pages, 'greedy', times=Budget.PAGES_OF_ONE.most)
    with pytest.raises(TooManyTries):
        opens(pages, 'greedy')
    opens(pages, 'other')


def test_a_page_that_goes_makes_room(pages):
    opens(pages, 'one', times=Budget.PAGES_OF_ONE.most).delete()
    opens(pages, 'one')


@pytest.mark.parametrize('network', ['192.0.2.1', None], ids=['one network', 'all'])
def test_where_nobody_has_many_the_newcomer_has_to_wait(pages, network):
    fill(pages, network=network)
    with pytest.raises(TooManyTries):
        opens(pages, 'newcomer')
    if network:
        opens(pages, 'newcomer', '192.0.2.2')


def test_networks_of_one_48_are_one(pages):
    for number in range(Budget.PAGES_OF_NETWORK.most):
        opens(pages, str(number), f'2001:db8:1:{number:x}::1')
    with pytest.raises(TooManyTries):
        opens(pages, 'newcomer', '2001:db8:1:ffff::1')
    opens(pages, 'newcomer', '2001:db8:2::1')


def test_who_has_a_handful_keeps_them_all_while_somebody_opens_pages_without_end(pages, closed):
    mine = [opens(pages, 'me', has_line=False) for _ in range(Budget.HANDFUL.most)]
    for number in range(60):
        opens(pages, f'greedy {number}', times=Budget.PAGES_OF_ONE.most)
    assert closed
    assert all(page in pages._owners for page in mine)
    assert count(pages) == Budget.PAGES_OF_NETWORK.most


def test_a_few_networks_full_of_keys_let_others_in_and_close_nobodys_page(pages, closed):
    mine = [opens(pages, 'me', has_line=False)]
    for network in range(4):
        for number in range(80):
            opens(pages, f'greedy {network} {number}', f'10.0.0.{network}', times=Budget.HANDFUL.most)
    assert count(pages) == Budget.PAGES.most
    mine += [opens(pages, 'me', has_line=False) for _ in range(Budget.HANDFUL.most)]
    assert all(page in pages._owners for page in mine)
    assert closed


def test_a_page_with_a_line_is_wiped_where_its_key_has_no_other_on_that_network(pages, closed):
    for number in range(40):
        opens(pages, f'key {number}', times=10)
    lonely = opens(pages, 'key 0', '192.0.2.2', has_line=False)
    opens(pages, 'newcomer')
    assert len(closed) == 1
    assert lonely in pages._owners, 'it is on another network'


def test_an_evening_of_sixty_behind_one_address_notices_nothing(pages, closed):
    for person in range(60):
        opens(pages, f'phone {person}', times=4, has_line=False)
        opens(pages, f'phone {person}', times=2)
    assert not closed


# turns


async def test_a_page_of_another_network_is_built_next_and_taps_are_heard_between_two(pages):
    done = []

    async def builds(network, key):
        await pages.wait(Place(network, key=key))
        done.append(key)
        asyncio.get_running_loop().call_soon(done.append, 'tap')

    crowd = [asyncio.create_task(builds('crowd', str(number))) for number in range(20)]
    await asyncio.sleep(0)
    await asyncio.gather(builds('home', 'other'), *crowd)
    assert done[:4] == ['0', 'tap', 'other', 'tap']
    await asyncio.sleep(0)
    assert done[1::2] == ['tap'] * 21


async def test_pages_of_one_compass_that_are_asked_for_at_once_are_too_many(pages):
    asked = [asyncio.create_task(pages.wait(Place('crowd', key='me'))) for _ in range(20)]
    other = asyncio.create_task(pages.wait(Place('crowd', key='other')))
    ends = await asyncio.gather(*asked, other, return_exceptions=True)
    assert sum(isinstance(one, Busy) for one in ends) == 20 - 1 - Budget.WAITING_PAGES_OF_ONE.most
    assert ends[-1] is None
