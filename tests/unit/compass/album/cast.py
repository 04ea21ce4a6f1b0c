"""What the tests of the album talk about."""

from model.compass.answer import Answer
from model.compass.compass import OPEN_ACTIONS, OWN_ANSWERS_A_QUESTION
from model.compass.target import Moment

FATHER = Answer(tile='father')
MOTHER = Answer(tile='mother')
WALK = Answer(tile='walk')
CAKE = '1F370'
DOG = '1F415'
NOBODY = 'ffffffff'
UNKNOWN = 'f' * 16
NEW = ['condition.belong', 'wishes', 'actions']
HELD = ['strength.{strength}', 'wish.{wish}', 'action.{action}']
BESIDE = [f'action.{{action}}.{moment}' for moment in Moment]
EVERYWHERE = ['album', *NEW, *HELD, *BESIDE]
GONE = [where.format(strength=NOBODY, wish=NOBODY, action=NOBODY) for where in HELD + BESIDE]


def papa(compass):
    return next(one.answer for one in compass.strengths if one.answer.tile == 'father')


def on_compass(compass):
    """All that the album is not."""
    return compass.model_dump(exclude={'album'})


def answer_at(compass, place):
    """What is at a place, or the newest answer of it."""
    groups = {
        'condition': compass.on('belong'),
        'strength': compass.strengths,
        'wishes': compass.shown_wishes,
        'wish': compass.wishes,
        'actions': compass.actions,
        'action': compass.actions,
    }
    spot, *_ = place.split('.')
    return groups[spot][-1].answer


def fill_up(compass, today):
    """Leave no room for one more answer of one's own."""
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.choose_strength('belong', Answer(words=f'eigen {number}'), today)
    while len(compass.wishes) < OWN_ANSWERS_A_QUESTION:
        compass.choose_wish(Answer(words=f'eigen {len(compass.wishes)}'), today)
    while len(compass.open_actions) < OPEN_ACTIONS:
        compass.start_action(WALK, today)
