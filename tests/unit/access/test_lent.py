"""What is private on a tablet that was handed over, perhaps to nobody: decided at each request."""

import pytest

from model.access.entrance import Comes
from model.access.refusals import Stranger
from model.compass.answer import Answer
from model.compass.part import OPEN_PARTS, PRIVATE_PARTS, Part
from model.compass.private import MOST_HANDS, PrivateAnswers
from model.compass.sharing.sharing import NobodyAsked, Reach
from tests.unit.access.cast import PIN

ELSEWHERE = {Part.LIFE, Part.NUMBERS}
"""The life domains lie in `tests/unit/access/test_life.py`; nothing stands in them here, and there are no numbers."""
ALL = frozenset(PRIVATE_PARTS) - ELSEWHERE


def private(house, session, compass_id):
    return house.open(session, compass_id).grant.parts - OPEN_PARTS - ELSEWHERE


def test_while_nothing_private_stands_there_it_can_be_told(house, lent, compass_id):
    assert private(house, lent, compass_id) == ALL
    house.writes(lent, compass_id, 'verdriet')
    assert private(house, lent, compass_id) == ALL


def test_what_stands_there_already_is_not_seen(house, access, phone, noor, compass_id):
    house.writes(phone, compass_id, 'verdriet')
    tablet = house.at_work(noor)
    access.tablet.hand_over(tablet, compass_id)
    assert private(house, tablet, compass_id) == {Part.OBSTACLES}
    assert 'verdriet' not in house.open(tablet, compass_id).seen.model_dump_json()
    with pytest.raises(Stranger):
        house.writes(tablet, compass_id, 'nog iets')


def test_one_word_typed_first_opens_nothing_that_is_written_elsewhere_after_it(house, phone, lent, compass_id):
    """A tablet handed to nobody while nothing private stood there, and a word typed on it."""
    house.writes(lent, compass_id, 'x')
    house.writes(phone, compass_id, 'verdriet')
    assert private(house, lent, compass_id) == {Part.OBSTACLES}
    assert 'verdriet' not in house.open(lent, compass_id).seen.model_dump_json()


def test_taking_the_word_back_does_not_open_it_either(house, access, phone, lent, compass_id):
    house.writes(lent, compass_id, 'x')
    house.writes(phone, compass_id, 'verdriet')
    with access.gate.change(phone, compass_id) as compass:
        compass.happened.take_back(Answer(words='verdriet'), house.now.date())
    assert private(house, lent, compass_id) == {Part.OBSTACLES}


def test_two_tablets_that_were_lent_do_not_see_each_others_words(house, access, noor, lent, compass_id):
    other = house.at_work(noor)
    access.tablet.hand_over(other, compass_id)
    house.writes(lent, compass_id, 'verdriet')
    assert private(house, other, compass_id) == {Part.OBSTACLES}
    assert private(house, lent, compass_id) == ALL


def test_the_same_worker_who_takes_it_back_and_hands_it_over_again_sees_nothing_of_it(
    house, access, noor, lent, compass_id
):
    house.writes(lent, compass_id, 'verdriet')
    access.tablet.take_back(lent, noor)
    access.tablet.hand_over(lent, compass_id)
    assert private(house, lent, compass_id) == {Part.OBSTACLES}


def test_what_the_worker_may_see_anyway_is_seen(house, access, phone, noor, lent, compass_id):
    house.writes(phone, compass_id, 'verdriet')
    assert Part.HAPPENED not in private(house, lent, compass_id)
    access.shares.tell(phone, compass_id, noor.id, Part.HAPPENED, told=True)
    assert Part.HAPPENED in private(house, lent, compass_id)
    access.shares.tell(phone, compass_id, noor.id, Part.HAPPENED, told=False)
    assert Part.HAPPENED not in private(house, lent, compass_id)


async def test_the_picture_pin_opens_all_until_it_locks(house, access, phone, lent, compass_id):
    await house.sets_pin(phone, compass_id)
    house.writes(phone, compass_id, 'verdriet')
    await access.picture_pins.open_private(lent, compass_id, PIN)
    assert private(house, lent, compass_id) == ALL
    access.lock.close(lent)
    access.lock.open(lent, 'avatar-cat')
    assert private(house, lent, compass_id) == {Part.OBSTACLES}


def test_a_scan_on_the_tablet_of_a_worker_sees_no_more(house, access, phone, noor, compass_id):
    house.writes(phone, compass_id, 'verdriet')
    tablet = house.at_work(noor)
    access.entrance.enter(tablet, house.code(phone, compass_id), house.address, comes=Comes.LENT, lender=noor.id)
    access.tablet.lend(tablet)
    assert private(house, tablet, compass_id) == {Part.OBSTACLES}


def test_it_ends_when_the_person_shows_the_lender_less(house, access, phone, noor, lent, compass_id):
    access.shares.let(phone, compass_id, noor.id, Reach.STEPS)
    with pytest.raises(Stranger):
        house.open(lent, compass_id)


# whose hand wrote it


@pytest.fixture
def answers():
    return PrivateAnswers()


def writes(answers, key_id, words):
    empty = not answers.all
    answers.tell(Answer(words=words))
    answers.was_written_with(key_id, began_empty=empty)


def test_what_one_key_wrote_is_all_of_that_key(answers):
    writes(answers, 'a', 'x')
    writes(answers, 'a', 'y')
    assert (answers.is_all_of('a'), answers.is_all_of('b')) == (True, False)


def test_what_stood_there_before_anybody_remembered_is_nobodys(answers):
    answers.tell(Answer(words='x'))
    writes(answers, 'a', 'y')
    assert not answers.is_all_of('a')


def test_when_all_is_gone_it_begins_anew(answers, today):
    writes(answers, 'a', 'x')
    answers.take_back(Answer(words='x'), today)
    answers.clear_off()
    answers.was_written_with('a', began_empty=False)
    assert answers.is_all_of('b')


def test_however_many_wrote_no_hand_is_forgotten_so_that_another_has_all(answers):
    writes(answers, 'b', 'x')
    for number in (*range(3 * MOST_HANDS), 'a', 'a'):
        answers.was_written_with(f'{number}', began_empty=False)
    assert not answers.is_all_of('a')
    assert len(answers.written_with) <= MOST_HANDS


def numbers(house, session, compass_id):
    opened = house.open(session, compass_id)
    return Part.NUMBERS in opened.grant.parts, opened.seen.numbers.of


def test_a_number_that_stands_there_already_is_not_seen_and_one_that_was_written_with_it_is(
    house, access, phone, noor, compass_id
):
    with access.gate.change(phone, compass_id) as compass:
        strength = compass.strengths.add('belong', Answer(tile='father'), house.now.date()).id
    tablet = house.hands_over(noor, compass_id)
    with access.gate.change(tablet, compass_id) as compass:
        compass.note_number(strength, '06 12345678')
    assert numbers(house, tablet, compass_id) == (True, {strength: '06 12345678'})
    with access.gate.change(phone, compass_id) as compass:
        compass.note_number(strength, '0800 4321')
    assert numbers(house, tablet, compass_id) == (False, {})
    assert '0800 4321' not in house.open(tablet, compass_id).seen.model_dump_json()
    with pytest.raises(Stranger), access.gate.change(tablet, compass_id) as compass:
        compass.note_number(strength, '0900 1234')


def test_a_worker_sees_and_changes_no_number_whatever_is_told(house, access, phone, noor, compass_id):
    with access.gate.change(phone, compass_id) as compass:
        father = compass.strengths.add('belong', Answer(tile='father'), house.now.date())
        compass.note_number(father.id, '06 12345678')
    with pytest.raises(NobodyAsked):
        access.shares.tell(phone, compass_id, noor.id, Part.NUMBERS, told=True)
    desk = house.at_work(noor)
    assert numbers(house, desk, compass_id) == (False, {})
    with pytest.raises(Stranger), access.gate.change(desk, compass_id) as compass:
        compass.note_number(father.id, '0900 1234')
