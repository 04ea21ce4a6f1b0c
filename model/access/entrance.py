"""Coming in: a new compass, a scanned sheet, and the compasses this browser holds."""

from collections.abc import Sequence
from enum import StrEnum
from secrets import choice
from typing import Any

from model.access.compass_keys import CompassKeys, has_way_back
from model.access.gate import Gate
from model.access.held import Held
from model.access.keys import Keys
from model.access.limits import Limit, Limits, network_of
from model.access.picture_pins import PicturePins
from model.access.record import Record
from model.access.refusals import Locked, PictureAsked, Stranger, TooManyTries
from model.access.session import Session
from model.activity import ActivityKind
from model.catalogue.choices import SYMBOLS
from model.compass.compass import Compass
from model.key import Device, Key, Kind, Row
from model.settings import Settings
from model.storage.protocols import Compasses, NoSuchCompass

DEVICE_TRIES = 3
"""Tries for the picture PIN on one device in one day; all devices together: `model.compass.sharing.picture_pin`."""


class Whose(StrEnum):
    """Whose a device is, as whoever comes in with it says; the values stand in forms."""

    OWN = 'eigen'
    EVERYONE = 'iedereen'
    LOOK = 'kijken'
    LENT = 'geleend'


_ROWS = {
    Whose.OWN: Row.UNCONFIRMED,
    Whose.EVERYONE: Row.EVERYONE,
    Whose.LOOK: Row.LOOKING,
    Whose.LENT: Row.HANDED_OVER,
}


class Entrance:
    """The ways in for a person."""

    def __init__(
        self,
        compasses: Compasses,
        keys: Keys,
        compass_keys: CompassKeys,
        held: Held,
        gate: Gate,
        picture_pins: PicturePins,
        limits: Limits,
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._keys = keys
        self._compass_keys = compass_keys
        self._held = held
        self._gate = gate
        self._picture_pins = picture_pins
        self._limits = limits
        self._record = record
        self._settings = settings

    def begin(self, session: Session, language: str, address: str, device: Device = Device.TABLET) -> Compass:
        """An empty compass; this browser, which counts as everyone's, gets a key.

        Raises `TooManyTries` when `address` began too many.
        """
        compass = self.create(language, address)
        key = self._keys.issue(
            compass.id, Kind.DEVICE, self._settings.now(), row=Row.EVERYONE, began=True, private=True, device=device
        )
        self._compass_keys.add(compass, key)
        self._held.add(session, key)
        return compass

    def create(self, language: str, address: str) -> Compass:
        """An empty compass with a sheet, and no device yet. Raises `TooManyTries`."""
        if not self._limits.hit(Limit.BEGINNINGS, network_of(address)):
            raise TooManyTries
        now = self._settings.now()
        compass = self._compasses.create(now)
        compass.speak(language)
        compass.hold_key(self._keys.issue(compass.id, Kind.SHEET, now).id)
        self._compasses.save(compass)
        self._record.add(ActivityKind.MADE, None, compass.id)
        return compass

    def enter(self, session: Session, token: str, address: str, *, whose: Whose, device: Device = Device.PHONE) -> str:
        """Change the key of a sheet for one of this device; returns the compass id.

        Raises `Stranger` for any key that does not open, `TooManyTries` after too many from `address`, `Full` when
        there are too many devices, and `PictureAsked` when the picture PIN is needed too. A key that opens is never
        refused: thirty people may sit behind one address.
        """
        compass, sheet = self._of_sheet(token, address)
        held = self._held.usable(session, compass.id)
        if held and (held.is_own or whose is not Whose.OWN) and held.row is not Row.LOOKING:
            session.away = False
            return compass.id
        if compass.picture_pin.is_set:
            session.waiting = {'token': token, 'whose': whose}
            raise PictureAsked
        return self._let_in(session, compass, sheet, whose=whose, device=device, pin=False)

    async def enter_with_picture_pin(
        self, session: Session, pictures: Sequence[str], address: str, device: Device = Device.PHONE
    ) -> str:
        """Come in with the sheet that was scanned before and the picture PIN; returns the compass id.

        Raises `Stranger`, `TooManyTries`, `Full`, `PictureAsked` when they are wrong, `Locked` when there were too
        many wrong ones today.
        """
        if not self._limits.hit(Limit.PIN, network_of(address)):
            raise TooManyTries
        token, tries = session.waiting.get('token', ''), session.waiting.get('tries', 0)
        if tries >= DEVICE_TRIES:
            raise Locked
        session.waiting = {**session.waiting, 'tries': tries + 1}
        await self._picture_pins.weigh(self._of_sheet(token, address)[0], pictures)
        compass, sheet = self._of_sheet(token, address)  # all may have changed meanwhile
        whose = Whose(session.waiting.get('whose', Whose.EVERYONE))
        session.waiting = {}
        return self._let_in(session, compass, sheet, whose=whose, device=device, pin=True)

    def enter_lent(self, session: Session, token: str, address: str, worker_id: str) -> str:
        """The same on the tablet of a worker who hands it to the person of this sheet; returns the compass id.

        Raises what `enter` raises.
        """
        compass, sheet = self._of_sheet(token, address)
        if compass.picture_pin.is_set:
            session.waiting = {'token': token, 'whose': Whose.LENT, 'lender': worker_id}
            raise PictureAsked
        return self._let_in(
            session, compass, sheet, whose=Whose.LENT, device=Device.TABLET, pin=False, lender=worker_id
        )

    def forget(self, session: Session) -> None:
        """A device that is not the person's own forgets every compass it holds; those without a way back stay locked."""
        for compass_id, key in self._held.all(session).items():
            if key is None or not key.is_own:
                self._leave(session, compass_id, key)

    def held(self, session: Session) -> list[Compass]:
        """The compasses this browser holds a key for and may open now, as it may see them."""
        found = []
        for compass_id in session.keys:
            try:
                found.append(self._gate.open(session, compass_id).seen)
            except (Stranger, LookupError, RuntimeError, OSError):
                continue
        return found

    def compass_of(self, token: str) -> str | None:
        """The id of the compass whose sheet holds this token; None when it is no key of a sheet."""
        sheet = self._keys.find(token, self._settings.now())
        return sheet.compass if sheet is not None and sheet.kind is Kind.SHEET else None

    # inside

    def _leave(self, session: Session, compass_id: str, key: Key | None) -> None:
        try:
            compass = self._compasses.load(compass_id, self._settings.now())
        except (LookupError, RuntimeError, OSError):
            compass = None  # what cannot be read now may be read another time
        if key is None or (compass is not None and (key.row is not Row.EVERYONE or has_way_back(compass))):
            self._held.drop(session, compass_id, key)
        else:
            self._held.lock(session, key)

    def _let_in(
        self,
        session: Session,
        compass: Compass,
        sheet: Key,
        *,
        whose: Whose,
        device: Device,
        pin: bool,
        lender: str = '',
    ) -> str:
        now, replaced = self._settings.now(), self._held.all(session).get(compass.id)
        self._compass_keys.refuse_when_full(compass)
        fields = _row(whose, pin=pin) | {'device': device, 'sheet_by': sheet.worker, 'worker': lender}
        if whose is Whose.OWN and not pin:
            fields |= {'announced': now, 'symbol': choice(SYMBOLS)}
        key = self._keys.issue(compass.id, Kind.DEVICE, now, **fields)
        if whose is not Whose.LENT:
            compass.arrivals.announce(key.id, now, sheet.worker or None)
        self._compass_keys.add(compass, key)
        self._held.add(session, key)
        if replaced:
            self._keys.revoke(replaced.id)
        self._compass_keys.take_along(compass, scanned=whose in {Whose.OWN, Whose.EVERYONE})
        self._record.add(ActivityKind.ENTERED, None, compass.id, whom=key.id[:8])
        session.away = False
        return compass.id

    def _of_sheet(self, token: str, address: str) -> tuple[Compass, Key]:
        now = self._settings.now()
        sheet = self._keys.find(token, now)
        if sheet is None or sheet.kind is not Kind.SHEET:
            raise self._wrong_key(address)
        try:
            return self._compasses.load(sheet.compass, now), sheet
        except NoSuchCompass:
            raise self._wrong_key(address) from None

    def _wrong_key(self, address: str) -> Exception:
        return Stranger() if self._limits.hit(Limit.WRONG_KEYS, network_of(address)) else TooManyTries()


def _row(whose: Whose, *, pin: bool) -> dict[str, Any]:
    """The row of the table somebody comes in on, and what they may see there."""
    if whose is Whose.OWN and pin:
        return {'row': Row.CONFIRMED, 'private': True}
    return {'row': _ROWS[whose], 'pin': pin and whose is not Whose.LOOK}
