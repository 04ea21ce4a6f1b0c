"""A step made smaller, with the bigger one behind it."""

from model.compass.answer import Answer
from model.compass.steps import OPEN_STEPS
from model.compass.when import When
from tests.unit.compass.cast import FATHER, WALK

DOG = '1F415'
CALL, FETCH = Answer(tile='call'), Answer(tile='groceries')


def test_a_smaller_step_remembers_the_one_it_was_and_keeps_its_people_and_day(compass, step, today):
    compass.steps.choose_companion(step.id, FATHER, today)
    compass.steps.choose_day(step.id, today)
    compass.steps.make_smaller(step.id, CALL)
    assert (step.answer, step.towards) == (CALL, WALK)
    assert (step.companions, step.when, step.set_on) == ([FATHER], When(day=today), today)


def test_the_bigger_step_stays_behind_the_smaller_one_for_later_and_once(compass, step, today):
    other = compass.steps.start(FETCH, today)
    for answer in (CALL, Answer(words='nummer opzoeken')):
        compass.steps.make_smaller(step.id, answer)
        small, bigger, last = compass.steps.items
        assert (small.id, bigger.answer, bigger.when, last.id) == (step.id, WALK, None, other.id)
        assert compass.steps.open == [small, bigger, last]


def test_the_bigger_step_is_for_the_same_wish_and_can_be_done_and_made_smaller_too(compass, today):
    wish = compass.wishes.add(Answer(tile='own-place'), today)
    step = compass.steps.start(WALK, today, wish=wish.id)
    compass.steps.make_smaller(step.id, CALL)
    bigger = compass.steps.items[1]
    assert bigger.wish == wish.id
    compass.steps.finish(step.id, today)
    compass.steps.make_smaller(bigger.id, FETCH)
    assert [one.answer for one in compass.steps.open] == [FETCH, WALK]


def test_a_step_that_becomes_the_bigger_one_again_takes_no_other_step_with_it(compass, today):
    for done in (True, False):
        same = compass.steps.start(WALK, today)
        if done:
            compass.steps.finish(same.id, today)
    step = compass.steps.start(WALK, today)
    before = compass.model_dump()
    compass.steps.make_smaller(step.id, CALL)
    compass.steps.make_smaller(step.id, WALK)
    assert compass.model_dump() == before


def test_what_was_kept_behind_stays_once_somebody_did_something_with_it(compass, step, today):
    compass.steps.make_smaller(step.id, CALL)
    bigger = compass.steps.items[1]
    compass.steps.finish(bigger.id, today)
    compass.steps.make_smaller(step.id, WALK)
    assert compass.steps.items == [step, bigger]


def test_without_room_for_one_more_the_bigger_step_is_only_remembered(compass, today):
    steps = [compass.steps.start(Answer(words=str(number)), today) for number in range(OPEN_STEPS)]
    compass.steps.make_smaller(steps[0].id, CALL)
    assert len(compass.steps.open) == OPEN_STEPS
    assert steps[0].towards == Answer(words='0')


def test_two_devices_that_make_a_step_smaller_at_once_leave_one_smaller_and_one_bigger_step(compass, step):
    compass.steps.make_smaller(step.id, CALL)
    compass.steps.make_smaller(step.id, CALL)
    assert [one.answer for one in compass.steps.items] == [CALL, WALK]


def test_a_step_is_on_the_way_to_nothing_until_it_is_made_smaller(step):
    assert step.towards is None


def test_a_step_made_smaller_twice_is_still_on_the_way_to_the_first(compass, step):
    compass.steps.make_smaller(step.id, CALL)
    compass.steps.make_smaller(step.id, Answer(words='nummer opzoeken'))
    assert (step.answer.words, step.towards) == ('nummer opzoeken', WALK)


def test_the_bigger_step_keeps_its_picture(compass, today):
    step = compass.steps.start(Answer(tile='walk', sticker=DOG), today)
    compass.steps.make_smaller(step.id, CALL)
    assert (step.answer, step.towards) == (CALL, Answer(tile='walk', sticker=DOG))


def test_a_step_that_is_made_smaller_into_itself_stays_as_it_is(compass, now, today):
    pictured = Answer(tile='walk', sticker=DOG)
    step = compass.steps.start(pictured, today)
    compass.begin_contact(now)
    compass.steps.make_smaller(step.id, WALK)
    assert (step.answer, step.towards, step.contact) == (pictured, None, None)


def test_a_step_that_becomes_the_bigger_one_again_is_not_on_the_way_to_itself(compass, step):
    compass.steps.make_smaller(step.id, CALL)
    compass.steps.make_smaller(step.id, WALK)
    assert (step.answer, step.towards, compass.steps.items) == (WALK, None, [step])


def test_making_a_step_smaller_ties_it_to_this_contact_so_klaar_opens(compass, now, today, yesterday):
    step = compass.steps.start(WALK, yesterday)
    compass.steps.choose_day(step.id, yesterday)
    compass.begin_contact(now)
    assert not compass.has_step(today)
    compass.steps.make_smaller(step.id, CALL, contact=compass.contact_id)
    assert compass.has_step(today)
