"""What any storage offers, whatever it is made of, and what it raises.

All calls come from one thread, but for those that say otherwise. What is returned is a copy: changing it changes
nothing that is stored.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from blinker import Signal

from model.activity import EVERYTHING, About, Activity
from model.compass.album import Attachment, Size
from model.compass.compass import Compass
from model.compass.contact import Visit
from model.end_mark import EndMark
from model.key import Key
from model.workers.worker import Worker

MOST_VISITS = 500
"""Visits stored of one compass. The first is never dropped; of the others the oldest go first."""

MOST_PASSING = 500
"""Activities of one compass that do not last; above it the oldest go, half of them at most at once."""
MOST_READ = 5_000
"""How many activities are looked at for one page, which may be those of one worker alone."""


class NoSuchCompass(LookupError):
    """There is no compass with this id."""


class NoSuchAttachment(LookupError):
    """There is nothing stored of this attachment in this size."""


class BrokenCompass(RuntimeError):
    """What is stored of the compass is damaged beyond repair; it is kept as it is for whoever can help."""


class NewerCompass(RuntimeError):
    """The document was written by a newer version of this program; it is left as it is."""


class DataInUse(RuntimeError):
    """Another process uses this storage."""


class NoRoom(OSError):
    """So little is free that only small changes are stored: nothing that is large, and no new compass."""


class Compasses(Protocol):
    """The compasses, each opened, saved and erased whole."""

    @property
    def changed(self) -> Signal:
        """Sent with the id of each compass that changed, and `compass`: the document as saved, None when erased.

        It is stored by then. Whoever listens does not change the document.
        """

    def create(self, now: datetime) -> Compass:
        """Returns a new empty compass, stored. Raises `OSError` and leaves nothing when there is no room.

        `NoRoom` when there is some, for small changes to those that are there.
        """

    def load(self, compass_id: str, now: datetime) -> Compass:
        """Returns the compass as it was last saved.

        When that is damaged: the version before, with `restored_on` set and every key it has now in `keys`.
        Raises `NoSuchCompass`, `NewerCompass`, `BrokenCompass`, `Unreadable`.
        """

    def save(self, compass: Compass, *, for_good: bool = False) -> None:
        """Store a compass, then send `changed`. With `for_good` no version of before can ever come back.

        Raises `NoSuchCompass` when it was erased, and `OSError`: nothing has changed then.
        """

    def erase(self, compass_id: str) -> None:
        """Erase a compass with its visits, attachments and activity, then send `changed`.

        Raises `NoSuchCompass`, `OSError`.
        """

    def set_aside(self, compass_id: str, now: datetime) -> None:
        """As `erase`: it is not there any more. But until `forget_set_aside` it can be brought back whole.

        Raises `NoSuchCompass`, `OSError`.
        """

    def bring_back(self, compass_id: str) -> None:
        """Bring back what was set aside. Raises `NoSuchCompass` when that is not there, `OSError`."""

    def forget_set_aside(self, before: datetime) -> list[str]:
        """Erase what was set aside before a moment; returns the ids of the keys it had. Raises `OSError`."""

    def every_one(self, now: datetime) -> Iterator[Compass | None]:
        """Yields every compass, None for each that cannot be opened; any may change or go in between.

        Raises `OSError` when there is no telling which there are.
        """


class Visits(Protocol):
    """The contacts of each compass that are over."""

    def add(self, compass_id: str, visit: Visit) -> None:
        """Store a visit in the place of one with the same id; above `MOST_VISITS` an old one goes.

        To be called before the compass is saved that says the contact is over: added twice, a visit counts once.
        Raises `NoSuchCompass`, `OSError`.
        """

    def of(self, compass_id: str) -> list[Visit]:
        """Returns the visits of a compass that was loaded before, oldest first.

        Raises `NoSuchCompass`, `Unreadable`.
        """


class KeyRecords(Protocol):
    """The keys, each found by the SHA-256 of its token, in hexadecimal."""

    def read(self, digest: str) -> Key | None:
        """Returns the key, None when there is none or it is damaged. Raises `Unreadable`."""

    def write(self, digest: str, key: Key, *, may_lag: bool = False) -> None:
        """Store a key in the place of the one before; with `may_lag` a power cut may bring that back.

        Raises `OSError`.
        """

    def erase(self, digest: str) -> None:
        """Erase a key; one that is not there is no error. Raises `OSError`."""

    def mark(self, digest: str, mark: EndMark) -> None:
        """Store that a key ended, beside the keys: it opens nothing and is found by this digest alone.

        Raises `OSError`.
        """

    def marked(self, digest: str) -> EndMark | None:
        """Returns the mark of a key that ended, None when there is none or it is damaged. Raises `Unreadable`."""

    def drop_marks(self, before: date) -> Iterator[None]:
        """Erase the marks of keys that ended before a day, one step at a time. Raises `OSError`."""


@dataclass(frozen=True)
class OpenedWorkers:
    """The workers that were found at the start, and the ids of those with whom something was wrong."""

    workers: list[Worker] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    """What was stored last was damaged: these are among the workers as they were stored the time before."""
    unopened: list[str] = field(default_factory=list)
    """Not among the workers: damaged beyond repair, newer, of another secret or planted. Left as they are."""


class WorkerRecords(Protocol):
    """The workers, sealed, so that a planted one lets nobody in."""

    def open_all(self) -> OpenedWorkers:
        """Returns all workers. Raises `OSError` when there is no telling which there are."""

    def save(self, worker: Worker, *, for_good: bool = False) -> None:
        """Store a worker; with `for_good` no version of before can ever come back. Raises `OSError`."""


@dataclass(frozen=True)
class ActivityPage:
    """A page of what was done."""

    activities: list[Activity]
    """The newest first."""
    older: datetime | None
    """Before when the page ends that is older, None when nothing is."""


class ActivityLog(Protocol):
    """Who did what. What repeats an activity is counted with that, and takes no room of its own.

    With each compass stands what was done with it: all that lasts, until the compass is erased, and of the rest at most
    `MOST_PASSING`. Each month has everything.
    """

    def add(self, activity: Activity) -> None:
        """Store an activity in its month, and with its compass while there is one. Raises `OSError`."""

    def latest(self, most: int, *, before: datetime | None = None, about: About = EVERYTHING) -> ActivityPage:
        """Returns a page of what was done until a moment.

        There may be more on it when several began at one moment, and fewer after `MOST_READ` of others.
        Raises `Unreadable`.
        """

    def newer(self, most: int, than: datetime, *, about: About = EVERYTHING) -> datetime | None:
        """Returns before when the page ends that begins after a moment, None when that is the newest.

        Raises `Unreadable`.
        """

    def latest_of(self, compass_id: str, most: int, *, before: datetime | None = None) -> ActivityPage:
        """Returns a page of what was done with a compass until a moment. Raises `NoSuchCompass`, `Unreadable`."""

    def forget_before(self, month: date) -> None:
        """Erase the months before this one; what stands with a compass stays. Raises `OSError`."""


class Attachments(Protocol):
    """The photos, drawings and voices of one compass; each is there whole, or not at all."""

    def aside(self) -> AbstractContextManager[Path]:
        """A path for something that is not finished yet, where only this machine's own processes come.

        What is there after the block is taken away. Raises `NoSuchCompass`, `NoRoom`.
        """

    def refuse_without_room(self) -> None:
        """Raises `NoRoom` when what is written aside should not grow any further."""

    def put(self, attachment: Attachment, finished: Mapping[Size, Path]) -> None:
        """Store what was made aside and synced there, in the place of what was stored before.

        Raises `NoSuchCompass`, `OSError`.
        """

    def read(self, attachment: Attachment, size: Size) -> bytes:
        """Returns one size of an attachment: WebP, SVG, or a voice as it was recorded.

        Of anything but a photo there is one size, whatever is asked. May be called from any thread.
        Raises `NoSuchAttachment`, `Unreadable`.
        """

    def drop(self, attachment_ids: Collection[str]) -> None:
        """Erase these attachments; one that is not there is no error. Raises `OSError`."""

    def drop_orphans(self, attachment_ids: Collection[str]) -> None:
        """Erase all attachments but these.

        One is stored in the same breath as the document speaks of it, so none belongs to a document to come.
        Raises `OSError`.
        """


@dataclass(frozen=True)
class Storage:
    """All that is stored of one installation."""

    compasses: Compasses
    visits: Visits
    keys: KeyRecords
    workers: WorkerRecords
    activity: ActivityLog
    attachments: Callable[[str], Attachments]
    """Those of the compass with this id. Raises `NoSuchCompass`."""
    close: Callable[[], None]
    """Let another process use it. A second time does nothing."""


def visits_to_keep(visits: Iterable[Visit]) -> list[Visit]:
    """Returns the visits in order, one of each id (the last that is given), no more than `MOST_VISITS`."""
    ordered = sorted({visit.id: visit for visit in visits}.values(), key=lambda visit: visit.ended)
    return [*ordered[:1], *ordered[1:][-(MOST_VISITS - 1) :]]


def page_of(newest_first: Iterable[Activity], most: int, about: About = EVERYTHING) -> ActivityPage:
    """Returns the first page of these activities; what began at one moment is never on two pages."""
    found: list[Activity] = []
    last: datetime | None = None
    for number, one in enumerate(newest_first):
        if one.at != last and (len(found) >= most or number >= MOST_READ):
            return ActivityPage(found, last or one.at + timedelta.resolution)
        last = one.at
        if one in about:
            found.append(one)
    return ActivityPage(found, None)


def end_of_page(oldest_first: Iterable[Activity], most: int, about: About = EVERYTHING) -> datetime | None:
    """Returns before when the page ends that these activities begin; None when they end with it."""
    found = 0
    for number, one in enumerate(oldest_first):
        found += one in about
        if found > most or number >= MOST_READ:
            return one.at
    return None
