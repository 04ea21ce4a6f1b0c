"""A look at every screen in one language: what it measures, where its links lead, what it says aloud."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, ViewportSize

from tests.browser.cast.faults import faults
from tests.browser.cast.made.voice import voices
from tests.browser.cast.person import AGAIN, Person
from tests.browser.cast.reflow.shapes import Offenders, Shaped
from tests.browser.cast.reflow.walk import every_screen
from tests.server import Server
from tests.soak import share
from ui.words.hyphens import SOFT_HYPHEN

LANGUAGES = {'nl': 'Nederlands', 'en': 'English'}
SIZES: dict[str, ViewportSize] = {'phone': {'width': 390, 'height': 844}, 'tablet': {'width': 1280, 'height': 800}}
THREE_SIZES: list[ViewportSize] = [*SIZES.values(), {'width': 320, 'height': 568}]
"""With a small phone."""
READ_BY_AXE_ON = {'nl': 'phone', 'en': 'tablet'}
SMALLEST = {'touch': 64, 'word': 20, 'inDisc': 12}
MEASURE = (Path(__file__).parent / 'look.js').read_text()

AN_ID = re.compile('[0-9a-f]{8,16}|(?<=/leven/)[a-z-]+')
"""Also of a life domain: there are as many of those as an installation has."""
LINKS = '(links) => links.map((link) => new URL(link.getAttribute("href"), location).href)'
SAID = 'said.map(({ text, lang, voice }) => ({ text, lang, voice: voice.lang }))'
ANSWERS = (
    '.tile .word, .way .word, .chip .word, .notice p, .towards span, .door > span, .cards .text > *, .new-step > span'
)
"""Words of what one can tap between the top and the bottom of a screen."""


@dataclass
class Look:
    """One screen. Lists name what is not as it should be."""

    elements: int = 0
    titles: int = 0
    offenders: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """By size, then by what is wrong."""
    shapes: dict[str, Offenders] = field(default_factory=dict)
    """By the name of a shape, then by what is wrong in it."""
    violations: list[str] = field(default_factory=list)
    links: dict[str, int] = field(default_factory=dict)
    """Addresses, and the status each answers with."""
    words: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    """Text, language and voice of "Lees voor"; empty where it cannot be tapped."""


def look_around(browser: Browser, server: Server, language: str) -> dict[str, Look]:
    """Every screen by its name, with a voice for each language; each is opened once."""
    context = browser.new_context(has_touch=True, locale='nl-NL')
    faults().listen_to(context)
    context.add_init_script(voices('nl-NL', 'en-GB'))
    context.set_default_timeout(30_000)
    person = Person(context.new_page(), server.url)
    looks: dict[str, Look] = {}
    statuses: dict[str, int] = {}
    shaped = Shaped(person.page)
    turn = [*LANGUAGES].index(language)
    for number, screen in enumerate(every_screen(person, server, LANGUAGES[language], language)):
        look = looks[screen] = Look()
        # in a sample each screen in one of the languages
        read_on = share([READ_BY_AXE_ON[language]], number + turn, len(LANGUAGES))
        for size, viewport in SIZES.items():
            person.page.set_viewport_size(viewport)
            measured = person.page.evaluate(MEASURE, SMALLEST)
            look.titles, look.elements = measured.pop('titles'), measured.pop('elements')
            look.offenders[size] = measured
            if size in read_on:
                look.violations = _violations(person.page)
        for link in person.page.locator('a[href]:not([href^="tel:"])').evaluate_all(LINKS):
            # one of those that differ by an id alone: a device may not open pages without end
            kind = AN_ID.sub('id', link)
            if kind not in statuses:
                statuses[kind] = context.request.get(link, max_retries=AGAIN).status
            look.links[link] = statuses[kind]
        look.words = _words(person.page.locator('h1')) + _words(person.page.locator(ANSWERS))
        look.said = _said(person.page)
        look.shapes = shaped.offenders(type_too=language == 'nl', number=number)
    context.close()
    return looks


def flaws(page: Page, sizes: Iterable[ViewportSize] = tuple(SIZES.values())) -> list[str]:
    """What is not as it should be on a page that is open, in each of these sizes; it is left in the last.

    In the first one it is read by axe too.
    """
    page.get_by_role('heading', level=1).wait_for()
    found: list[str] = []
    for number, size in enumerate(sizes):
        page.set_viewport_size(size)
        measured = page.evaluate(MEASURE, SMALLEST)
        titles, _ = measured.pop('titles'), measured.pop('elements')
        found += [f'{titles} titles'] * (titles != 1)
        found += [f'{size["width"]} wide: {what}: {one}' for what, those in measured.items() for one in those]
        found += [] if number else _violations(page)
    return found


def _violations(page: Page) -> list[str]:
    # preloading the stylesheets would start the framework's loading bar
    found = Axe().run(page, options={'resultTypes': ['violations'], 'preload': False}).response['violations']
    return [f'{one["impact"]}: {one["id"]} {[node["html"][:120] for node in one["nodes"][:3]]}' for one in found]


def _words(these: Locator) -> list[str]:
    written = (words.replace(SOFT_HYPHEN, '') for words in these.filter(visible=True).all_inner_texts())
    return [line for words in written for line in words.split('\n') if line]


def _said(page: Page) -> dict[str, str]:
    listen = page.locator('.listen:not([data-words])').filter(visible=True)
    if not listen.count() or page.locator('dialog[open]').count():
        return {}
    listen.click()
    said = page.evaluate(SAID)
    [spoken] = {
        (one['lang'], one['voice']) for one in said if one['lang'] == page.locator('html').get_attribute('lang')
    }
    return {'text': ' '.join(one['text'] for one in said), 'lang': spoken[0], 'voice': spoken[1]}
