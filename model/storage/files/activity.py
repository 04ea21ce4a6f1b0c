"""Where the activity lies: a folder with a file for each month, and two files in the folder of each compass."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from heapq import merge
from itertools import chain
from pathlib import Path

from model.activity import EVERYTHING, About, Activity
from model.no_links import make_folder, paths_in, remove_unlinked
from model.storage.files.activity_file import ROOM, ActivityFile
from model.storage.files.atomic import previous_of
from model.storage.files.disk import reading, sync_folder
from model.storage.files.folders import CompassFolders
from model.storage.protocols import MOST_PASSING, ActivityPage, NoSuchCompass, end_of_page, page_of

FILE = 'log.jsonl'
PASSING = 'passing.jsonl'
"""What does not last. When it is half of what may be kept, it takes the place of the one before it."""

_MONTH = '[0-9][0-9][0-9][0-9]-[0-9][0-9].jsonl'
_MOST_KNOWN = 1000
"""Files of which we remember what a repeat would count with."""


class ActivityFiles:
    """See `ActivityLog`."""

    def __init__(self, months: Path, folders: CompassFolders) -> None:
        """`months` is made when it is not there. Raises `OSError`."""
        self._months = months
        make_folder(self._months)
        self._folders = folders
        self._known: OrderedDict[Path, ActivityFile] = OrderedDict()

    def add(self, activity: Activity) -> None:
        """See `ActivityLog`."""
        self._file(self._month(activity.at)).add(activity)
        with suppress(NoSuchCompass):
            folder = self._folders.of(activity.compass)
            if activity.kind.lasts:
                self._file(folder / FILE).add(activity)
            else:
                self._file(folder / PASSING).add(activity, most=MOST_PASSING // 2 * ROOM)

    def latest(self, most: int, *, before: datetime | None = None, about: About = EVERYTHING) -> ActivityPage:
        """See `ActivityLog`."""
        paths = [path for path in reversed(self._every_month()) if before is None or path <= self._month(before)]
        return page_of(chain.from_iterable(ActivityFile(path).backwards(before) for path in paths), most, about)

    def newer(self, most: int, than: datetime, *, about: About = EVERYTHING) -> datetime | None:
        """See `ActivityLog`."""
        paths = [path for path in self._every_month() if path >= self._month(than)]
        return end_of_page(chain.from_iterable(ActivityFile(path).forwards(than) for path in paths), most, about)

    def latest_of(self, compass_id: str, most: int, *, before: datetime | None = None) -> ActivityPage:
        """See `ActivityLog`."""
        folder = self._folders.of(compass_id)
        passing = self._passing(folder / PASSING, before)
        lasting = ActivityFile(folder / FILE).backwards(before)
        return page_of(merge(lasting, passing, key=lambda one: one.at, reverse=True), most)

    def forget_before(self, month: date) -> None:
        """See `ActivityLog`."""
        for path in self._every_month():
            if path < self._month(month):
                remove_unlinked(path)
                self._known.pop(path, None)
        sync_folder(self._months)

    def _month(self, day: date) -> Path:
        return self._months / f'{day:%Y-%m}.jsonl'

    def _every_month(self) -> list[Path]:
        with reading():
            return sorted(paths_in(self._months, _MONTH))

    @staticmethod
    def _passing(path: Path, before: datetime | None) -> Iterator[Activity]:
        yield from ActivityFile(path).backwards(before)
        yield from ActivityFile(previous_of(path)).backwards(before)

    def _file(self, path: Path) -> ActivityFile:
        """The file there; the one that was asked for longest ago is forgotten, and looked through anew next time."""
        file = self._known.pop(path, None) or ActivityFile(path)
        self._known[path] = file
        if len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)
        return file
