"""Coming in: a new compass, a scanned sheet, and the compasses this browser holds."""

from collections.abc import Sequence
from enum import StrEnum

from model.access.compass_keys import CompassKeys, has_way_back
from model.access.consent.own_picture import TRIES_A_DAY
from model.access.consent.picture_pins import PicturePins
from model.access.days import Days
from model.access.digits import Digits
from model.access.gate import Gate
from model.access.grant import Opened
from model.access.held import Held
from model.access.keys import Keys
from model.access.limits import Limit, Limits, network_of
from model.access.record import Record
from model.access.refusals import EndedSheet, Locked, PictureAsked, Stranger, TooManyTries
from model.access.session import Session
from model.access.table import QUICK_BACK
from model.activity import ActivityKind
from model.budgets import Budget
from model.compass.compass import Compass
from model.key import SEEN_STEP, Device, Key, Kind, Row
from model.settings import Settings
from model.storage.protocols import Compasses, NoSuchCompass


class Comes(StrEnum):
    """What somebody who scans a sheet comes for; the values stand in forms."""

    MINE = 'mijn'
    """It is their compass. Whose the device is, they are asked after that; until then it is everyone's."""
    LOOK = 'kijken'
    LENT = 'geleend'
    """It is their compass, and the tablet of a worker."""


_ROWS = {Comes.MINE: Row.EVERYONE, Comes.LOOK: Row.LOOKING, Comes.LENT: Row.HANDED_OVER}


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
        digits: Digits,
        limits: Limits,
        days: Days,
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._keys = keys
        self._compass_keys = compass_keys
        self._held = held
        self._gate = gate
        self._picture_pins = picture_pins
        self._digits = digits
        self._limits = limits
        self._days = days
        self._record = record
        self._settings = settings

    def begin(self, session: Session, language: str, address: str, device: Device = Device.TABLET) -> Compass:
        """An empty compass; this browser, which counts as everyone's, gets a key.

        Raises `TooManyTries` when `address` began too many, `EnoughToday` when it did in a day.
        """
        compass = self.create(language, address)
        key = self._keys.issue(
            compass.id, Kind.DEVICE, self._settings.now(), row=Row.EVERYONE, began=True, private=True, device=device
        )
        self._compass_keys.add(compass, key)
        self._held.add(session, key)
        return compass

    def create(self, language: str, address: str) -> Compass:
        """An empty compass with a sheet, and no device yet. Raises `TooManyTries`, `EnoughToday`."""
        if not self._limits.hit(Limit.BEGINNINGS, network_of(address)):
            raise TooManyTries
        self._days.use(Budget.COMPASSES, network_of(address))
        now = self._settings.now()
        compass = self._compasses.create(now)
        compass.speak(language)
        compass.hold_key(self._keys.issue(compass.id, Kind.SHEET, now).id)
        self._compasses.save(compass)
        self._record.add(ActivityKind.MADE, None, compass.id)
        return compass

    def leave_a_way_back(self, session: Session, compass: Compass) -> None:
        """A compass was begun on a tablet that goes back to a worker: a locked key of everyone's stays on it.

        However the loan ends, the person whose answer is no, or none, and who takes no code along, comes back with
        their picture and what stands on their compass. It is of no use to anybody once there is another way back.
        """
        now = self._settings.now()
        locked = {'locked': True, 'was_locked': True, 'seen': now - QUICK_BACK - SEEN_STEP}
        key = self._keys.issue(compass.id, Kind.DEVICE, now, row=Row.EVERYONE, began=True, **locked)
        self._compass_keys.add(compass, key)
        self._held.add_locked(session, key)

    def enter(
        self,
        session: Session,
        token: str,
        address: str,
        *,
        comes: Comes = Comes.MINE,
        device: Device = Device.PHONE,
        lender: str = '',
    ) -> str:
        """Change the key of a sheet, or a pass for eight digits, for a key of this device; returns the compass id.

        `lender` is whose tablet it is. Raises `Stranger` for any key that does not open, `EndedSheet` for one that did,
        `TooManyTries` after too many of either from `address`, `Full` when there are too many devices, and
        `PictureAsked` when the picture PIN is needed too. A key that opens is never refused: thirty people may sit
        behind one address.
        """
        compass, printed_by = self._led_to(token, address)
        held = self._held.usable(session, compass.id)
        if held and comes is not Comes.LENT and (held.row is not Row.LOOKING or comes is Comes.LOOK):
            session.away = False
            return compass.id
        if compass.picture_pin.is_set:
            session.waiting = {'token': token, 'comes': comes, 'lender': lender}
            raise PictureAsked
        self._digits.let_in(token)
        return self._let_in(session, compass, printed_by, comes=comes, device=device, lender=lender)

    async def enter_with_picture_pin(
        self, session: Session, pictures: Sequence[str], address: str, device: Device = Device.PHONE
    ) -> str:
        """Come in with the sheet that was scanned before and the picture PIN; returns the compass id.

        Raises `Stranger`, `TooManyTries`, `Full`, `PictureAsked` when they are wrong, `Locked` when there were too
        many wrong ones today.
        """
        if not self._limits.hit(Limit.PIN, network_of(address)):
            raise TooManyTries
        waiting = session.waiting
        token, tries = waiting.get('token', ''), waiting.get('tries', 0)
        if tries >= TRIES_A_DAY:
            raise Locked
        session.waiting = {**waiting, 'tries': tries + 1}
        await self._picture_pins.weigh(self._led_to(token, address)[0], pictures)
        compass, printed_by = self._led_to(token, address)  # all may have changed meanwhile
        self._digits.let_in(token)
        session.waiting = {}
        comes, lender = Comes(waiting.get('comes', Comes.LOOK)), str(waiting.get('lender', ''))
        return self._let_in(session, compass, printed_by, comes=comes, device=device, lender=lender, pin=True)

    def forget(self, session: Session) -> None:
        """A device that is not the person's own forgets what it holds; what has no other way back stays, locked."""
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

    def has_way_back(self, opened: Opened) -> bool:
        """Whether the person surely gets in again when this device forgets the compass."""
        return has_way_back(opened.compass)

    def compass_of(self, token: str) -> str | None:
        """The id of the compass that the key of a sheet, or a pass, leads into; None when it is neither."""
        return self._leads_to(token)[0]

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
        printed_by: str,
        *,
        comes: Comes,
        device: Device,
        lender: str,
        pin: bool = False,
    ) -> str:
        if self._has_own(session, compass.id):
            session.away = False
            return compass.id  # nothing takes the place of a key of the person's own
        now = self._settings.now()
        self._compass_keys.refuse_when_full(compass)
        if comes is Comes.LOOK:
            self._leave_aside(session, compass)
        replaced = self._held.all(session).get(compass.id)
        row = {'row': _ROWS[comes], 'pin': pin and comes is not Comes.LOOK}
        key = self._keys.issue(compass.id, Kind.DEVICE, now, device=device, sheet_by=printed_by, worker=lender, **row)
        if comes is not Comes.LENT:
            compass.arrivals.announce(key.id, now, printed_by or None)
        self._compass_keys.add(compass, key)
        self._held.add(session, key)
        if replaced:
            self._keys.revoke(replaced.id)
        if comes is Comes.MINE:
            self._forget_locked(session, key)
        self._compass_keys.take_along(compass, scanned=comes is Comes.MINE)
        self._record.add(ActivityKind.ENTERED, None, compass.id, whom=key.id[:8])
        session.away = False
        return compass.id

    def _has_own(self, session: Session, compass_id: str) -> bool:
        key = self._held.all(session).get(compass_id)
        return key is not None and key.is_own

    def _leave_aside(self, session: Session, compass: Compass) -> None:
        """Who only looks takes nothing away from whose compass lies locked here."""
        there = self._held.all(session).get(compass.id)
        if there is not None and (there.is_own or there.row is Row.EVERYONE):
            self._held.lock(session, there)

    def _forget_locked(self, session: Session, key: Key) -> None:
        for locked in self._held.locked(session):
            if locked.compass == key.compass and locked.id != key.id:
                self._held.forget_locked(session, locked)

    def _leads_to(self, token: str) -> tuple[str | None, str]:
        """The id of the compass, if any, and the worker who printed the sheet, if one did."""
        sheet = self._keys.find(token, self._settings.now())
        if sheet is not None and sheet.kind is Kind.SHEET:
            return sheet.compass, sheet.worker
        return self._digits.compass_of(token), ''

    def _led_to(self, token: str, address: str) -> tuple[Compass, str]:
        """The compass itself, and the same worker."""
        compass_id, printed_by = self._leads_to(token)
        if compass_id is None:
            raise self._wrong_key(token, address)
        try:
            return self._compasses.load(compass_id, self._settings.now()), printed_by
        except NoSuchCompass:
            raise self._wrong_key(token, address) from None

    def _wrong_key(self, token: str, address: str) -> Exception:
        if not self._limits.hit(Limit.WRONG_KEYS, network_of(address)):
            return TooManyTries()
        return EndedSheet() if self._keys.has_ended(token, Kind.SHEET) else Stranger()
