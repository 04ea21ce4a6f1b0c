"""The steps of the person: made, changed, moved, done, and taken off.

What is made or moved is tied to the contact that is going on, which the caller knows: `contact` is its id.
"""

from collections.abc import Set
from datetime import date

from model.compass.answer import Answer, leave_room
from model.compass.document import Collection, TooMany, new_id
from model.compass.step import Step
from model.compass.when import PartOfDay, When

OPEN_STEPS = 12


class Steps(Collection[Step]):
    """All steps, in the order in which they were set, those that are done or taken off included."""

    def start(
        self,
        answer: Answer,
        today: date,
        *,
        wish: str | None = None,
        contact: str | None = None,
        id: str | None = None,
    ) -> Step:
        """Set a new step, for this wish or on its own; the same id is there once.

        Returns the step. Raises `TooMany`.
        """
        started = self.find(id)
        if started is not None:
            return started
        if len(self.open) >= OPEN_STEPS:
            raise TooMany
        step = Step(id=id or new_id(), answer=answer, set_on=today, wish=wish, contact=contact)
        self.items.append(step)
        return step

    def change(self, step_id: str, answer: Answer) -> None:
        """Make it another step, with the same people and day. Raises `NotThere`."""
        self[step_id].answer = answer

    def make_smaller(self, step_id: str, answer: Answer, *, contact: str | None = None) -> None:
        """Take a smaller step, on the way to the one it was. Raises `NotThere`."""
        step = self[step_id]
        if not step.answer.says(answer):
            bigger = step.towards or step.answer
            step.towards = None if bigger.says(answer) else bigger
            step.answer = answer
            step.contact = contact

    def drop(self, step_id: str) -> None:
        """Take back a step that was only just chosen. Raises `NotThere`."""
        dropped = self[step_id]
        self.items = [step for step in self.items if step is not dropped]

    def choose_companion(self, step_id: str, answer: Answer, *, chosen: bool = True) -> None:
        """Say with whom; "alleen" and people exclude each other. Raises `NotThere`, `TooMany`."""
        step = self[step_id]
        others = [companion for companion in step.companions if not companion.says(answer)]
        if chosen and len(others) == len(step.companions):
            leave_room(answer, step.companions)
        if not chosen:
            step.companions = others
        elif answer.tile == 'by-myself':
            step.companions = [answer]
        else:
            step.companions = [*(one for one in others if one.tile != 'by-myself'), answer]

    def choose_day(self, step_id: str, day: date | None, *, contact: str | None = None) -> None:
        """Say on which day, None for later; the part of the day stays. Raises `NotThere`."""
        part = self._when(step_id).part
        self._move(step_id, When(day=day, later=day is None, part=part), contact)

    def choose_part_of_day(self, step_id: str, part: PartOfDay | None, *, contact: str | None = None) -> None:
        """Say which part of the day, None for any. Raises `NotThere`."""
        self._move(step_id, self._when(step_id).model_copy(update={'part': part}), contact)

    def forget_day(self, step_id: str, *, contact: str | None = None) -> None:
        """Leave open on which day; the part of the day stays. Raises `NotThere`."""
        self._move(step_id, When(part=self._when(step_id).part), contact)

    def finish(self, step_id: str, today: date) -> None:
        """The step is done. Raises `NotThere`."""
        step = self[step_id]
        step.done_on = step.done_on or today

    def reopen(self, step_id: str) -> None:
        """Put a step back that was done or taken off. Raises `NotThere`."""
        step = self[step_id]
        step.done_on = None
        step.taken_off_on = None

    def take_off(self, step_id: str, today: date) -> None:
        """Take a step off the compass; it can be put back. Raises `NotThere`."""
        self[step_id].taken_off_on = today

    @property
    def open(self) -> list[Step]:
        """Steps still to be done: those with a day first, in order of day."""
        return sorted(
            (step for step in self.items if step.is_open),
            key=lambda step: (step.when or When()).sort_key,
        )

    @property
    def done(self) -> list[Step]:
        """Steps that were done, the latest first."""
        done = (step for step in self.items if step.done_on and not step.taken_off_on)
        return sorted(done, key=lambda step: step.done_on or date.min, reverse=True)

    def is_enough(self, today: date, contact: str | None) -> bool:
        """Whether a contact can end: with a step ahead, or one that was made or moved in it."""
        made_now = (step for step in self.items if step.contact is not None and step.contact == contact)
        return any(step.is_ahead(today) for step in self.items) or any(step.taken_off_on is None for step in made_now)

    @property
    def attachments(self) -> Set[str]:
        """The ids of all that steps and those who join them are shown and said with."""
        answers = [answer for step in self.items for answer in (step.answer, *step.companions, step.towards)]
        return {one for answer in answers if answer for one in answer.attachments}

    def _when(self, step_id: str) -> When:
        return self[step_id].when or When()

    def _move(self, step_id: str, when: When, contact: str | None) -> None:
        step = self[step_id]
        step.when = None if when == When() else when
        step.contact = contact
