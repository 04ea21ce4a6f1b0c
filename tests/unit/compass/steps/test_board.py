"""Where a step stands on the board as the days go by."""

from datetime import timedelta

import pytest

from model.compass.step import Stage
from model.compass.when import PartOfDay


@pytest.mark.parametrize(
    ('days', 'stage'),
    [
        (-400, Stage.TODAY),
        (-1, Stage.TODAY),
        (0, Stage.TODAY),
        (1, Stage.THIS_WEEK),
        (6, Stage.THIS_WEEK),
        (7, Stage.LATER),
        (400, Stage.LATER),
    ],
)
def test_a_step_stands_on_the_board_by_its_day(compass, step, today, days, stage):
    compass.steps.choose_day(step.id, today + timedelta(days=days))
    assert step.stage(today) is stage


def test_a_step_without_a_day_stands_under_later(compass, step, today):
    assert step.stage(today) is Stage.LATER
    compass.steps.choose_part_of_day(step.id, PartOfDay.MORNING)
    assert step.stage(today) is Stage.LATER
    compass.steps.choose_day(step.id, None)
    assert step.stage(today) is Stage.LATER


@pytest.mark.parametrize('days', [-1, 0, 1, 30])
def test_a_done_step_stands_under_done_whatever_its_day_until_it_is_opened_again(compass, step, today, days):
    compass.steps.choose_day(step.id, today + timedelta(days=days))
    before = step.stage(today)
    compass.steps.finish(step.id, today)
    assert step.stage(today) is Stage.DONE
    compass.steps.reopen(step.id)
    assert step.stage(today) is before


def test_a_step_moves_along_the_board_as_the_days_go_by(compass, step, today):
    compass.steps.choose_day(step.id, today + timedelta(days=7))
    stages = [step.stage(today + timedelta(days=passed)) for passed in (0, 1, 6, 7, 8)]
    assert stages == [Stage.LATER, Stage.THIS_WEEK, Stage.THIS_WEEK, Stage.TODAY, Stage.TODAY]
