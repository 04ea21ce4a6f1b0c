"""A phone whose key was ended shows no photo any more: not at its address, not from its cache, and not with Back."""

import pytest
from playwright.sync_api import Error, expect

from tests.browser.cast.attached import adds_photo, is_seen, photos
from tests.browser.cast.faults import LOST
from tests.browser.cast.person import Person

pytestmark = pytest.mark.expects(
    'ERR_CACHE_MISS',
    'Applying inline style violates .*/bijlage/',
    why='the cache is asked for what it may not have, and around a photo Chromium makes a page of its own',
)
NOTHING = 'We kunnen dit niet vinden.'
IN_THE_CACHE = """
async (address) => {
  const asked = { cache: 'only-if-cached', mode: 'same-origin' };
  return fetch(address, asked).then(({ ok }) => ok, () => false);
}
"""
"""Whether the browser would show it without asking the server."""
SHOWN = """
() => {
  const shown = [...document.images].filter((one) => one.naturalWidth && one.src.includes('/bijlage/'));
  return document.contentType.startsWith('image/') || shown.length > 0;
}
"""


@pytest.fixture
def album(phone: Person) -> list[str]:
    """The addresses of two photos that the phone looked at: in the album, whole, and by their own addresses."""
    ids = [adds_photo(phone, colour) for colour in ('teal', 'tomato')]
    phone.goes_to('fotos')
    is_seen(photos(phone))
    addresses = [f'{phone.url}/kompas/{phone.compass_id}/bijlage/{one}/scherm' for one in ids]
    for address in addresses:
        assert phone.gets(address) == 200
        assert phone.page.evaluate(SHOWN)
    phone.goes_to(f'foto/{ids[0]}')
    expect(phone.page.locator('img[src*="/bijlage/"]').first).not_to_have_js_property('naturalWidth', 0)
    phone.goes_to('wens')
    for address in addresses:  # from a page that shows none of them, so that none is asked for again by itself
        phone.page.evaluate('(address) => fetch(address).then((answer) => answer.blob()).then(() => null)', address)
    assert in_the_cache(phone, addresses) == addresses
    return addresses


def in_the_cache(phone: Person, addresses: list[str]) -> list[str]:
    return [address for address in addresses if phone.page.evaluate(IN_THE_CACHE, address)]


def ends_the_phone(owner: Person) -> None:
    owner.picks('Andere telefoons kunnen er dan ook niet meer in')
    owner.taps_button('Nieuwe code')
    owner.page.wait_for_timeout(600)  # half a double tap is none
    owner.page.get_by_role('alertdialog').get_by_role('button', name='Nieuwe code').click()


def shows_with_back(phone: Person, times: int = 6) -> list[str]:
    """Where a photo is shown on the way back, however far."""
    shown = []
    for _ in range(times):
        try:
            phone.page.go_back(wait_until='load')
        except Error:  # nothing came: there is no network
            continue
        if phone.page.evaluate(SHOWN):
            shown.append(phone.page.url)
    return shown


@pytest.mark.long
def test_a_phone_that_was_open_shows_no_photo_of_before(owner: Person, phone: Person, album: list[str]) -> None:
    ends_the_phone(owner)
    expect(phone.page).to_have_url(f'{phone.url}/')
    phone.sees_title('Krachtkompas')
    assert in_the_cache(phone, album) == []
    assert phone.gets(album[0]) == 404
    phone.sees_title(NOTHING)
    assert shows_with_back(phone) == []


@pytest.mark.long
def test_a_phone_that_was_put_away_shows_none_when_it_comes_back(
    owner: Person, phone: Person, album: list[str]
) -> None:
    phone.opens('about:blank')
    ends_the_phone(owner)
    assert phone.gets(album[0]) == 404
    phone.sees_title(NOTHING)
    assert in_the_cache(phone, album) == []
    assert shows_with_back(phone) == []


@pytest.mark.long
def test_with_back_alone_a_phone_that_was_put_away_shows_none(owner: Person, phone: Person, album: list[str]) -> None:
    compass = phone.page.url
    phone.opens('about:blank')
    ends_the_phone(owner)
    phone.page.go_back()
    expect(phone.page).to_have_url(compass)
    phone.sees_title(NOTHING)
    assert in_the_cache(phone, album) == []
    assert shows_with_back(phone) == []


@pytest.mark.long
@pytest.mark.usefixtures('album')
@pytest.mark.expects(LOST, why='there is no network any more')
def test_without_a_network_it_shows_none_either_once_it_heard(owner: Person, phone: Person) -> None:
    ends_the_phone(owner)
    expect(phone.page).to_have_url(f'{phone.url}/')
    phone.sees_title('Krachtkompas')
    phone.page.context.set_offline(True)
    assert shows_with_back(phone) == []


@pytest.mark.long
def test_while_the_key_lives_the_server_is_asked_each_time(phone: Person, album: list[str]) -> None:
    asked: list[str] = []
    phone.page.on('request', lambda request: asked.append(request.url))
    for _ in range(2):
        assert phone.gets(album[0]) in {200, 304}
        assert phone.page.evaluate(SHOWN)
    assert asked.count(album[0]) == 2
