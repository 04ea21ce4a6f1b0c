from datetime import timedelta

from model.compass.answer import Answer
from model.compass.contact import Visit
from model.compass.when import PartOfDay

WALK = Answer(tile='walk')
FATHER = Answer(tile='father')


def words(number):
    return Answer(words=f'eigen {number}')


def step_on(compass, day, today):
    """A step of an earlier contact."""
    step = compass.steps.start(WALK, today)
    compass.steps.choose_day(step.id, day)
    return step


def test_without_steps_klaar_asks_for_one(compass, now, today):
    compass.begin_contact(now)
    assert not compass.has_step(today)


def test_an_old_step_counts_today_and_tomorrow(compass, today, tomorrow):
    for day in (today, tomorrow):
        compass.steps.items = []
        step_on(compass, day, today)
        assert compass.has_step(today)


def test_an_old_step_counts_later_and_without_a_day(compass, step, today):
    assert compass.has_step(today)
    compass.steps.choose_day(step.id, None)
    assert compass.has_step(today)


def test_an_old_step_whose_day_is_past_does_not_count(compass, now, today, yesterday):
    step_on(compass, yesterday, yesterday)
    compass.begin_contact(now)
    assert not compass.has_step(today)


def test_outside_a_contact_a_past_step_does_not_count(compass, today, yesterday):
    step_on(compass, yesterday, yesterday)
    assert not compass.has_step(today)


def test_a_past_step_counts_once_it_was_moved_in_this_contact(compass, now, today, yesterday):
    step = step_on(compass, yesterday, yesterday)
    compass.begin_contact(now)
    compass.steps.choose_part_of_day(step.id, PartOfDay.EVENING, contact=compass.contact_id)
    assert compass.has_step(today)


def test_an_old_step_that_is_done_does_not_count(compass, step, now, today):
    compass.begin_contact(now)
    compass.steps.finish(step.id, today)
    assert not compass.has_step(today)


def test_a_step_made_in_this_contact_counts_though_it_is_done_already(compass, now, today):
    compass.begin_contact(now)
    step = compass.steps.start(WALK, today, contact=compass.contact_id)
    compass.steps.finish(step.id, today)
    assert compass.has_step(today)


def test_a_step_made_in_this_contact_does_not_count_once_taken_off(compass, now, today):
    compass.begin_contact(now)
    step = compass.steps.start(WALK, today, contact=compass.contact_id)
    compass.steps.take_off(step.id, today)
    assert not compass.has_step(today)


def test_a_step_made_in_an_earlier_contact_does_not_count_for_this_one(compass, now, today):
    compass.begin_contact(now)
    step = compass.steps.start(WALK, today, contact=compass.contact_id)
    compass.steps.finish(step.id, today)
    compass.end_contact(now)
    assert not compass.has_step(today)
    compass.begin_contact(now)
    assert not compass.has_step(today)


def test_a_contact_begins_once(compass, now):
    compass.begin_contact(now)
    first = compass.contact
    compass.begin_contact(now + timedelta(minutes=5))
    assert compass.contact is first
    assert first.began == now


def test_a_contact_that_goes_on_answers_no_visit(compass, now):
    assert compass.begin_contact(now) is None
    assert compass.begin_contact(now.replace(hour=23, minute=59)) is None


def test_a_contact_left_on_another_day_ends_when_the_next_begins(compass, now, today):
    compass.begin_contact(now)
    left = compass.contact
    compass.strengths.choose('belong', FATHER, today)
    next_day = now + timedelta(days=1)
    visit = compass.begin_contact(next_day)
    assert (visit.id, visit.began) == (left.id, now)
    assert len(visit.compass['strengths']['items']) == 1
    assert compass.contact.began == next_day
    assert compass.contact.id != left.id


def test_midnight_ends_a_contact_but_not_the_first_time(compass, now):
    compass.begin_contact(now)
    assert compass.begin_contact(now + timedelta(days=1)) is not None
    assert compass.first_time


def test_a_visit_tells_when_and_how_the_contact_ended(compass, now):
    compass.begin_contact(now)
    contact = compass.contact
    end = now + timedelta(minutes=40)
    visit = compass.end_contact(end, without_step=True)
    assert (visit.id, visit.began, visit.ended) == (contact.id, now, end)
    assert visit.without_step


def test_a_contact_with_a_step_is_remembered_as_such(compass, now):
    assert not compass.end_contact(now).without_step


def test_a_contact_in_which_nothing_changed_is_a_visit_too(compass, now):
    visit = compass.end_contact(now)
    assert visit.began == visit.ended == now


def test_a_visit_holds_no_private_part_and_no_keys(compass, now, today):
    compass.strengths.choose('belong', FATHER, today)
    compass.happened.tell(Answer(words='gevangenis'))
    compass.obstacles.tell(Answer(words='schuldeiser'))
    compass.hold_key('sleutel')
    visit = compass.end_contact(now)
    shown = visit.model_dump_json()
    assert 'father' in shown
    hidden = ('gevangenis', 'schuldeiser', 'happened', 'obstacles', 'private', 'sleutel')
    assert not [word for word in hidden if word in shown]


def test_a_visit_does_not_follow_later_changes(compass, now, today):
    step = compass.steps.start(WALK, today)
    visit = compass.end_contact(now)
    compass.steps.finish(step.id, today)
    assert visit.compass['steps']['items'][0]['done_on'] is None


def test_a_visit_comes_back_whole_from_json(compass, now, today):
    compass.steps.start(WALK, today)
    visit = compass.end_contact(now)
    assert Visit.model_validate_json(visit.model_dump_json()) == visit
