"""Recording activity: who did what with which compass and when, never what it says."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from model.access.grant import Grant
from model.activity import EVERYTHING, About, Activity, ActivityKind
from model.settings import Settings
from model.storage.protocols import ActivityLog, ActivityPage
from model.workers.worker import Worker

MONTHS_KEPT = 60
"""How many months the coordinator can look back. What was done with a compass stands with it for as long as it is."""
STEP = timedelta(minutes=1)
"""How far behind seeing and changing may lag, so that a tap costs no second write."""


class Record:
    """What was done, for the coordinator and for the person whose compass it was done with."""

    def __init__(self, log: ActivityLog, settings: Settings) -> None:
        self._log = log
        self._settings = settings
        self._written: dict[tuple[str, ...], datetime] = {}

    def add(self, kind: ActivityKind, who: Grant | Worker | None, compass_id: str = '', whom: str = '') -> None:
        """Record what was done. A full disk stops nobody."""
        worker = who.worker if isinstance(who, Grant) else who
        activity = Activity(
            at=self._settings.now(),
            kind=kind,
            compass=compass_id,
            worker=worker.id if worker else '',
            key=who.key.id[:8] if isinstance(who, Grant) else '',
            whom=whom,
        )
        if not self._was_just_written(activity):
            with suppress(OSError):
                self._log.add(activity)

    def latest(
        self, most: int, before: datetime | None = None, about: About = EVERYTHING, since: datetime | None = None
    ) -> ActivityPage:
        """Returns a page of what everyone did, for the coordinator; see `ActivityLog.latest`. Raises `Unreadable`.

        Of what was done before `since` there is nothing, and no page that is older.
        """
        page = self._log.latest(most, before=before, about=about)
        found = [one for one in page.activities if since is None or one.at >= since]
        return page if len(found) == len(page.activities) else replace(page, activities=found, older=None)

    def newer(self, most: int, than: datetime, about: About = EVERYTHING) -> datetime | None:
        """Returns before when the page ends that is newer; see `ActivityLog.newer`. Raises `Unreadable`."""
        return self._log.newer(most, than, about=about)

    def of(self, compass_id: str, most: int, before: datetime | None = None) -> ActivityPage:
        """Returns a page of what was done with one compass. Raises `NoSuchCompass`, `Unreadable`."""
        return self._log.latest_of(compass_id, most, before=before)

    def forget_old(self) -> None:
        """Let go of the months that no coordinator can look back to. Raises `OSError`."""
        now = self._settings.now()
        self._written = {what: at for what, at in self._written.items() if now - at < STEP}
        months = now.year * 12 + now.month - 1 - MONTHS_KEPT
        self._log.forget_before(now.date().replace(year=months // 12, month=months % 12 + 1, day=1))

    def _was_just_written(self, activity: Activity) -> bool:
        """Whether seeing or changing was stored less than a minute ago."""
        if activity.kind.lasts:
            return False
        before = self._written.get(activity.what)
        if before is not None and timedelta(0) <= activity.at - before < STEP:
            return True
        self._written[activity.what] = activity.at
        return False
