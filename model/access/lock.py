"""A device that was put down: nothing on it opens by itself, until somebody shows that it is theirs."""

from model.access.held import Held
from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import Stranger
from model.access.session import Session
from model.access.workers.signed_in import SignedIn
from model.activity import ActivityKind
from model.compass.compass import Compass
from model.key import Key
from model.settings import Settings
from model.storage.protocols import Compasses

PICTURE_TRIES = 3


class Lock:
    """Locks a browser, and opens it again."""

    def __init__(
        self, compasses: Compasses, keys: Keys, held: Held, signed_in: SignedIn, record: Record, settings: Settings
    ) -> None:
        self._compasses = compasses
        self._keys = keys
        self._held = held
        self._signed_in = signed_in
        self._record = record
        self._settings = settings

    def close(self, session: Session) -> bool:
        """This device was put down. Returns whether a key stays, locked.

        One stays that is the only way to its compass: what was entered would be lost.
        """
        for compass_id, key in self._held.all(session).items():
            if key is not None and key.sole:
                self._keys.update(key, locked=True)
            elif key is None or not key.own:
                self._held.drop(session, compass_id, key)
        self._signed_in.put_down(session)
        session.waiting, session.invite, session.joining = {}, '', {}
        return any(key is not None and not key.own for key in self._held.all(session).values())

    def locked(self, session: Session) -> list[Compass]:
        """The compasses of which this device holds a locked key; one that cannot be read is passed over."""
        now = self._settings.now()
        keys = [key for key in self._held.all(session).values() if key and (key.locked or key.is_idle(now))]
        return [compass for key in keys if (compass := self._load_or_none(key.compass))]

    def open(self, session: Session, compass_id: str, picture: str | None) -> None:
        """Open a locked device with the picture that the person chose for themselves, None when there is none.

        After three wrong ones it forgets the compass. Raises `Stranger`.
        """
        key = self._held.all(session).get(compass_id)
        if key is None or not key.sole:
            raise Stranger
        if self._compasses.load(compass_id, self._settings.now()).avatar == picture:
            self._keys.update(key, locked=False, tries=0, seen=self._settings.now())
            self._record.add(ActivityKind.UNLOCKED, None, compass_id)
            return
        self._count(session, key)
        raise Stranger

    def blank(self, session: Session) -> None:
        """Every open page of the compasses in this browser goes blank, also in its other tabs; the keys stay."""
        for key in self._held.all(session).values():
            if key is not None:
                self._keys.blanked.send(key.id)

    def _count(self, session: Session, key: Key) -> None:
        if self._keys.update(key, locked=True, tries=key.tries + 1).tries >= PICTURE_TRIES:
            self._held.drop(session, key.compass, key)

    def _load_or_none(self, compass_id: str) -> Compass | None:
        try:
            return self._compasses.load(compass_id, self._settings.now())
        except (LookupError, RuntimeError, OSError):
            return None
