from datetime import timedelta

import pytest

from model.compass.part import Part
from model.compass.sharing.sharing import MOST_WORKERS, NobodyAsked, Reach, Sharing

ONE, TWO = '00000000000000aa', '00000000000000bb'


@pytest.fixture
def sharing() -> Sharing:
    return Sharing()


def a_worker(number: int) -> str:
    return f'{number:016x}'


def test_a_stranger_sees_nothing(sharing):
    assert sharing.parts_for(ONE) == frozenset()
    assert not sharing.is_shared


def test_who_asks_sees_nothing_before_the_yes(sharing, now):
    sharing.ask(ONE, now)
    assert sharing.parts_for(ONE) == frozenset()
    assert [ask.worker for ask in sharing.asks] == [ONE]


@pytest.mark.parametrize(
    ('reach', 'parts'),
    [(Reach.EVERYTHING, {Part.RING, Part.STEPS}), (Reach.STEPS, {Part.STEPS}), (Reach.NOTHING, set())],
)
def test_the_answer_says_how_much_and_never_a_private_part(sharing, now, reach, parts):
    sharing.ask(ONE, now)
    sharing.answer(ONE, reach, now)
    assert sharing.parts_for(ONE) == parts
    assert sharing.asks == []


def test_nobody_is_answered_who_did_not_ask(sharing, now):
    with pytest.raises(NobodyAsked):
        sharing.answer(ONE, Reach.EVERYTHING, now)
    assert not sharing.is_shared


def test_one_question_of_a_worker_is_enough(sharing, now):
    for _ in range(3):
        sharing.ask(ONE, now)
    assert len(sharing.asks) == 1


def test_a_yes_remembers_that_the_two_sat_together(sharing, now):
    sharing.ask(ONE, now, together=now)
    sharing.ask(TWO, now)
    for worker in (ONE, TWO):
        sharing.answer(worker, Reach.STEPS, now + timedelta(days=1))
    assert [share.together for share in sharing.shares] == [now, None]


def test_who_sees_something_need_not_ask(sharing, now):
    sharing.let(ONE, Reach.STEPS, now)
    sharing.ask(ONE, now)
    assert sharing.asks == []


def test_who_may_see_nothing_any_more_may_ask_again(sharing, now):
    sharing.let(ONE, Reach.NOTHING, now)
    sharing.ask(ONE, now)
    assert [ask.worker for ask in sharing.asks] == [ONE]


def test_a_colleague_is_asked_for_by_name(sharing, now):
    sharing.ask(TWO, now, by=ONE)
    assert sharing.asks[0].by == ONE


@pytest.mark.parametrize('part', [Part.HAPPENED, Part.OBSTACLES, Part.of_domain('money')])
def test_a_private_part_is_shared_and_closed_on_its_own(sharing, now, part):
    sharing.let(ONE, Reach.STEPS, now)
    sharing.tell(ONE, part, told=True)
    sharing.tell(ONE, part, told=True)
    assert sharing.parts_for(ONE) == {Part.STEPS, part}
    sharing.tell(ONE, part, told=False)
    assert sharing.parts_for(ONE) == {Part.STEPS}


@pytest.mark.parametrize('part', [Part.RING, Part.STEPS, Part.LIFE, Part.SHARING])
def test_only_private_parts_are_told(sharing, now, part):
    sharing.let(ONE, Reach.EVERYTHING, now)
    with pytest.raises(NobodyAsked):
        sharing.tell(ONE, part, told=True)
    assert Part.SHARING not in sharing.parts_for(ONE)


def test_nothing_is_told_to_who_sees_nothing(sharing, now):
    sharing.let(ONE, Reach.NOTHING, now)
    with pytest.raises(NobodyAsked):
        sharing.tell(ONE, Part.HAPPENED, told=True)


def test_with_nothing_the_private_parts_close_and_stay_closed(sharing, now):
    sharing.let(ONE, Reach.EVERYTHING, now)
    sharing.tell(ONE, Part.HAPPENED, told=True)
    sharing.let(ONE, Reach.NOTHING, now)
    assert sharing.parts_for(ONE) == frozenset()
    sharing.let(ONE, Reach.EVERYTHING, now)
    assert sharing.parts_for(ONE) == {Part.RING, Part.STEPS}


def test_letting_one_worker_see_changes_nothing_for_another(sharing, now):
    sharing.let(ONE, Reach.EVERYTHING, now)
    sharing.let(TWO, Reach.STEPS, now)
    sharing.let(ONE, Reach.NOTHING, now)
    assert sharing.parts_for(TWO) == {Part.STEPS}


def test_when_it_was_shared_first_is_kept(sharing, now):
    sharing.let(ONE, Reach.EVERYTHING, now)
    sharing.let(ONE, Reach.STEPS, now + timedelta(days=3))
    assert sharing.of(ONE).since == now


def test_the_one_who_sees_nothing_makes_room(sharing, now):
    for number in range(MOST_WORKERS):
        sharing.let(a_worker(number), Reach.STEPS, now)
    with pytest.raises(NobodyAsked):
        sharing.let(ONE, Reach.STEPS, now)
    sharing.let(a_worker(5), Reach.NOTHING, now)
    sharing.let(ONE, Reach.STEPS, now)
    assert len(sharing.shares) == MOST_WORKERS
    assert sharing.of(a_worker(5)) is None


def test_questions_do_not_pile_up_without_end(sharing, now):
    for number in range(10 * MOST_WORKERS):
        sharing.ask(a_worker(number), now)
    assert len(sharing.asks) == MOST_WORKERS


def test_it_is_read_back_as_it_was_written(sharing, now):
    sharing.let(ONE, Reach.EVERYTHING, now)
    sharing.tell(ONE, Part.OBSTACLES, told=True)
    sharing.ask(TWO, now, by=ONE)
    assert Sharing.model_validate_json(sharing.model_dump_json()) == sharing
