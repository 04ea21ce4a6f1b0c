"""Everything in dictionaries, as it would be written."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import Any, TypeVar

from blinker import Signal

from model.activity import EVERYTHING, About, Activity
from model.compass.compass import Compass
from model.compass.contact import Visit
from model.end_mark import EndMark
from model.key import Key
from model.storage.memory.attachments import MemoryAttachments
from model.storage.protocols import (
    MOST_PASSING,
    ActivityPage,
    NoSuchCompass,
    OpenedWorkers,
    Storage,
    end_of_page,
    page_of,
    visits_to_keep,
)
from model.workers.worker import Worker

Stored = TypeVar('Stored')


def open_memory() -> Storage:
    """Returns an empty storage; what is in it goes with it."""
    compasses = MemoryCompasses()
    return Storage(
        compasses=compasses,
        visits=MemoryVisits(compasses),
        keys=MemoryKeys(),
        workers=MemoryWorkers(),
        activity=MemoryActivity(compasses),
        attachments=compasses.attachments,
        close=lambda: None,
    )


class MemoryCompasses:
    """See `Compasses`. All else that is stored of a compass hangs on it here, so that it goes with it."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, Any]] = {}
        self._visits: dict[str, list[Visit]] = {}
        self._activity: dict[str, list[Activity]] = {}
        self._attachments: dict[str, MemoryAttachments] = {}
        self._aside: dict[str, tuple[datetime, list[Any]]] = {}
        self.changed = Signal()

    def create(self, now: datetime) -> Compass:
        compass = Compass(made=now)
        self._rows[compass.id] = compass.model_dump(mode='json')
        self._visits[compass.id], self._activity[compass.id] = [], []
        self._attachments[compass.id] = MemoryAttachments(compass.id, self._rows)
        return compass

    def load(self, compass_id: str, now: datetime) -> Compass:  # noqa: ARG002  nothing is ever damaged here
        return Compass.model_validate(self._of(self._rows, compass_id))

    def save(self, compass: Compass, *, for_good: bool = False) -> None:  # noqa: ARG002  there is no version before
        self._of(self._rows, compass.id)
        self._rows[compass.id] = compass.model_dump(mode='json')
        self.changed.send(compass.id, compass=compass)

    def erase(self, compass_id: str) -> None:
        self._of(self._rows, compass_id)
        for part in self._parts:
            del part[compass_id]
        self.changed.send(compass_id, compass=None)

    def set_aside(self, compass_id: str, now: datetime) -> None:
        self._of(self._rows, compass_id)
        self._aside[compass_id] = now, [part.pop(compass_id) for part in self._parts]
        self.changed.send(compass_id, compass=None)

    def bring_back(self, compass_id: str) -> None:
        _, kept = self._of(self._aside, compass_id)
        del self._aside[compass_id]
        for part, value in zip(self._parts, kept, strict=True):
            part[compass_id] = value

    def forget_set_aside(self, before: datetime) -> list[str]:
        gone = {one: kept for one, (at, kept) in self._aside.items() if at < before}
        self._aside = {one: aside for one, aside in self._aside.items() if one not in gone}
        return [key for row, *_ in gone.values() for key in row['keys']]

    def every_one(self, now: datetime) -> Iterator[Compass | None]:
        for compass_id in list(self._rows):
            yield self.load(compass_id, now) if compass_id in self._rows else None

    def visits(self, compass_id: str) -> list[Visit]:
        return self._of(self._visits, compass_id)

    def activity(self, compass_id: str) -> list[Activity]:
        return self._of(self._activity, compass_id)

    def attachments(self, compass_id: str) -> MemoryAttachments:
        return self._of(self._attachments, compass_id)

    @property
    def _parts(self) -> tuple[dict[str, Any], ...]:
        return self._rows, self._visits, self._activity, self._attachments

    @staticmethod
    def _of(part: dict[str, Stored], compass_id: str) -> Stored:
        if compass_id not in part:
            raise NoSuchCompass(compass_id)
        return part[compass_id]


class MemoryVisits:
    """See `Visits`."""

    def __init__(self, compasses: MemoryCompasses) -> None:
        self._compasses = compasses

    def add(self, compass_id: str, visit: Visit) -> None:
        visits = self._compasses.visits(compass_id)
        visits[:] = visits_to_keep([*visits, visit.model_copy(deep=True)])

    def of(self, compass_id: str) -> list[Visit]:
        return [visit.model_copy(deep=True) for visit in self._compasses.visits(compass_id)]


class MemoryKeys:
    """See `KeyRecords`."""

    def __init__(self) -> None:
        self._keys: dict[str, Key] = {}
        self._marks: dict[str, EndMark] = {}

    def read(self, digest: str) -> Key | None:
        return self._keys.get(digest)

    def write(self, digest: str, key: Key, *, may_lag: bool = False) -> None:  # noqa: ARG002  memory never lags
        self._keys[digest] = key

    def erase(self, digest: str) -> None:
        self._keys.pop(digest, None)

    def mark(self, digest: str, mark: EndMark) -> None:
        self._marks[digest] = mark

    def marked(self, digest: str) -> EndMark | None:
        return self._marks.get(digest)

    def drop_marks(self, before: date) -> Iterator[None]:
        for digest in [digest for digest, mark in self._marks.items() if mark.on < before]:
            del self._marks[digest]
            yield


class MemoryWorkers:
    """See `WorkerRecords`."""

    def __init__(self) -> None:
        self._workers: dict[str, Worker] = {}

    def open_all(self) -> OpenedWorkers:
        return OpenedWorkers([worker.model_copy(deep=True) for worker in self._workers.values()])

    def save(self, worker: Worker, *, for_good: bool = False) -> None:  # noqa: ARG002  there is no version before
        self._workers[worker.id] = worker.model_copy(deep=True)


class MemoryActivity:
    """See `ActivityLog`."""

    def __init__(self, compasses: MemoryCompasses) -> None:
        self._compasses = compasses
        self._all: list[Activity] = []

    def add(self, activity: Activity) -> None:
        _add(self._all, activity)
        with suppress(NoSuchCompass):
            with_compass = self._compasses.activity(activity.compass)
            _add(with_compass, activity)
            passing = [one for one in with_compass if not one.kind.lasts]
            if len(passing) > MOST_PASSING:
                with_compass.remove(passing[0])

    def latest(self, most: int, *, before: datetime | None = None, about: About = EVERYTHING) -> ActivityPage:
        return page_of(_backwards(self._all, before), most, about)

    def newer(self, most: int, than: datetime, *, about: About = EVERYTHING) -> datetime | None:
        return end_of_page((one for one in self._all if one.at > than), most, about)

    def latest_of(self, compass_id: str, most: int, *, before: datetime | None = None) -> ActivityPage:
        return page_of(_backwards(self._compasses.activity(compass_id), before), most)

    def forget_before(self, month: date) -> None:
        self._all = [one for one in self._all if one.at.date() >= month]


def _add(activities: list[Activity], activity: Activity) -> None:
    """Count an activity with the one it repeats, else put it behind the others."""
    same = [number for number, one in enumerate(activities) if one.what == activity.what][-1:]
    if same and activity.repeats(activities[same[0]]):
        activities[same[0]] = activities[same[0]].with_repeat(activity)
    else:
        activities.append(activity.model_copy())


def _backwards(activities: list[Activity], before: datetime | None) -> Iterator[Activity]:
    return (one.model_copy() for one in reversed(activities) if before is None or one.at < before)
