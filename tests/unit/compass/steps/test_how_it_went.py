"""How it went, said of a step that was done."""

from model.compass.compass import Compass
from model.compass.step import Felt


def test_how_it_went_is_said_of_a_step_that_was_done_and_can_be_taken_back(compass, step, today):
    compass.steps.tell_how_it_went(step.id, Felt.GOOD)
    assert step.felt is None, 'it is open'
    compass.steps.finish(step.id, today)
    for felt in (Felt.BAD, Felt.SO_SO, None, Felt.GOOD):
        compass.steps.tell_how_it_went(step.id, felt)
        assert step.felt is felt
    compass.steps.reopen(step.id)
    assert (step.done_on, step.felt) == (None, None)


def test_how_it_went_comes_back_from_the_file_and_takes_no_room_when_nobody_said_it(compass, step, today):
    assert 'felt' not in step.model_dump(mode='json')
    compass.steps.finish(step.id, today)
    compass.steps.tell_how_it_went(step.id, Felt.SO_SO)
    again = Compass.model_validate(compass.model_dump(mode='json'))
    assert again.steps[step.id].felt is Felt.SO_SO
