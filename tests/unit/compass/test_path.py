"""The path of the first time: where the person is on it is known to the compass, not to a device."""

import pytest
from pydantic import ValidationError

from model.catalogue.path import QUESTIONS


def test_it_begins_at_its_beginning(compass):
    assert (compass.first_time, compass.asked) == (True, None)


@pytest.mark.parametrize('question', QUESTIONS)
def test_the_compass_remembers_how_far_the_person_is(compass, question):
    compass.come_to(question)
    assert type(compass).model_validate(compass.model_dump()).asked == question


def test_it_may_go_back(compass):
    for question in ('wish', 'belong'):
        compass.come_to(question)
    assert compass.asked == 'belong'


def test_a_question_nobody_knows_is_none(compass):
    with pytest.raises(ValidationError):
        compass.come_to('moods')


def test_when_it_is_over_no_question_is_left(compass):
    compass.come_to('wish')
    compass.finish_path()
    assert (compass.first_time, compass.asked) == (False, None)
    compass.come_to('wish')
    assert compass.asked is None


def test_who_only_went_along_it_entered_nothing(compass):
    compass.come_to('wish')
    assert compass.is_empty
