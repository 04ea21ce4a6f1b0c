"""The own strengths that help with a step."""

from model.compass.compass import Compass
from model.compass.target import Spot, Target
from tests.unit.compass.cast import BY_MYSELF, REST

SUN = '2600-FE0F'


def test_own_strength_helps_with_a_step_beside_the_people_and_also_for_who_is_alone(compass, step, today):
    compass.steps.choose_help(step.id, REST)
    compass.steps.choose_companion(step.id, BY_MYSELF, today)
    compass.steps.choose_help(step.id, REST)
    assert (step.helps, step.companions) == ([REST], [BY_MYSELF])
    compass.steps.choose_help(step.id, REST, chosen=False)
    assert step.helps == []


def test_what_helps_takes_no_room_in_the_file_while_nothing_does(compass, step):
    assert 'helps' not in step.model_dump()
    compass.steps.choose_help(step.id, REST)
    assert Compass.model_validate(compass.model_dump(mode='json')).steps[step.id].helps == [REST]


def test_what_helps_is_shown_as_it_is_on_the_compass(compass, step, today):
    strength = compass.strengths.add('be-yourself', REST, today)
    compass.steps.choose_help(step.id, REST)
    compass.stick(Target(spot=Spot.STRENGTH, of=strength.id), SUN, today)
    assert step.helps == [compass.strengths[strength.id].answer]
    assert step.helps[0].sticker == SUN


def test_a_step_with_a_help_is_more_than_a_tile_and_can_be_put_back(compass, step, today):
    compass.steps.choose_help(step.id, REST)
    compass.steps.drop(step.id, today)
    compass.steps.put_back(step.id)
    assert compass.steps[step.id].helps == [REST]
