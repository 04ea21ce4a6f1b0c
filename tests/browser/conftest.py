"""A real browser, and people who use it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.look import LANGUAGES, SIZES, Look, look_around
from tests.browser.person import Person
from tests.server import Server
from tools.browser import FLAGS, find_browser

PHONE, TABLET = SIZES['phone'], SIZES['tablet']


@pytest.fixture(scope='session')
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # without a process for graphics, which has no graphics card anyway, all goes a quarter faster
        args = [*FLAGS, '--in-process-gpu']
        browser = playwright.chromium.launch(executable_path=find_browser(), args=args)
        yield browser
        browser.close()


@pytest.fixture
def new_person(browser: Browser, server: Server) -> Iterator[Callable[..., Person]]:
    """Makes people, each with a browser of their own; fails the test when a page of theirs had an error."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def make(size: dict[str, int] = TABLET, url: str = '', **options: object) -> Person:
        context = browser.new_context(**{'viewport': size, 'has_touch': True, 'locale': 'nl-NL'} | options)
        contexts.append(context)
        page: Page = context.new_page()
        page.set_default_timeout(10_000)
        page.on('pageerror', lambda error: errors.append(str(error)))
        return Person(page, url or server.url)

    yield make
    for context in contexts:
        context.close()
    assert not errors


@pytest.fixture
def owner(new_person: Callable[..., Person]) -> Person:
    """The person whose compass it is, at the tablet it is made on."""
    return new_person()


@pytest.fixture
def phone(new_person: Callable[..., Person], owner: Person) -> Person:
    """The owner's own phone: it scanned the code of a new compass, which the tablet shows."""
    owner.begins()
    phone = new_person(PHONE)
    phone.enters(owner.shares())
    return phone


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server of the test alone, to be stopped and started."""
    with Server(tmp_path) as running:
        yield running


@pytest.fixture(scope='session', params=LANGUAGES)
def looks(request: pytest.FixtureRequest, browser: Browser, server: Server) -> dict[str, Look]:
    """A look at every screen, once in each language."""
    return look_around(browser, server, request.param)
