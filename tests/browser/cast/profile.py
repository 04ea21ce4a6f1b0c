"""A browser with a profile on disk, as people have it: what it keeps outlives it."""

from pathlib import Path

from playwright.sync_api import BrowserContext, BrowserType

from tests.browser.cast.look import SIZES
from tests.browser.cast.person import Person
from tools.browser import FLAGS, find_browser

ELSEWHERE = 'kompas.test'
"""A name that the pretending browser takes for this machine: over plain http it may use no camera there."""
PRETENDING = (
    '--use-fake-device-for-media-stream=device-count=2,fps=5',
    '--use-fake-ui-for-media-stream',
    f'--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1',
)
PATIENCE = 30_000
"""Milliseconds in which a page shows what it should, on a machine that may be busy."""


class Profile:
    """That of a phone with a camera and a microphone, which can be closed and opened again."""

    def __init__(self, browsers: BrowserType, folder: Path) -> None:
        self._browsers = browsers
        self._folder = folder
        self._open: BrowserContext | None = None

    def opens_at(self, url: str) -> Person:
        """Start the browser, and be at a first, empty page."""
        self.closes()
        self._open = self._browsers.launch_persistent_context(
            self._folder,
            executable_path=find_browser(),
            args=[*FLAGS, *PRETENDING],
            viewport=SIZES['phone'],
            has_touch=True,
            locale='nl-NL',
        )
        [page] = self._open.pages
        page.set_default_timeout(PATIENCE)
        return Person(page, url)

    def closes(self) -> None:
        """Close the whole browser, with what stands in it."""
        if self._open:
            self._open.close()
            self._open = None
