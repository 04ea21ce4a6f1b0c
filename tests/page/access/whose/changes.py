"""How each part of a compass is changed here."""

from datetime import datetime

from model.catalogue.every_tile import THINGS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.part import Part


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
WORDS = {Part.HAPPENED: ('moved', 'debts'), Part.OBSTACLES: ('tired', 'alone')}


def things_of(compass: Compass) -> set[str]:
    """What stands on a compass and can be chosen among twelve things."""
    answers = [one.answer for part in (compass.strengths, compass.wishes, compass.steps) for one in part.items]
    return {one.tile for one in answers if one.tile in THINGS}
