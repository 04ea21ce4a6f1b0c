"""How each part of a compass is changed here."""

from datetime import datetime

from model.catalogue.every_tile import THINGS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.life.places import LifePlace
from model.compass.part import Part
from tests.page.access.whose.model import MONEY


def ring(compass: Compass, now: datetime) -> None:
    if compass.wishes.items:
        compass.call_me('Sam' if compass.nickname != 'Sam' else 'Roos')
    else:
        compass.wishes.choose(Answer(tile=next(one for one in THINGS if one == 'own-place')), now.date())


def steps(compass: Compass, now: datetime) -> None:
    if compass.steps.items:
        compass.steps.drop(compass.steps.items[0].id, now.date())
    else:
        compass.steps.start(Answer(tile='walk'), now.date())


def sharing(compass: Compass, now: datetime) -> None:
    if compass.sharing.asks:
        compass.sharing.asks = []
    else:
        compass.sharing.ask('0' * 16, now)


CHANGE = {Part.RING: ring, Part.STEPS: steps, Part.SHARING: sharing}
WORDS = {
    Part.HAPPENED: ('moved', 'debts'),
    Part.OBSTACLES: ('tired', 'alone'),
    Part.NUMBERS: ('father', 'mother'),
    MONEY: ('debts', 'papers'),
}
"""Tiles; of those who have a telephone number, whose it is."""


def turn_word(compass: Compass, part: Part, word: str, now: datetime) -> None:
    """Write a private word, or take it back for good where it stands already."""
    if part == MONEY:
        answer = Answer(tile=word, named='een woord')
        stands = compass.life.of('money').now.that_says(answer) is not None
        compass.life.choose('money', LifePlace.NOW, answer, now.date(), chosen=not stands)
        compass.life.clear_off()
        return
    if part == Part.NUMBERS:
        someone = compass.strengths.add('belong', Answer(tile=word), now.date())
        if compass.number_of(someone):
            compass.numbers.take_off(someone.id, now.date())
            compass.numbers.clear_off()
        else:
            compass.note_number(someone.id, '06 12345678')
        return
    answers = {Part.HAPPENED: compass.happened, Part.OBSTACLES: compass.obstacles}[part]
    if any(one.tile == word for one in answers.items):
        answers.take_back(Answer(tile=word), now.date())
        answers.clear_off()
    else:
        answers.tell(Answer(tile=word))


def things_of(compass: Compass) -> set[str]:
    """What stands on a compass and can be chosen among twelve things."""
    answers = [one.answer for part in (compass.strengths, compass.wishes, compass.steps) for one in part.items]
    return {one.tile for one in answers if one.tile in THINGS}
