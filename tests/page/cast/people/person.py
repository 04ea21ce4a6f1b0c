"""Strangers, people with a key, and owners: each a browser with a cookie jar."""

import base64
import json
from contextlib import AbstractContextManager
from itertools import count
from typing import Any

import httpx

from tests.page.cast.as_read import NO_TLS, AsRead
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import OnDisk
from tests.page.cast.socket import Socket, socket

_addresses = (f'198.51.{number // 250}.{number % 250 + 1}' for number in count())


class Stranger:
    """A browser with a cookie jar and an address of its own."""

    def __init__(self, server: Machine, **headers: str) -> None:
        self.server = server
        # as a reverse proxy on the same machine says it
        self.address = next(_addresses)
        own_headers = {'X-Forwarded-For': self.address, **headers}
        transport = AsRead(server.origin, verify=NO_TLS)
        self.http = httpx.Client(
            base_url=server.url, headers=own_headers, timeout=60, transport=transport, trust_env=False
        )

    def opens(self, path: str, **options: Any) -> httpx.Response:
        return self.http.get(path, **options)

    def posts(self, path: str, headers: dict[str, str] | None = None, /, **form: str) -> httpx.Response:
        return self.http.post(path, data=form, headers=headers)

    def enters(self, token: str, *, own: bool = False, looks: bool = False) -> httpx.Response:
        """Scan a sheet, and say whose this device is where that is asked."""
        answer = self.posts('/k', sleutel=token, wiens='kijken' if looks else 'mijn')
        asked = answer.headers.get('location', '')
        if asked.startswith('/van-wie/'):
            return self.posts(asked, wiens='mee' if own else 'iedereen')
        return answer

    @property
    def cookie(self) -> str:
        """The cookie as it goes over the line."""
        return '; '.join(f'{one.name}={one.value}' for one in self.http.cookies.jar)

    @property
    def session(self) -> dict[str, Any]:
        """What the cookie carries."""
        value = self.http.cookies.get('kompas')
        return json.loads(base64.b64decode(value.split('.')[0])) if value else {}

    def token_of(self, compass_id: str) -> str:
        """The key of this device."""
        return str(self.session['keys'][compass_id])

    def socket(self, page: Page | str, *, origin: str | None = 'own', **options: Any) -> AbstractContextManager[Socket]:
        """A line to a live page, as this browser opens it."""
        client_id = page if isinstance(page, str) else page.client_id
        origin = self.server.origin if origin == 'own' else origin
        return socket(self.server.url, client_id, origin=origin, cookie=self.cookie, **options)


class Person(Stranger):
    """Someone with a key for a compass."""

    id: str
    on_disk: 'OnDisk'

    def page(self, name: str = '') -> Page:
        return Page(self.opens(f'/kompas/{self.id}/{name}'.rstrip('/')))

    def taps(self, page: str, *words: str) -> None:
        """Tap tiles of a sub-page; each is on disk when this ends."""
        live = self.page(page)
        with self.socket(live) as line:
            for word in words:
                listener = live.listener(word)
                with self.on_disk.changes():
                    line.triggers(live.client_id, listener.element, listener.id)

    def writes(self, page: str, words: str) -> None:
        """Write own words on a sub-page."""
        live = self.page(page)
        with self.socket(live) as line, self.on_disk.changes():
            line.triggers(live.client_id, live.form.element, live.form.id, words)


class Worker(Person):
    """Someone with the sheet of another's compass."""

    def __init__(self, owner: 'Owner', *, own: bool = False) -> None:
        super().__init__(owner.server)
        self.id = owner.id
        self.on_disk = owner.on_disk
        answer = self.enters(owner.on_disk.sheet_token, own=own)
        assert answer.headers['location'].startswith(f'/kompas/{self.id}'), answer.text


class Owner(Person):
    """Someone who made a compass, on the device it was made on, and went past the questions of the first time."""

    def __init__(self, server: Machine, **headers: str) -> None:
        super().__init__(server, **headers)
        self.id = self.posts('/nieuw').headers['location'].split('/')[2]
        self.on_disk = OnDisk(server, self.id)
        self.on_disk.finish_path()
