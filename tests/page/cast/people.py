"""Who talks to the server in these tests, without a browser: strangers, owners, workers; and what lies on disk."""

import base64
import hashlib
import json
import os
import re
import signal
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pyotp

from model.access.keys import Keys
from model.settings import Settings
from model.storage.files.keys import KeyFiles
from model.workers.one_time import STEP
from tests.browser.cast.on_disk import changed
from tests.page.cast.as_read import AsRead
from tests.page.cast.socket import Socket, socket
from tests.server import Server

# loading certificates for each new client would take longer than most tests
_NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
_addresses = (f'198.51.{number // 250}.{number % 250 + 1}' for number in count())


class Machine(Server):
    """A server of which the process can be looked at."""

    @property
    def memory(self) -> float:
        """What it holds, in MB."""
        status = Path(f'/proc/{self.process_id}/status').read_text()
        found = re.search(r'VmRSS:\s+(\d+) kB', status)
        assert found
        return int(found[1]) / 1024

    @contextmanager
    def halted(self, name: str) -> Iterator[None]:
        """Processes that it started, with this in their command, stand still as long as this lasts."""
        found = [int(path.parent.name) for path in Path('/proc').glob('[0-9]*/stat') if self._started(path, name)]
        for pid in found:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in found:
                with suppress(ProcessLookupError):  # it was ended meanwhile
                    os.kill(pid, signal.SIGCONT)

    def _started(self, stat: Path, name: str) -> bool:
        with suppress(FileNotFoundError, ProcessLookupError):  # some end while one looks
            parent = int(stat.read_text().rpartition(')')[2].split()[1])
            return parent == self.process_id and name in stat.with_name('cmdline').read_text()
        return False


@dataclass(frozen=True)
class Listener:
    """An element of a page that waits for an event."""

    element: int
    id: str
    type: str
    words: str


class Page:
    """The HTML of a live page, and what can be read from it."""

    def __init__(self, answer: httpx.Response) -> None:
        assert answer.status_code == 200, answer.text[:500]
        self.answer = answer
        self.text = answer.text

    @property
    def client_id(self) -> str:
        found = re.search(r"'client_id': '([0-9a-f-]{36})'", self.text)
        assert found
        return found[1]

    @cached_property
    def elements(self) -> dict[str, Any]:
        found = re.search(r'parseElements\(String\.raw`(.*?)`\)', self.text, re.DOTALL)
        assert found
        written = found[1]
        for escaped, letter in (('&#36;', '$'), ('&#96;', '`'), ('&gt;', '>'), ('&lt;', '<'), ('&amp;', '&')):
            written = written.replace(escaped, letter)
        elements: dict[str, Any] = json.loads(written)
        return elements

    @property
    def listeners(self) -> list[Listener]:
        return listeners_of(self.elements)

    def listener(self, words: str, type: str = 'click') -> Listener:
        """The one with these words in it."""
        return next(one for one in self.listeners if one.type == type and one.words == words)

    @property
    def form(self) -> Listener:
        """The line to write own words on."""
        return next(one for one in self.listeners if one.type == 'submit')


def listeners_of(elements: dict[str, Any]) -> list[Listener]:
    """All that wait for an event among elements as the framework writes them."""
    return [
        Listener(int(element_id), event['listener_id'], event['type'], _words(element))
        for element_id, element in elements.items()
        if element
        for event in element.get('events', [])
    ]


def _words(element: dict[str, Any]) -> str:
    props = element.get('props', {})
    return re.sub(r'<[^>]*>', '', props.get('innerHTML', '')).strip() or props.get('aria-label', '')


class Stranger:
    """A browser with a cookie jar and an address of its own."""

    def __init__(self, server: Machine, **headers: str) -> None:
        self.server = server
        # as a reverse proxy on the same machine says it
        self.address = next(_addresses)
        own_headers = {'X-Forwarded-For': self.address, **headers}
        transport = AsRead(server.origin, verify=_NO_TLS)
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


class Colleague(Stranger):
    """A worker at work: came by an invitation, chose a password, has a code app, and is signed in."""

    password = 'kastanje trommel wolk'

    def __init__(self, server: Machine, name: str = 'Noor', *, team: str = '', coordinator: bool = False) -> None:
        self._begin(server, name, coordinator_of(server).invites(team=team, coordinator=coordinator))

    @classmethod
    def first(cls, server: Machine) -> 'Colleague':
        """The coordinator who came by the invitation that the server printed."""
        return cls.invited(server, INVITATION.findall(server.log)[-1], 'Coby')

    @classmethod
    def invited(cls, server: Machine, link: str, name: str = 'Noor') -> 'Colleague':
        """Whoever holds this link of an invitation."""
        one = cls.__new__(cls)
        one._begin(server, name, link)
        return one

    def _begin(self, server: Machine, name: str, link: str) -> None:
        super().__init__(server)
        self.name = name
        self.login = f'{name.lower()} {next(_logins)}'
        self._last_step = 0
        self.accepts(link)
        self.recovery = self.chooses_password()

    def accepts(self, link: str) -> None:
        """Open the invitation and give a name."""
        assert self.posts('/werk/uitnodiging', sleutel=link.partition('#')[2]).headers['location'] == '/werk/welkom'
        assert self.posts('/werk/welkom', voornaam=self.name).status_code == 303

    def chooses_password(self) -> list[str]:
        """Complete the account; answers the recovery codes."""
        self.scans()
        form = {'naam': self.login, 'wachtwoord': self.password, 'code': self.code()}
        answer = self.posts('/werk/welkom/wachtwoord', **form)
        assert answer.status_code == 200, answer.text
        return self.recovery_codes(answer)

    def scans(self) -> None:
        """Let the code app know the account."""
        shown = re.search(r'<code dir="ltr">((?:[A-Z2-7]{4} ?){8})</code>', self.opens('/werk/welkom/wachtwoord').text)
        assert shown
        self.app = pyotp.TOTP(shown[1].replace(' ', ''))

    def recovery_codes(self, page: httpx.Response) -> list[str]:
        """Those on a page."""
        return re.findall(r'<code dir="ltr">([0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4})</code>', page.text)

    def code(self) -> str:
        """A code that was not used before; every third within half a minute takes a wait."""
        # the one before still counts, but not when the next begins before it arrives
        step = max(self._last_step + 1, int(time.time() + 3) // STEP - 1)
        while step > int(time.time()) // STEP + 1:
            time.sleep(0.2)
        self._last_step = step
        return self.last_code

    @property
    def last_code(self) -> str:
        """The code that was used last."""
        return str(self.app.generate_otp(self._last_step))

    def signs_in(self, *, own: bool = False, **form: str) -> httpx.Response:
        """Sign in; what is in `form` takes the place of what is right."""
        right = {'naam': self.login, 'wachtwoord': self.password} | ({'eigen': 'ja'} if own else {})
        return self.posts('/werk/in', **right | ({} if 'code' in form else {'code': self.code()}) | form)

    def signs_out(self) -> None:
        assert self.posts('/werk/uit').status_code == 303

    @property
    def is_in(self) -> bool:
        return self.opens('/werk/in').status_code == 303

    def invites(self, *, team: str = '', coordinator: bool = False) -> str:
        """As a coordinator: the link to hand to a colleague."""
        answer = self.posts('/werk/team/uitnodigen', team=team, coordinator='ja' if coordinator else '')
        found = INVITATION.search(answer.text)
        assert found, answer.text
        return found[0]


INVITATION = re.compile(r'https?://[^\s"<]+/werk/uitnodiging#[\w-]{22}')
_logins = count()
_coordinators: dict[Path, Colleague] = {}


def coordinator_of(server: Machine) -> Colleague:
    """The first coordinator of a server, signed in."""
    one = _coordinators.get(server.data) or Colleague.first(server)
    _coordinators[server.data] = one
    if not one.is_in:
        assert one.signs_in(own=True).status_code == 303
    return one


class OnDisk:
    """What lies on disk of one compass."""

    def __init__(self, server: Server, compass_id: str) -> None:
        self.id = compass_id
        self._server = server
        self._data = server.data
        self.folder = server.data / 'compasses' / compass_id
        self.file = self.folder / 'compass.json'
        self.previous = self.folder / 'compass.previous.json'

    @property
    def bytes(self) -> bytes:
        return self.file.read_bytes()

    @property
    def document(self) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(self.bytes)['compass']['1']
        return document

    def finish_path(self) -> None:
        """The first time is over: `/kompas/{id}` is home."""
        with changed(self._server, self.id) as compass:
            compass.finish_path()

    @property
    def keys(self) -> Keys:
        """As the server sees them, with its secret."""
        return keys_of(self._data)

    @property
    def sheet_token(self) -> str:
        """What the QR code of the sheet holds behind the #."""
        tokens = [self.keys.token(key_id) for key_id in self.document['keys']]
        return next(token for token in tokens if self.key(token)['kind'] == 'sheet')

    def is_sheet(self, key_id: str) -> bool:
        """Whether this is the key of a sheet."""
        file = self.key_file(self.keys.token(key_id))
        return file.exists() and json.loads(file.read_bytes())['kind'] == 'sheet'

    def key_file(self, token: str) -> Path:
        return self._data / 'keys' / f'{hashlib.sha256(token.encode()).hexdigest()}.json'

    def key(self, token: str) -> dict[str, Any]:
        key: dict[str, Any] = json.loads(self.key_file(token).read_bytes())
        return key

    def rewrite_key(self, token: str, **fields: object) -> None:
        """Edit the file of a key as someone at the machine could."""
        self.key_file(token).write_text(json.dumps(self.key(token) | fields))

    def changes(self) -> '_Changes':
        """`with on_disk.changes():` ends when the compass was saved; fails when it was not."""
        return _Changes(self)


class _Changes:
    def __init__(self, on_disk: OnDisk) -> None:
        self._on_disk = on_disk

    def __enter__(self) -> None:
        self._before = self._on_disk.bytes

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            eventually(lambda: self._on_disk.bytes != self._before, 'nothing was saved')


def keys_of(data: Path) -> Keys:
    """The keys in a data folder with the secret beside it."""
    settings = Settings(data=data)
    return Keys(KeyFiles(data / 'keys'), settings.derived('keys'))


def eventually(is_so: Callable[[], object], otherwise: str = 'it did not happen', seconds: float = 30.0) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, otherwise
        time.sleep(0.01)


def files_below(folder: Path) -> Iterator[Path]:
    """Every file of a folder, however deep."""
    return (path for path in folder.rglob('*') if path.is_file())
