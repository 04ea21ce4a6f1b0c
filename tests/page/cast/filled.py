"""A compass as it may be after a while."""

from datetime import date

from model.catalogue.conditions import CONDITIONS
from model.catalogue.questions import STEPS, WISHES
from model.compass.answer import Answer
from tests.browser.cast.on_disk import changed
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner


def filled(server: Machine, today: date = date(2026, 11, 22)) -> Owner:
    """Somebody with 24 strengths, 6 steps and a wish, without photos; no page of it was opened."""
    owner = Owner(server)
    with changed(server, owner.id) as compass:
        for question in CONDITIONS.values():
            for tile in question.tiles[:6]:
                compass.strengths.add(question.key, Answer(tile=tile.key), today)
        for tile in STEPS.tiles[:6]:
            compass.steps.start(Answer(tile=tile.key), today)
        compass.wishes.choose(Answer(tile=WISHES.tiles[0].key), today)
    return owner
