"""A worker at an installation in memory, with a clock to turn, browsers, an app and passkeys."""

from datetime import datetime, timedelta
from pathlib import Path

import pyotp
import pytest

from model.access.access import Access
from model.access.session import Session
from model.key import Device, Key
from model.settings import Settings
from model.storage.protocols import Storage
from model.workers.worker import Passkey, Worker
from tests.unit.workers.authenticator import Authenticator

ORIGIN = 'https://kompas.example'
ADDRESS = '192.0.2.7'
PASSWORD = 'kastanje trommel wolk'


class Clock:
    """What time it is for the program."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


class Colleague:
    """Somebody at work: an account, browsers, and what they sign in with."""

    def __init__(self, access: Access, clock: Clock, name: str = 'Noor') -> None:
        self.access = access
        self.clock = clock
        self.phone = Authenticator()
        self.app: pyotp.TOTP | None = None
        self.paper: list[str] = []
        self.id = access.workers.create(access.settings.now()).id
        with access.workers.change(self.id) as worker:
            worker.accept(name)
            worker.add_passkey(self.registered(self.phone))

    @property
    def account(self) -> Worker:
        worker = self.access.workers.get(self.id)
        assert worker
        return worker

    async def has_password(self, login: str = 'noor') -> None:
        with self.access.workers.change(self.id) as worker:
            worker.take_login(login)
            self.app = app_of(self.access.sign_in.one_time.address(worker.id, 'ab' * 16, login))
            worker.begin_code('ab' * 16)
            self.paper = await self.access.sign_in.choose_password(
                ADDRESS, worker, PASSWORD, self.code(), self.access.settings.now()
            )
        self.clock.passes(seconds=60)

    def code(self) -> str:
        """What the app shows now."""
        assert self.app
        return str(self.app.at(self.clock.now))

    def wrong_code(self) -> str:
        assert self.app
        near = {self.app.at(self.clock.now + timedelta(seconds=30 * step)) for step in (-1, 0, 1)}
        return next(code for code in ('000000', '000001', '000002', '000003') if code not in near)

    def signs_in(self, *, own: bool = False, device: Device = Device.TABLET) -> Session:
        """In a new browser, by passkey."""
        session = Session({})
        worker = self.access.sign_in.by_passkey(ADDRESS, self.shows_passkey(), ORIGIN, self.access.settings.now())
        self.access.signed_in.start(session, worker, own=own, device=device)
        return session

    def shows_passkey(self, device: Authenticator | None = None) -> str:
        now = self.access.settings.now()
        return (device or self.phone).sign_in(self.access.sign_in.passkey_options(ADDRESS, ORIGIN, now), ORIGIN)

    def registered(self, device: Authenticator) -> Passkey:
        now = self.access.settings.now()
        options = self.access.sign_in.registration_options(self.account, ORIGIN, now)
        return self.access.sign_in.registered(self.id, device.register(options, ORIGIN), ORIGIN, now)

    def key(self, session: Session) -> Key:
        key = self.access.signed_in.find(session.worker)
        assert key
        return key


def app_of(address: str) -> pyotp.TOTP:
    """The app that shows the codes of an address."""
    app = pyotp.parse_uri(address)
    assert isinstance(app, pyotp.TOTP)
    return app


def installation(storage: Storage, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Access:
    """An access of which `clock` says what time it is."""
    monkeypatch.setattr(Settings, 'now', lambda self: clock.now.astimezone(self.tz))
    return Access.of(storage, Settings(data=folder, secret='0123456789' * 4, url=ORIGIN))
