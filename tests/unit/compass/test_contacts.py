import ast
from datetime import timedelta
from pathlib import Path

import pytest

from model.compass.answer import Answer
from model.compass.contact import Visit
from model.compass.sharing.sharing import Reach
from model.compass.steps import Steps
from model.compass.when import PartOfDay
from tests.said import strengths_in

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
    assert len(strengths_in(visit.compass)) == 1
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
    assert 'done_on' not in visit.compass['steps']['items'][0]


def test_a_visit_comes_back_whole_from_json(compass, now, today):
    compass.steps.start(WALK, today)
    visit = compass.end_contact(now)
    assert Visit.model_validate_json(visit.model_dump_json()) == visit


# in which contact a step is made or moved, screens have to say

TIED = {name for name, method in vars(Steps).items() if 'contact' in getattr(method, '__annotations__', {})} - {
    '_move',
    'is_enough',
}


def calls_in(source):
    """Every call of a verb that ties a step to a contact: its line, and the names of its arguments."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TIED:
            owner = node.func.value
            if isinstance(owner, ast.Attribute) and owner.attr == 'steps':
                yield node.lineno, {one.arg for one in node.keywords}


def test_screens_say_in_which_contact_a_step_is_made_or_moved():
    assert {'start', 'make_smaller', 'choose_day', 'choose_part_of_day', 'choose_hour', 'forget_day'} == TIED
    root = Path(__file__).parents[3]
    found = [
        (path.name, line, names)
        for path in [*sorted((root / 'ui').rglob('*.py')), root / 'model' / 'compass' / 'placing.py']
        for line, names in calls_in(path.read_text(encoding='utf-8'))
    ]
    assert len(found) >= len(TIED)
    assert [one for one in found if 'contact' not in one[2]] == []


NOOR, PIET = '00000000000000aa', '00000000000000bb'


def test_who_sits_with_a_worker_has_a_contact_with_them(compass, now):
    compass.sharing.let(NOOR, Reach.EVERYTHING, now)
    assert compass.sit_with(NOOR, now) is None
    assert (compass.contact.worker, compass.contact.began) == (NOOR, now)
    assert compass.sharing.of(NOOR).together == now


def test_what_the_person_began_that_day_goes_on_with_the_worker(compass, now):
    compass.sharing.let(NOOR, Reach.EVERYTHING, now)
    compass.begin_contact(now)
    began = compass.contact
    assert compass.sit_with(NOOR, now + timedelta(hours=1)) is None
    assert (compass.contact.id, compass.contact.worker) == (began.id, NOOR)
    assert compass.sharing.of(NOOR).together == now


def test_the_contact_of_another_day_or_of_a_colleague_ends_when_one_sits_down(compass, now):
    compass.begin_contact(now)
    left = compass.sit_with(NOOR, now + timedelta(days=1))
    assert (left.began, left.worker) == (now, None)
    left = compass.sit_with(PIET, now + timedelta(days=1, hours=1))
    assert (left.worker, compass.contact.worker) == (NOOR, PIET)


@pytest.mark.parametrize(('days', 'found'), [(None, 3), (0, 1), (1, 2), (8, 3), (-1, 0)])
def test_the_steps_done_since_a_day_are_those_of_that_day_and_later(compass, today, days, found):
    for days_ago in (0, 1, 8):
        compass.steps.finish(compass.steps.start(words(days_ago), today).id, today - timedelta(days=days_ago))
    compass.steps.start(WALK, today)
    since = None if days is None else today - timedelta(days=days)
    assert len(compass.steps.done_since(since)) == found
