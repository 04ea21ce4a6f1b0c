"""The one gate: who may see and change which compass. Nothing in `ui` reaches the store past it.

Its rooms: `entrance` (coming in and leaving), `keyring` (the keys of a compass), `shares` (who looks along),
`work` (workers at work) and `accounts` (who is one). They share this one's store, keys and limits.
"""

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from model.access.accounts import Accounts
from model.access.desk import Work
from model.access.devices import Keyring
from model.access.entrance import Entrance
from model.access.keys import Key, Keys, Kind, Scope
from model.access.limits import Limit, Limits, network_of
from model.access.refusals import Away, Locked, Stranger, TooManyTries
from model.access.shares import Shares
from model.access.sign_in import SignIn
from model.activity import Deed, Fact, Log
from model.compass.compass import Compass
from model.compass.contact import Visit
from model.compass.part import EVERY_PART, Part, content, seen
from model.settings import Settings
from model.storage.files.attachments import Files
from model.storage.files.compasses import NoSuchCompass, Store
from model.workers.worker import Worker
from model.workers.workers import Workers

Session = MutableMapping[str, Any]
"""What the signed cookie of a browser carries; see `docs/security.md`."""

EMPTY_KEPT = timedelta(days=1)
"""How long a compass stays that nobody entered anything in."""
SAME_FACT = timedelta(minutes=15)
"""Seeing and changing within this time are one line in the log."""
ERASE_AFTER = timedelta(days=1)
"""How long a device of the person's own is seen in the list of keys before it may erase everything."""
_REPEATED = {Deed.SAW, Deed.CHANGED}


@dataclass(frozen=True)
class Access:
    """What a browser may see and change of one compass, and with which key."""

    key: Key
    parts: frozenset[Part]
    worker: Worker | None = None

    @property
    def is_person(self) -> bool:
        """Whether this browser stands for the person, and not for a worker."""
        return self.worker is None

    @property
    def may_manage(self) -> bool:
        """Whether it may end other devices and close the compass with pictures.

        Not for who only came to look, and not on a tablet that a worker handed over, perhaps to nobody.
        """
        return self.is_person and not self.key.worker and (self.key.own or self.key.scope is Scope.FULL)

    def may_erase(self, now: datetime) -> bool:
        """Whether it may take everything away. A device let in by a finder or a worker is seen a day before it may."""
        if not self.may_manage:
            return False
        since = self.key.vouched or (None if self.key.scope is Scope.FULL else self.key.made)
        return since is None or now - since > ERASE_AFTER


class Gate:
    """Checks keys, opens compasses, and puts changes on disk."""

    def __init__(self, store: Store, keys: Keys, settings: Settings, workers: Workers, sign_in: SignIn) -> None:
        self.store = store
        """For the rooms of this gate only."""
        self.keys = keys
        self.settings = settings
        self.workers = workers
        self.limits = Limits()
        self.changed = store.changed
        """Sent with the id of each compass that changed."""
        self.entrance = Entrance(self)
        self.keyring = Keyring(self)
        self.shares = Shares(self)
        self.work = Work(self, sign_in)
        self.accounts = Accounts(self)
        self._log_folder = settings.data / 'log'
        self._log_folder.mkdir(parents=True, exist_ok=True)
        self._told: dict[tuple[str, str, str], datetime] = {}

    @classmethod
    def of(cls, store: Store, settings: Settings) -> Self:
        """The gate before a store, with the keys and the workers that lie beside it. Raises `OSError`."""
        keys = Keys(settings.data / 'keys', settings.derived('keys'))
        workers = Workers(settings.data / 'workers', settings.derived('workers'))
        return cls(store, keys, settings, workers, SignIn(workers, settings.derived('sign in')))

    def close(self) -> None:
        """Stop what is slow, and let another process have the data."""
        self.work.sign_in.close()
        self.keyring.close()
        self.store.close()

    # seeing and changing

    def key(self, session: Session, compass_id: str) -> Key:
        """The key this browser comes with: of this compass, else that of the worker who signed in here.

        A worker's key alone opens nothing; see `access`. Raises `Stranger`, `Locked` for a device that is, and
        `Away` after "Snel weg", until somebody comes back on purpose.
        """
        if session.get('away'):
            raise Away(self.settings.exit_url)
        token = session.get('keys', {}).get(compass_id)
        if token is None:
            return self.work.key(session)
        key = self.keys.find(token, self.settings.now())
        if key is None or key.compass != compass_id or key.kind is not Kind.DEVICE:
            raise Stranger
        if key.locked or key.is_idle(self.settings.now()):
            raise Locked
        return key

    def access(self, session: Session, compass_id: str, compass: Compass | None = None) -> Access:
        """What this browser may see and change. Raises `Stranger`, and for a worker what `Store.load` raises."""
        key = self.key(session, compass_id)
        if key.kind is Kind.DEVICE:
            parts = EVERY_PART if key.scope is Scope.FULL else EVERY_PART - {Part.HAPPENED, Part.OBSTACLES}
            return Access(key, parts)
        worker = self.work.worker(session)
        parts = (compass or self.load(compass_id)).sharing.parts_for(worker.id)
        if not parts:
            raise Stranger
        return Access(key, parts, worker)

    def look(self, session: Session, compass_id: str) -> Compass:
        """A compass as this browser may see it. Raises `Stranger` and what `Store.load` raises."""
        self.key(session, compass_id)  # nothing is read for someone without any
        compass = self.load(compass_id)
        return seen(compass, self.access(session, compass_id, compass).parts)

    @contextmanager
    def change(self, session: Session, compass_id: str) -> Iterator[Compass]:
        """A compass to change; on disk when the block ends, unless it raises.

        A change of a part that this browser may not see is refused, whatever the handler. No `await` inside:
        between load and save nothing else may run. Raises `Stranger`, `OSError`, and what `Store.load` raises.
        """
        self.key(session, compass_id)
        now = self.settings.now()
        compass = self.load(compass_id)
        access = self.access(session, compass_id, compass)
        closed = {part: content(compass, part) for part in EVERY_PART - access.parts}
        kept = compass.album.ids
        left = compass.begin_contact(now)
        yield compass
        if any(content(compass, part) != before for part, before in closed.items()):
            raise Stranger
        compass.let_go_overdue(now)
        self.keys.use(access.key, now)
        self.store.save(compass, left)
        self._drop_files(compass, kept - compass.album.ids)
        self.note(Deed.CHANGED, access, compass_id)

    def end_contact(self, session: Session, compass_id: str, *, without_step: bool) -> None:
        """Round off the contact that is going on, with a snapshot of the compass.

        When nothing was changed since the last one there is nothing to round off, but "not today" is remembered.
        """
        self.access(session, compass_id)
        compass = self.load(compass_id)
        compass.finish_path()
        if compass.contact is None and not without_step:
            return
        visit: Visit = compass.end_contact(self.settings.now(), without_step=without_step)
        self.store.save(compass, visit)

    def stay(self, session: Session, compass_id: str) -> None:
        """Someone is still here: the idle time of this device begins anew. Raises `Stranger`."""
        self.keys.use(self.key(session, compass_id), self.settings.now())

    def sweep(self) -> Iterator[None]:
        """Erase compasses that stayed empty for a day, and files nothing speaks of; one step at a time."""
        now = self.settings.now()
        self._told = {fact: at for fact, at in self._told.items() if now - at < SAME_FACT}
        for compass in self.store.every_one(now):
            if compass is not None and compass.is_empty and now - compass.made > EMPTY_KEPT:
                self.keyring.take_away(compass)
            elif compass is not None:
                self.let_go_overdue(compass.id)
                self.store.files(compass.id).drop_orphans(compass.album.ids)
            yield

    # attachments

    def files(self, session: Session, compass_id: str) -> Files:
        """The files of the attachments of a compass. Raises `Stranger`, `NoSuchCompass`."""
        self.access(session, compass_id)
        return self.store.files(compass_id)

    def let_go_overdue(self, compass_id: str) -> None:
        """Forget for good what was taken away a while ago, with its files. Raises what `Store.load` raises."""
        compass = self.load(compass_id)
        gone = {attachment.id for attachment in compass.album.overdue(self.settings.now())}
        if gone:
            compass.let_go_overdue(self.settings.now())
            self.store.save(compass)
            self._drop_files(compass, gone)

    # requests

    def admit(self, session: Session, compass_id: str, address: str) -> Access:
        """For routes: nothing is built for someone without a key, and not without end for one with.

        `address` is where on the network it was asked. Raises `Stranger`, `TooManyTries`.
        """
        try:
            key = self.key(session, compass_id)
        except Stranger:
            if not self.limits.hit(Limit.STRANGE_PAGES, network_of(address)):
                raise TooManyTries from None
            raise
        if not self.limits.hit(Limit.PAGES, key.id):
            raise TooManyTries
        self.keys.use(key, self.settings.now())
        compass = self.load(compass_id)
        access = self.access(session, compass_id, compass)
        if access.is_person and key.id not in compass.keys:  # an older version was opened, from before this key
            compass.hold_key(key.id)
            self.store.save(compass)
        self.note(Deed.SAW, access, compass_id)
        if access.worker is not None:
            self.shares.looked(access.worker.id, compass)
        return access

    def admit_upload(self, session: Session, compass_id: str) -> Access:
        """For what a browser sends: with a key, and not without end. Raises `Stranger`, `TooManyTries`."""
        access = self.access(session, compass_id)
        if not self.limits.hit(Limit.UPLOADS, access.key.id):
            raise TooManyTries
        return access

    # the log

    @property
    def log(self) -> Log:
        """What everyone did this month, for the coordinator."""
        return Log(self._log_folder / f'{self.settings.now():%Y-%m}.jsonl')

    def note(self, did: Deed, who: Access | Worker | None, compass_id: str = '', whom: str = '') -> None:
        """Put a fact in the log, and in that of the compass it is about. A full disk stops nobody.

        Seeing and changing are told once in a quarter of an hour for each key.
        """
        now = self.settings.now()
        worker = who.worker if isinstance(who, Access) else who
        key = who.key.id[:8] if isinstance(who, Access) else ''
        known = (did, compass_id, worker.id if worker else key)
        if did in _REPEATED and now - self._told.get(known, datetime.min.replace(tzinfo=now.tzinfo)) < SAME_FACT:
            return
        self._told[known] = now
        fact = Fact(at=now, did=did, compass=compass_id, worker=worker.id if worker else '', key=key, whom=whom)
        with suppress(OSError, NoSuchCompass):
            self.log.add(fact)
            if compass_id:
                self.store.log(compass_id).add(fact)

    # for the rooms of this gate

    def load(self, compass_id: str) -> Compass:
        """A compass, whoever asks: for the rooms of this gate only. Raises what `Store.load` raises."""
        return self.store.load(compass_id, self.settings.now())

    def _drop_files(self, compass: Compass, attachment_ids: set[str]) -> None:
        if attachment_ids:
            with suppress(OSError):  # nothing speaks of them any more, and the sweep comes by
                self.store.save(compass)  # the version before must not speak of them either
                self.store.files(compass.id).drop(attachment_ids)
