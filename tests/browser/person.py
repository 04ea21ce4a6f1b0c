"""Someone at a screen. Tests read like what that person does; every tap is counted."""

import re

from playwright.sync_api import Locator, Page, expect


class Person:
    """One browser tab, tapped by accessible names."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.taps = 0

    def opens(self, path: str = '/') -> None:
        self.page.goto(self.url + path if path.startswith('/') else path)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role('button', name=name, exact=True)

    def link(self, name: str) -> Locator:
        return self.page.get_by_role('link', name=name, exact=True)

    def taps_button(self, name: str) -> None:
        self.button(name).first.click()
        self.taps += 1

    def taps_link(self, name: str) -> None:
        self.link(name).first.click()
        self.taps += 1

    def picks(self, name: str) -> None:
        """Tap an answer tile, and see that it is chosen."""
        self.taps_button(name)
        expect(self.button(name).first).to_have_attribute('aria-pressed', 'true')

    def writes(self, words: str, label: str = 'Eigen woorden') -> None:
        self.page.get_by_label(label, exact=True).fill(words)
        self.taps_button('Schrijf op')

    def sees_title(self, words: str) -> None:
        expect(self.page.get_by_role('heading', level=1)).to_have_text(words)

    def is_at(self, page: str) -> None:
        """Wait for a sub-page of the compass, `''` for home."""
        expect(self.page).to_have_url(re.compile(rf'/kompas/[0-9a-f]{{16}}{f"/{page}" if page else ""}$'))

    @property
    def compass_id(self) -> str:
        found = re.search(r'/kompas/([0-9a-f]{16})', self.page.url)
        assert found, self.page.url
        return found[1]

    def begins(self) -> None:
        """Make a new compass and skip to home."""
        self.opens()
        self.taps_button('Nieuw kompas')
        self.is_at('ik')
        self.taps_link('Kompas')
        self.is_at('')

    def goes_to(self, page: str) -> None:
        """Open a sub-page by its address."""
        self.opens(f'/kompas/{self.compass_id}/{page}'.rstrip('/'))
        self.page.get_by_role('heading', level=1).wait_for()
