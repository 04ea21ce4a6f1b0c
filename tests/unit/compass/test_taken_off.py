"""What was taken off: put back as it was while the contact lasts, seen by the person alone, then gone for good."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.compass.answer import OWN_ANSWERS_A_QUESTION, Answer
from model.compass.compass import Compass
from model.compass.document import NotThere, TooMany
from model.compass.part import EVERY_PART, OPEN_PARTS, Part
from model.compass.seen import content, exported, holds, printed, seen
from model.compass.steps import OPEN_STEPS
from model.compass.strengths import Whose
from model.compass.taken_off import MOST_OFF

MUSIC, FATHER, WALK = Answer(tile='music'), Answer(tile='father'), Answer(tile='walk')
SECRET = 'een woord dat weg moet'
OWN = Answer(words=SECRET)


def words(number):
    return Answer(words=f'eigen {number}')


class Strengths:
    """How to put something on this part, and take it off again."""

    part = Part.RING

    def add(self, compass, answer, today):
        return compass.strengths.add('be-yourself', answer, today).id

    def take_off(self, compass, answer, today):
        compass.strengths.choose('be-yourself', answer, today, chosen=False)

    def put_back(self, compass, answer, key):
        compass.strengths.put_back(key)

    def items(self, compass):
        return compass.strengths.items


class Wishes(Strengths):
    def add(self, compass, answer, today):
        return compass.wishes.add(answer, today).id

    def take_off(self, compass, answer, today):
        compass.wishes.choose(answer, today, chosen=False)

    def put_back(self, compass, answer, key):
        compass.wishes.put_back(key)

    def items(self, compass):
        return compass.wishes.items


class Steps(Strengths):
    part = Part.STEPS

    def add(self, compass, answer, today):
        return compass.steps.start(answer, today, contact=compass.contact_id).id

    def take_off(self, compass, answer, today):
        compass.steps.take_off(next(one.id for one in compass.steps.items if one.answer == answer), today)

    def put_back(self, compass, answer, key):
        compass.steps.put_back(key)

    def items(self, compass):
        return compass.steps.items


class Companions(Strengths):
    part = Part.STEPS

    def add(self, compass, answer, today):
        compass.steps.choose_companion(self._step(compass, today), answer, today)

    def take_off(self, compass, answer, today):
        compass.steps.choose_companion(self._step(compass, today), answer, today, chosen=False)

    def put_back(self, compass, answer, key):
        compass.steps.choose_companion('0' * 8, answer, compass.made.date())

    def items(self, compass):
        return compass.steps['0' * 8].companions

    def _step(self, compass, today):
        return compass.steps.start(WALK, today, id='0' * 8).id


class Happened(Strengths):
    part = Part.HAPPENED

    def add(self, compass, answer, today):
        self.told(compass).tell(answer)

    def take_off(self, compass, answer, today):
        self.told(compass).take_back(answer, today)

    def put_back(self, compass, answer, key):
        self.told(compass).tell(answer)

    def items(self, compass):
        return self.told(compass).items

    def told(self, compass):
        return compass.happened


class Obstacles(Happened):
    part = Part.OBSTACLES

    def told(self, compass):
        return compass.obstacles


KINDS = [Strengths(), Wishes(), Steps(), Companions(), Happened(), Obstacles()]
each_kind = pytest.mark.parametrize('kind', KINDS, ids=lambda kind: type(kind).__name__)


@pytest.fixture
def in_contact(compass, now) -> Compass:
    compass.begin_contact(now)
    return compass


# put back


@each_kind
@pytest.mark.parametrize('index', range(3))
def test_what_was_put_back_is_as_it_was_and_where_it_was(in_contact, today, kind, index):
    answers = [words(number) for number in range(3)]
    keys = [kind.add(in_contact, answer, today) for answer in answers]
    before = in_contact.model_dump()
    kind.take_off(in_contact, answers[index], today)
    assert len(kind.items(in_contact)) == 2
    assert in_contact.taken_off
    kind.put_back(in_contact, answers[index], keys[index])
    assert in_contact.model_dump() == before


@each_kind
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)), count=st.integers(1, 5))
def test_what_was_taken_off_one_after_another_is_put_back_the_other_way_round(now, today, kind, order, count):
    compass = Compass(made=now)
    keys = [kind.add(compass, words(number), today) for number in range(5)]
    before = compass.model_dump()
    for number in order[:count]:
        kind.take_off(compass, words(number), today)
    for number in reversed(order[:count]):
        kind.put_back(compass, words(number), keys[number])
    assert compass.model_dump() == before


@each_kind
def test_taking_off_twice_and_putting_back_twice_is_once(in_contact, today, kind):
    key = kind.add(in_contact, OWN, today)
    kind.take_off(in_contact, OWN, today)
    if kind.__class__ is not Steps:
        kind.take_off(in_contact, OWN, today)
    kind.put_back(in_contact, OWN, key)
    kind.put_back(in_contact, OWN, key)
    assert len(kind.items(in_contact)) == 1


def test_a_strength_comes_back_with_its_heart_and_where_it_is_found(in_contact, today):
    strength = in_contact.strengths.add('belong', FATHER, today)
    in_contact.strengths.mark_heart(strength.id, heart=True)
    in_contact.strengths.set_whose(strength.id, Whose.MINE)
    in_contact.strengths.choose('belong', FATHER, today, chosen=False)
    assert not in_contact.strengths.off_of('belong', in_contact.album)[0].is_bare
    in_contact.strengths.put_back(strength.id)
    assert in_contact.strengths.items == [strength]
    assert (strength.heart, strength.whose) == (True, Whose.MINE)


def test_tapping_its_tile_again_brings_it_back_with_all_it_had(in_contact, today, tomorrow):
    strength = in_contact.strengths.add('be-yourself', MUSIC, today)
    in_contact.strengths.mark_heart(strength.id, heart=True)
    wish = in_contact.wishes.add(OWN, today)
    for chosen in (False, True):
        in_contact.strengths.choose('be-yourself', MUSIC, tomorrow, chosen=chosen)
        in_contact.wishes.choose(OWN, tomorrow, chosen=chosen)
    assert (in_contact.strengths.items, in_contact.wishes.items) == ([strength], [wish])
    assert in_contact.strengths.items[0].heart
    assert in_contact.taken_off == frozenset()


def test_a_tile_on_another_condition_is_another_strength(in_contact, today):
    in_contact.strengths.add('belong', OWN, today)
    in_contact.strengths.choose('belong', OWN, today, chosen=False)
    in_contact.strengths.add('matter', OWN, today)
    assert len(in_contact.taken_off) == 1


def test_a_wish_comes_back_to_the_middle(in_contact, today):
    first, second, third = (in_contact.wishes.add(words(number), today) for number in range(3))
    in_contact.wishes.put_in_middle(first.id)
    in_contact.wishes.take_off(first.id, today)
    assert in_contact.wish == third
    in_contact.wishes.put_back(first.id)
    assert in_contact.wish == first
    assert in_contact.wishes.items == [first, second, third]


def test_a_wish_does_not_come_back_to_the_middle_when_another_was_put_there(in_contact, today):
    first, second = (in_contact.wishes.add(words(number), today) for number in range(2))
    in_contact.wishes.take_off(second.id, today)
    in_contact.wishes.put_in_middle(first.id)
    in_contact.wishes.put_back(second.id)
    assert in_contact.wish == first


def test_the_only_wish_that_comes_back_stands_in_the_middle(in_contact, today):
    first, second = (in_contact.wishes.add(words(number), today) for number in range(2))
    for one in (second, first):
        in_contact.wishes.take_off(one.id, today)
    assert in_contact.wishes.now is None
    in_contact.wishes.put_back(second.id)
    assert in_contact.wishes.now == second.id


def test_a_step_comes_back_with_its_people_and_day_and_opens_klaar(in_contact, today):
    step = in_contact.steps.start(OWN, today, contact=in_contact.contact_id)
    in_contact.steps.choose_companion(step.id, FATHER, today)
    in_contact.steps.choose_day(step.id, today, contact=in_contact.contact_id)
    in_contact.steps.take_off(step.id, today)
    assert not in_contact.has_step(today)
    in_contact.steps.put_back(step.id)
    assert in_contact.steps.open == [step]
    assert (step.companions, step.when.day) == ([FATHER], today)
    assert in_contact.has_step(today)


def test_a_step_that_was_only_just_chosen_can_be_put_back_when_it_is_more_than_a_tile(in_contact, today):
    bare, own = in_contact.steps.start(WALK, today), in_contact.steps.start(OWN, today)
    for step in (bare, own):
        for _ in range(2):
            if step is own or in_contact.steps.find(step.id):
                in_contact.steps.drop(step.id, today)
    assert in_contact.steps.just_off == [own]


def test_who_is_sent_away_by_alone_can_be_put_back(in_contact, step, today):
    in_contact.steps.choose_companion(step.id, OWN, today)
    in_contact.steps.choose_companion(step.id, Answer(tile='by-myself'), today)
    assert [one.what for one in step.companions_off] == [OWN]
    in_contact.steps.choose_companion(step.id, OWN, today)
    assert step.companions == [OWN]


# what is full


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


# seen nowhere else


@pytest.fixture
def taken_off(in_contact, today) -> Compass:
    """A compass of which the secret was taken off wherever it stood."""
    for kind in KINDS:
        kind.add(in_contact, FATHER if isinstance(kind, Companions) else words(1), today)
        kind.add(in_contact, OWN, today)
        kind.take_off(in_contact, OWN, today)
    return in_contact


def test_it_is_on_no_paper_in_no_export_and_in_no_snapshot(taken_off, now):
    assert SECRET in taken_off.model_dump_json()
    copies = [printed(taken_off, everything=True), printed(taken_off, everything=False), exported(taken_off)]
    assert not [copy for copy in copies if SECRET in copy.model_dump_json()]
    visit = taken_off.model_copy(deep=True).end_contact(now)
    assert SECRET not in visit.model_dump_json()
    assert 'off' not in visit.model_dump_json()


@pytest.mark.parametrize('parts', [{Part.RING, Part.STEPS}, {Part.STEPS}, EVERY_PART - {Part.SHARING}], ids=len)
def test_a_worker_sees_nothing_of_it(taken_off, parts):
    assert SECRET not in seen(taken_off, parts).model_dump_json()
    assert SECRET in taken_off.model_dump_json()


def test_the_person_sees_it_on_their_devices_but_the_private_ones_only_where_those_are_seen(taken_off):
    assert SECRET in seen(taken_off, EVERY_PART).happened.model_dump_json()
    open_device = seen(taken_off, OPEN_PARTS)
    assert all(
        SECRET in part.model_dump_json() for part in (open_device.strengths, open_device.wishes, open_device.steps)
    )
    assert SECRET not in open_device.happened.model_dump_json() + open_device.obstacles.model_dump_json()


def test_it_is_not_counted(taken_off, today):
    assert [one.answer for one in taken_off.strengths.on('be-yourself', taken_off.album)] == [words(1)]
    assert [one.answer for one in taken_off.wishes.shown(taken_off.album)] == [words(1)]
    assert len(taken_off.steps.open) == 2
    assert taken_off.wish.answer == words(1)


@pytest.mark.parametrize('part', [Part.RING, Part.STEPS, Part.HAPPENED, Part.OBSTACLES])
def test_who_may_not_change_a_part_does_not_touch_what_was_taken_off_it(taken_off, part):
    before = content(taken_off, part)
    taken_off.let_go_overdue(taken_off.made + timedelta(days=1))
    assert content(taken_off, part) != before


def test_a_private_word_that_can_be_put_back_is_still_something_private(compass, today):
    compass.happened.tell(OWN)
    compass.happened.take_back(OWN, today)
    assert holds(compass, Part.HAPPENED)
    assert not compass.is_empty


def test_a_library_picture_that_was_taken_off_is_not_at_hand(in_contact, today):
    strength = in_contact.strengths.add('matter', Answer(sticker='1F370'), today)
    in_contact.strengths.take_off(strength.id, today)
    assert in_contact.stickers == []


# gone for good


def is_gone(compass):
    return SECRET not in compass.model_dump_json() and not compass.taken_off


def test_it_goes_when_the_contact_ends(taken_off, now):
    taken_off.end_contact(now)
    assert is_gone(taken_off)
    with pytest.raises(NotThere):
        taken_off.strengths.put_back('0' * 8)


def test_it_goes_when_a_contact_with_a_worker_begins(taken_off, now):
    taken_off.begin_together('00000000000000aa', now)
    assert is_gone(taken_off)


def test_it_goes_when_the_contact_was_left_on_another_day(taken_off, now):
    taken_off.begin_contact(now + timedelta(minutes=5))
    assert not is_gone(taken_off)
    taken_off.begin_contact(now + timedelta(days=1))
    assert is_gone(taken_off)


def test_it_goes_when_nobody_comes_back(taken_off, now):
    taken_off.let_go_overdue(now + timedelta(hours=5))
    assert not is_gone(taken_off)
    taken_off.let_go_overdue(now + timedelta(days=1))
    assert is_gone(taken_off)


@each_kind
def test_what_stands_there_stays(taken_off, now, kind):
    taken_off.end_contact(now)
    assert len(kind.items(taken_off)) == (2 if isinstance(kind, Steps) else 1)
