"""Someone at a screen. Tests read like what that person does; every tap is counted."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image
from playwright.sync_api import Error, Locator, Page, Response, expect

from tests import patience
from tests.browser.cast.on_disk import changed
from tests.page.cast.people.on_disk import OnDisk
from tests.server import server_at

AGAIN = 1
"""How often what is asked without a page is asked again: a server may end a connection that was kept, as we speak.

A browser does the same by itself.
"""


class Person:
    """One browser tab, tapped by accessible names."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.taps = 0

    def opens(self, path: str = '/') -> None:
        self._goes(self.url + path if path.startswith('/') else path)

    def gets(self, address: str) -> int:
        """Open a page; answers the status it came with."""
        answer = self._goes(address)
        assert answer
        return answer.status

    def _goes(self, address: str) -> Response | None:
        """Type an address, and once more where the page of before moved on by itself under the hand that typed."""
        try:
            return self.page.goto(address)
        except Error as error:
            if 'ERR_ABORTED' not in error.message and 'interrupted' not in error.message:
                raise
            return self.page.goto(address)

    def goes_back(self, page: str) -> None:
        """Tap Back of the browser on a sub-page, once it is the address: a screen is drawn a moment before."""
        self.is_at(page)
        self.page.go_back()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role('button', name=name, exact=True)

    def link(self, name: str) -> Locator:
        return self.page.get_by_role('link', name=name, exact=True)

    def step(self, words: str) -> Locator:
        """The card of a step, which leads to its screen."""
        return self.page.get_by_role('link', name=re.compile(f'^{re.escape(words)}'))

    def taps_button(self, name: str) -> None:
        self.button(name).first.click()
        self.taps += 1

    def taps_link(self, *names: str) -> None:
        """Tap a link, and then those on the screens it leads to: each when the screen before it is gone."""
        for name in names[:-1]:
            title = self.page.get_by_role('heading', level=1).element_handle()
            self._taps_link(name)
            title.wait_for_element_state('hidden')
        self._taps_link(names[-1])

    def _taps_link(self, name: str) -> None:
        self.link(name).first.click()
        self.taps += 1

    def picks(self, name: str) -> None:
        """Tap an answer tile, and see that it is chosen."""
        self.taps_button(name)
        self.sees_pressed(name)

    def lets_go(self, name: str) -> None:
        """Tap a chosen answer, and see that it no longer is."""
        self.taps_button(name)
        self.sees_pressed(name, pressed=False)

    def sees_pressed(self, name: str, *, pressed: bool = True, within: int = 30_000) -> None:
        """Wait for an answer to be chosen or not; `within` is in milliseconds."""
        wanted = str(pressed).lower()
        expect(self.button(name).first).to_have_attribute('aria-pressed', wanted, timeout=patience.within(within))

    def line(self, label: str = 'Eigen woorden') -> Locator:
        """The line to write on."""
        return self.page.get_by_label(label, exact=True)

    def writes(self, words: str, label: str = 'Eigen woorden') -> None:
        self.line(label).fill(words)
        self.taps_button('Schrijf op')

    def sees_title(self, words: str) -> None:
        expect(self.page.get_by_role('heading', level=1)).to_have_text(words)

    def sees(self, words: str) -> None:
        expect(self.page.get_by_text(words, exact=True).first).to_be_visible()

    def sees_nothing_of(self, words: str, *, within: int = 30_000) -> None:
        """Wait until `words` stand nowhere; `within` is in milliseconds."""
        expect(self.page.get_by_text(words)).to_have_count(0, timeout=patience.within(within))

    def is_at(self, page: str) -> None:
        """Wait for a sub-page of the compass, as in a pattern; `''` for home."""
        expect(self.page).to_have_url(re.compile(rf'/kompas/[0-9a-f]{{16}}{f"/{page}" if page else ""}$'))

    @property
    def compass_id(self) -> str:
        found = re.search(r'/kompas/([0-9a-f]{16})', self.page.url)
        assert found, self.page.url
        return found[1]

    @property
    def step_id(self) -> str:
        """The step that this screen is about."""
        found = re.search(r'/stap/([0-9a-f]+)', self.page.url)
        assert found, self.page.url
        return found[1]

    @property
    def has_a_phone(self) -> bool:
        """Whether this browser says that it is on a phone; one that does not is asked whether it goes home."""
        return 'Mobi' in str(self.page.evaluate('navigator.userAgent'))

    def begins(self, page: str = '') -> None:
        """Make a new compass and come to its home, or a sub-page. The taps of the first path are the journey's."""
        compass_id = self._posts('/nieuw').split('/')[2]
        with changed(server_at(self.url), compass_id) as compass:
            compass.finish_path()
        self._comes_to(page, f'/kompas/{compass_id}/{page}'.rstrip('/'))

    def comes_in_with_the_sheet_of(self, owner: 'Person') -> None:
        """Be at home on a device of one's own. What is seen and tapped on the way is `enters` to show."""
        sheet = OnDisk(server_at(self.url), owner.compass_id).sheet_token
        asked = self._posts('/k', sleutel=sheet, wiens='mijn')
        self._comes_to('', self._posts(asked, wiens='mee'))

    def _posts(self, path: str, **form: str) -> str:
        """Send a form without its page; answers where it leads."""
        headers = {'Origin': self.url, 'Accept-Language': self.page.evaluate('navigator.language')}
        answer = self.page.request.post(
            self.url + path, headers=headers, form={**form}, max_redirects=0, max_retries=AGAIN
        )
        return answer.headers['location']

    def _comes_to(self, page: str, address: str) -> None:
        self.opens(address)
        self.is_at(page)
        self.page.get_by_role('heading', level=1).wait_for()

    def is_called(self, name: str) -> None:
        """From home, give the compass a name."""
        self.taps_link('Dit ben ik')
        self.writes(name, 'Hoe mogen we je noemen?')
        self.taps_link('Kompas')
        self.is_at('')
        self.sees_title(name)

    def sets_step(self, what: str) -> None:
        """From home, choose a step, and leave with whom and when open."""
        self.is_at('')  # the screen of before may have the same button
        self.taps_button('Nieuwe stap')
        self.picks(what)
        self.taps_link('Kompas')
        self.is_at('')

    def goes_to(self, page: str) -> None:
        """Open a sub-page by its address, as after a reload."""
        self.opens(f'/kompas/{self.compass_id}/{page}'.rstrip('/'))
        self.page.get_by_role('heading', level=1).wait_for()

    def shows_code(self, name: str = 'QR-code van dit kompas') -> str:
        """The address in the QR code on the screen, read as a camera reads it."""
        code = self.page.get_by_role('img', name=name)
        found = zxingcpp.read_barcode(Image.open(BytesIO(code.screenshot())))
        assert found is not None
        return found.text

    def prints(self) -> str:
        """The address in the QR code on the sheet for the fridge."""
        answer = self.page.request.get(f'{self.url}/kompas/{self.compass_id}/poster.pdf?maat=a4', max_retries=AGAIN)
        assert answer.status == 200
        [page, *_] = pypdfium2.PdfDocument(answer.body())
        found = zxingcpp.read_barcode(page.render(scale=2).to_pil())
        assert found is not None
        return found.text

    def shares(self) -> str:
        """From home, open the place with the QR code; answers the address in it."""
        self.taps_link('Delen')
        return self.shows_code()

    def enters(self, address: str, whose: str = 'Van mij') -> None:
        """Scan a code and open the compass; `whose` is what this person says of the device, or "Even kijken"."""
        self.opens(address)
        if whose == 'Even kijken':
            self.taps_button(whose)
        else:
            self.taps_button('Dit is mijn kompas')
            self.taps_button(whose)
        if whose == 'Van mij' and not self.has_a_phone:
            self.taps_button('Ja')  # it goes home with them
        self.is_at('')
        self.page.get_by_role('heading', level=1).wait_for()

    def is_live(self) -> None:
        """Wait until the line of this page stands: what ends a page before that leads elsewhere."""
        self.awaits('globalThis.did_handshake')

    def awaits(self, question: str, about: Any = None) -> None:
        """Ask a function of the page until it says yes; a promise that `wait_for_function` gets is a yes by itself."""
        end = time.monotonic() + patience.within(30)
        while not self._hears(question, about):
            assert time.monotonic() < end, question
            self.page.wait_for_timeout(20)

    def _hears(self, question: str, about: Any) -> bool:
        try:
            return bool(self.page.evaluate(question, about))
        except Error:  # the page of before moved on
            return False

    def says_it_is_theirs(self) -> None:
        """Where they began: the device is their own, and goes home with them."""
        compass_id = self.compass_id
        self.opens('/wat-bewaren-we')  # an open page of the compass would begin anew under the hand
        self._comes_to('', self._posts(f'/van-wie/{compass_id}', wiens='mee'))

    @contextmanager
    def without_a_reload(self) -> Iterator[None]:
        """No document is loaded in this tab inside the block."""
        loads: list[str] = []

        def count(page: Page) -> None:
            loads.append(page.url)

        self.page.on('domcontentloaded', count)
        yield
        self.page.remove_listener('domcontentloaded', count)
        assert not loads
