"""The pictograms of live pages lie in one file: for everybody the same, kept for good, and never sent twice."""

import re
from collections import Counter
from html import unescape

import httpx
import pytest

from tests.page.cast.as_read import NO_TLS
from tests.page.cast.filled import filled
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner
from ui.http.headers import FIRST_PICTURE

THERE_WITHOUT_A_NETWORK = {'waiting-for-network', 'locked', 'wait', 'listen'}


@pytest.fixture
def full(server: Machine) -> Owner:
    return filled(server)


def page_of(owner: Owner) -> str:
    answer = owner.opens(f'/kompas/{owner.id}')
    assert answer.status_code == 200
    return answer.text


def first_picture(page: str) -> str:
    return page.partition(FIRST_PICTURE[0].decode())[2].partition(FIRST_PICTURE[1].decode())[0]


def files(page: str) -> set[str]:
    return set(re.findall(r'/assets/pictograms\.svg[^#"\\]*', page))


def test_the_file_is_kept_for_good_under_the_name_that_pages_give_it(full: Owner) -> None:
    [address] = files(page_of(full))
    answer = httpx.get(full.server.url + address, verify=NO_TLS)
    assert answer.headers['cache-control'] == 'public, max-age=31536000, immutable'
    assert answer.headers['content-type'].startswith('image/svg+xml')


def test_under_the_name_of_before_the_new_file_is_not_kept(full: Owner) -> None:
    [address] = files(page_of(full))
    answer = httpx.get(f'{full.server.url}{address.partition("?")[0]}?v=0123456789ab', verify=NO_TLS)
    assert answer.status_code == 200
    assert answer.headers['cache-control'] == 'no-store'


def test_nobody_learns_from_what_is_asked_for_whose_page_it_is(server: Machine, full: Owner) -> None:
    assert files(page_of(full)) == files(page_of(Owner(server)))


def test_a_browser_that_comes_for_the_first_time_gets_its_first_picture_whole(full: Owner) -> None:
    first, again = first_picture(page_of(full)), first_picture(page_of(full))
    assert '<use' not in first
    assert first.count('<path') > 100
    assert again.count('<use') > 24
    assert len(again) < len(first) / 3


def test_the_file_is_asked_for_after_what_is_seen_first_and_before_what_is_drawn_from_it(full: Owner) -> None:
    asked, seen = '<link rel="preload" as="image"', FIRST_PICTURE[1].decode()
    first, again = page_of(full), page_of(full)
    assert first.index(seen) < first.index(asked)
    assert again.index(asked) < again.index(seen)
    assert first.count(asked) == again.count(asked) == 1


def test_a_page_repeats_no_drawing(full: Owner) -> None:
    page_of(full)
    page = unescape(page_of(full)).replace('\\"', '"')
    shown = re.findall(r'<svg class="pictogram" data-key="([\w-]+)"[^>]*>(.*?)</svg>', page, re.DOTALL)
    drawn = Counter(key for key, inside in shown if '<use' not in inside)
    assert len(shown) > 30
    assert set(drawn) == THERE_WITHOUT_A_NETWORK
    assert max(drawn.values()) <= 2


def test_what_has_to_be_there_without_a_network_stands_in_the_page(full: Owner) -> None:
    page_of(full)
    for part in re.findall(r'<template id="(?:lost-network|put-down)">.*?</template>', page_of(full), re.DOTALL):
        assert '<use' not in part
        assert '<path' in part


@pytest.mark.parametrize('own', [True, False])
def test_what_is_public_is_kept_whatever_the_cookies(full: Owner, *, own: bool) -> None:
    """With another cookie, as every day that a compass is opened, a browser would fetch what varies by it anew."""
    page = page_of(full)
    public = re.findall(r'"(/(?:assets|_nicegui)/[^"#\\]+)"', page)
    assert len(public) > 20
    for address in dict.fromkeys(public):
        answer = (full.http if own else httpx).get(full.server.url + address)
        assert answer.headers['cache-control'].startswith('public')
        assert answer.headers['vary'] == 'Accept-Encoding'


def test_what_is_private_says_that_it_is_not_for_others(full: Owner) -> None:
    answer = full.opens(f'/kompas/{full.id}')
    assert answer.headers['cache-control'] == 'no-store'
    assert 'Cookie' in answer.headers['vary']
