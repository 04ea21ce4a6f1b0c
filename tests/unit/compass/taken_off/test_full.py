"""There has to be room for what is put back."""

import pytest

from model.compass.answer import OWN_ANSWERS_A_QUESTION
from model.compass.document import TooMany
from model.compass.steps import OPEN_STEPS
from model.compass.taken_off import MOST_OFF
from tests.unit.compass.cast import WALK, words
from tests.unit.compass.taken_off.cast import OWN, Happened, Strengths, Wishes


def test_there_has_to_be_room_for_what_is_put_back(in_contact, today):
    for kind in (Strengths(), Wishes(), Happened()):
        key = kind.add(in_contact, OWN, today)
        kind.take_off(in_contact, OWN, today)
        for number in range(OWN_ANSWERS_A_QUESTION):
            kind.add(in_contact, words(number), today)
        before = in_contact.model_dump()
        with pytest.raises(TooMany):
            kind.put_back(in_contact, OWN, key)
        assert in_contact.model_dump() == before


def test_there_has_to_be_room_for_a_step_that_is_put_back_but_not_for_one_that_is_done(in_contact, today):
    open_one, done = in_contact.steps.start(WALK, today), in_contact.steps.start(WALK, today)
    in_contact.steps.finish(done.id, today)
    for step in (open_one, done):
        in_contact.steps.take_off(step.id, today)
    for _ in range(OPEN_STEPS):
        in_contact.steps.start(WALK, today)
    with pytest.raises(TooMany):
        in_contact.steps.put_back(open_one.id)
    in_contact.steps.put_back(done.id)
    assert in_contact.steps.done == [done]


def test_of_very_many_the_first_go_for_good(in_contact, today):
    for number in range(MOST_OFF + 3):
        in_contact.happened.tell(words(number))
        in_contact.happened.take_back(words(number), today)
    assert [taken.what for taken in in_contact.happened.off] == [words(number) for number in range(3, MOST_OFF + 3)]
