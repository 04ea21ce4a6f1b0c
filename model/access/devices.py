"""The devices of a compass: which there are, whose they are, what they see, and how they end."""

from model.access.compass_keys import CompassKeys
from model.access.gate import Gate
from model.access.grant import Opened
from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import Stranger
from model.access.session import Session
from model.activity import ActivityKind
from model.key import Key, Kind, Scope
from model.settings import Settings
from model.storage.protocols import Compasses


class Devices:
    """Changes what the keys of devices open."""

    def __init__(
        self,
        compasses: Compasses,
        keys: Keys,
        compass_keys: CompassKeys,
        gate: Gate,
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._keys = keys
        self._compass_keys = compass_keys
        self._gate = gate
        self._record = record
        self._settings = settings

    def keys(self, opened: Opened) -> list[Key]:
        """The living keys of a compass, the sheet first, then the devices, oldest first.

        For the person, and for a worker who sees the compass. Raises `Stranger`.
        """
        opened.refuse_without_ring()
        return sorted(self._compass_keys.of(opened.compass), key=lambda key: (key.kind is not Kind.SHEET, key.made))

    def end(self, session: Session, compass_id: str, key_id: str) -> None:
        """End one device: its pages are wiped, then disconnected. Raises `Stranger`."""
        opened = self._gate.open(session, compass_id)
        key = self._device(opened, key_id)
        if not opened.grant.may_manage and key.id != opened.grant.key.id:
            raise Stranger
        self._keys.revoke(key_id)
        self._compass_keys.drop_dead(opened.compass)
        self._compasses.save(opened.compass)
        self._record.add(ActivityKind.ENDED_KEY, opened.grant, compass_id, whom=key_id[:8])

    def make_own(self, session: Session, compass_id: str, *, own: bool) -> None:
        """Say that this device is the person's own, or that others use it too.

        Raises `Stranger` on a tablet that a worker handed over: the worker gets it back.
        """
        opened = self._gate.open_as_person(session, compass_id)
        if own and (opened.grant.key.worker or session.lent):
            raise Stranger
        self._keys.update(opened.grant.key, own=own, made=self._settings.now())
        if own:
            self._compass_keys.take_along(opened.compass)
        self._tell(opened)

    def ask_for_all(self, session: Session, compass_id: str) -> None:
        """This device asks to see the private parts too. Raises `Stranger`."""
        opened = self._gate.open_as_person(session, compass_id)
        self._keys.update(opened.grant.key, wants_all=True)
        self._tell(opened)

    def let_see_all(self, session: Session, compass_id: str, key_id: str) -> None:
        """Let a device see the private parts: from one that does, or a worker vouches for one that asks.

        A worker may not when a device of the person's own can: then the person does not need them. Raises `Stranger`.
        """
        opened = self._gate.open(session, compass_id)
        opened.refuse_without_ring()
        grant, key = opened.grant, self._device(opened, key_id)
        if not grant.is_person:
            self._refuse_needless(opened, key)
        elif grant.key.scope is not Scope.FULL or grant.key.worker:
            raise Stranger
        vouched = None if grant.is_person else self._settings.now()
        self._keys.update(key, scope=Scope.FULL, wants_all=False, vouched=vouched)
        self._record.add(ActivityKind.LET_SEE_ALL, grant, compass_id, whom=key_id[:8])
        self._tell(opened)

    def refuse_all(self, session: Session, compass_id: str, key_id: str) -> None:
        """A device that asks to see the private parts is not the person's. Raises `Stranger`."""
        opened = self._gate.open(session, compass_id)
        opened.refuse_without_ring()
        if opened.grant.is_person and opened.grant.key.scope is not Scope.FULL:
            raise Stranger
        self._keys.update(self._device(opened, key_id), wants_all=False)
        self._tell(opened)

    # inside

    def _device(self, opened: Opened, key_id: str) -> Key:
        for key in self._compass_keys.of(opened.compass):
            if key.id == key_id and key.kind is Kind.DEVICE:
                return key
        raise Stranger

    def _refuse_needless(self, opened: Opened, asking: Key) -> None:
        others = [key for key in self._compass_keys.of(opened.compass) if key.id != asking.id]
        if not asking.wants_all or any(key.own and key.scope is Scope.FULL for key in others):
            raise Stranger

    def _tell(self, opened: Opened) -> None:
        """The document is as it was, but every open page looks again at what its key opens."""
        self._compasses.changed.send(opened.compass.id, compass=opened.compass)
