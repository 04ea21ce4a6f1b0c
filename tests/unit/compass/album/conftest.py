"""A compass with something on it, and what is brought to it."""

from itertools import count

import pytest

from model.compass.album import Added, Attachment, Sort
from model.compass.answer import Answer
from model.compass.target import Target
from tests.unit.compass.album.cast import FATHER, WALK


@pytest.fixture
def filled(compass, today):
    """A compass with one strength, one wish and one step, which is with papa."""
    compass.strengths.choose('belong', FATHER, today)
    compass.wishes.choose(Answer(words='een tuin'), today)
    step = compass.steps.start(WALK, today)
    compass.steps.choose_companion(step.id, FATHER, today)
    return compass


@pytest.fixture
def place(filled):
    """A place on the filled compass, from its text."""
    ids = {
        'strength': filled.strengths.items[0].id,
        'wish': filled.wishes.items[0].id,
        'step': filled.steps.items[0].id,
    }
    return lambda text: text.format(**ids)


@pytest.fixture
def attachment(now):
    """Makes an attachment with an id of its own."""
    numbers = count(1)

    def attachment(place='album', sort=Sort.PHOTO, *, own_device=True):
        added = Added(at=now, key='k', own_device=own_device)
        return Attachment(id=f'{next(numbers):016x}', sort=sort, target=Target.parse(place), added=added)

    return attachment


@pytest.fixture
def bring(compass, attachment, today):
    """Adds an attachment to the compass; answers its id."""

    def bring(place='album', sort=Sort.PHOTO, *, own_device=True):
        brought = attachment(place, sort, own_device=own_device)
        compass.attach(brought, today)
        return brought.id

    return bring


@pytest.fixture
def friend(compass, bring):
    """A strength that is only a photo."""
    bring('condition.belong')
    return compass.strengths.on('belong', compass.album)[-1]
