"""P4: nobody leaves a contact without a step, but for who is alone at home on their own device."""

import pytest

from model.compass.answer import Answer


def asks(house, session, compass_id):
    return house.access.gate.asks_for_step(house.open(session, compass_id))


def ends_contact(house, session, compass_id):
    house.access.gate.end_contact(session, compass_id, without_step=True)


@pytest.fixture
def home(house, phone, compass_id):
    """The person's own phone, some days after the first contact."""
    ends_contact(house, phone, compass_id)
    house.wait(days=3)
    return phone


def test_the_first_contact_asks_on_an_own_device_too(house, phone, compass_id):
    assert asks(house, phone, compass_id)


def test_at_home_nothing_is_asked(house, home, compass_id):
    assert not asks(house, home, compass_id)


def test_nor_when_something_was_changed(house, home, compass_id):
    house.fills(home, compass_id)
    assert not asks(house, home, compass_id)


def test_a_first_contact_that_nobody_rounded_off_is_over_on_another_day(house, phone, compass_id):
    house.wait(days=1)
    assert not asks(house, phone, compass_id)


def test_a_phone_that_only_said_it_is_theirs_is_one_of_their_own(house, home, compass_id):
    new = house.scans(house.code(home, compass_id), own=True)
    assert not asks(house, new, compass_id)


def test_on_a_device_of_everyone_it_is_asked(house, home, compass_id):
    assert asks(house, house.scans(house.code(home, compass_id)), compass_id)


def test_on_a_tablet_that_was_handed_over_it_is_asked(house, home, compass_id):
    tablet = house.hands_over(house.looks_along(home, compass_id), compass_id)
    assert asks(house, tablet, compass_id)


def test_a_worker_is_asked_and_so_is_the_person_who_talks_with_one(house, home, compass_id):
    at_work = house.at_work(house.looks_along(home, compass_id))
    assert asks(house, at_work, compass_id)
    house.access.desk.begin_together(at_work, compass_id)
    assert asks(house, home, compass_id)
    house.wait(days=1)
    assert not asks(house, home, compass_id)


def test_with_a_step_nobody_is_asked(house, compass_id, phone):
    with house.access.gate.change(phone, compass_id) as compass:
        compass.steps.start(Answer(tile='walk'), house.now.date(), contact=compass.contact_id)
    shared = house.scans(house.code(phone, compass_id))
    assert not asks(house, phone, compass_id)
    assert not asks(house, shared, compass_id)
