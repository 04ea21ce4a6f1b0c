"""The end of a compass: taken away by the person, or swept because nobody entered anything in it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from model.access.compass_keys import CompassKeys
from model.access.consent.own_picture import OwnPicture
from model.access.gate import Gate
from model.access.grant import Opened
from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import BrokenCompass, NewerCompass, NoSuchCompass, Stranger
from model.access.session import Session
from model.access.table import ANNOUNCED, LOCKED_KEPT, TABLE, May
from model.activity import ActivityKind
from model.compass.compass import Compass
from model.settings import Settings
from model.storage.protocols import Attachments, Compasses

BRING_BACK = timedelta(days=1)
"""How long what the person erased can be brought back, on the device where they did."""
EMPTY_KEPT = timedelta(days=1)
"""How long a compass stays that nobody entered anything in."""


class Erasing:
    """Takes compasses away, with all their keys."""

    def __init__(
        self,
        compasses: Compasses,
        attachments: Callable[[str], Attachments],
        keys: Keys,
        compass_keys: CompassKeys,
        gate: Gate,
        own_picture: OwnPicture,
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._attachments = attachments
        self._keys = keys
        self._compass_keys = compass_keys
        self._gate = gate
        self._own_picture = own_picture
        self._record = record
        self._settings = settings

    def may_erase(self, opened: Opened) -> bool:
        """Whether this device may take everything away now."""
        return May.ERASE in opened.grant.may

    def may_from(self, opened: Opened) -> datetime | None:
        """When this device may, if nobody objects; None when it may now, or when waiting does not help."""
        key = opened.grant.key
        if self.may_erase(opened) or not opened.grant.is_person or May.ERASE not in TABLE[key.row].waits:
            return None
        return (key.announced or self._settings.now()) + ANNOUNCED

    def erase(self, session: Session, compass_id: str, picture: str | None) -> None:
        """Take a compass and all its keys away, after the person's picture; for a day this device can bring it back.

        Raises `Stranger`, `PictureAsked`, `TooManyToday`.
        """
        opened = self._gate.open_as_person(session, compass_id)
        opened.grant.refuse_without(May.ERASE)
        self._own_picture.check(opened.grant.key, opened.compass, picture)
        self._record.add(ActivityKind.ERASED, opened.grant, compass_id)
        # the data first: open pages hear that it is gone, and say so
        self._compasses.set_aside(compass_id, self._settings.now())
        for key_id in opened.compass.keys:
            if key_id != opened.grant.key.id:
                self._keys.revoke(key_id, erased=True)

    def bring_back(self, session: Session, compass_id: str) -> None:
        """Bring back what was erased on this very device a moment ago. Raises `Stranger` when that is not so."""
        key = self._gate.key(session, compass_id)
        if key.compass != compass_id:
            raise Stranger
        try:
            self._compasses.bring_back(compass_id)
        except NoSuchCompass:
            raise Stranger from None
        compass = self._compasses.load(compass_id, self._settings.now())
        # nobody comes in with a code any more: there is no sheet, until one is shown anew
        compass.taken_along = compass.scanned = False
        self._compass_keys.drop_dead(compass)
        self._compasses.save(compass)
        self._record.add(ActivityKind.BROUGHT_BACK, None, compass_id, whom=key.id[:8])

    def can_bring_back(self, session: Session, compass_id: str) -> bool:
        """Whether this device erased that compass; it may have been forgotten meanwhile."""
        try:
            return self._gate.key(session, compass_id).compass == compass_id
        except Stranger:
            return False

    def was_erased(self, session: Session, compass_id: str) -> bool:
        """Whether this browser held a key of a compass when that was erased: it may be told that it is gone.

        Nothing is read for a browser that never held one. Raises `Unreadable`.
        """
        token = session.keys.get(compass_id)
        if token is None or not (self.can_bring_back(session, compass_id) or self._keys.was_erased(token)):
            return False
        try:
            self._compasses.load(compass_id, self._settings.now())
        except NoSuchCompass:
            return True
        except (BrokenCompass, NewerCompass):
            pass
        return False  # it is there: it was brought back, on the device that may

    def sweep(self) -> Iterator[None]:
        """Erase compasses that stayed empty for a day, files nothing speaks of and what is too old; step by step."""
        now = self._settings.now()
        for key_id in self._compasses.forget_set_aside(now - BRING_BACK):
            self._keys.revoke(key_id, erased=True)
        with suppress(OSError):
            self._record.forget_old()
        for compass in self._compasses.every_one(now):
            if compass is not None:
                with suppress(OSError):  # one that cannot be read or written now is swept another time
                    self._sweep_one(compass, now)
            yield
        yield from self._keys.drop_old_marks()

    def _sweep_one(self, compass: Compass, now: datetime) -> None:
        if (compass.is_empty and now - compass.made > EMPTY_KEPT) or self._is_lost(compass, now):
            self._take_away(compass)
        else:
            self._gate.let_go_overdue(compass.id)
            self._attachments(compass.id).drop_orphans(compass.album.ids)

    def _is_lost(self, compass: Compass, now: datetime) -> bool:
        """Whether nobody can open it any more, and nobody can come back with its code: it was never out of here."""
        if compass.taken_along or self._compass_keys.devices(compass):
            return False
        used = [at for at in map(self._keys.last_used, compass.keys) if at is not None]
        return now - max([compass.made, *used]) > LOCKED_KEPT

    def _take_away(self, compass: Compass) -> None:
        # the data first: a key without a compass opens nothing, a compass without a key would stay for ever
        self._compasses.erase(compass.id)
        for key_id in compass.keys:
            self._keys.revoke(key_id, erased=True)
