"""The keys of devices that one browser carries: in its cookie, and those that are locked under one handle."""

from collections.abc import Iterable
from contextlib import suppress

from model.access.keys import Keys
from model.access.session import Session
from model.access.table import is_locked
from model.key import Key, Kind, Row
from model.settings import Settings

MOST_HELD = 20
"""Most compasses one browser holds open; the cookie has no room for many more."""
MOST_LOCKED = 500
"""Most locked keys under one handle."""


class Held:
    """Reads and changes which keys a session carries."""

    def __init__(self, keys: Keys, settings: Settings) -> None:
        self._keys = keys
        self._settings = settings

    # open

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
        if key is None or key.is_lent:
            return None
        return None if is_locked(key, self._settings.now()) else key

    def add(self, session: Session, key: Key) -> None:
        """Let a browser carry the key of a device.

        Of too many the oldest is locked, and lost by nobody; never one of the person's own, which has no other place.
        """
        session.keys = {**session.keys, key.compass: self._keys.token(key.id)}
        held = self.all(session)
        stays = {one for one, mine in held.items() if one == key.compass or (mine is not None and mine.is_own)}
        for one in [one for one in held if one not in stays][: max(0, len(held) - MOST_HELD)]:
            pushed_out = held[one]
            if pushed_out is not None:
                self._put_under_handle(session, self._lock(pushed_out))
            session.keys = {other: token for other, token in session.keys.items() if other != one}

    def find_again(self, session: Session, tokens: Iterable[str]) -> bool:
        """Let a browser carry living keys that it still has, and that its cookie does not speak of.

        Of two for one compass the person's own stays. Returns whether all could be read.
        """
        missing = [one for one in tokens if one not in session.keys.values()]
        with suppress(OSError):
            for key in [self._keys.find(token, self._settings.now()) for token in missing]:
                if key is not None and key.kind is Kind.DEVICE and not key.locked:
                    self._find_key_again(session, key)
            return True
        return False

    def drop(self, session: Session, compass_id: str, key: Key | None) -> None:
        """Let a browser forget a compass, and end its key."""
        session.keys = {one: token for one, token in session.keys.items() if one != compass_id}
        if key is not None:
            self._keys.revoke(key.id)

    # locked

    def locked(self, session: Session) -> list[Key]:
        """The locked keys of this browser that can still be opened, the last one locked at the end."""
        now, handle = self._settings.now(), self._handle(session)
        under = [self._keys.get(key_id, now) for key_id in (handle.holds if handle else ())]
        put_down = [key for key in self.all(session).values() if key and is_locked(key, now)]
        found = [key for key in (*under, *put_down) if key is not None and is_locked(key, now)]
        return sorted(found, key=lambda key: key.seen)

    def lock(self, session: Session, key: Key) -> None:
        """Lock a key of this browser: it leaves the cookie, and is found again by the handle."""
        # the handle first: a key that neither the cookie nor the handle speaks of would be lost
        self._put_under_handle(session, key)
        self._lock(key)
        session.keys = {one: token for one, token in session.keys.items() if one != key.compass}

    def add_locked(self, session: Session, key: Key) -> None:
        """Let a browser find a key again that was locked from the start."""
        self._put_under_handle(session, key)

    def reopen(self, session: Session, key: Key) -> Key:
        """Somebody showed whose this locked key is: it opens again, but for what is private. Returns it as it is."""
        now = self._settings.now()
        opened = self._keys.update(
            key,
            locked=False,
            was_locked=not key.is_own,
            pin=False,
            tries=0,
            tried=None,
            seen=now,
            made=self._made_anew(key),
        )
        self.add(session, opened)
        handle = self._handle(session)
        if handle is not None and key.id in handle.holds:
            self._keep(session, handle, [one for one in handle.holds if one != key.id])
        return opened

    def forget_locked(self, session: Session, key: Key) -> None:
        """A locked key ends, because somebody came in to its compass with another one."""
        self._keys.revoke(key.id)
        handle = self._handle(session)
        if handle is not None and key.id in handle.holds:
            self._keep(session, handle, [one for one in handle.holds if one != key.id])

    def let_go(self, session: Session, key: Key) -> None:
        """A locked key ends: nobody opens it from here any more."""
        self.forget_locked(session, key)
        session.keys = {one: token for one, token in session.keys.items() if one != key.compass}

    def put_away(self, session: Session) -> None:
        """Somebody else takes this device: what others left open on it is locked, and a loan is over."""
        for compass_id, key in self.all(session).items():
            if key is not None and key.row is Row.EVERYONE:
                self.lock(session, key)
            elif key is None or not key.is_own:
                self.drop(session, compass_id, key)
        for key in self.locked(session):
            if key.row is Row.HANDED_OVER:
                self.let_go(session, key)

    # inside

    def _lock(self, key: Key) -> Key:
        return self._keys.update(key, locked=True, was_locked=not key.is_own, pin=False)

    def _made_anew(self, key: Key) -> object:
        """Everyone's device may be used for half a day again; a tablet goes back when its day is over all the same."""
        return self._settings.now() if key.row is Row.EVERYONE else key.made

    def _find_key_again(self, session: Session, key: Key) -> None:
        there = self.all(session).get(key.compass)
        if there is None or (key.is_own and not there.is_own):
            session.keys = {**session.keys, key.compass: self._keys.token(key.id)}

    def _handle(self, session: Session) -> Key | None:
        handle = self._keys.find(session.locked, self._settings.now()) if session.locked else None
        return handle if handle is not None and handle.kind is Kind.LOCKED else None

    def _put_under_handle(self, session: Session, key: Key) -> None:
        handle, now = self._handle(session), self._settings.now()
        if handle is None:
            handle = self._keys.issue('', Kind.LOCKED, now)
            session.locked = self._keys.token(handle.id)
        living = [one for one in handle.holds if one != key.id and self._keys.get(one, now) is not None]
        self._keys.update(handle, holds=[*living, key.id][-MOST_LOCKED:], seen=now)

    def _keep(self, session: Session, handle: Key, holds: list[str]) -> None:
        if holds:
            self._keys.update(handle, holds=holds)
        else:
            self._keys.revoke(handle.id)
            session.locked = ''
