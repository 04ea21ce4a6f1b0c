"""P27 and the design: touch, words and accessibility of every screen, on a phone and a tablet, in each language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, TABLET
from tests.browser.person import Person
from tests.browser.screens import PLAIN, fill, screens
from tests.browser.voice import voices
from tests.server import Server

SIZES = {'phone': PHONE, 'tablet': TABLET}
LANGUAGES = {'nl': 'Nederlands', 'en': 'English'}
SMALLEST = {'touch': 64, 'word': 20}
MOST_ELEMENTS = 60
"""Of the framework, on one screen; more make a page slow to build."""

LOOK = (Path(__file__).parent / 'look.js').read_text()

Looks = dict[str, dict[str, Any]]


@pytest.fixture(scope='module', params=LANGUAGES)
def looks(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Looks:
    """What each screen measures at each size, by its name; every screen is opened once."""
    context = browser.new_context(has_touch=True, locale='nl-NL')
    context.add_init_script(voices('nl-NL', 'en-GB'))
    sam = Person(context.new_page(), server.url)
    looks = {}
    for screen in every_screen(sam, server, request.param):
        for size, viewport in SIZES.items():
            sam.page.set_viewport_size(viewport)
            looks[f'{screen} ({size})'] = sam.page.evaluate(LOOK, SMALLEST) | violations(sam.page)
    context.close()
    return looks


def every_screen(person: Person, server: Server, language: str) -> Iterator[str]:
    """Open each screen in turn, first of an empty compass, then of a full one; answers its name."""
    person.begins()
    person.goes_to('ik')
    person.taps_button(LANGUAGES[language])
    expect(person.page.locator('html')).to_have_attribute('lang', language)
    for page in ('', 'ik', 'jezelf-zijn', 'klaar'):
        person.goes_to(page)
        yield f'empty {page or "home"}'
    for page in screens(fill(person, server)):
        person.goes_to(page)
        yield page or 'home'
    yield from open_questions(person)
    person.opens()
    person.taps_button(LANGUAGES[language])
    for address in PLAIN:
        person.opens(address)
        yield address


def open_questions(person: Person) -> Iterator[str]:
    """What lies over a screen, or appears on it after a tap."""
    person.goes_to('delen')
    person.page.locator('.danger > button').nth(2).click()
    person.page.get_by_role('alertdialog').wait_for()
    yield 'erase?'
    person.goes_to('wens')
    person.page.locator('.own input').fill('a' * 100)
    person.page.locator('.own button').click()
    person.page.get_by_role('alert').filter(has_text='.').wait_for()
    yield 'too long'
    person.goes_to('')
    person.page.locator('#still-here').evaluate('(dialog) => dialog.showModal()')
    yield 'still here?'


def violations(page: Page) -> dict[str, list[str]]:
    """What axe-core finds."""
    # its own look at the stylesheets would start the framework's loading bar
    found = Axe().run(page, options={'resultTypes': ['violations'], 'preload': False}).response['violations']
    return {
        'violations': [
            f'{one["impact"]}: {one["id"]} {[node["html"][:120] for node in one["nodes"][:3]]}' for one in found
        ]
    }


def offenders(looks: Looks, what: str) -> dict[str, list[str]]:
    """The screens on which something is not as it should be, and what."""
    assert len(looks) > 50
    return {screen: look[what] for screen, look in looks.items() if look[what]}


def test_everything_one_can_tap_is_64_pixels_at_least(looks: Looks) -> None:
    assert offenders(looks, 'small') == {}


def test_nothing_is_wider_than_the_screen(looks: Looks) -> None:
    assert offenders(looks, 'scrolls') == {}
    assert offenders(looks, 'outside') == {}


def test_no_word_is_cut_off(looks: Looks) -> None:
    assert offenders(looks, 'cut') == {}


def test_words_are_20_pixels_at_least(looks: Looks) -> None:
    assert offenders(looks, 'tiny') == {}


def test_axe_finds_no_violation(looks: Looks) -> None:
    assert offenders(looks, 'violations') == {}


def test_each_screen_has_one_title(looks: Looks) -> None:
    assert {screen: look['titles'] for screen, look in looks.items() if look['titles'] != 1} == {}


def test_a_screen_needs_few_elements_of_the_framework(looks: Looks) -> None:
    assert max(look['elements'] for look in looks.values()) > 20
    assert {screen: look['elements'] for screen, look in looks.items() if look['elements'] > MOST_ELEMENTS} == {}
