"""The picture PIN of a compass: set, asked, counted, opened again."""

from collections.abc import Sequence

from model.access.gate import Gate
from model.access.grant import Opened
from model.access.keys import Keys
from model.access.limits import Limit, Limits
from model.access.record import Record
from model.access.refusals import Locked, PictureAsked, Stranger, TooManyTries
from model.access.session import Session
from model.activity import ActivityKind
from model.compass import picture_pin
from model.compass.compass import Compass
from model.key import Kind
from model.one_at_a_time import OneAtATime, Place
from model.settings import Settings
from model.storage.protocols import Compasses


class PicturePins:
    """Hashing is slow, so it is done one at a time, off the event loop."""

    def __init__(
        self, compasses: Compasses, keys: Keys, gate: Gate, limits: Limits, record: Record, settings: Settings
    ) -> None:
        self._compasses = compasses
        self._keys = keys
        self._gate = gate
        self._limits = limits
        self._record = record
        self._settings = settings
        self._secret = settings.derived('pin')
        self._slow = OneAtATime('picture PIN')

    def close(self) -> None:
        """End what is being weighed."""
        self._slow.close()

    async def set(self, session: Session, compass_id: str, pictures: Sequence[str]) -> None:
        """From now on the sheet opens only with these pictures. Raises `Stranger` for who only came to look, `Busy`."""
        self._managed(session, compass_id)
        hash = await self._slow.do(Place(compass_id), picture_pin.hashed, pictures, self._secret)
        opened = self._managed(session, compass_id)  # all may have changed meanwhile
        with self._gate.change(session, compass_id) as compass:
            compass.picture_pin.set(hash)
        self._record.add(ActivityKind.SET_PIN, opened.grant, compass_id)

    def remove(self, session: Session, compass_id: str) -> None:
        """The sheet opens without a picture PIN again. Raises `Stranger` for who only came to look."""
        opened = self._managed(session, compass_id)
        with self._gate.change(session, compass_id) as compass:
            compass.picture_pin.take_off()
        self._record.add(ActivityKind.UNLOCKED, opened.grant, compass_id)

    async def weigh(self, compass: Compass, pictures: Sequence[str]) -> None:
        """Whether these open `compass`. Raises `PictureAsked` when they are wrong, `Locked` after five, `Busy`.

        A try is counted on disk before it is weighed, so that neither a power cut nor fifty at once give more
        than five.
        """
        if not compass.picture_pin.is_set:
            return
        if compass.picture_pin.is_locked:
            raise Locked
        compass.picture_pin.count_try()
        self._compasses.save(compass)
        asked = compass.picture_pin.hash
        right = await self._slow.do(Place(compass.id), picture_pin.matches, pictures, asked, self._secret)
        current = self._compasses.load(compass.id, self._settings.now())  # all may have changed meanwhile
        if not current.picture_pin.is_set:
            return
        if not right or current.picture_pin.hash != asked:
            self._record.add(ActivityKind.GUESSED, None, compass.id)
            raise Locked if current.picture_pin.is_locked else PictureAsked
        current.picture_pin.forgive()
        self._compasses.save(current)

    def is_locked(self, opened: Opened) -> bool:
        """Whether there were too many wrong tries; a worker may know, to open it again."""
        return opened.compass.picture_pin.is_locked

    def waits_in_vain(self, session: Session) -> bool:
        """Whether the sheet that was scanned in this browser waits for a picture PIN that is locked."""
        now = self._settings.now()
        sheet = self._keys.find(session.waiting.get('token', ''), now)
        try:
            pin = self._compasses.load(sheet.compass, now).picture_pin if sheet and sheet.kind is Kind.SHEET else None
        except (LookupError, RuntimeError, OSError):
            return False
        return pin is not None and pin.is_locked

    def open_again(self, session: Session, compass_id: str) -> None:
        """Give the picture PIN its five tries back.

        A worker who sees the compass may, three times a day; and any device of the person.
        Raises `Stranger`, `TooManyTries`.
        """
        opened = self._gate.open(session, compass_id)
        opened.refuse_without_ring()
        if opened.grant.worker is not None and not self._limits.hit(Limit.OPEN_AGAIN, compass_id):
            raise TooManyTries
        if opened.compass.picture_pin.is_set:
            opened.compass.picture_pin.forgive()
            self._compasses.save(opened.compass)
            self._record.add(ActivityKind.UNLOCKED, opened.grant, compass_id)

    def _managed(self, session: Session, compass_id: str) -> Opened:
        opened = self._gate.open(session, compass_id)
        if not opened.grant.may_manage:
            raise Stranger
        return opened
