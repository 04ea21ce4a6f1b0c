"""The picture PIN of a compass: set, asked, counted."""

from collections.abc import Sequence
from typing import Any

from model.access.compass_keys import CompassKeys
from model.access.consent.own_picture import TRIES_A_DAY, OwnPicture
from model.access.gate import Gate
from model.access.grant import Opened
from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import Locked, PictureAsked, Stranger
from model.access.session import Session
from model.access.table import May
from model.activity import ActivityKind
from model.compass.compass import Compass
from model.compass.sharing import picture_pin
from model.key import Kind, Row
from model.one_at_a_time import OneAtATime, Place
from model.settings import Settings
from model.storage.protocols import Compasses


class PicturePins:
    """Hashing is slow, so it is done one at a time, off the event loop."""

    def __init__(
        self,
        compasses: Compasses,
        keys: Keys,
        compass_keys: CompassKeys,
        gate: Gate,
        own_picture: OwnPicture,
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._keys = keys
        self._compass_keys = compass_keys
        self._gate = gate
        self._own_picture = own_picture
        self._record = record
        self._settings = settings
        self._secret = settings.derived('pin')
        self._slow = OneAtATime('picture PIN')

    def close(self) -> None:
        """End what is being weighed."""
        self._slow.close()

    def may_set(self, opened: Opened) -> bool:
        """Whether it can be set here: wherever all private words can be seen.

        One that is set already is changed only where it was tapped, or where it is surely the person's device. Not on
        a worker's tablet while the person has such a device: on it, nothing private may just not be written yet.
        """
        grant = opened.grant
        if not grant.is_person or grant.only_looks or not grant.sees_all_private:
            return False
        if grant.is_handed_over and not grant.key.pin and self._compass_keys.has_confirmed(opened.compass):
            return False  # the tablet may be in nobody's hands, and whoever chose the PIN answers for the person
        return not opened.compass.picture_pin.is_set or grant.key.pin or May.PIN in grant.may

    async def set(self, session: Session, compass_id: str, pictures: Sequence[str]) -> None:
        """From now on the sheet opens only with these pictures. Raises `Stranger`, `Busy`."""
        self._settable(session, compass_id)
        hash = await self._slow.do(Place(compass_id), picture_pin.hashed, pictures, self._secret)
        opened = self._settable(session, compass_id)  # all may have changed meanwhile
        with self._gate.change(session, compass_id, answers=True) as compass:
            compass.picture_pin.set(hash)
        self._record.add(ActivityKind.SET_PIN, opened.grant, compass_id)

    def remove(self, session: Session, compass_id: str) -> None:
        """The sheet opens without a picture PIN again. Raises `Stranger`."""
        opened = self._settable(session, compass_id)
        with self._gate.change(session, compass_id, answers=True) as compass:
            compass.picture_pin.take_off()
        self._record.add(ActivityKind.UNLOCKED, opened.grant, compass_id)

    def may_open(self, opened: Opened) -> bool:
        """Whether there is a picture PIN that would show here that it is the person."""
        grant = opened.grant
        return grant.is_person and bool(grant.may) and opened.compass.picture_pin.is_set and not grant.key.pin

    async def open_private(self, session: Session, compass_id: str, pictures: Sequence[str]) -> None:
        """The picture PIN shows on a device that it is the person: private parts open until it locks.

        An own device is confirmed by it: whoever has it has the sheet too. Raises `Stranger`, `PictureAsked` when
        they are wrong, `Locked` after three on this device or ten on all of them today, `Busy`.
        """
        opened = self._gate.open_as_person(session, compass_id)
        key = opened.grant.key
        if not opened.grant.may or not opened.compass.picture_pin.is_set:
            raise Stranger
        if self._own_picture.tries_left(key) <= 0:
            raise Locked
        key = self._own_picture.count(key)
        await self.weigh(opened.compass, pictures)
        fields: dict[str, Any] = {'pin': True, 'shut': False, 'tries': 0, 'tried': None, 'seen': self._settings.now()}
        if key.is_own:
            fields |= {'row': Row.CONFIRMED, 'private': True, 'symbol': '', 'announced': None}
        self._keys.update(key, **fields)
        self._record.add(ActivityKind.UNLOCKED, opened.grant, compass_id)
        compass = self._compasses.load(compass_id, self._settings.now())
        self._compasses.changed.send(compass_id, compass=compass)

    async def weigh(self, compass: Compass, pictures: Sequence[str]) -> None:
        """Whether these open `compass`. Raises `PictureAsked` when they are wrong, `Locked` after ten today, `Busy`.

        A try is counted on disk before it is weighed, so that neither a power cut nor fifty at once give more.
        """
        if not compass.picture_pin.is_set:
            return
        today = self._settings.today()
        if compass.picture_pin.is_locked(today):
            raise Locked
        compass.picture_pin.count_try(today)
        self._compasses.save(compass)
        asked = compass.picture_pin.hash
        right = await self._slow.do(Place(compass.id), picture_pin.matches, pictures, asked, self._secret)
        current = self._compasses.load(compass.id, self._settings.now())  # all may have changed meanwhile
        if not current.picture_pin.is_set:
            return
        if not right or current.picture_pin.hash != asked:
            self._record.add(ActivityKind.GUESSED, None, compass.id)
            raise Locked if current.picture_pin.is_locked(today) else PictureAsked
        current.picture_pin.forgive()
        self._compasses.save(current)

    def waits_in_vain(self, session: Session) -> bool:
        """Whether the sheet that was scanned in this browser waits for a picture PIN that is locked for today.

        For everyone, or for this browser.
        """
        if session.waiting.get('tries', 0) >= TRIES_A_DAY:
            return True
        now = self._settings.now()
        sheet = self._keys.find(session.waiting.get('token', ''), now)
        try:
            pin = self._compasses.load(sheet.compass, now).picture_pin if sheet and sheet.kind is Kind.SHEET else None
        except (LookupError, RuntimeError, OSError):
            return False
        return pin is not None and pin.is_locked(self._settings.today())

    def _settable(self, session: Session, compass_id: str) -> Opened:
        opened = self._gate.open(session, compass_id)
        if not self.may_set(opened):
            raise Stranger
        return opened
