"""What a tap, a page and its weight cost, in a real browser: `python -m benchmarks.tap`.

Three rows side by side in one run: the network of this machine, then Slow 4G with a CPU four times slower.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

from tests.page.cast.filled import filled
from tests.page.cast.people.machine import Machine
from tools.browser import FLAGS, find_browser

TAPS = 40
SLOW_4G = {'offline': False, 'latency': 150, 'downloadThroughput': 1.6e6 / 8, 'uploadThroughput': 750e3 / 8}
_TAP = """(name) => new Promise((resolve) => {
  const tile = [...document.querySelectorAll('button.tile')].find((one) => one.textContent.trim() === name);
  const before = tile.getAttribute('aria-pressed');
  const start = performance.now();
  new MutationObserver((_, observer) => {
    if (tile.getAttribute('aria-pressed') === before) return;
    observer.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - start));
  }).observe(tile, { attributes: true });
  tile.click();
})"""


def main() -> None:
    """Measure both, and print one table."""
    columns = ('cold kB', 'warm kB', 'first ms', 'usable ms', 'screen ms', 'tap p50', 'tap p95')
    print(' ' * 10 + ''.join(f'{column:>11}' for column in columns))
    with (
        tempfile.TemporaryDirectory() as folder,
        Machine(Path(folder), full_cost=True) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        for name, slow in (('as it is', False), ('slow phone', True)):
            print(f'{name:10} {_row(browser, server, slow=slow)}')
        browser.close()


def _row(browser: Browser, server: Machine, *, slow: bool) -> str:
    address, cookies = _filled(server)
    context = browser.new_context(viewport={'width': 390, 'height': 844}, service_workers='block')
    context.add_cookies(cookies)
    page = context.new_page()
    session = _throttled(context, page, slow=slow)
    cold, first, usable = _load(page, session, address)
    warm, _, _ = _load(page, session, address)
    screen = _timed(lambda: _open(page, 'Jezelf zijn', 'Wat geeft jou kracht?'))
    taps = sorted(page.evaluate(_TAP, 'muziek') for _ in range(TAPS))
    context.close()
    figures = (cold, warm, first, usable, screen, statistics.median(taps), taps[int(len(taps) * 0.95)])
    return ''.join(f'{figure:11.0f}' for figure in figures)


def _filled(server: Machine) -> tuple[str, list[Any]]:
    """The address of a compass with 24 strengths, 6 steps and a wish, and the cookies of a browser that is new to it.

    Such a browser has none of our files.
    """
    owner = filled(server)
    cookies = [{'name': name, 'value': value, 'url': server.url} for name, value in owner.http.cookies.items()]
    return f'{server.url}/kompas/{owner.id}', cookies


def _throttled(context: BrowserContext, page: Page, *, slow: bool) -> CDPSession:
    session = context.new_cdp_session(page)
    session.send('Network.enable')
    if slow:
        session.send('Network.emulateNetworkConditions', SLOW_4G)
        session.send('Emulation.setCPUThrottlingRate', {'rate': 4})
    return session


def _load(page: Page, session: CDPSession, address: str) -> tuple[float, float, float]:
    """Kilobytes over the network, milliseconds to the first paint, and to the first button that works."""
    received: list[float] = []

    def count(event: dict[str, float]) -> None:
        received.append(event['encodedDataLength'])

    session.on('Network.loadingFinished', count)

    def come() -> None:
        page.goto(address, wait_until='commit')
        page.get_by_role('button', name='Klaar voor vandaag').wait_for()

    usable = _timed(come)
    page.wait_for_timeout(500)
    session.remove_listener('Network.loadingFinished', count)
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    return sum(received) / 1000, first, usable


def _open(page: Page, link: str, title: str) -> None:
    page.get_by_role('link', name=link).click()
    page.get_by_role('heading', name=title).wait_for()


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


if __name__ == '__main__':
    main()
