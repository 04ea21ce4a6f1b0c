"""The one gate: who may see and change which compass."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress

from model.access.compass_keys import CompassKeys
from model.access.days import Days
from model.access.grant import Grant, Opened
from model.access.keys import Keys
from model.access.limits import Limit, Limits, network_of
from model.access.record import Record
from model.access.refusals import Away, Locked, NotHere, Stranger, TooManyTries
from model.access.session import Session
from model.access.table import May, has_ended, is_locked, may, private_parts
from model.access.workers.signed_in import SignedIn
from model.activity import ActivityKind
from model.budgets import Budget
from model.catalogue.domains import Domain
from model.compass.compass import Compass
from model.compass.contact import Contact, Visit
from model.compass.opening.before import Before
from model.compass.part import OPEN_PARTS, PRIVATE_PARTS, Part, fields_seen
from model.compass.seen import holds
from model.key import SEEN_STEP, Key, Kind, Row
from model.settings import Settings
from model.storage.protocols import Attachments, Storage


class Gate:
    """Checks keys, opens compasses, and stores changes."""

    def __init__(
        self,
        storage: Storage,
        keys: Keys,
        compass_keys: CompassKeys,
        signed_in: SignedIn,
        limits: Limits,
        days: Days,
        record: Record,
        settings: Settings,
        domains: Sequence[Domain],
    ) -> None:
        self._compasses = storage.compasses
        self._visits = storage.visits
        self._attachments = storage.attachments
        self._keys = keys
        self._compass_keys = compass_keys
        self._signed_in = signed_in
        self._limits = limits
        self._days = days
        self._record = record
        self._settings = settings
        self._asked = domains

    # seeing

    def key(self, session: Session, compass_id: str) -> Key:
        """The key this browser comes with: of this compass, else that of the worker who signed in here.

        A worker's key alone opens nothing; see `open`. Raises `Stranger`, `Locked` for a device that is, and
        `Away` after "Snel weg", until somebody comes back on purpose.
        """
        if session.away:
            raise Away(self._settings.exit_url)
        token = session.keys.get(compass_id)
        if token is None:
            return self._signed_in.key(session)
        key = self._keys.find(token, self._settings.now())
        if key is None or key.compass != compass_id or key.kind is not Kind.DEVICE:
            raise Stranger
        self._refuse_shut(key)
        return key

    def open(self, session: Session, compass_id: str) -> Opened:
        """The compass, and what this browser may do with it. Raises `Stranger` and what loading raises."""
        key = self.key(session, compass_id)  # nothing is read for someone without any
        compass = self._compasses.load(compass_id, self._settings.now())
        return Opened(self._grant(key, compass), compass)

    def open_as_person(self, session: Session, compass_id: str) -> Opened:
        """The same for the person. Raises `Stranger` for a worker too, also when nothing would change."""
        opened = self.open(session, compass_id)
        if not opened.grant.is_person:
            raise Stranger
        return opened

    def look_again(self, key: Key, compass: Compass) -> Opened:
        """The same for a page that is open, and a document that was just saved: nothing is read. Raises `Stranger`.

        The page hears of what becomes of its key: `Keys.changed`, `Keys.ended`.
        """
        if has_ended(key, self._settings.now()):
            raise Stranger
        self._refuse_shut(key)
        return Opened(self._grant(key, compass), compass)

    def attachments(self, opened: Opened) -> Attachments:
        """Returns what is stored of the attachments of a compass. Raises `NoSuchCompass`."""
        return self._attachments(opened.compass.id)

    # changing

    @contextmanager
    def change(self, session: Session, compass_id: str, *, answers: bool = False) -> Iterator[Compass]:
        """A compass to change; on disk when the block ends, unless it raises.

        A change of a part that this browser may not see is refused, and so is whatever its row of the table does not
        allow, whatever the handler. `answers` is for rooms of `model.access` that looked whether a question about
        sharing may be answered here. No `await` inside: between load and save nothing else may run.
        Raises `Stranger`, `OSError`, and what loading raises.
        """
        opened = self.open(session, compass_id)
        compass, grant, now = opened.compass, opened.grant, self._settings.now()
        is_one_answer = answers and grant.is_asked
        grant.refuse_without(May.ANSWER_ONE if is_one_answer else May.CHANGE)
        parts = grant.parts | {Part.SHARING} if is_one_answer else grant.parts
        left = compass.begin_contact(now)  # with a contact that is over what was taken off goes, of closed parts too
        before = Before(compass)
        yield compass
        if before.differs_outside(parts):
            raise Stranger
        if before.answered:
            grant.refuse_without(May.ANSWER)
        if (before.allowed or before.is_wider_shared) and not answers:
            grant.refuse_without(May.SHARE)
        if before.has_other_pin and not answers:
            raise Stranger
        for written, began_empty in before.rewritten:
            written.was_written_with(grant.key.id, began_empty=began_empty)
        compass.let_go_overdue(now)
        self._keys.use(grant.key, now)
        self.save(compass, left, dropped=before.dropped, for_good=before.has_let_go)
        self._record.add(ActivityKind.CHANGED, grant, compass_id)

    def end_contact(self, session: Session, compass_id: str, *, without_step: bool) -> None:
        """Round off the contact that is going on, with a snapshot of the compass.

        When nothing was changed since the last one there is nothing to round off, but "not today" is remembered.
        The first time is over with it, unless a worker rounds off what the person did not begin yet. What a worker
        rounds off was a contact with them, also when nobody said that it began.
        """
        opened = self.open(session, compass_id)
        opened.grant.refuse_without(May.CHANGE)
        compass = opened.compass
        if opened.grant.is_person or not compass.is_empty:
            compass.finish_path()
        if compass.contact is None and not without_step:
            return
        now, worker = self._settings.now(), opened.grant.worker
        if worker is not None and (compass.contact is None or compass.contact.worker is None):
            left = compass.sit_with(worker.id, now)
            if left is not None:
                self._visits.add(compass.id, left)
        self.save(compass, compass.end_contact(now, without_step=without_step))

    def asks_for_step(self, opened: Opened) -> bool:
        """Whether nobody leaves here without a step. Who is alone on their own device may, after the first contact.

        Raises `Unreadable`.
        """
        if opened.seen.has_step(self._settings.today()):
            return False
        return not opened.grant.key.is_own or self._is_together(opened.compass) or self._is_first(opened.compass)

    def visits(self, opened: Opened) -> list[Visit]:
        """The contacts that are over, for who sees what their snapshots hold: ring and steps.

        Raises `NotHere` for anyone else, and `Unreadable`.
        """
        if not opened.grant.parts >= {Part.RING, Part.STEPS}:
            raise NotHere
        return self._visits.of(opened.compass_id)

    def last_time(self, opened: Opened) -> Visit | None:
        """The last contact of a worker and the person that is over, else the last of all; None when there is none.

        Its snapshot has what this worker may see. Raises `NotHere` for the person, and `Unreadable`.
        """
        worker = opened.grant.worker
        if worker is None:
            raise NotHere
        visits = self._visits.of(opened.compass_id)
        found = next(reversed([one for one in visits if one.worker == worker.id] or visits), None)
        return found.only(set(fields_seen(Compass, opened.grant.parts))) if found else None

    def stay(self, session: Session, compass_id: str) -> None:
        """Someone is still here: the idle time of this device begins anew. Raises `Stranger`."""
        self._keys.use(self.key(session, compass_id), self._settings.now())

    def let_go_overdue(self, compass_id: str) -> None:
        """Forget for good what was taken away or taken off a while ago, with its files. Raises what loading raises."""
        now = self._settings.now()
        compass = self._compasses.load(compass_id, now)
        kept, off = compass.album.ids, compass.taken_off
        compass.let_go_overdue(now)
        gone = kept - compass.album.ids
        if gone or off != compass.taken_off:
            self.save(compass, dropped=gone, for_good=True)

    # requests

    def admit(self, session: Session, compass_id: str, address: str) -> Opened:
        """For routes: nothing is built for someone without a key, and not without end for one with.

        `address` is where on the network it was asked. Raises `Stranger`, `TooManyTries`, and what loading raises.
        """
        try:
            key = self.key(session, compass_id)
        except Stranger:
            # only those without a key that opens are counted: thirty people behind one address go on
            if not self._limits.hit(Limit.STRANGE_PAGES, network_of(address)):
                raise TooManyTries from None
            raise
        self._limits.count_page(key.id, address)
        self._keys.use(key, self._settings.now())
        opened = self.open(session, compass_id)
        self._compass_keys.ripen(key, opened.compass)
        self._note_look(opened)
        return opened

    def admit_upload(self, session: Session, compass_id: str, address: str) -> Opened:
        """For what a browser sends from `address`: with a key, and not without end.

        Raises `Stranger`, `TooManyTries`, `EnoughToday`.
        """
        opened = self.open(session, compass_id)
        opened.grant.refuse_without(May.CHANGE)
        if not self._limits.hit(Limit.UPLOADS, opened.grant.key.id):
            raise TooManyTries
        for asked in (self.take_in, self.keep):
            asked(opened, address, 0)
        return opened

    def take_in(self, opened: Opened, address: str, length: int) -> None:
        """Count so many bytes that come in. Raises `EnoughToday`, and `NoRoom` when the disk cannot have them."""
        self.attachments(opened).refuse_without_room()
        self._days.use(Budget.RECEIVED_OF_ONE, opened.compass_id, length)
        self._days.use(Budget.RECEIVED, network_of(address), length)

    def keep(self, opened: Opened, address: str, length: int) -> None:
        """Count so many bytes that are to be kept. Raises `EnoughToday`."""
        self._days.use(Budget.KEPT_OF_ONE, opened.compass_id, length)
        self._days.use(Budget.KEPT, network_of(address), length)

    # for the rooms of `model.access`

    def save(
        self, compass: Compass, visit: Visit | None = None, *, dropped: Collection[str] = (), for_good: bool = False
    ) -> None:
        """Store a compass, whoever asks, and the visit that just ended. Raises `OSError`.

        No version of before may speak of attachments that were dropped, or of what was taken off in a contact that is
        over; with `for_good` there is none at all.
        """
        if visit is not None:
            self._visits.add(compass.id, visit)
        self._compasses.save(compass, for_good=for_good or bool(dropped) or visit is not None)
        if dropped:
            with suppress(OSError):  # nothing speaks of them any more, and the sweep comes by
                self._attachments(compass.id).drop(dropped)

    # inside

    def _is_together(self, compass: Compass) -> bool:
        """Whether a worker began the contact that is going on, today."""
        return compass.contact is not None and bool(compass.contact.worker) and self._is_today(compass.contact)

    def _is_first(self, compass: Compass) -> bool:
        """Whether this is the first contact; one of another day that nobody rounded off was one too."""
        left = compass.contact is not None and not self._is_today(compass.contact)
        return not left and not self._visits.of(compass.id)

    def _is_today(self, contact: Contact) -> bool:
        return contact.began.date() == self._settings.today()

    def _refuse_shut(self, key: Key) -> None:
        if is_locked(key, self._settings.now()):
            raise Locked

    def _grant(self, key: Key, compass: Compass) -> Grant:
        if key.kind is Kind.DEVICE and key.row is Row.ASKED:
            if not compass.sharing.takes_over(key.about):  # it was answered, here or elsewhere
                raise Stranger
            return Grant(key, frozenset(), may=may(key, self._settings.now()))
        if key.kind is Kind.DEVICE:
            now = self._settings.now()
            parts = OPEN_PARTS | private_parts(key, now)
            if key.row is Row.HANDED_OVER:
                parts |= self._open_to_lender(key, compass)
            if Part.LIFE in parts:
                parts |= self._domains(compass)
            return Grant(key, parts, may=may(key, now))
        worker = self._signed_in.of(key)
        parts = compass.sharing.parts_for(worker.id)
        if not parts:
            raise Stranger
        return Grant(key, parts, worker, may=frozenset({May.CHANGE}))

    def _open_to_lender(self, key: Key, compass: Compass) -> frozenset[Part]:
        """The private parts that a tablet may show which was handed over, perhaps to nobody.

        Those that the lender may see anyway, and those in which nothing stands but what was written with this key.
        """
        shared = (part for part in compass.sharing.parts_for(key.worker) if part.is_private)
        pieces = frozenset(PRIVATE_PARTS) - {Part.LIFE} | self._domains(compass)
        own = {one for one in pieces if not holds(compass, one) or _wrote_all(key, compass, one)}
        whole = {Part.LIFE} if own >= self._domains(compass) else set()
        return frozenset(shared) | own | whole

    def _domains(self, compass: Compass) -> frozenset[Part]:
        """The life domains that people are asked about, and those that were filled when they still were."""
        return compass.life.parts | {Part.of_domain(domain.key) for domain in self._asked}

    def _note_look(self, opened: Opened) -> None:
        """Remember that a compass was opened: in the record, and for whom of the workers nothing is new any more."""
        grant, compass, now = opened.grant, opened.compass, self._settings.now()
        self._record.add(ActivityKind.SAW, grant, compass.id)
        share = compass.sharing.of(grant.worker.id) if grant.worker else None
        if share is not None and (share.looked is None or now - share.looked > SEEN_STEP):
            share.looked = now
            self._compasses.save(compass)


def _wrote_all(key: Key, compass: Compass, part: Part) -> bool:
    written = compass.written.get(part)
    return written is not None and written.is_all_of(key.id)
