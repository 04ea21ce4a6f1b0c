"""Coming in: a new compass, a scanned sheet, and the compasses this browser holds."""

from collections.abc import Sequence

from model.access.compass_keys import CompassKeys
from model.access.gate import Gate
from model.access.held import Held
from model.access.keys import Keys
from model.access.limits import Limit, Limits, network_of
from model.access.picture_pins import PicturePins
from model.access.record import Record
from model.access.refusals import EndedSheet, PictureAsked, Stranger, TooManyTries
from model.access.session import Session
from model.activity import ActivityKind
from model.compass.compass import Compass
from model.key import Device, Key, Kind, Scope
from model.settings import Settings
from model.storage.protocols import Compasses, NoSuchCompass


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
        """An empty compass; this browser, which counts as shared, gets a full key.

        Raises `TooManyTries` when `address` began too many.
        """
        compass, key = self.create(language, address, device)
        self._held.add(session, key)
        return compass

    def create(self, language: str, address: str, device: Device) -> tuple[Compass, Key]:
        """An empty compass with a sheet, and the key of the device it is made on. Raises `TooManyTries`."""
        if not self._limits.hit(Limit.BEGINNINGS, network_of(address)):
            raise TooManyTries
        now = self._settings.now()
        compass = self._compasses.create(now)
        compass.speak(language)
        sheet = self._keys.issue(compass.id, Kind.SHEET, Scope.OPEN, now)
        key = self._keys.issue(compass.id, Kind.DEVICE, Scope.FULL, now, sole=True, device=device)
        compass.hold_key(sheet.id)
        compass.hold_key(key.id)
        self._compasses.save(compass)
        self._record.add(ActivityKind.MADE, None, compass.id)
        return compass, key

    def enter(self, session: Session, token: str, address: str, *, own: bool, device: Device = Device.PHONE) -> str:
        """Change the key of a sheet for one of this device; returns the compass id.

        Raises `Stranger` for any key that does not open, `EndedSheet` for one that did, `TooManyTries` after too many
        of either from `address`, and `PictureAsked` when the picture PIN is needed too. A key that opens is never
        refused: thirty people may sit behind one address.
        """
        compass = self._of_sheet(token, address)
        held = self._held.usable(session, compass.id)
        if held and held.own >= own:
            return compass.id
        if compass.picture_pin.is_set and not held:
            session.waiting = {'token': token, 'own': own}
            raise PictureAsked
        return self._let_in(session, compass, own=own, device=device)

    async def enter_with_picture_pin(
        self, session: Session, pictures: Sequence[str], address: str, device: Device = Device.PHONE
    ) -> str:
        """Come in with the sheet that was scanned before and the picture PIN; returns the compass id.

        Raises `Stranger`, `TooManyTries`, `PictureAsked` when they are wrong, `Locked` after five.
        """
        if not self._limits.hit(Limit.PIN, network_of(address)):
            raise TooManyTries
        token = session.waiting.get('token', '')
        await self._picture_pins.weigh(self._of_sheet(token, address), pictures)
        compass = self._of_sheet(token, address)  # all may have changed meanwhile
        own = bool(session.waiting.get('own'))
        session.waiting = {}
        return self._let_in(session, compass, own=own, device=device)

    def forget(self, session: Session) -> None:
        """A shared device forgets every compass it holds; one of the person's own stays."""
        self._held.forget(session)

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

    def _let_in(self, session: Session, compass: Compass, *, own: bool, device: Device) -> str:
        now = self._settings.now()
        held, replaced = self._held.usable(session, compass.id), self._held.all(session).get(compass.id)
        scope = held.scope if held else Scope.OPEN
        key = self._keys.issue(compass.id, Kind.DEVICE, scope, now, own=own, device=device)
        self._compass_keys.add(compass, key)
        self._held.add(session, key)
        if replaced:
            self._keys.revoke(replaced.id)
        self._compass_keys.take_along(compass)
        self._record.add(ActivityKind.ENTERED, None, compass.id, whom=key.id[:8])
        session.away = False
        return compass.id

    def _of_sheet(self, token: str, address: str) -> Compass:
        compass_id = self.compass_of(token)
        if compass_id is None:
            raise self._wrong_key(token, address)
        try:
            return self._compasses.load(compass_id, self._settings.now())
        except NoSuchCompass:
            raise self._wrong_key(token, address) from None

    def _wrong_key(self, token: str, address: str) -> Exception:
        if not self._limits.hit(Limit.WRONG_KEYS, network_of(address)):
            return TooManyTries()
        return EndedSheet() if self._keys.has_ended(token, Kind.SHEET) else Stranger()
