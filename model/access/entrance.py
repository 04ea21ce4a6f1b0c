"""Coming in and leaving: a new compass, a scanned sheet, a device that is put down or forgets."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from model.access.keys import Device, Key, Kind, Scope
from model.access.limits import Limit, network_of
from model.access.refusals import Locked, PictureAsked, Stranger, TooManyTries
from model.activity import Deed
from model.compass.compass import Compass
from model.storage.files.compasses import NoSuchCompass

if TYPE_CHECKING:
    from model.access.gate import Gate, Session

HELD_KEYS = 20
"""Most compasses one browser holds; the cookie has no room for many more."""
PICTURE_TRIES = 3


class Entrance:
    """A room of the gate."""

    def __init__(self, gate: 'Gate') -> None:
        self._gate = gate

    def begin(self, session: 'Session', language: str, address: str, device: Device = Device.TABLET) -> Compass:
        """An empty compass; this browser, which counts as shared, gets a full key.

        Raises `TooManyTries` when `address` began too many.
        """
        compass, key = self.create(language, address, device)
        self.hold(session, key)
        return compass

    def create(self, language: str, address: str, device: Device) -> tuple[Compass, Key]:
        """An empty compass with a sheet, and the key of the device it is made on. Raises `TooManyTries`."""
        gate = self._gate
        if not gate.limits.hit(Limit.BEGINNINGS, network_of(address)):
            raise TooManyTries
        now = gate.settings.now()
        compass = gate.store.create(now)
        compass.speak(language)
        sheet = gate.keys.issue(compass.id, Kind.SHEET, Scope.OPEN, now)
        key = gate.keys.issue(compass.id, Kind.DEVICE, Scope.FULL, now, sole=True, device=device)
        compass.hold_key(sheet.id)
        compass.hold_key(key.id)
        self.save_keys(compass)
        gate.note(Deed.MADE, None, compass.id)
        return compass, key

    def enter(self, session: 'Session', token: str, address: str, *, own: bool, device: Device = Device.PHONE) -> str:
        """Change the key of a sheet for one of this device; answers the compass id.

        Raises `Stranger` for any key that does not open, `TooManyTries` after too many from `address`, and
        `PictureAsked` when the person's pictures are needed too. A key that opens is never refused: thirty
        people may sit behind one address.
        """
        compass = self._of_sheet(token, address)
        held = self._held(session, compass.id)
        if held and held.own >= own:
            return compass.id
        if compass.pin and not held:
            session['waiting'] = {'token': token, 'own': own}
            raise PictureAsked
        return self._let_in(session, compass, own=own, device=device)

    async def enter_with_pictures(
        self, session: 'Session', pictures: Sequence[str], address: str, device: Device = Device.PHONE
    ) -> str:
        """Come in with the sheet that was scanned before and these pictures; answers the compass id.

        A try is counted on disk before it is weighed, so that neither a power cut nor fifty at once give more
        than five. Raises `Stranger`, `TooManyTries`, `PictureAsked` when they are wrong, `Locked` after five.
        """
        gate = self._gate
        waiting = session.get('waiting') or {}
        if not gate.limits.hit(Limit.PIN, network_of(address)):
            raise TooManyTries
        compass = self._of_sheet(waiting.get('token', ''), address)
        if compass.pin is not None:
            if compass.pin.is_locked:
                raise Locked
            compass.pin.wrong += 1
            gate.store.save(compass)
            asked = compass.pin.hash
            right = await gate.keyring.are_right(pictures, asked)
            compass = self._of_sheet(waiting.get('token', ''), address)  # all may have changed meanwhile
            if compass.pin is not None and (not right or compass.pin.hash != asked):
                gate.note(Deed.GUESSED, None, compass.id)
                raise Locked if compass.pin.is_locked else PictureAsked
            if compass.pin is not None:
                compass.pin.wrong = 0
                gate.store.save(compass)
        session.pop('waiting', None)
        return self._let_in(session, compass, own=bool(waiting.get('own')), device=device)

    def forget(self, session: 'Session') -> None:
        """A shared device forgets every compass it holds; one of the person's own stays."""
        for compass_id, key in self._all_held(session).items():
            if key is None or not key.own:
                self._let_go(session, compass_id, key)

    def lock(self, session: 'Session') -> bool:
        """This device was put down: nothing on it opens by itself any more. Answers whether a key stays, locked.

        One stays that is the only way to its compass: what was entered would be lost.
        """
        for compass_id, key in self._all_held(session).items():
            if key is not None and key.sole:
                self._gate.keys.update(key, locked=True)
            elif key is None or not key.own:
                self._let_go(session, compass_id, key)
        self._gate.work.stop(session)
        for place in ('waiting', 'invite', 'joining'):
            session.pop(place, None)
        return any(key is not None and not key.own for key in self._all_held(session).values())

    def locked(self, session: 'Session') -> list[Compass]:
        """The compasses of which this device holds a locked key."""
        now = self._gate.settings.now()
        keys = [key for key in self._all_held(session).values() if key and (key.locked or key.is_idle(now))]
        return [compass for key in keys if (compass := self._or_none(key.compass))]

    def unlock(self, session: 'Session', compass_id: str, picture: str | None) -> None:
        """Open a locked device with the picture that the person chose for themselves, None when there is none.

        After three wrong ones it forgets the compass. Raises `Stranger`.
        """
        gate = self._gate
        key = self._all_held(session).get(compass_id)
        if key is None or not key.sole:
            raise Stranger
        if gate.load(compass_id).avatar == picture:
            gate.keys.update(key, locked=False, tries=0, seen=gate.settings.now())
            gate.note(Deed.UNLOCKED, None, compass_id)
            return
        if gate.keys.update(key, locked=True, tries=key.tries + 1).tries >= PICTURE_TRIES:
            self._let_go(session, compass_id, key)
        raise Stranger

    def held(self, session: 'Session') -> list[Compass]:
        """The compasses this browser holds a key for and may open now."""
        found = []
        for compass_id in session.get('keys', {}):
            try:
                found.append(self._gate.look(session, compass_id))
            except (Stranger, LookupError, RuntimeError):
                continue
        return found

    # for the rooms of the gate

    def hold(self, session: 'Session', key: Key) -> None:
        """Let a browser carry the key of a device; the oldest of too many ends."""
        gate = self._gate
        held = list({**session.get('keys', {}), key.compass: gate.keys.token(key.id)}.items())
        session['keys'] = dict(held[-HELD_KEYS:])
        for _, token in held[:-HELD_KEYS]:
            if pushed_out := gate.keys.find(token, gate.settings.now()):
                gate.keys.revoke(pushed_out.id)

    def save_keys(self, compass: Compass) -> None:
        """Save twice: should the file be damaged, the version before knows these keys too, so they can be ended."""
        self._gate.store.save(compass)
        self._gate.store.save(compass)

    # inside

    def _let_in(self, session: 'Session', compass: Compass, *, own: bool, device: Device) -> str:
        gate = self._gate
        now = gate.settings.now()
        held, replaced = self._held(session, compass.id), self._all_held(session).get(compass.id)
        scope = held.scope if held else Scope.OPEN
        key = gate.keys.issue(compass.id, Kind.DEVICE, scope, now, own=own, device=device)
        gate.keyring.drop_dead(compass)
        compass.hold_key(key.id)
        self.save_keys(compass)
        self.hold(session, key)
        if replaced:
            gate.keys.revoke(replaced.id)
        gate.keyring.taken_along(compass.id)
        gate.note(Deed.ENTERED, None, compass.id, whom=key.id[:8])
        session.pop('away', None)
        return compass.id

    def _of_sheet(self, token: str, address: str) -> Compass:
        sheet = self._gate.keys.find(token, self._gate.settings.now())
        if sheet is None or sheet.kind is not Kind.SHEET:
            raise self._wrong_key(address)
        try:
            return self._gate.load(sheet.compass)
        except NoSuchCompass:
            raise self._wrong_key(address) from None

    def _wrong_key(self, address: str) -> Exception:
        return Stranger() if self._gate.limits.hit(Limit.WRONG_KEYS, network_of(address)) else TooManyTries()

    def _held(self, session: 'Session', compass_id: str) -> Key | None:
        key = self._all_held(session).get(compass_id)
        if key is None or key.worker:  # a tablet that was handed over counts as nobody's when a sheet is scanned
            return None
        return None if key.locked or key.is_idle(self._gate.settings.now()) else key

    def _all_held(self, session: 'Session') -> dict[str, Key | None]:
        """Every compass this browser carries a token for, with its key as long as it lives."""
        now = self._gate.settings.now()
        found = {one: self._gate.keys.find(token, now) for one, token in session.get('keys', {}).items()}
        return {
            one: key if key and key.compass == one and key.kind is Kind.DEVICE else None for one, key in found.items()
        }

    def _let_go(self, session: 'Session', compass_id: str, key: Key | None) -> None:
        session['keys'] = {one: token for one, token in session['keys'].items() if one != compass_id}
        if key is not None:
            self._gate.keys.revoke(key.id)

    def _or_none(self, compass_id: str) -> Compass | None:
        try:
            return self._gate.load(compass_id)
        except (LookupError, RuntimeError):
            return None
