"""The keys of devices that one browser carries in its session."""

from model.access.keys import Keys
from model.access.session import Session
from model.key import Key, Kind
from model.settings import Settings

MOST_HELD = 20
"""Most compasses one browser holds; the cookie has no room for many more."""


class Held:
    """Reads and changes which keys a session carries."""

    def __init__(self, keys: Keys, settings: Settings) -> None:
        self._keys = keys
        self._settings = settings

    def all(self, session: Session) -> dict[str, Key | None]:
        """Every compass this browser carries a token for, with its key as long as it lives."""
        now = self._settings.now()
        found = {one: self._keys.find(token, now) for one, token in session.keys.items()}
        return {
            one: key if key and key.compass == one and key.kind is Kind.DEVICE else None for one, key in found.items()
        }

    def any_ended(self, session: Session) -> bool:
        """Whether this browser carries a token that opens nothing any more, so that it may hold photos of before."""
        return None in self.all(session).values()

    def drop_ended(self, session: Session) -> None:
        """Let a browser forget the tokens that open nothing any more."""
        living = {one for one, key in self.all(session).items() if key is not None}
        session.keys = {one: token for one, token in session.keys.items() if one in living}

    def usable(self, session: Session, compass_id: str) -> Key | None:
        """The key of this compass that opens now; one that a worker handed over counts as nobody's."""
        key = self.all(session).get(compass_id)
        if key is None or key.worker:
            return None
        return None if key.locked or key.is_idle(self._settings.now()) else key

    def add(self, session: Session, key: Key) -> None:
        """Let a browser carry the key of a device; the oldest of too many ends."""
        held = list({**session.keys, key.compass: self._keys.token(key.id)}.items())
        session.keys = dict(held[-MOST_HELD:])
        for _, token in held[:-MOST_HELD]:
            if pushed_out := self._keys.find(token, self._settings.now()):
                self._keys.revoke(pushed_out.id)

    def drop(self, session: Session, compass_id: str, key: Key | None) -> None:
        """Let a browser forget a compass, and end its key."""
        session.keys = {one: token for one, token in session.keys.items() if one != compass_id}
        if key is not None:
            self._keys.revoke(key.id)

    def forget(self, session: Session) -> None:
        """A shared device forgets every compass it holds; a device of the person's own forgets none."""
        for compass_id, key in self.all(session).items():
            if key is None or not key.own:
                self.drop(session, compass_id, key)
