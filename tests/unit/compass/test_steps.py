from datetime import time, timedelta

import pytest

from model.compass.answer import OWN_ANSWERS_A_QUESTION, Answer
from model.compass.compass import Compass
from model.compass.document import NotThere, TooMany
from model.compass.step import Felt, Stage
from model.compass.steps import OPEN_STEPS
from model.compass.strengths import Whose
from model.compass.target import Spot, Target
from model.compass.when import PartOfDay, When

REST = Answer(tile='rest')
WALK = Answer(tile='walk')
FATHER = Answer(tile='father')
MOTHER = Answer(tile='mother')
BY_MYSELF = Answer(tile='by-myself')
NOBODY = 'ffffffff'
CAKE, DOG, SUN = '1F370', '1F415', '2600-FE0F'


def words(number):
    return Answer(words=f'eigen {number}')


# steps


def test_a_new_step_is_open_and_knows_its_day_wish_and_contact(compass, now, today):
    compass.begin_contact(now)
    compass.wishes.choose(Answer(tile='health'), today)
    step = compass.steps.start(WALK, today, wish=compass.wishes.now, contact=compass.contact_id)
    assert compass.steps.open == [step]
    assert (step.answer, step.set_on, step.wish) == (WALK, today, compass.wish.id)
    assert step.contact == compass.contact.id
    assert step.when is None


def test_without_a_wish_a_step_stands_alone(step):
    assert step.wish is None


def test_a_step_that_was_only_just_chosen_can_be_taken_back(compass, step, today):
    other = compass.steps.start(Answer(tile='call'), today)
    compass.steps.drop(step.id, today)
    assert compass.steps.items == [other]


def test_what_is_to_do_begins_with_what_is_ahead_and_ends_with_days_that_went_by(compass, today):
    days = [None, today + timedelta(days=9), today - timedelta(days=1), today, today - timedelta(days=30)]
    steps = [compass.steps.start(words(number), today) for number, _ in enumerate(days)]
    for step, day in zip(steps, days, strict=True):
        compass.steps.choose_day(step.id, day)
    open_end, next_week, yesterday, now, last_month = steps
    assert compass.steps.to_do(today) == [now, next_week, open_end, last_month, yesterday]
    compass.steps.finish(now.id, today)
    assert compass.steps.to_do(today - timedelta(days=1)) == [yesterday, next_week, open_end, last_month]


def test_twelve_steps_can_be_open(compass, today):
    steps = [compass.steps.start(WALK, today) for _ in range(OPEN_STEPS)]
    with pytest.raises(TooMany):
        compass.steps.start(WALK, today)
    compass.steps.finish(steps[0].id, today)
    compass.steps.start(WALK, today)
    assert len(compass.steps.open) == OPEN_STEPS


def test_a_step_becomes_another_with_the_same_people_and_day(compass, step, today):
    compass.steps.choose_companion(step.id, FATHER, today)
    compass.steps.choose_day(step.id, today)
    compass.steps.change(step.id, Answer(words='taart bakken'))
    changed = compass.steps[step.id]
    assert changed.answer.words == 'taart bakken'
    assert (changed.companions, changed.when) == ([FATHER], When(day=today))


def test_people_join_a_step_and_leave_it(compass, step, today):
    compass.steps.choose_companion(step.id, FATHER, today)
    compass.steps.choose_companion(step.id, MOTHER, today)
    assert step.companions == [FATHER, MOTHER]
    compass.steps.choose_companion(step.id, FATHER, today, chosen=False)
    assert step.companions == [MOTHER]


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


def test_the_same_person_joins_once(compass, step, today):
    compass.steps.choose_companion(step.id, FATHER, today)
    compass.steps.choose_companion(step.id, FATHER, today)
    assert step.companions == [FATHER]


def test_alone_sends_the_people_away_and_people_end_alone(compass, step, today):
    compass.steps.choose_companion(step.id, FATHER, today)
    compass.steps.choose_companion(step.id, MOTHER, today)
    compass.steps.choose_companion(step.id, BY_MYSELF, today)
    assert step.companions == [BY_MYSELF]
    compass.steps.choose_companion(step.id, MOTHER, today)
    assert step.companions == [MOTHER]


def test_no_longer_alone_leaves_nobody(compass, step, today):
    compass.steps.choose_companion(step.id, BY_MYSELF, today)
    compass.steps.choose_companion(step.id, BY_MYSELF, today, chosen=False)
    assert step.companions == []


def test_there_is_room_for_twelve_own_companions_beside_a_step(compass, step, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.steps.choose_companion(step.id, words(number), today)
    before = list(step.companions)
    with pytest.raises(TooMany):
        compass.steps.choose_companion(step.id, words(99), today)
    assert step.companions == before
    compass.steps.choose_companion(step.id, FATHER, today)
    assert len(step.companions) == OWN_ANSWERS_A_QUESTION + 1


def test_choosing_an_own_companion_again_or_letting_one_go_needs_no_room(compass, step, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.steps.choose_companion(step.id, words(number), today)
    compass.steps.choose_companion(step.id, words(0), today)
    assert len(step.companions) == OWN_ANSWERS_A_QUESTION
    compass.steps.choose_companion(step.id, words(99), today, chosen=False)
    compass.steps.choose_companion(step.id, words(0), today, chosen=False)
    compass.steps.choose_companion(step.id, words(99), today)
    assert len(step.companions) == OWN_ANSWERS_A_QUESTION


def test_own_companions_of_one_step_take_no_room_beside_another(compass, step, today):
    other = compass.steps.start(WALK, today)
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.steps.choose_companion(step.id, words(number), today)
    compass.steps.choose_companion(other.id, words(99), today)
    assert other.companions == [words(99)]


def test_the_day_and_its_part_are_chosen_apart(compass, step, today, tomorrow):
    compass.steps.choose_day(step.id, today)
    compass.steps.choose_part_of_day(step.id, PartOfDay.EVENING)
    assert step.when == When(day=today, part=PartOfDay.EVENING)
    compass.steps.choose_day(step.id, tomorrow)
    assert step.when == When(day=tomorrow, part=PartOfDay.EVENING)
    compass.steps.choose_part_of_day(step.id, None)
    assert step.when == When(day=tomorrow)


def test_an_hour_and_a_part_of_the_day_never_contradict_each_other(compass, step, today):
    compass.steps.choose_day(step.id, today)
    compass.steps.choose_part_of_day(step.id, PartOfDay.EVENING)
    compass.steps.choose_hour(step.id, time(10, 30))
    assert step.when == When(day=today, part=PartOfDay.MORNING, hour=time(10, 30))
    compass.steps.choose_part_of_day(step.id, PartOfDay.AFTERNOON)
    assert step.when == When(day=today, part=PartOfDay.AFTERNOON)


def test_the_hour_stays_when_the_day_is_another_or_left_open(compass, step, today, tomorrow):
    compass.steps.choose_hour(step.id, time(20))
    compass.steps.choose_day(step.id, today)
    compass.steps.choose_day(step.id, tomorrow)
    assert step.when == When(day=tomorrow, part=PartOfDay.EVENING, hour=time(20))
    compass.steps.forget_day(step.id)
    assert step.when == When(part=PartOfDay.EVENING, hour=time(20))
    compass.steps.choose_hour(step.id, None)
    assert step.when == When(part=PartOfDay.EVENING)


def test_a_part_of_the_day_can_come_before_the_day(compass, step, today):
    compass.steps.choose_part_of_day(step.id, PartOfDay.MORNING)
    assert step.when == When(part=PartOfDay.MORNING)


def test_later_is_not_the_same_as_not_chosen(compass, step):
    compass.steps.choose_day(step.id, None)
    assert step.when == When(later=True)
    compass.steps.forget_day(step.id)
    assert step.when is None


def test_a_part_of_the_day_alone_does_not_mean_later(compass, step):
    compass.steps.choose_part_of_day(step.id, PartOfDay.MORNING)
    assert step.when == When(part=PartOfDay.MORNING)
    compass.steps.choose_part_of_day(step.id, None)
    assert step.when is None


def test_leaving_the_day_open_keeps_the_part_of_the_day(compass, step, today):
    compass.steps.choose_day(step.id, today)
    compass.steps.choose_part_of_day(step.id, PartOfDay.EVENING)
    compass.steps.forget_day(step.id)
    assert step.when == When(part=PartOfDay.EVENING)


@pytest.mark.parametrize(
    'move',
    [
        lambda steps, step, day, contact: steps.choose_day(step.id, day, contact=contact),
        lambda steps, step, day, contact: steps.choose_part_of_day(step.id, PartOfDay.MORNING, contact=contact),
        lambda steps, step, day, contact: steps.choose_hour(step.id, time(10), contact=contact),
        lambda steps, step, day, contact: steps.forget_day(step.id, contact=contact),
    ],
)
def test_moving_a_step_ties_it_to_this_contact(compass, step, now, today, move):
    compass.begin_contact(now)
    assert step.contact is None
    move(compass.steps, step, today, compass.contact_id)
    assert step.contact == compass.contact.id


def test_a_finished_step_keeps_the_first_day_it_was_done(compass, step, today, tomorrow):
    compass.steps.finish(step.id, today)
    compass.steps.finish(step.id, tomorrow)
    assert step.done_on == today
    assert (compass.steps.open, compass.steps.done) == ([], [step])


def test_a_finished_step_can_be_opened_again(compass, step, today):
    compass.steps.finish(step.id, today)
    compass.steps.reopen(step.id)
    assert (compass.steps.open, compass.steps.done) == ([step], [])


def test_a_step_can_be_taken_off_and_put_back(compass, step, today):
    compass.steps.take_off(step.id, today)
    assert (compass.steps.items, compass.steps.open, compass.steps.done) == ([], [], [])
    assert compass.steps.just_off == [step]
    compass.steps.put_back(step.id)
    assert (compass.steps.open, compass.steps.just_off) == ([step], [])


def test_a_done_step_that_is_taken_off_is_no_longer_shown_as_done(compass, step, today):
    compass.steps.finish(step.id, today)
    compass.steps.take_off(step.id, today)
    assert compass.steps.done == []


def test_open_steps_stand_in_order_of_their_day(compass, today, tomorrow):
    days = [None, tomorrow, today]
    open_end, second, first = (compass.steps.start(WALK, today) for _ in days)
    compass.steps.choose_day(second.id, tomorrow)
    compass.steps.choose_day(first.id, today)
    assert compass.steps.open == [first, second, open_end]


def test_done_steps_stand_latest_first(compass, today, yesterday):
    old, new = compass.steps.start(WALK, today), compass.steps.start(WALK, today)
    compass.steps.finish(old.id, yesterday)
    compass.steps.finish(new.id, today)
    assert compass.steps.done == [new, old]


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


# a smaller step

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


# the board


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
