"""A tablet that changes hands: from a worker to a person, and back when the worker shows who they are."""

from model.access.compass_keys import CompassKeys
from model.access.gate import Gate
from model.access.held import Held
from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import NotSignedIn, Stranger
from model.access.session import Session
from model.access.workers.sign_in_limits import CountedSignIn
from model.access.workers.signed_in import SignedIn
from model.activity import ActivityKind
from model.compass.compass import Compass
from model.compass.part import Part
from model.key import Device, Key, Kind, Row
from model.settings import Settings
from model.workers.worker import Worker
from model.workers.workers import Workers


class Tablet:
    """Locks the key of a worker while a person has their tablet."""

    def __init__(
        self,
        keys: Keys,
        compass_keys: CompassKeys,
        held: Held,
        gate: Gate,
        workers: Workers,
        signed_in: SignedIn,
        sign_in: CountedSignIn,
        record: Record,
        settings: Settings,
    ) -> None:
        self._keys = keys
        self._compass_keys = compass_keys
        self._held = held
        self._gate = gate
        self._workers = workers
        self._signed_in = signed_in
        self._sign_in = sign_in
        self._record = record
        self._settings = settings

    def hand_over(self, session: Session, compass_id: str, about: str = '') -> None:
        """Give the tablet to the person, with only their compass; the worker's key is locked.

        `about` is the question it is handed over for, an attachment or a worker. Raises `Stranger`, also for who
        sees only the steps: they could see the rest on it; `Full`.
        """
        opened = self._gate.open(session, compass_id)
        worker = opened.grant.worker
        if worker is None or Part.RING not in opened.grant.parts:
            raise Stranger
        compass = opened.compass
        self._compass_keys.refuse_when_full(compass)
        # who gives away their tablet sits beside whoever gets it
        self._gate.save(compass, compass.sit_with(worker.id, self._settings.now()))
        self.give(session, compass, worker, about)

    def give(self, session: Session, compass: Compass, worker: Worker, about: str, row: Row = Row.HANDED_OVER) -> None:
        """The same for a compass of which this worker sees nothing yet. Raises `Full`."""
        self._compass_keys.refuse_when_full(compass)
        key = self._keys.issue(compass.id, Kind.DEVICE, self._settings.now(), row=row, worker=worker.id, about=about)
        self._compass_keys.add(compass, key)
        self._hold(worker, key)
        self._held.add(session, key)
        self.lend(session)
        self._record.add(ActivityKind.HANDED_OVER, worker, compass.id)

    def scanned(self, session: Session, compass_id: str) -> None:
        """The person came in with their sheet on the tablet of a worker: its key ends with that worker's account."""
        lender, key = self.lender(session), self._held.all(session).get(compass_id)
        if key is not None and key.row is Row.HANDED_OVER:
            self._hold(lender, key)

    def lend(self, session: Session) -> None:
        """Lock the worker's key on this device until they show again who they are. Raises `Stranger`."""
        key = self._signed_in.key(session)
        session.lent, session.worker = session.worker, ''
        self._keys.update(key, locked=True, tries=0)  # pages of the worker go blank

    def is_lent(self, session: Session) -> bool:
        """Whether a worker handed this tablet on, and may take it back."""
        try:
            return bool(self.lender(session))
        except Stranger:
            return False

    def lender(self, session: Session) -> Worker:
        """The worker who handed this tablet on. Raises `Stranger`."""
        return self._signed_in.of(self._lent_key(session))

    def take_back_by_code(self, session: Session, code: str, device: Device) -> None:
        """The worker takes the tablet back with a one-time code; five wrong ones, and they sign in anew.

        They are counted for this loan alone: whoever has the tablet in hand must not close the account elsewhere.
        Raises `Stranger`, `NotSignedIn`.
        """
        lender, key = self.lender(session), self._lent_key(session)
        self._signed_in.count_try(session, key)
        try:
            worker = self._sign_in.by_code(lender.id, code, self._settings.now())
        except NotSignedIn:
            self._note_wrong_code(session, lender)
            raise
        self.take_back(session, worker, device)

    def take_back_by_passkey(self, session: Session, answer: str, origin: str, address: str, device: Device) -> None:
        """The same with a passkey. Raises `Stranger`, `NotSignedIn`, `TooManyTries`."""
        lender, now = self.lender(session), self._settings.now()
        worker = self._sign_in.by_passkey(address, answer, origin, now, worker_id=lender.id)
        self.take_back(session, worker, device, in_full=True)

    def take_back(
        self, session: Session, worker: Worker, device: Device = Device.TABLET, *, in_full: bool = False
    ) -> None:
        """The worker showed who they are: what the person had open is closed. The twelve hours go on.

        Raises `NotSignedIn`.
        """
        if worker.id != self.lender(session).id:
            raise NotSignedIn
        lent = self._lent_key(session)
        self._signed_in.start(session, worker, own=lent.own, device=device, in_full=in_full, since=lent.made)
        self._record.add(ActivityKind.TOOK_BACK, worker)

    def _note_wrong_code(self, session: Session, lender: Worker) -> None:
        """Somebody tried on this tablet: it is told to whoever's compass is on it, and to the coordinator."""
        on_it = [compass_id for compass_id, key in self._held.all(session).items() if key and not key.is_own]
        for compass_id in on_it or ['']:
            self._record.add(ActivityKind.GUESSED_CODE, None, compass_id, whom=lender.id)

    def _hold(self, worker: Worker, key: Key) -> None:
        """A tablet that was handed over ends with the account of who did."""
        with self._workers.change(worker.id) as lender:
            lender.hold_key(key.id)

    def _lent_key(self, session: Session) -> Key:
        key = self._signed_in.find(session.lent)
        if key is None:
            raise Stranger
        return key
