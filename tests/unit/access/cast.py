"""Who comes and goes in these tests: everything in memory, and a clock that is set by hand."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import PrivateAttr

from model.access.access import Access
from model.access.entrance import Comes
from model.access.grant import Opened
from model.access.session import Session
from model.catalogue.domains import Domain
from model.compass.album import Added, Attachment, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.sharing.picture_pin import PICTURES
from model.compass.sharing.sharing import Reach
from model.compass.target import ALBUM
from model.key import Device, Key, Kind
from model.settings import Settings
from model.storage.memory.storage import open_memory
from model.workers.worker import Worker

CAT, DOG = 'avatar-cat', 'avatar-dog'
KNOWN = ('father', 'humour', 'work')
"""The things on a compass that somebody begins here."""
PIN = list(PICTURES[:4])
WRONG_PIN = PIN[::-1]


class ByHand(Settings):
    """Settings with a clock that only a test turns."""

    _moment: datetime = PrivateAttr(datetime(2026, 11, 22, 10, 30, tzinfo=ZoneInfo('Europe/Amsterdam')))

    def now(self) -> datetime:
        return self._moment

    def wait(self, **time: float) -> None:
        self._moment += timedelta(**time)


class House:
    """One installation, with the people in it."""

    def __init__(self, domains: Sequence[Domain] = ()) -> None:
        self.settings = ByHand(secret='a secret that only this test knows of', url='https://kompas.example')
        self.storage = open_memory()
        self.access = Access.of(self.storage, self.settings, domains)
        self._addresses = (f'2001:db8:{number:x}::1' for number in count())
        self._photos = (f'{number:016x}' for number in count())

    # time

    @property
    def now(self) -> datetime:
        return self.settings.now()

    def wait(self, **time: float) -> None:
        """Nobody touches anything for so long."""
        self.settings.wait(**time)

    def use(self, session: Session, compass_id: str, **time: float) -> None:
        """Somebody goes on using a device for so long, with a touch every four minutes."""
        end = self.now + timedelta(**time)
        while self.now < end:
            self.wait(minutes=4)
            self.access.gate.stay(session, compass_id)

    # a person

    def begins(self, picture: str = CAT, session: Session | None = None, *, own: bool = False) -> tuple[Session, str]:
        """Somebody begins a compass, with a picture and three things on it."""
        session = Session({}) if session is None else session
        compass_id = self.access.entrance.begin(session, 'nl', self.address).id
        if own:
            self.access.devices.make_own(session, compass_id)
        self.fills(session, compass_id, picture)
        return session, compass_id

    def fills(self, session: Session, compass_id: str, picture: str = CAT) -> None:
        """A picture and three things."""
        with self.access.gate.change(session, compass_id) as compass:
            compass.choose_avatar(picture)
            compass.strengths.choose('belong', Answer(tile=KNOWN[0]), self.now.date())
            compass.strengths.choose('matter', Answer(tile=KNOWN[1]), self.now.date())
            compass.wishes.choose(Answer(tile=KNOWN[2]), self.now.date())

    def code(self, session: Session, compass_id: str) -> str:
        """What the code on the screen holds; it was shown."""
        opened = self.open(session, compass_id)
        self.access.sheet.shown(opened)
        return self.access.sheet.address(opened).split('#')[1]

    def printed(self, session: Session, compass_id: str) -> str:
        """What the code on the sheet holds that is printed here."""
        opened = self.open(session, compass_id)
        self.access.sheet.shown(opened)
        return self.access.sheet.printed_address(opened).split('#')[1]

    def scans(
        self, token: str, comes: Comes = Comes.MINE, session: Session | None = None, *, own: bool = False
    ) -> Session:
        """Somebody comes in with a sheet; `own`: "Van mij"."""
        session = Session({}) if session is None else session
        compass_id = self.access.entrance.enter(session, token, self.address, comes=comes, device=Device.PHONE)
        if own:
            self.access.devices.make_own(session, compass_id)
        return session

    def writes(self, session: Session, compass_id: str, words: str, part: Part = Part.HAPPENED) -> None:
        """A private word."""
        with self.access.gate.change(session, compass_id) as compass:
            getattr(compass, part).tell(Answer(words=words))

    async def sets_pin(self, session: Session, compass_id: str) -> None:
        await self.access.picture_pins.set(session, compass_id, PIN)

    # a worker

    def worker(self, name: str = 'Noor') -> Worker:
        """Somebody with an account."""
        worker = self.access.workers.create(self.now)
        worker.accept(name, name.lower())
        worker.begin_code('00' * 16)
        worker.set_password('a hash', [])
        self.access.workers.save(worker)
        return worker

    def at_work(self, worker: Worker, session: Session | None = None, *, own: bool = False) -> Session:
        """A browser in which a worker signed in."""
        session = Session({}) if session is None else session
        self.access.signed_in.start(session, self.access.workers.get(worker.id) or worker, own=own)
        return session

    def looks_along(self, session: Session, compass_id: str, name: str = 'Noor') -> Worker:
        """Somebody with an account, who sees everything that is not private: it was said in this session."""
        worker = self.worker(name)
        self.access.shares.ask_by_scan(compass_id, worker)
        self.access.shares.let(session, compass_id, worker.id, Reach.EVERYTHING)
        return worker

    def hands_over(self, worker: Worker, compass_id: str) -> Session:
        """The worker's tablet, handed over: perhaps to nobody."""
        tablet = self.at_work(worker)
        self.access.tablet.hand_over(tablet, compass_id)
        return tablet

    def photo(self, at_work: Session, compass_id: str) -> str:
        """A photo that a worker made; the person is asked first."""
        grant = self.open(at_work, compass_id).grant
        assert grant.worker is not None
        added = Added(at=self.now, key=grant.key.id, worker=grant.worker.id, own_device=False)
        photo = Attachment(id=next(self._photos), sort=Sort.PHOTO, target=ALBUM, added=added)
        with self.access.gate.change(at_work, compass_id) as compass:
            compass.attach(photo, self.now.date())
        return photo.id

    # what there is

    @property
    def address(self) -> str:
        """Another network each time."""
        return next(self._addresses)

    def open(self, session: Session, compass_id: str) -> Opened:
        return self.access.gate.open(session, compass_id)

    def compass(self, compass_id: str) -> Compass:
        return self.storage.compasses.load(compass_id, self.now)

    def key(self, session: Session, compass_id: str) -> Key:
        """The key of a device as it is stored."""
        found = self.access.keys.find(session.keys[compass_id], self.now)
        assert found is not None
        return found

    def devices(self, compass_id: str) -> list[Key]:
        """The living keys of devices."""
        keys = [self.access.keys.get(key_id, self.now) for key_id in self.compass(compass_id).keys]
        return [key for key in keys if key is not None and key.kind is Kind.DEVICE]

    def edit(self, session: Session, compass_id: str, **fields: Any) -> None:
        """A key as it may have become."""
        self.access.keys.update(self.key(session, compass_id), **fields)

    def close(self) -> None:
        self.access.close()
