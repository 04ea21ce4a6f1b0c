"""A phone whose key was ended shows no photo any more: not at its address, not from its cache, and not with Back."""

import pytest
from playwright.sync_api import Error, expect

from tests.browser.cast.attached import adds_photo, is_seen, photos
from tests.browser.cast.person import Person

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
def address(phone: Person) -> str:
    """Of a photo that the phone looked at: in the album, whole, and by its own address."""
    photo = adds_photo(phone)
    phone.goes_to('fotos')
    is_seen(photos(phone))
    address = f'{phone.url}/kompas/{phone.compass_id}/bijlage/{photo}/scherm'
    assert phone.gets(address) == 200
    assert phone.page.evaluate(SHOWN)
    phone.goes_to(f'foto/{photo}')
    expect(phone.page.locator('img[src*="/bijlage/"]').first).not_to_have_js_property('naturalWidth', 0)
    assert phone.page.evaluate(IN_THE_CACHE, address)
    return address


def ends_the_phone(owner: Person) -> None:
    owner.picks('Ook andere telefoons stoppen')
    owner.taps_button('Nieuwe code')


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


def test_a_phone_that_was_open_shows_no_photo_of_before(owner: Person, phone: Person, address: str) -> None:
    ends_the_phone(owner)
    expect(phone.page).to_have_url(f'{phone.url}/')
    assert not phone.page.evaluate(IN_THE_CACHE, address)
    assert phone.gets(address) == 404
    phone.sees_title(NOTHING)
    assert shows_with_back(phone) == []


def test_a_phone_that_was_put_away_shows_none_when_it_comes_back(owner: Person, phone: Person, address: str) -> None:
    phone.opens('about:blank')
    ends_the_phone(owner)
    assert phone.gets(address) == 404
    phone.sees_title(NOTHING)
    assert not phone.page.evaluate(IN_THE_CACHE, address)
    assert shows_with_back(phone) == []


def test_with_back_alone_a_phone_that_was_put_away_shows_none(owner: Person, phone: Person, address: str) -> None:
    compass = phone.page.url
    phone.opens('about:blank')
    ends_the_phone(owner)
    phone.page.go_back()
    expect(phone.page).to_have_url(compass)
    phone.sees_title(NOTHING)
    assert not phone.page.evaluate(IN_THE_CACHE, address)
    assert shows_with_back(phone) == []


def test_without_a_network_it_shows_none_either_once_it_heard(owner: Person, phone: Person, address: str) -> None:
    ends_the_phone(owner)
    expect(phone.page).to_have_url(f'{phone.url}/')
    phone.sees_title('Krachtkompas')
    phone.page.context.set_offline(True)
    assert address
    assert shows_with_back(phone) == []


def test_while_the_key_lives_the_photo_is_asked_for_and_not_sent_again(phone: Person, address: str) -> None:
    answers: list[int] = []
    phone.page.on('response', lambda answer: answers.append(answer.status) if answer.url == address else None)
    for _ in range(2):
        phone.page.reload()
        expect(phone.page.locator('img[src*="/bijlage/"]').first).not_to_have_js_property('naturalWidth', 0)
    assert answers
