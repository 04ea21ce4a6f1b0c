"""Workers: who is signed in, their desk, and a tablet that changes hands."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from model.access.keys import Device, Key, Kind, Scope
from model.access.refusals import Stranger
from model.access.sign_in import NotSignedIn, SignIn
from model.activity import Deed
from model.compass.compass import Compass
from model.compass.part import PRIVATE_PARTS, Part, seen
from model.compass.sharing import Reach, Share
from model.workers.worker import State, Worker

if TYPE_CHECKING:
    from model.access.gate import Gate, Session

CODE_TRIES = 5
"""Wrong codes after which a lent tablet has to be signed in to anew."""


class Work:
    """A room of the gate."""

    def __init__(self, gate: 'Gate', sign_in: SignIn) -> None:
        self._gate = gate
        self.sign_in = sign_in

    # signed in

    def key(self, session: 'Session') -> Key:
        """The key of the worker who signed in here. Raises `Stranger`."""
        key = self._key(session, 'worker')
        if key is None or key.locked or self._active(key) is None:
            raise Stranger
        return key

    def worker(self, session: 'Session') -> Worker:
        """The worker who signed in here. Raises `Stranger`."""
        worker = self._active(self.key(session))
        if worker is None:
            raise Stranger
        return worker

    def coordinator(self, session: 'Session') -> Worker:
        """The same, when that is a coordinator. Raises `Stranger`."""
        worker = self.worker(session)
        if not worker.coordinator:
            raise Stranger
        return worker

    def is_here(self, session: 'Session') -> bool:
        """Whether a worker is signed in here."""
        try:
            return bool(self.key(session))
        except Stranger:
            return False

    def start(self, session: 'Session', worker: Worker, *, own: bool = False) -> None:
        """Let a worker in who showed who they are. What others left open on this device is closed."""
        gate = self._gate
        gate.entrance.forget(session)
        self.stop(session)
        for place in ('invite', 'joining', 'away'):
            session.pop(place, None)
        now = gate.settings.now()
        key = gate.keys.issue('', Kind.WORKER, Scope.OPEN, now, worker=worker.id, own=own)
        with gate.workers.change(worker.id) as changed:
            for key_id in [one for one in changed.keys if gate.keys.get(one, now) is None]:
                changed.drop_key(key_id)
            changed.hold_key(key.id)
            changed.sign_in(now)
        session['worker'] = gate.keys.token(key.id)
        gate.note(Deed.SIGNED_IN, worker)

    def stop(self, session: 'Session') -> None:
        """Sign out, also from a tablet that was handed on."""
        for place in ('worker', 'lent'):
            key = self._key(session, place)
            session.pop(place, None)
            if key is not None:
                self._gate.keys.revoke(key.id)
                self._gate.note(Deed.SIGNED_OUT, self._gate.workers.get(key.worker))

    def stay(self, session: 'Session') -> None:
        """The worker is still here. Raises `Stranger`."""
        self._gate.keys.use(self.key(session), self._gate.settings.now())

    # the desk

    def on_desk(self, session: 'Session', compass_id: str) -> tuple[Compass, Share]:
        """A compass as this worker may see it, and what it is shared as. A key of the person opens nothing here.

        Raises `Stranger` and what `Store.load` raises.
        """
        worker = self.worker(session)
        if compass_id not in worker.compasses:  # nothing is read that was never laid on this desk
            raise Stranger
        compass = self._gate.load(compass_id)
        share = compass.sharing.of(worker.id)
        if share is None or not share.parts:
            raise Stranger
        return seen(compass, share.parts), share

    def desk(self, session: 'Session') -> Iterator[tuple[Compass, Share]]:
        """The compasses this worker may open now, as `on_desk` has them. Raises `Stranger`."""
        for compass_id in self.worker(session).compasses:
            with suppress(Stranger, LookupError, RuntimeError):
                yield self.on_desk(session, compass_id)

    def begin(self, session: 'Session', language: str, address: str) -> Compass:
        """A new compass, shared with this worker but for its private parts. Raises `Stranger`, `TooManyTries`."""
        worker = self.worker(session)
        compass, key = self._gate.entrance.create(language, address, Device.TABLET)
        self._gate.keys.revoke(key.id)  # the worker is not the person; the tablet is handed over for that
        compass.drop_key(key.id)
        compass.taken_along = True
        self._gate.shares.give(compass, worker, Reach.EVERYTHING)
        self._gate.note(Deed.SHARED, worker, compass.id, whom=worker.id)
        return compass

    def begin_together(self, session: 'Session', compass_id: str) -> None:
        """A contact of this worker and the person begins. Raises `Stranger`."""
        gate = self._gate
        worker = self.worker(session)
        gate.access(session, compass_id)
        compass = gate.load(compass_id)
        left = compass.begin_together(worker.id, gate.settings.now())
        gate.store.save(compass, left)
        gate.note(Deed.BEGAN_TOGETHER, worker, compass_id)

    # the tablet

    def hand_over(self, session: 'Session', compass_id: str) -> None:
        """Give the tablet to the person, with only their compass; the worker's key is locked.

        The person sees their private parts on it when there are none yet, or this worker sees them too: else a
        worker could look at them by handing the tablet to nobody. Raises `Stranger`.
        """
        gate = self._gate
        access = gate.access(session, compass_id)
        if access.worker is None or Part.RING not in access.parts:
            raise Stranger  # who sees only the steps could see the rest on it
        compass = gate.load(compass_id)
        is_open = all(part in access.parts or not getattr(compass, part.value) for part in PRIVATE_PARTS)
        now = gate.settings.now()
        scope = Scope.FULL if is_open else Scope.OPEN
        key = gate.keys.issue(compass_id, Kind.DEVICE, scope, now, worker=access.worker.id)
        gate.keyring.drop_dead(compass)
        compass.hold_key(key.id)
        gate.entrance.save_keys(compass)
        with gate.workers.change(access.worker.id) as lender:
            lender.hold_key(key.id)  # it ends with the account
        gate.entrance.hold(session, key)
        self.lend(session)
        gate.note(Deed.HANDED_OVER, access.worker, compass_id)

    def lend(self, session: 'Session') -> None:
        """Lock the worker's key on this device until they show again who they are. Raises `Stranger`."""
        key = self.key(session)
        self._gate.keys.update(key, locked=True, tries=0)
        session['lent'] = session.pop('worker')
        self._gate.keys.revoked.send(key.id)  # pages of the worker go blank

    def lender(self, session: 'Session') -> Worker:
        """The worker who handed this tablet on. Raises `Stranger`."""
        key = self._key(session, 'lent')
        worker = self._active(key) if key else None
        if worker is None:
            raise Stranger
        return worker

    async def take_back_by_code(self, session: 'Session', code: str) -> None:
        """The worker takes the tablet back with a one-time code; five wrong ones, and they sign in anew.

        Raises `Stranger`, `NotSignedIn`, `Busy`.
        """
        gate = self._gate
        lender = self.lender(session)
        key = self._key(session, 'lent')
        if key is None or key.tries >= CODE_TRIES:
            self.stop(session)
            raise Stranger
        gate.keys.update(key, tries=key.tries + 1)
        self.take_back(session, await self.sign_in.by_code(lender.id, code, gate.settings.now()))

    def take_back(self, session: 'Session', worker: Worker) -> None:
        """The worker showed who they are: what the person had open is closed. Raises `NotSignedIn`."""
        if worker.id != self.lender(session).id:
            raise NotSignedIn
        own = bool(key.own) if (key := self._key(session, 'lent')) else False
        self.start(session, worker, own=own)
        self._gate.note(Deed.TOOK_BACK, worker)

    # inside

    def _key(self, session: 'Session', place: str) -> Key | None:
        key = self._gate.keys.find(str(session.get(place, '')), self._gate.settings.now())
        return key if key is not None and key.kind is Kind.WORKER else None

    def _active(self, key: Key) -> Worker | None:
        worker = self._gate.workers.get(key.worker)
        return worker if worker and worker.state is State.ACTIVE and key.id in worker.keys else None
