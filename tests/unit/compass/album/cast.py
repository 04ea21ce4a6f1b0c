"""What the tests of the album talk about."""

from model.compass.answer import OWN_ANSWERS_A_QUESTION, Answer
from model.compass.steps import OPEN_STEPS
from model.compass.target import Moment

FATHER = Answer(tile='father')
MOTHER = Answer(tile='mother')
WALK = Answer(tile='walk')
CAKE = '1F370'
DOG = '1F415'
NOBODY = 'ffffffff'
UNKNOWN = 'f' * 16
NEW = ['condition.belong', 'wishes', 'steps']
HELD = ['strength.{strength}', 'wish.{wish}', 'step.{step}']
BESIDE = [f'step.{{step}}.{moment}' for moment in Moment]
EVERYWHERE = ['album', *NEW, *HELD, *BESIDE]
GONE = [where.format(strength=NOBODY, wish=NOBODY, step=NOBODY) for where in HELD + BESIDE]


def papa(compass):
    return next(one.answer for one in compass.strengths.items if one.answer.tile == 'father')


def on_compass(compass):
    """All that the album is not."""
    return compass.model_dump(exclude={'album'})


def answer_at(compass, place):
    """What is at a place, or the newest answer of it."""
    groups = {
        'condition': compass.strengths.on('belong', compass.album),
        'strength': compass.strengths.items,
        'wishes': compass.wishes.shown(compass.album),
        'wish': compass.wishes.items,
        'steps': compass.steps.items,
        'step': compass.steps.items,
    }
    spot, *_ = place.split('.')
    return groups[spot][-1].answer


def fill_up(compass, today):
    """Leave no room for one more answer of one's own."""
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.strengths.choose('belong', Answer(words=f'eigen {number}'), today)
    while len(compass.wishes.items) < OWN_ANSWERS_A_QUESTION:
        compass.wishes.choose(Answer(words=f'eigen {len(compass.wishes.items)}'), today)
    while len(compass.steps.open) < OPEN_STEPS:
        compass.steps.start(WALK, today)
