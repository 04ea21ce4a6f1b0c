"""Later the picture and three things of twelve open it."""

import pytest

from model.access.refusals import Stranger
from model.access.table import LOCKED_KEPT
from model.compass.answer import Answer
from model.compass.part import OPEN_PARTS
from tests.unit.access.cast import CAT, DOG, KNOWN


def test_twelve_things_are_shown_three_of_which_stand_on_the_compass(house, access):
    session, _ = house.begins()
    house.wait(hours=2)
    things = access.lock.things(session, CAT)
    assert (len(things), len(set(things))) == (12, 12)
    assert set(KNOWN) <= set(things)
    assert access.lock.things(session, CAT) == things


def test_nothing_private_is_among_them(house, access):
    session, compass_id = house.begins()
    with access.gate.change(session, compass_id) as compass:
        compass.happened.tell(Answer(tile='conflict'))
        compass.obstacles.tell(Answer(tile='tired'))
    house.wait(hours=2)
    assert not {'conflict', 'tired'} & set(access.lock.things(session, CAT))


def test_a_picture_that_nobody_has_here_shows_twelve_all_the_same(house, access):
    session, _ = house.begins()
    house.wait(hours=2)
    things = access.lock.things(session, DOG)
    assert len(set(things)) == 12
    assert access.lock.things(session, DOG) == things


def test_the_picture_and_the_three_things_open_it(house, access):
    session, compass_id = house.begins()
    house.wait(hours=2)
    assert access.lock.open_older(session, CAT, KNOWN) == compass_id
    assert house.open(session, compass_id).grant.parts == OPEN_PARTS


@pytest.mark.parametrize(
    'chosen',
    [(), KNOWN[:2], (*KNOWN, 'walk'), ('walk', *KNOWN[:2])],
    ids=['none', 'two', 'one too many', 'one wrong'],
)
def test_other_things_do_not(house, access, chosen):
    session, _ = house.begins()
    house.wait(hours=2)
    with pytest.raises(Stranger):
        access.lock.open_older(session, CAT, chosen)


def test_three_wrong_ones_are_enough_for_a_day(house, access):
    session, compass_id = house.begins()
    house.wait(hours=2)
    for _ in range(3):
        with pytest.raises(Stranger):
            access.lock.open_older(session, CAT, KNOWN[:2])
    with pytest.raises(Stranger):
        access.lock.open_older(session, CAT, KNOWN)
    with pytest.raises(Stranger):
        access.lock.things(session, CAT)
    house.wait(days=1)
    assert access.lock.open_older(session, CAT, KNOWN) == compass_id


def test_three_pictures_that_nobody_has_are_as_much(house, access):
    session, _ = house.begins()
    house.wait(hours=2)
    for _ in range(3):
        with pytest.raises(Stranger):
            access.lock.open_older(session, DOG, KNOWN)
    with pytest.raises(Stranger):
        access.lock.open_older(session, CAT, KNOWN)


@pytest.mark.parametrize('picture', [CAT, DOG])
def test_after_too_many_no_picture_shows_whether_somebody_has_it(house, access, picture):
    session, _ = house.begins()
    house.wait(hours=2)
    for _ in range(3):
        with pytest.raises(Stranger):
            access.lock.open_older(session, CAT, KNOWN[:2])
    with pytest.raises(Stranger):
        access.lock.things(session, picture)


def test_a_locked_compass_stays_for_a_month(house, access):
    session, compass_id = house.begins()
    access.lock.close(session)
    house.wait(days=LOCKED_KEPT.days)
    assert access.lock.open_older(session, CAT, KNOWN) == compass_id


def test_after_a_month_it_does_not_open_here_any_more(house, access):
    session, _ = house.begins()
    access.lock.close(session)
    house.wait(days=LOCKED_KEPT.days, seconds=1)
    assert not access.lock.has_older(session)
    with pytest.raises(Stranger):
        access.lock.open_older(session, CAT, KNOWN)
