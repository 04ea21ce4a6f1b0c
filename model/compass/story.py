"""The story of a compass: how it was at the end of each contact, and what was done and kept in pictures between.

A visit keeps words and pictures of tiles, never a photo: one that was erased since is remembered as an empty frame.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from model.compass.album import Album, Attachment, shows
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.contact import Visit
from model.compass.looking_back import LookBack
from model.compass.step import Step
from model.compass.strengths import Strength
from model.compass.wishes import Wish


class Remembered(Album):
    """The album of today behind a compass of before: what is gone from it was there then."""

    def shows_any_of(self, answer: Answer) -> bool:
        return bool(answer.attachments)


@dataclass(frozen=True)
class Moment:
    """The compass at the end of a contact, or as it is now, and what came since the moment before."""

    day: date
    is_now: bool
    compass: Compass
    done: tuple[Step, ...]
    """Steps that were done since, the first first."""
    pictures: tuple[Attachment, ...]
    """Photos and drawings that were added since and may be shown, the first first."""
    looked_back: tuple[LookBack, ...] = ()
    """What was said since when somebody looked back, the first first."""


@dataclass(frozen=True)
class Changes:
    """What became another between two moments."""

    new: tuple[Strength, ...]
    gone: tuple[Strength, ...]
    done: tuple[Step, ...]


@dataclass(frozen=True)
class News:
    """What came on a compass since a contact, the newest first, and the last step of that contact as it is now."""

    step: Step | None
    strengths: tuple[Strength, ...]
    wishes: tuple[Wish, ...]
    steps: tuple[Step, ...]
    """Steps that were set since, and are still to be done."""
    done: tuple[Step, ...]

    @property
    def is_none(self) -> bool:
        """Whether nothing came since."""
        return not (self.strengths or self.wishes or self.steps or self.done)


def story(now: Compass, visits: Sequence[Visit], today: date) -> list[Moment]:
    """Returns the moments, the first first and today last; of contacts that ended on one day the last."""
    ends = {visit.ended.date(): visit for visit in visits}
    compasses = [(day, _then(visit, now)) for day, visit in sorted(ends.items()) if day < today]
    found, before = [], date.min
    for day, compass in [*compasses, (today, now)]:
        is_now = compass is now
        pictures = (one for one in reversed(now.album.pictures) if before < one.added.at.date() <= day)
        done = (step for step in reversed(now.steps.done) if step.done_on and before < step.done_on <= day)
        said = (look for look in now.looking_back.items if before < look.on <= day)
        found.append(Moment(day, is_now, compass, tuple(done), tuple(pictures), tuple(said)))
        before = day
    return found


def since(moments: Sequence[Moment], day: str) -> list[Moment]:
    """Returns the moments from that of a day (ISO 8601) on; all of them when none before today is of that day."""
    days = [moment.day.isoformat() for moment in moments[:-1]]
    return list(moments[days.index(day) if day in days else 0 :])


def changes(moments: Sequence[Moment]) -> Changes:
    """Returns what is new, gone and done between the first of these moments and the last."""
    then, now = moments[0].compass, moments[-1].compass
    had, has = _by_what(then), _by_what(now)
    return Changes(
        new=tuple(one for what, one in has.items() if what not in had),
        gone=tuple(one for what, one in had.items() if what not in has),
        done=tuple(step for moment in moments[1:] for step in moment.done),
    )


def news(now: Compass, visit: Visit | None) -> News:
    """Returns what came since a contact that is over; without one, all there is."""
    then = _then(visit, now) if visit else Compass(made=now.made)
    step, had, wished = _last_step(now, then, visit), _by_what(then), {one.answer.identity for one in then.wishes.items}
    others = [one for one in reversed(now.steps.items) if one is not step]
    done_then = {one.id for one in then.steps.items if not one.is_open}
    return News(
        step=step,
        strengths=tuple(one for what, one in reversed(_by_what(now).items()) if what not in had),
        wishes=tuple(one for one in reversed(now.wishes.shown(now.album)) if one.answer.identity not in wished),
        steps=tuple(one for one in others if one.is_open and then.steps.find(one.id) is None),
        done=tuple(one for one in now.steps.done if one in others and one.id not in done_then),
    )


def _last_step(now: Compass, then: Compass, visit: Visit | None) -> Step | None:
    """What was last agreed on in that contact, else before its end, else at all."""
    agreed = [one for one in now.steps.items if visit and one.contact == visit.id]
    known = [one for one in now.steps.items if then.steps.find(one.id)]
    return next((steps[-1] for steps in (agreed, known, now.steps.items) if steps), None)


def _then(visit: Visit, now: Compass) -> Compass:
    compass = Compass.model_validate({**visit.compass, 'id': now.id, 'made': now.made})
    return compass.model_copy(update={'album': Remembered(items=now.album.items), 'language': now.language})


def _by_what(compass: Compass) -> dict[tuple[object, ...], Strength]:
    shown = (one for one in compass.strengths.items if shows(compass.album, one.answer))
    return {(one.condition, one.answer.identity): one for one in shown}
