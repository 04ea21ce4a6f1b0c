"""What somebody else took off in the meantime is not there, and nothing changes."""

import pytest

from model.compass.document import NotThere
from model.compass.strengths import Whose
from tests.unit.compass.cast import FATHER, REST, WALK

NOBODY = 'ffffffff'


@pytest.mark.parametrize(
    'change',
    [
        lambda compass, today: compass.strengths.mark_heart(NOBODY, heart=True),
        lambda compass, today: compass.strengths.set_whose(NOBODY, Whose.MINE),
        lambda compass, today: compass.wishes.put_in_middle(NOBODY),
        lambda compass, today: compass.strengths[NOBODY],
        lambda compass, today: compass.steps[NOBODY],
        lambda compass, today: compass.steps.change(NOBODY, WALK),
        lambda compass, today: compass.steps.make_smaller(NOBODY, WALK),
        lambda compass, today: compass.steps.drop(NOBODY, today),
        lambda compass, today: compass.steps.choose_companion(NOBODY, FATHER, today),
        lambda compass, today: compass.steps.choose_day(NOBODY, today),
        lambda compass, today: compass.steps.choose_part_of_day(NOBODY, None),
        lambda compass, today: compass.steps.choose_hour(NOBODY, None),
        lambda compass, today: compass.steps.forget_day(NOBODY),
        lambda compass, today: compass.steps.finish(NOBODY, today),
        lambda compass, today: compass.steps.reopen(NOBODY),
        lambda compass, today: compass.steps.take_off(NOBODY, today),
        lambda compass, today: compass.steps.put_back(NOBODY),
        lambda compass, today: compass.strengths.take_off(NOBODY, today),
        lambda compass, today: compass.strengths.put_back(NOBODY),
        lambda compass, today: compass.wishes.take_off(NOBODY, today),
        lambda compass, today: compass.wishes.put_back(NOBODY),
    ],
)
def test_what_was_taken_off_in_the_meantime_is_not_there(compass, step, today, change):
    compass.strengths.choose('belong', FATHER, today)
    compass.wishes.choose(REST, today)
    before = compass.model_dump()
    with pytest.raises(NotThere):
        change(compass, today)
    assert compass.model_dump() == before
