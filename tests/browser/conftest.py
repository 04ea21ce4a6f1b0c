"""A real browser, and people who use it."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from tests.browser.cast.faults import expected, faults
from tests.browser.cast.look import LANGUAGES, SIZES, Look, look_around
from tests.browser.cast.person import Person
from tests.browser.cast.profile import PATIENCE, PRETENDING
from tests.server import Server
from tools.browser import FLAGS, find_browser

PHONE, TABLET = SIZES['phone'], SIZES['tablet']
SHARING = [*FLAGS, '--process-per-site']
"""All who visit one server share a process, and with it the compiled scripts."""
OUR_LANGUAGE = 'nl'
"""In which words are written; a look at every screen in another one takes long."""

expect.set_options(timeout=PATIENCE)


def pytest_runtest_setup(item: pytest.Item) -> None:
    faults().begin()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """A test fails at its end when anything went wrong meanwhile that it does not say it expects.

    Before servers are stopped and tabs closed, which goes as it goes.
    """
    yield
    patterns = [one for mark in item.iter_markers('expects') for one in expected(*mark.args, **mark.kwargs)]
    if found := faults().found(patterns):
        pytest.fail('\n'.join(found), pytrace=False)


@pytest.fixture(scope='session')
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=SHARING)
        yield browser
        browser.close()


@pytest.fixture(scope='session')
def pretending_browser(browser: Browser) -> Iterator[Browser]:
    """One with two cameras and a microphone that pretend (a turning disc, a beep each second), which may be used."""
    pretending = browser.browser_type.launch(
        executable_path=find_browser(), args=[*FLAGS, '--process-per-site', *PRETENDING]
    )
    yield pretending
    pretending.close()


@pytest.fixture(scope='session')
def devices() -> defaultdict[Browser, list[BrowserContext]]:
    """Browsers that were given back, without a cookie: the next test need not compile all scripts anew."""
    return defaultdict(list)


@pytest.fixture
def new_person(
    browser: Browser, server: Server, devices: defaultdict[Browser, list[BrowserContext]]
) -> Iterator[Callable[..., Person]]:
    """Makes people, each with a browser of their own, which is listened to.

    With options, or `fresh`, it is one that nobody had before and nobody gets after.
    """
    lent: list[tuple[Browser, BrowserContext]] = []
    apart: list[BrowserContext] = []

    def device(options: dict[str, Any], using: Browser) -> BrowserContext:
        usual: dict[str, Any] = {'has_touch': True, 'locale': 'nl-NL'}
        context = using.new_context(**usual | options)
        faults().listen_to(context)
        return context

    def make(
        size: ViewportSize = TABLET,
        url: str = '',
        *,
        fresh: bool = False,
        using: Browser = browser,
        **options: Any,
    ) -> Person:
        if fresh or options:
            context = device(options, using)
            apart.append(context)
        else:
            kept = devices[using]
            context = kept.pop() if kept else _first_tab(device({}, using), server)
            lent.append((using, context))
        page: Page = context.new_page()
        page.set_viewport_size(size)
        page.set_default_timeout(PATIENCE)
        return Person(page, url or server.url)

    yield make
    for context in apart:
        context.close()
    for using, context in lent:
        if has_own_clock(context):
            _clean(context)
            devices[using].append(context)
        else:
            context.close()


def _first_tab(context: BrowserContext, server: Server) -> BrowserContext:
    """A tab that stays open keeps the compiled scripts."""
    context.new_page().goto(server.url)
    return context


def has_own_clock(context: BrowserContext) -> bool:
    """Whether nobody put one in that can be turned: it never goes out again, and errors of its timers are not heard."""
    return bool(context.pages[0].evaluate("`${setInterval}`.includes('native code')"))


def _clean(context: BrowserContext) -> None:
    first, *others = context.pages
    for page in others:
        page.close()
    # what waits to be sent is sent by whichever page opens next: of the next test, to a compass of this one
    kept = {'origin': first.evaluate('origin'), 'storageTypes': 'indexeddb,local_storage'}
    context.new_cdp_session(first).send('Storage.clearDataForOrigin', kept)
    context.clear_cookies()
    context.set_offline(False)


@pytest.fixture
def owner(new_person: Callable[..., Person]) -> Person:
    """The person whose compass it is, at the tablet it is made on."""
    return new_person()


@pytest.fixture
def phone(new_person: Callable[..., Person], owner: Person) -> Person:
    """The owner's own phone: it scanned the code of a new compass, which the tablet shows."""
    owner.begins('delen')
    phone = new_person(PHONE)
    phone.comes_in_with_the_sheet_of(owner)
    return phone


@pytest.fixture
def maker(new_person: Callable[..., Person], owner: Person, pretending_browser: Browser) -> Person:
    """The owner with a phone of their own that has a camera and a microphone; the tablet stays where it is."""
    owner.begins('delen')
    maker = new_person(PHONE, using=pretending_browser)
    maker.comes_in_with_the_sheet_of(owner)
    return maker


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server of the test alone, to be stopped and started."""
    with Server(tmp_path) as running:
        yield running


@pytest.fixture(
    scope='session',
    params=[OUR_LANGUAGE, *(pytest.param(one, marks=pytest.mark.long) for one in LANGUAGES if one != OUR_LANGUAGE)],
)
def looks(request: pytest.FixtureRequest, browser: Browser, server: Server) -> dict[str, Look]:
    """A look at every screen, once in each language."""
    return look_around(browser, server, request.param)
