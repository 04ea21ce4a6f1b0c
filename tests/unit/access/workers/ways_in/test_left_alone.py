"""A browser that was left alone, and a tablet that was lent."""

from datetime import timedelta

import pytest

from model.access.refusals import NotSignedIn, Paused, Stranger
from model.access.session import Session
from model.access.workers.signed_in import TRIES
from model.key import Device
from tests.unit.access.workers.cast import ADDRESS, ORIGIN, PASSWORD, Colleague


def test_after_its_idle_time_a_session_waits_and_a_passkey_opens_it(access, noor, clock):
    here = noor.signs_in()
    clock.passes(minutes=6)
    with pytest.raises(Paused):
        access.signed_in.worker(here)
    assert access.pause.worker(here).id == noor.id
    before = noor.key(here)
    access.pause.end_by_passkey(here, noor.shows_passkey(), ORIGIN, ADDRESS)
    assert access.signed_in.worker(here).id == noor.id
    after = noor.key(here)
    assert (after.id, after.made, after.proved) == (before.id, before.made, clock.now)


async def test_six_digits_open_it_once_and_five_wrong_ones_end_it(access, noor, clock):
    await noor.has_password()
    here = noor.signs_in()
    clock.passes(minutes=6)
    code = noor.code()
    access.pause.end_by_code(here, code)
    access.signed_in.put_down(here)
    with pytest.raises(NotSignedIn):
        access.pause.end_by_code(here, code)
    for _ in range(TRIES - 1):
        with pytest.raises(NotSignedIn):
            access.pause.end_by_code(here, noor.wrong_code())
    clock.passes(minutes=1)
    with pytest.raises(Stranger):
        access.pause.end_by_code(here, noor.code())
    assert here.worker == ''
    assert await access.sign_in.by_password(ADDRESS, 'noor', PASSWORD, noor.code(), clock.now)


def test_a_device_that_was_put_down_waits_at_once_and_its_pages_go_blank(access, noor, here):
    heard: list[str] = []
    listener = heard.append
    access.keys.locked.connect(listener)
    access.lock.close(here)
    assert heard == [noor.key(here).id]
    assert access.pause.worker(here).id == noor.id
    with pytest.raises(Paused):
        access.signed_in.key(here)


def test_after_twelve_hours_it_is_over_however_often_it_was_taken_up(access, noor, here, clock):
    for _ in range(11):
        clock.passes(hours=1)
        access.pause.end_by_passkey(here, noor.shows_passkey(), ORIGIN, ADDRESS)
    clock.passes(hours=1, seconds=1)
    with pytest.raises(Stranger):
        access.pause.end_by_passkey(here, noor.shows_passkey(), ORIGIN, ADDRESS)


def test_nobody_else_takes_it_up(access, noor, clock):
    here = noor.signs_in()
    clock.passes(minutes=6)
    piet = Colleague(access, clock, 'Piet')
    with pytest.raises(NotSignedIn):
        access.pause.end_by_passkey(here, piet.shows_passkey(), ORIGIN, ADDRESS)
    with access.workers.change(noor.id) as worker:
        worker.disable(clock.now)
    with pytest.raises(Stranger):
        access.pause.worker(here)


def test_what_a_person_opened_meanwhile_is_closed_when_the_worker_comes_back(access, noor, clock):
    here = noor.signs_in()
    clock.passes(minutes=6)
    access.entrance.begin(here, 'nl', ADDRESS)
    access.pause.end_by_passkey(here, noor.shows_passkey(), ORIGIN, ADDRESS)
    assert here.keys == {}


def test_a_tablet_that_was_lent_is_not_taken_up_as_one_that_was_left_alone(access, noor, clock):
    here = noor.signs_in()
    copied = Session(dict(here.cookie))
    access.tablet.lend(here)
    clock.passes(minutes=6)
    for session in (here, copied):
        with pytest.raises(Stranger):
            access.pause.worker(session)


async def test_guessing_on_a_lent_tablet_ends_that_loan_and_leaves_the_account_alone(access, noor, clock):
    await noor.has_password()
    for _ in range(4):
        lent = noor.signs_in()
        access.tablet.lend(lent)
        for _ in range(TRIES):
            with pytest.raises(NotSignedIn):
                access.tablet.take_back_by_code(lent, noor.wrong_code(), Device.TABLET)
        with pytest.raises(Stranger):
            access.tablet.take_back_by_code(lent, noor.code(), Device.TABLET)
        assert not access.tablet.is_lent(lent)
    worker = await access.sign_in.by_password(ADDRESS, 'noor', PASSWORD, noor.code(), clock.now)
    assert worker.id == noor.id, 'in another browser, from the same network, with the right code'


async def test_a_code_that_took_a_tablet_back_signs_nobody_in(access, noor, clock):
    await noor.has_password()
    lent = noor.signs_in()
    access.tablet.lend(lent)
    code = noor.code()
    access.tablet.take_back_by_code(lent, code, Device.TABLET)
    with pytest.raises(NotSignedIn):
        await access.sign_in.by_password(ADDRESS, 'noor', PASSWORD, code, clock.now)
    access.tablet.lend(lent)
    with pytest.raises(NotSignedIn):
        access.tablet.take_back_by_code(lent, code, Device.TABLET)


async def test_taking_a_tablet_back_does_not_begin_the_twelve_hours_anew(access, noor, clock):
    lent = noor.signs_in()
    began = clock.now
    clock.passes(hours=1)
    with pytest.raises(Paused):
        access.tablet.lend(lent)
    access.pause.end_by_passkey(lent, noor.shows_passkey(), ORIGIN, ADDRESS)
    access.tablet.lend(lent)
    clock.passes(hours=10)
    access.tablet.take_back_by_passkey(lent, noor.shows_passkey(), ORIGIN, ADDRESS, Device.TABLET)
    assert noor.key(lent).made == began
    clock.passes(hours=1, seconds=1)
    assert not access.signed_in.is_here(lent)
    assert timedelta(hours=12) < clock.now - began
