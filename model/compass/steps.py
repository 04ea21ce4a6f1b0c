"""The steps of the person: made, changed, moved, done, and taken off.

What is made or moved is tied to the contact that is going on, which the caller knows: `contact` is its id.
"""

from collections.abc import Callable, Set
from datetime import date, time

from model.compass.answer import Answer, leave_room
from model.compass.document import NotThere, TooMany, new_id
from model.compass.step import Felt, Step, ahead_first
from model.compass.taken_off import ReversibleCollection, TakenOff, mark_of, put_back, take_off
from model.compass.when import PartOfDay, SortKey, When

OPEN_STEPS = 12
ALONE = 'by-myself'
"""The tile that excludes all other company."""


class Steps(ReversibleCollection[Step]):
    """All steps, in the order in which they were set, those that are done included."""

    def start(
        self,
        answer: Answer,
        today: date,
        *,
        wish: str | None = None,
        contact: str | None = None,
        id: str | None = None,
    ) -> Step:
        """Set a new step, for this wish or on its own; the same id is there once, perhaps taken off.

        Returns the step. Raises `TooMany`.
        """
        started = next((step for step in self.every_one if step.id == id), None)
        if started is not None:
            return started
        step = Step(id=id or new_id(), answer=answer, set_on=today, wish=wish, contact=contact)
        self._check_room(step)
        self.items.append(step)
        return step

    def change(self, step_id: str, answer: Answer) -> None:
        """Make it another step, with the same people and day. Raises `NotThere`."""
        self[step_id].answer = answer

    def make_smaller(self, step_id: str, answer: Answer, *, contact: str | None = None, id: str | None = None) -> None:
        """Take a smaller step, on the way to the one it was, which stays behind it as a step for later.

        With no room for one more open step it is only remembered. Raises `NotThere`.
        """
        step = self[step_id]
        if step.answer.says(answer):
            return
        bigger = step.towards or step.answer
        is_first = step.towards is None
        step.towards = None if bigger.says(answer) else bigger
        step.answer = answer
        step.contact = contact
        if is_first:
            self._keep_behind(step, bigger, id)
        elif step.towards is None:
            self._let_go_behind(step)

    def drop(self, step_id: str, today: date) -> None:
        """Take back a step that was only just chosen; one with more than a tile can be put back. Raises `NotThere`."""
        if self.find_off(step_id) is not None:
            return
        dropped = self[step_id]
        if dropped.is_bare:
            self.items.remove(dropped)
        else:
            self.take_off(step_id, today)

    def choose_companion(self, step_id: str, answer: Answer, today: date, *, chosen: bool = True) -> None:
        """Say with whom; "alleen" and people exclude each other. Who is taken off can be put back as well.

        Raises `NotThere`, `TooMany`.
        """
        step = self[step_id]
        if not chosen:
            _leave_out(step, lambda one: one.says(answer), today)
            return
        alone = answer.tile == ALONE
        _leave_out(step, lambda one: (one.tile == ALONE) is not alone, today)
        _bring(step, answer)

    def choose_help(self, step_id: str, answer: Answer, *, chosen: bool = True) -> None:
        """Say which strength of one's own helps, or that it does not. Raises `NotThere`, `TooMany`."""
        step = self[step_id]
        others = [one for one in step.helps if not one.says(answer)]
        if not chosen:
            step.helps = others
        elif len(others) == len(step.helps):
            leave_room(answer, step.helps)
            step.helps = [*step.helps, answer]

    def choose_day(self, step_id: str, day: date | None, *, contact: str | None = None) -> None:
        """Say on which day, None for later; the part of the day and the hour stay. Raises `NotThere`."""
        self._move(step_id, self._when(step_id).on(day, later=day is None), contact)

    def choose_part_of_day(self, step_id: str, part: PartOfDay | None, *, contact: str | None = None) -> None:
        """Say which part of the day, None for any; an hour that is not in it is let go. Raises `NotThere`."""
        self._move(step_id, self._when(step_id).in_part(part), contact)

    def choose_hour(self, step_id: str, hour: time | None, *, contact: str | None = None) -> None:
        """Say at what hour, and so in which part of the day; None for any hour of that part. Raises `NotThere`."""
        self._move(step_id, self._when(step_id).at(hour), contact)

    def forget_day(self, step_id: str, *, contact: str | None = None) -> None:
        """Leave open on which day; the part of the day and the hour stay. Raises `NotThere`."""
        self._move(step_id, self._when(step_id).on(None), contact)

    def put_before(self, step_id: str, other_id: str) -> None:
        """Do a step right before another one towards the same wish. Raises `NotThere`."""
        self._put(step_id, other_id, behind=0)

    def put_after(self, step_id: str, other_id: str) -> None:
        """Do a step right after another one towards the same wish. Raises `NotThere`."""
        self._put(step_id, other_id, behind=1)

    def finish(self, step_id: str, today: date) -> None:
        """The step is done. Raises `NotThere`."""
        step = self[step_id]
        step.done_on = step.done_on or today

    def reopen(self, step_id: str) -> None:
        """Open a step again that was done: how it went is to be seen. Raises `NotThere`."""
        step = self[step_id]
        step.done_on = step.felt = None

    def tell_how_it_went(self, step_id: str, felt: Felt | None) -> None:
        """Say how a step went that was done, or take that back; of one that is open nothing is kept.

        Raises `NotThere`.
        """
        step = self[step_id]
        step.felt = None if step.is_open else felt

    def clear_off(self, *, but_of: date | None = None) -> None:
        """Let go for good what was taken off, and who was; `but_of` is a day of which it stays."""
        super().clear_off(but_of=but_of)
        for step in self.every_one:
            step.companions_off = [taken for taken in step.companions_off if taken.on == but_of]

    @property
    def off_marks(self) -> frozenset[str]:
        """Something to know each step by that can be put back, and each one who was taken off a step."""
        people = (f'{step.id} {mark_of(taken.what)}' for step in self.every_one for taken in step.companions_off)
        return super().off_marks | frozenset(people)

    @property
    def every_one(self) -> list[Step]:
        """All steps, those that were taken off included."""
        return [*self.items, *(taken.what for taken in self.off)]

    @property
    def just_off(self) -> list[Step]:
        """Steps that were taken off and can be put back, the last first."""
        return [taken.what for taken in reversed(self.off)]

    @property
    def open(self) -> list[Step]:
        """Steps still to be done: those with a day first, in order of day; on one day, or without, as on the ladder."""
        return sorted((step for step in self.items if step.is_open), key=lambda step: (_moment(step), _rung(step)))

    def to_do(self, today: date) -> list[Step]:
        """Steps still to be done as they take their places: those that are ahead in order of day, then the others."""
        return ahead_first(self.open, today)

    def ladder(self, wish_id: str | None) -> list[Step]:
        """Steps still to be done towards a wish, the next one first.

        They stand in order of day until the person puts one before or after another. From then on the order is
        the person's: choosing a day moves none of them, and a new step is the last.
        """
        towards = (step for step in self.items if step.is_open and step.wish == wish_id)
        return sorted(towards, key=_on_ladder)

    @property
    def done(self) -> list[Step]:
        """Steps that were done, the latest first."""
        done = (step for step in self.items if step.done_on)
        return sorted(done, key=lambda step: step.done_on or date.min, reverse=True)

    def done_since(self, day: date | None) -> list[Step]:
        """Returns the steps that were done on this day or later, the latest first; all that were done without a day."""
        return [step for step in self.done if step.done_on and (day is None or step.done_on >= day)]

    def is_enough(self, today: date, contact: str | None) -> bool:
        """Whether a contact can end: with a step ahead, or one that was made or moved in it."""
        made_now = (step for step in self.items if step.contact is not None and step.contact == contact)
        return any(step.is_ahead(today) for step in self.items) or any(made_now)

    @property
    def attachments(self) -> Set[str]:
        """The ids of all that steps and those who join them are shown and said with."""
        answers = [
            answer for step in self.items for answer in (step.answer, *step.companions, *step.helps, step.towards)
        ]
        return {one for answer in answers if answer for one in answer.attachments}

    def _keep_behind(self, step: Step, bigger: Answer, id: str | None) -> None:
        is_there = any(one.is_open and one.answer.says(bigger) for one in self.items)
        if not is_there and len(self.open) < OPEN_STEPS:
            later = Step(id=id or new_id(), answer=bigger, set_on=step.set_on, wish=step.wish)
            self.items.insert(self.items.index(step) + 1, later)
            if step.rung is not None:
                self.put_after(later.id, step.id)

    def _let_go_behind(self, step: Step) -> None:
        """The step is the bigger one again: what was kept behind it goes, unless it became more than that."""
        behind = self.items[self.items.index(step) + 1 :][:1]
        if [one for one in behind if one.is_open and one.is_bare and one.answer.says(step.answer)]:
            self.items.remove(behind[0])

    def _put(self, step_id: str, other_id: str, *, behind: int) -> None:
        """Give every step of one ladder its rung, also those that are done or were taken off: they may come back."""
        step, other = self[step_id], self[other_id]
        if step.wish != other.wish:
            raise NotThere(other_id)
        if step is other:
            return
        order = sorted((one for one in self.every_one if one.wish == step.wish and one is not step), key=_on_ladder)
        order.insert(order.index(other) + behind, step)
        for rung, one in enumerate(order, start=1):
            one.rung = rung

    def _when(self, step_id: str) -> When:
        return self[step_id].when or When()

    def _move(self, step_id: str, when: When, contact: str | None) -> None:
        step = self[step_id]
        step.when = None if when == When() else when
        step.contact = contact

    def _check_room(self, item: Step) -> None:
        if item.is_open and len(self.open) >= OPEN_STEPS:
            raise TooMany


def _on_ladder(step: Step) -> tuple[tuple[bool, int], SortKey]:
    return _rung(step), _moment(step)


def _rung(step: Step) -> tuple[bool, int]:
    return step.rung is None, step.rung or 0


def _moment(step: Step) -> SortKey:
    return (step.when or When()).sort_key


def _leave_out(step: Step, who: Callable[[Answer], bool], today: date) -> None:
    for companion in [one for one in step.companions if who(one)]:
        index = step.companions.index(companion)
        taken = TakenOff[Answer](what=companion, on=today, index=index)
        take_off(step.companions, step.companions_off, taken)


def _bring(step: Step, answer: Answer) -> None:
    """Raises `TooMany`."""
    if any(one.says(answer) for one in step.companions):
        return
    leave_room(answer, step.companions)
    taken = next((taken for taken in step.companions_off if taken.what.says(answer)), None)
    if taken is None:
        step.companions.append(answer)
    else:
        put_back(step.companions, step.companions_off, taken)
