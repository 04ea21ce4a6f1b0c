"""Activity: who did what with which compass and when, and never what is in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import AliasChoices, Field

from model.compass.document import Document

SAME_ACTIVITY = timedelta(hours=1)
"""The same by the same within this time is one activity, which says how often and until when."""


class ActivityKind(StrEnum):
    """What somebody did; the values are stored."""

    SAW = 'saw'
    CHANGED = 'changed'
    PRINTED = 'printed'
    MADE = 'made'
    ENTERED = 'entered'
    ASKED = 'asked'
    SHARED = 'shared'
    SHARED_STEPS = 'shared-steps'
    UNSHARED = 'unshared'
    TOLD = 'told'
    CLOSED = 'closed'
    RENEWED = 'renewed'
    ENDED_KEY = 'ended-key'
    LET_SEE_ALL = 'let-see-all'
    SET_PIN = 'set-pin'
    UNLOCKED = 'unlocked'
    GUESSED = 'guessed'
    HANDED_OVER = 'handed-over'
    TOOK_BACK = 'took-back'
    BEGAN_TOGETHER = 'began-together'
    ERASED = 'erased'
    SIGNED_IN = 'signed-in'
    SIGNED_OUT = 'signed-out'
    INVITED = 'invited'
    JOINED = 'joined'
    SWITCHED_OFF = 'switched-off'
    SWITCHED_ON = 'switched-on'
    GUESSED_CODE = 'guessed-code'
    LET_IN = 'let-in'
    BROUGHT_BACK = 'brought-back'
    ASKED_TO_TAKE_OVER = 'asked-to-take-over'
    MADE_COORDINATOR = 'made-coordinator'
    UNMADE_COORDINATOR = 'unmade-coordinator'
    MOVED_TEAM = 'moved-team'

    @property
    def lasts(self) -> bool:
        """Whether it is kept as long as its compass. Of the rest, what is newer takes the place of what is older."""
        return self not in _PASSING

    @property
    def is_a_guess(self) -> bool:
        """Whether somebody tried something wrong: all tries of a day are one activity, so a flood of them is too."""
        return self in _GUESSES

    ADDED_PASSKEY = 'added-passkey'
    DROPPED_PASSKEY = 'dropped-passkey'
    SET_PASSWORD = 'set-password'  # noqa: S105  the name of what was done
    MADE_RECOVERY = 'made-recovery'
    USED_RECOVERY = 'used-recovery'
    ENDED_SESSION = 'ended-session'
    DENIED = 'denied'
    """A worker says that something that changed was not them."""

    @classmethod
    def _missing_(cls, value: object) -> 'ActivityKind | None':
        """The kind that earlier versions of the program stored as the key of its drawing."""
        return _FORMERLY.get(value) if isinstance(value, str) else None


_PASSING = {ActivityKind.SAW, ActivityKind.CHANGED}
_GUESSES = {ActivityKind.GUESSED, ActivityKind.GUESSED_CODE}
_FORMERLY = {
    'who-looked': ActivityKind.SAW,
    'new-step': ActivityKind.MADE,
    'looks-along': ActivityKind.ASKED,
    'share-all': ActivityKind.SHARED,
    'share-steps': ActivityKind.SHARED_STEPS,
    'share-nothing': ActivityKind.UNSHARED,
    'what-happened': ActivityKind.TOLD,
    'locked': ActivityKind.CLOSED,
    'new-sheet': ActivityKind.RENEWED,
    'stop-key': ActivityKind.ENDED_KEY,
    'full-view': ActivityKind.LET_SEE_ALL,
    'picture-code': ActivityKind.SET_PIN,
    'unlock': ActivityKind.UNLOCKED,
    'no-thanks': ActivityKind.GUESSED,
    'hand-over': ActivityKind.HANDED_OVER,
    'take-back': ActivityKind.TOOK_BACK,
    'erase': ActivityKind.ERASED,
    'sign-in': ActivityKind.SIGNED_IN,
    'sign-out': ActivityKind.SIGNED_OUT,
    'invitation': ActivityKind.INVITED,
    'worker': ActivityKind.JOINED,
}


class Activity(Document):
    """One thing somebody did. There is no field for content."""

    at: datetime
    kind: ActivityKind = Field(validation_alias=AliasChoices('kind', 'did'))
    """Earlier versions stored it as `did`."""
    compass: str = ''
    worker: str = ''
    """Who did it, when that was a worker; else it was somebody with a key of the compass."""
    key: str = ''
    """The first eight characters of the id of the key it was done with."""
    whom: str = ''
    """The worker it was about, or the first eight characters of the id of a key."""
    times: int = Field(default=1, ge=1)
    """How often it was done, from `at` on; of seeing and changing no more than the minutes are counted."""
    until: datetime | None = None
    """When it was done last, when that was more than once."""

    @property
    def last(self) -> datetime:
        """When it was done last."""
        return self.until or self.at

    @property
    def what(self) -> tuple[str, ...]:
        """What was done by whom, whenever that was; a worker is the same one in every browser."""
        return self.kind, self.compass, self.worker or self.key, self.whom

    def repeats(self, earlier: 'Activity') -> bool:
        """Whether this is the same once more, so that `earlier` only counts on."""
        if self.what != earlier.what or self.at < earlier.at:
            return False
        if self.kind.is_a_guess:
            return self.at.date() == earlier.at.date()
        return self.at - earlier.at < SAME_ACTIVITY

    def with_repeat(self, again: 'Activity') -> 'Activity':
        """Returns this activity, done once more."""
        return self.model_copy(update={'times': self.times + again.times, 'until': again.last})


@dataclass(frozen=True)
class About:
    """Whose activities, of all there are: of everyone unless something is said."""

    worker: str = ''
    """The id of one who did it, or to whom it was done."""
    compass: str = ''
    """How the id of the compass begins."""

    def __contains__(self, activity: Activity) -> bool:
        of_worker = self.worker in {'', activity.worker, activity.whom}
        return of_worker and activity.compass.startswith(self.compass)


EVERYTHING = About()
