"""The keys of a compass: its sheet and its devices, which of them see everything, and the person's pictures."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from model.access.keys import Key, Kind, Scope
from model.access.limits import Limit
from model.access.one_at_a_time import Turns
from model.access.refusals import Stranger, TooManyTries
from model.activity import Deed
from model.compass import picture_pin
from model.compass.compass import Compass
from model.compass.part import Part

if TYPE_CHECKING:
    from model.access.gate import Access, Gate, Session


class Keyring:
    """A room of the gate."""

    def __init__(self, gate: 'Gate') -> None:
        self._gate = gate
        self._pin_secret = gate.settings.derived('pin')
        self._turns = Turns('pictures')

    def close(self) -> None:
        """End what is being weighed."""
        self._turns.close()

    # the sheet

    def sheet_address(self, session: 'Session', compass_id: str) -> str:
        """What the QR code of the sheet holds. Raises `Stranger` for whoever may not see the ring."""
        self._whole(session, compass_id)
        sheets = [key for key in self._of(self._gate.load(compass_id)) if key.kind is Kind.SHEET]
        if not sheets:  # an older version was opened, and its sheet had ended
            self.renew_sheet(session, compass_id, others_too=False)
            return self.sheet_address(session, compass_id)
        return f'{self._gate.settings.address}/k#{self._gate.keys.token(sheets[-1].id)}'

    def renew_sheet(self, session: 'Session', compass_id: str, *, others_too: bool) -> None:
        """End the key of the sheet and make another; on choice end the other devices too.

        A worker who sees the compass may make a new sheet, because a person who lost everything gets one from them;
        neither they nor who only came to look may end the devices of others. Raises `Stranger`.
        """
        gate = self._gate
        access = self._whole(session, compass_id)
        if others_too and not access.may_manage:
            raise Stranger
        compass = gate.load(compass_id)
        ended = [
            key.id for key in self._of(compass) if key.id != access.key.id and (others_too or key.kind is Kind.SHEET)
        ]
        compass.hold_key(gate.keys.issue(compass_id, Kind.SHEET, Scope.OPEN, gate.settings.now()).id)
        # a key that opens is always listed, whenever the power fails; a listed one that is dead does no harm
        gate.store.save(compass)
        for key_id in ended:
            gate.keys.revoke(key_id)
        self.drop_dead(compass)
        gate.store.save(compass)
        gate.note(Deed.RENEWED, access, compass_id)

    def taken_along(self, compass_id: str) -> None:
        """There is a way back now besides the device it was made on: that one need not be spared any more."""
        compass = self._gate.load(compass_id)
        if compass.taken_along:
            return
        compass.taken_along = True
        self._gate.store.save(compass)
        for key in self._of(compass):
            if key.sole:
                self._gate.keys.update(key, sole=False)

    # the devices

    def keys(self, session: 'Session', compass_id: str) -> list[Key]:
        """The living keys of a compass, the sheet first, then the devices, oldest first.

        For the person, and for a worker who sees the compass. Raises `Stranger`.
        """
        self._whole(session, compass_id)
        return sorted(self._of(self._gate.load(compass_id)), key=lambda key: (key.kind is not Kind.SHEET, key.made))

    def end(self, session: 'Session', compass_id: str, key_id: str) -> None:
        """End one device: its pages are wiped, then disconnected. Raises `Stranger`."""
        access = self._gate.access(session, compass_id)
        key = self._device(compass_id, key_id)
        if not access.may_manage and key.id != access.key.id:
            raise Stranger
        self._gate.keys.revoke(key_id)
        compass = self._gate.load(compass_id)
        self.drop_dead(compass)
        self._gate.store.save(compass)
        self._gate.note(Deed.ENDED_KEY, access, compass_id, whom=key_id[:8])

    def make_own(self, session: 'Session', compass_id: str, *, own: bool) -> None:
        """Say that this device is the person's own, or that others use it too.

        Raises `Stranger` on a tablet that a worker handed over: the worker gets it back.
        """
        access = self._person(session, compass_id)
        if own and (access.key.worker or session.get('lent')):
            raise Stranger
        self._gate.keys.update(access.key, own=own, made=self._gate.settings.now())
        if own:
            self.taken_along(compass_id)
        self._gate.changed.send(compass_id)

    def ask_for_all(self, session: 'Session', compass_id: str) -> None:
        """This device asks to see the private parts too. Raises `Stranger`."""
        access = self._person(session, compass_id)
        self._gate.keys.update(access.key, wants_all=True)
        self._gate.changed.send(compass_id)

    def let_see_all(self, session: 'Session', compass_id: str, key_id: str) -> None:
        """Let a device see the private parts: from one that does, or a worker vouches for one that asks.

        A worker may not when a device of the person's own can: then the person does not need them. Raises `Stranger`.
        """
        access = self._whole(session, compass_id)
        key = self._device(compass_id, key_id)
        if not access.is_person:
            self._refuse_needless(compass_id, key)
        elif access.key.scope is not Scope.FULL or access.key.worker:
            raise Stranger
        vouched = None if access.is_person else self._gate.settings.now()
        self._gate.keys.update(key, scope=Scope.FULL, wants_all=False, vouched=vouched)
        self._gate.note(Deed.LET_SEE_ALL, access, compass_id, whom=key_id[:8])
        self._gate.changed.send(compass_id)

    def refuse_all(self, session: 'Session', compass_id: str, key_id: str) -> None:
        """A device that asks to see the private parts is not the person's. Raises `Stranger`."""
        access = self._whole(session, compass_id)
        if access.is_person and access.key.scope is not Scope.FULL:
            raise Stranger
        self._gate.keys.update(self._device(compass_id, key_id), wants_all=False)
        self._gate.changed.send(compass_id)

    # the pictures

    def is_locked(self, session: 'Session', compass_id: str) -> bool:
        """Whether the pictures were wrong too often; a worker may know, to open them again. Raises `Stranger`."""
        self._gate.access(session, compass_id)
        code = self._gate.load(compass_id).pin
        return code is not None and code.is_locked

    def waits_in_vain(self, session: 'Session') -> bool:
        """Whether the sheet that was scanned in this browser waits for pictures that are locked."""
        gate = self._gate
        sheet = gate.keys.find((session.get('waiting') or {}).get('token', ''), gate.settings.now())
        try:
            code = gate.load(sheet.compass).pin if sheet is not None and sheet.kind is Kind.SHEET else None
        except (LookupError, RuntimeError):
            return False
        return code is not None and code.is_locked

    async def close_with(self, session: 'Session', compass_id: str, pictures: Sequence[str]) -> None:
        """From now on the sheet opens only with these pictures. Raises `Stranger` for who only came to look, `Busy`."""
        if not self._gate.access(session, compass_id).may_manage:
            raise Stranger
        hash = await self._turns.take(picture_pin.hashed, pictures, self._pin_secret)
        with self._gate.change(session, compass_id) as compass:
            compass.pin = picture_pin.Pin(hash=hash)
        self._gate.note(Deed.SET_PIN, self._gate.access(session, compass_id), compass_id)

    async def are_right(self, pictures: Sequence[str], hash: str) -> bool:
        """Whether these are the pictures of a hash. For the rooms of the gate, which count the tries. Raises `Busy`."""
        return await self._turns.take(picture_pin.matches, pictures, hash, self._pin_secret)

    def open_again(self, session: 'Session', compass_id: str) -> None:
        """Give the pictures their five tries back.

        A worker who sees the compass may, three times a day; and any device of the person.
        Raises `Stranger`, `TooManyTries`.
        """
        access = self._whole(session, compass_id)
        if access.worker is not None and not self._gate.limits.hit(Limit.OPEN_AGAIN, compass_id):
            raise TooManyTries
        compass = self._gate.load(compass_id)
        if compass.pin is not None:
            compass.pin.wrong = 0
            self._gate.store.save(compass)
            self._gate.note(Deed.UNLOCKED, access, compass_id)

    def without_pictures(self, session: 'Session', compass_id: str) -> None:
        """The sheet opens without pictures again. Raises `Stranger` for who only came to look."""
        if not self._gate.access(session, compass_id).may_manage:
            raise Stranger
        with self._gate.change(session, compass_id) as compass:
            compass.pin = None
        self._gate.note(Deed.UNLOCKED, self._gate.access(session, compass_id), compass_id)

    # the end

    def may_erase(self, session: 'Session', compass_id: str) -> bool:
        """Whether this device may take everything away. Raises `Stranger`."""
        return self._gate.access(session, compass_id).may_erase(self._gate.settings.now())

    def erase(self, session: 'Session', compass_id: str) -> None:
        """Take a compass and all its keys away, for good. Raises `Stranger`."""
        access = self._gate.access(session, compass_id)
        if not access.may_erase(self._gate.settings.now()):
            raise Stranger
        self.take_away(self._gate.load(compass_id))
        self._gate.note(Deed.ERASED, access, compass_id)

    # for the rooms of the gate

    def take_away(self, compass: Compass) -> None:
        """Erase a compass, whoever asks."""
        # the data first: a key without a compass opens nothing, a compass without a key would stay for ever
        self._gate.store.erase(compass.id)
        for key_id in compass.keys:
            self._gate.keys.revoke(key_id)

    def end_handed(self, compass_id: str, worker_id: str, but: Key) -> None:
        """End the tablets that this worker handed over, but the one in the person's hand."""
        for key in self._of(self._gate.load(compass_id)):
            if key.worker == worker_id and key.id != but.id:
                self._gate.keys.revoke(key.id)

    def drop_dead(self, compass: Compass) -> None:
        """Forget keys that were revoked, and end those of devices that were not used for too long."""
        living = {key.id for key in self._of(compass)}
        for key_id in set(compass.keys) - living:
            compass.drop_key(key_id)
            self._gate.keys.revoke(key_id)

    # inside

    def _of(self, compass: Compass) -> list[Key]:
        now = self._gate.settings.now()
        return [key for key in (self._gate.keys.get(key_id, now) for key_id in compass.keys) if key]

    def _device(self, compass_id: str, key_id: str) -> Key:
        for key in self._of(self._gate.load(compass_id)):
            if key.id == key_id and key.kind is Kind.DEVICE:
                return key
        raise Stranger

    def _refuse_needless(self, compass_id: str, asking: Key) -> None:
        others = [key for key in self._of(self._gate.load(compass_id)) if key.id != asking.id]
        if not asking.wants_all or any(key.own and key.scope is Scope.FULL for key in others):
            raise Stranger

    def _whole(self, session: 'Session', compass_id: str) -> 'Access':
        """The access of who may see the ring: the person, or a worker who sees everything. Raises `Stranger`."""
        access = self._gate.access(session, compass_id)
        if Part.RING not in access.parts:
            raise Stranger
        return access

    def _person(self, session: 'Session', compass_id: str) -> 'Access':
        access = self._gate.access(session, compass_id)
        if not access.is_person:
            raise Stranger
        return access
