"""What is shown with a photo, a drawing, a voice or a library picture: put on an answer, and taken off it again."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from model.catalogue.conditions import CONDITIONS
from model.catalogue.questions import WISHES
from model.compass.album import Album
from model.compass.answer import Answer, ShownWith
from model.compass.life.answers import LifeAnswer
from model.compass.life.life import Life
from model.compass.life.places import LifePlace
from model.compass.looking_back import LookingBack
from model.compass.step import Step
from model.compass.steps import Steps
from model.compass.strengths import Strength, Strengths, Whose
from model.compass.target import Spot, Target
from model.compass.wishes import Wish, Wishes

WHOSE_HELP = {
    LifePlace.MINE: Whose.MINE,
    LifePlace.PEOPLE: Whose.PEOPLE,
    LifePlace.PROFESSIONALS: Whose.PROFESSIONALS,
}
Owner = Strength | Wish | Step | LifeAnswer


@dataclass(frozen=True)
class Placing:
    """The parts with answers that can be shown with something."""

    strengths: Strengths
    wishes: Wishes
    steps: Steps
    life: Life
    looking_back: LookingBack

    def put(self, target: Target, fields: ShownWith, today: date, *, contact: str | None, id: str | None) -> str:
        """Show what is at `target` with this, or a new answer there, with this `id`.

        Returns the id of what it is on. Raises `NotThere`, `TooMany`, `ValueError` for what can be on nothing.
        """
        answer = Answer.model_validate({key: value for key, value in fields.items() if value})
        owner = self.owner_of(target)
        if owner is None:
            return self._add(target, answer, today, contact, id)
        if target.moment is None:
            self._dress(owner, fields)
        return owner.id

    def owner_of(self, target: Target) -> Owner | None:
        """Returns what a target belongs to; None for one that makes a new answer. Raises `NotThere`."""
        if target.spot is Spot.STRENGTH:
            return self.strengths[target.of]
        if target.spot is Spot.WISH:
            return self.wishes[target.of]
        if target.spot is Spot.LIFE and target.place is None:
            return self.life.answer(target.of, target.within)
        return self.steps[target.of] if target.spot is Spot.STEP else None

    def as_strength(self, domain: str, answer_id: str, condition: str, today: date, id: str | None) -> Strength:
        """Make a strength of what stands in a life domain, or find the one that says the same. Returns it.

        Of help it is known whose it is. Raises `NotThere`, `TooMany`.
        """
        one, place = self.life.answer(domain, answer_id), self.life.of(domain).place_of(answer_id)
        strength = self.strengths.add(condition, one.answer.as_tile_of(CONDITIONS[condition].tiles), today, id=id)
        strength.whose = WHOSE_HELP.get(place, strength.whose)
        one.on_compass = strength.id
        return strength

    def as_wish(self, domain: str, answer_id: str, today: date, id: str | None) -> Wish:
        """The same for a wish."""
        one = self.life.answer(domain, answer_id)
        wish = self.wishes.add(one.answer.as_tile_of(WISHES.tiles), today, id=id)
        one.on_compass = wish.id
        return wish

    def redress(self, strength: Strength, fields: ShownWith) -> None:
        """Change how a strength is shown or called; who and what helps with a step is the one on the compass."""
        before = strength.answer
        strength.answer = before.model_copy(update=fields)
        for step in self.steps.items:
            step.companions = [strength.answer if one.says(before) else one for one in step.companions]
            step.helps = [strength.answer if one.says(before) else one for one in step.helps]

    def forget(self, attachment_ids: Set[str], album: Album) -> None:
        """Let go of these attachments, which are no longer in the album, and of answers that were nothing else.

        What can still be put back keeps its answer.
        """
        self.strengths.keep(album)
        self.wishes.keep([one for one in self.wishes.items if album.holds(one.answer)])
        self.wishes.off = [taken for taken in self.wishes.off if album.holds(taken.what.answer)]
        self.life.keep(album)
        for one in (*self._owners(), *self._owners_off()):
            one.answer = one.answer.without(attachment_ids)
        for step in self.steps.every_one:
            step.companions = [one.without(attachment_ids) for one in step.companions if album.holds(one)]
            step.helps = [one.without(attachment_ids) for one in step.helps if album.holds(one)]
            step.companions_off = [taken for taken in step.companions_off if album.holds(taken.what)]
            for taken in step.companions_off:
                taken.what = taken.what.without(attachment_ids)
            step.towards = step.towards and step.towards.without(attachment_ids)
        self.looking_back.forget(attachment_ids, album)

    @property
    def stickers(self) -> list[str]:
        """The library pictures: the most used first, then the newest."""
        codes = [one.answer.sticker for one in self._owners() if one.answer.sticker]
        newest_first = codes[::-1]
        return sorted(dict.fromkeys(newest_first), key=lambda code: -newest_first.count(code))

    def _add(self, target: Target, answer: Answer, today: date, contact: str | None, id: str | None) -> str:
        if target.spot is Spot.CONDITION:
            return self.strengths.add(target.of, answer, today, id=id).id
        if target.spot is Spot.WISHES:
            return self.wishes.add(answer, today, id=id).id
        if target.spot is Spot.STEPS:
            return self.steps.start(answer, today, wish=self.wishes.now, contact=contact, id=id).id
        if target.place is not None:
            return self.life.add(target.of, target.place, answer, id=id).id
        return target.of

    def _dress(self, owner: Owner, fields: ShownWith) -> None:
        if isinstance(owner, Strength):
            self.redress(owner, fields)
        else:
            owner.answer = owner.answer.model_copy(update=fields)

    def _owners(self) -> Iterator[Owner]:
        yield from self.strengths.items
        yield from self.wishes.items
        yield from self.steps.items
        yield from self.life.answers

    def _owners_off(self) -> Iterator[Owner]:
        yield from (taken.what for taken in self.strengths.off)
        yield from (taken.what for part in (self.wishes, self.steps) for taken in part.off)
        yield from self.life.answers_off
