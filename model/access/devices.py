"""The devices of a compass: which there are, whose they are, what they may, and how they end."""

import secrets
from contextlib import suppress
from datetime import timedelta

from model.access.compass_keys import CompassKeys
from model.access.consent.own_picture import OwnPicture
from model.access.gate import Gate
from model.access.grant import Opened
from model.access.held import Held
from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import Stranger
from model.access.session import Session
from model.access.table import May, asks_picture
from model.activity import ActivityKind
from model.catalogue.choices import SYMBOLS
from model.compass.compass import Compass
from model.key import Key, Kind, Row
from model.settings import Settings
from model.storage.protocols import Compasses

AT_THE_SCAN = timedelta(minutes=15)
"""How long after a scan a tablet that was handed over may vouch for who scanned."""


class Devices:
    """Changes whose the devices of a compass are, and what they may."""

    def __init__(
        self,
        compasses: Compasses,
        keys: Keys,
        compass_keys: CompassKeys,
        held: Held,
        gate: Gate,
        own_picture: OwnPicture,
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._keys = keys
        self._compass_keys = compass_keys
        self._held = held
        self._gate = gate
        self._own_picture = own_picture
        self._record = record
        self._settings = settings

    # which there are

    def keys(self, opened: Opened) -> list[Key]:
        """The living keys of a compass, the sheets first, then the devices, oldest first.

        For the person, and for a worker who sees the compass. Raises `Stranger`.
        """
        opened.refuse_without_ring()
        return sorted(self._compass_keys.of(opened.compass), key=lambda key: (key.kind is not Kind.SHEET, key.made))

    def may_be_own(self, session: Session, compass_id: str) -> bool:
        """Whether "Van mij" is offered: this browser holds no other living compass, no worker is signed in here or
        lent it, and nobody marked it as everyone's.
        """
        if session.everyones or session.worker or session.lent:
            return False
        others = {one for one, key in self._held.all(session).items() if key is not None and one != compass_id}
        return not others and not [key for key in self._held.locked(session) if key.compass != compass_id]

    def own_here(self, session: Session) -> list[str]:
        """The ids of the compasses for which this browser is on the person's own device."""
        own = []
        for compass_id in (one for one, key in self._held.all(session).items() if key is not None and key.is_own):
            with suppress(Stranger, LookupError, RuntimeError, OSError):
                own.append(self._gate.open(session, compass_id).compass_id)
        return own

    def asking(self, opened: Opened) -> list[Key]:
        """The devices that wait for a yes which can be given here, the newest first."""
        if not {May.LET_IN, May.VOUCH} & opened.grant.may:
            return []
        came_in = {one.key for one in opened.compass.arrivals.items}
        if not came_in:  # no key is read at a tap on most compasses
            return []
        devices = self._compass_keys.devices(opened.compass)
        return [key for key in reversed(devices) if key.id in came_in and self._may_let_in(opened, key)]

    # whose they are

    def make_own(self, session: Session, compass_id: str) -> None:
        """ "Van mij": this device is the person's own. Raises `Stranger` where that is not offered."""
        opened = self._gate.open_as_person(session, compass_id)
        key = opened.grant.key
        if key.row is not Row.EVERYONE or not self.may_be_own(session, compass_id):
            raise Stranger
        self._make_own(opened, family=False)

    def may_be_second(self, session: Session, compass_id: str) -> bool:
        """Whether this may become a second own compass on a family's phone, after a yes on the first."""
        if session.everyones or session.worker or session.lent:
            return False
        others = [key for one, key in self._held.all(session).items() if key is not None and one != compass_id]
        return bool(others) and all(key.is_own for key in others)

    def make_second(self, session: Session, compass_id: str, picture: str | None) -> None:
        """Whose compass was here first says yes with their picture; from now on each opens with its own.

        Raises `Stranger`, `PictureAsked`, `TooManyToday`.
        """
        opened = self._gate.open_as_person(session, compass_id)
        if not self.may_be_second(session, compass_id) or opened.grant.key.row is not Row.EVERYONE:
            raise Stranger
        others = [key for one, key in self._held.all(session).items() if key is not None and one != compass_id]
        first = others[-1]
        self._own_picture.check(first, self._compasses.load(first.compass, self._settings.now()), picture)
        for key in others:
            self._keys.update(key, family=True)
        self._make_own(opened, family=True)

    def make_everyones(self, session: Session, compass_id: str) -> None:
        """ "Niet van mij": others use this device too. Raises `Stranger`."""
        opened = self._gate.open_as_person(session, compass_id)
        key = opened.grant.key
        if not key.is_own:
            raise Stranger
        began, now = key.row is Row.CONFIRMED and key.began, self._settings.now()
        asks = asks_picture(key, now)  # whoever picked it up did not show who they are
        self._keys.update(
            key,
            row=Row.EVERYONE,
            family=False,
            began=began,
            private=began and key.private,
            was_locked=key.was_locked or asks,
            pin=key.pin and not asks,
            shut=False,
            symbol='',
            made=now,
            seen=now,  # somebody is here: it must not lock, or end, as if it had been everyone's all the time
        )
        self._tell(opened)

    # who says yes

    def let_in(self, session: Session, compass_id: str, key_id: str, picture: str | None, *, private: bool) -> None:
        """The person says that a device is theirs, and shows that they are the person.

        From a device that is surely theirs it is confirmed; a tablet that was handed over vouches for it, and so does
        a device that was only vouched for: else it would confirm another, and wait for nothing. `private`:
        it may show what is private too, as far as the device that says so. Raises `Stranger`, `PictureAsked`,
        `TooManyTries`.
        """
        opened = self._gate.open_as_person(session, compass_id)
        grant, key = opened.grant, self._device(opened, key_id)
        if not self._may_let_in(opened, key):
            raise Stranger
        self._own_picture.check(grant.key, opened.compass, picture)
        now, seen = self._settings.now(), grant.private if private else []
        all_of_it = private and grant.sees_all_private
        if May.LET_IN in grant.may and grant.key.row is not Row.VOUCHED:
            more = {'row': Row.CONFIRMED, 'private': all_of_it, 'announced': None}
        else:
            more = {'row': Row.VOUCHED, 'private': False, 'vouched_parts': seen, 'announced': now}
        self._keys.update(key, symbol='', **more)
        self._settle(opened.compass, key_id)
        self._record.add(ActivityKind.LET_IN, grant, compass_id, whom=key_id[:8])
        if private:
            self._record.add(ActivityKind.LET_SEE_ALL, grant, compass_id, whom=key_id[:8])

    def show_private(self, session: Session, compass_id: str, key_id: str, *, private: bool) -> None:
        """Let another confirmed device show what is private, or stop that. Raises `Stranger`."""
        opened = self._gate.open_as_person(session, compass_id)
        opened.grant.refuse_without(May.LET_IN)
        key = self._device(opened, key_id)
        if key.row not in {Row.CONFIRMED, Row.VOUCHED} or (private and not opened.grant.sees_all_private):
            raise Stranger
        self._keys.update(key, private=private, vouched_parts=[])
        if private:
            self._record.add(ActivityKind.LET_SEE_ALL, opened.grant, compass_id, whom=key_id[:8])
        self._tell(opened)

    def refuse(self, session: Session, compass_id: str, key_id: str) -> None:
        """The person says that a device which waits for a yes is not theirs: it ends. Raises `Stranger`."""
        opened = self._gate.open_as_person(session, compass_id)
        if not self._may_let_in(opened, self._device(opened, key_id)):
            raise Stranger
        self._end(opened, key_id)

    def knows_picture(self, session: Session, compass_id: str, picture: str | None) -> None:
        """Whether who says yes has the person's picture. Raises `Stranger`, `PictureAsked`, `TooManyToday`."""
        opened = self._gate.open_as_person(session, compass_id)
        self._own_picture.check(opened.grant.key, opened.compass, picture)

    def was_me(self, session: Session, compass_id: str, key_id: str) -> None:
        """The person knows this device: the notice goes, and nothing else changes. Raises `Stranger`."""
        opened = self._gate.open_as_person(session, compass_id)
        opened.grant.refuse_without(May.LET_IN)
        self._settle(opened.compass, key_id)

    def end(self, session: Session, compass_id: str, key_id: str) -> None:
        """End one device: its pages are wiped, then disconnected. Any device may end itself. Raises `Stranger`."""
        opened = self._gate.open(session, compass_id)
        key = self._device(opened, key_id)
        if key.id != opened.grant.key.id:
            opened.grant.refuse_without(May.END)
        self._end(opened, key_id)

    def _end(self, opened: Opened, key_id: str) -> None:
        compass_id = opened.compass_id
        self._compass_keys.forget(opened.compass, key_id)
        self._compass_keys.drop_dead(opened.compass)
        self._compasses.save(opened.compass)
        self._record.add(ActivityKind.ENDED_KEY, opened.grant, compass_id, whom=key_id[:8])

    def asks_picture(self, opened: Opened) -> bool:
        """Whether what is private asks for the person's picture here: nobody touched this device for a while."""
        key = opened.grant.key
        sees = key.private or key.vouched_parts or key.pin
        return bool(sees) and asks_picture(key, self._settings.now())

    def show_again(self, session: Session, compass_id: str, picture: str | None) -> None:
        """This own device was put down for a while: the person's picture shows what is private again.

        Raises `Stranger`, `PictureAsked`, `TooManyTries`.
        """
        opened = self._gate.open_as_person(session, compass_id)
        key = opened.grant.key
        if not key.is_own:
            raise Stranger
        self._own_picture.check(key, opened.compass, picture)
        self._keys.update(key, shut=False, seen=self._settings.now())
        self._tell(opened)

    # inside

    def _make_own(self, opened: Opened, *, family: bool) -> None:
        key, now = opened.grant.key, self._settings.now()
        if key.pin or (key.began and not key.was_locked):
            self._keys.update(key, row=Row.CONFIRMED, private=True, family=family, made=now)
        else:
            symbol = secrets.choice(SYMBOLS)
            more = {'family': family, 'private': False, 'announced': now, 'symbol': symbol}
            self._keys.update(key, row=Row.UNCONFIRMED, made=now, **more)
            opened.compass.arrivals.announce(key.id, now, key.sheet_by or None)
            self._compasses.save(opened.compass)
            return
        self._tell(opened)

    def _device(self, opened: Opened, key_id: str) -> Key:
        for key in self._compass_keys.devices(opened.compass):
            if key.id == key_id:
                return key
        raise Stranger

    def _may_let_in(self, opened: Opened, key: Key) -> bool:
        grant = opened.grant
        if key.id == grant.key.id or not key.symbol or key.row is not Row.UNCONFIRMED:
            return False
        if May.LET_IN in grant.may:
            return True
        return May.VOUCH in grant.may and self._settings.now() - key.made <= AT_THE_SCAN

    def _settle(self, compass: Compass, key_id: str) -> None:
        compass.arrivals.close(key_id)
        self._compasses.save(compass)

    def _tell(self, opened: Opened) -> None:
        """The document is as it was, but every open page looks again at what its key opens."""
        self._compasses.changed.send(opened.compass.id, compass=opened.compass)
