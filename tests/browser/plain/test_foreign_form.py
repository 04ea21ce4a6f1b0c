"""A page of another site posts a form to us, in every way a page can: nothing changes, and nobody lands anywhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import product
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.cast.person import Person
from tests.browser.cast.profile import ELSEWHERE
from tests.browser.conftest import PHONE
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import files_below
from tests.page.cast.people.person import Owner

EN = {'taal': 'en'}
REFUSED = 'Dat lukt niet. Begin hier opnieuw.'
WAYS = {
    'plain': '{form}',
    'without a referrer': '<meta name="referrer" content="no-referrer">{form}',
    'from a sandbox': '<iframe name="box" sandbox="allow-forms allow-scripts allow-top-navigation" srcdoc="{inside}">'
    '</iframe>',
}


class _Evil(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header('Content-Type', 'text/html')
        self.end_headers()
        self.wfile.write(self.server.page.encode())  # type: ignore[attr-defined]

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def evil_site(page: str) -> Iterator[str]:
    """A site of somebody else, with one page: its address."""
    server = HTTPServer(('127.0.0.1', 0), _Evil)
    server.page = page  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f'http://127.0.0.1:{server.server_port}/'
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def lure(way: str, address: str, fields: dict[str, str]) -> str:
    """A page that posts these fields as soon as it stands."""
    inputs = ''.join(f'<input name="{name}" value="{value}">' for name, value in fields.items())
    form = f'<form method="post" action="{address}" target="_top">{inputs}</form>'
    form += '<script>document.forms[0].submit()</script>'
    return WAYS[way].format(form=form, inside=escape(form))


class Named(Machine):
    """A server that people reach by a name, over plain http: a browser sends it no fetch metadata."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._settings['URL'] = f'http://{ELSEWHERE}:{self.port}'


@pytest.mark.long
@pytest.mark.parametrize('kind', [Machine, Named], ids=['with fetch metadata', 'without'])
def test_a_form_of_another_site_changes_nothing(
    new_person: Callable[..., Person], pretending_browser: Browser, tmp_path: Path, kind: type[Machine]
) -> None:
    with kind(tmp_path) as server:
        attacker = Owner(server)
        sam = begins(new_person(PHONE, server.origin, using=pretending_browser, fresh=True))
        mine, before = sam.compass_id, set(files_below(server.data))
        sheet = {'sleutel': attacker.on_disk.sheet_token, 'wiens': 'mijn'}
        posted: list[tuple[str, dict[str, str]]] = [('/k', sheet), ('/nieuw', {}), ('/taal', EN), ('/tot-ziens', {})]
        for way, (path, fields) in product(WAYS, posted):
            with evil_site(lure(way, server.origin + path, fields)) as address:
                sam.page.goto(address, wait_until='commit')
                expect(sam.page.get_by_role('heading', level=1)).to_have_text(REFUSED)
        assert set(files_below(server.data)) == before
        sam.opens(f'/kompas/{mine}/wens')
        sam.picks('werk')


def begins(person: Person) -> Person:
    """Make a compass with the forms on the screen, which are ours."""
    person.opens()
    person.taps_button('Nieuw kompas')
    person.taps_button('Van iedereen hier')
    person.is_at('ik')
    return person
