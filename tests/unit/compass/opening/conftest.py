"""A compass with something in each part, as it is after it was read: nobody opened any part yet."""

import pytest

from model.compass.album import Added, Attachment, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.life.places import LifePlace
from model.compass.opening.folded import from_lines, to_lines
from model.compass.sharing.sharing import Reach
from model.compass.target import Target
from tests.unit.compass.opening.cast import PHOTO, STEP, WORKER


@pytest.fixture
def full(compass, now, today) -> Compass:
    added = Added(at=now, key='0' * 32, own_device=True)
    compass.attach(Attachment(id=PHOTO, sort=Sort.PHOTO, target=Target.parse('condition.matter'), added=added), today)
    compass.wishes.choose(Answer(words='een "hond"\nof "off": een kat'), today)
    compass.steps.start(Answer(tile='walk'), today, id=STEP)
    compass.happened.tell(Answer(words='verhuisd'))
    compass.obstacles.tell(Answer(tile='tired'))
    compass.life.add('money', LifePlace.NOW, Answer(words='schulden'))
    compass.life.add('body', LifePlace.WISH, Answer(words='zwemmen'))
    compass.note_number(compass.strengths.items[0].id, '0900 24680')
    compass.sharing.let(WORKER, Reach.STEPS, now)
    compass.picture_pin.set('een hash')
    compass.hold_key('1' * 32)
    return compass


@pytest.fixture
def read(full) -> Compass:
    """As `full`, read from its lines."""
    return from_lines(Compass, to_lines(full))
