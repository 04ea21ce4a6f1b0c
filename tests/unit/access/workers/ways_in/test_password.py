"""A first password, another one, and another app."""

import asyncio

import pytest

from model.access.refusals import NotSignedIn, ProofAsked, Stranger
from model.access.workers.sign_in import WrongCode
from model.access.workers.signed_in import TRIES
from model.access.workers.ways_in import SETTING_UP
from model.workers.password import TooShort
from model.workers.workers import Stale
from tests.unit.access.workers.cast import ADDRESS, PASSWORD
from tests.unit.access.workers.ways_in.cast import ANOTHER, shown


async def test_a_first_password_comes_with_an_app(access, noor, here, clock):
    app = shown(access, noor, access.ways_in.begin_password(here))
    await access.ways_in.set_password(here, 'noor', PASSWORD, app.at(clock.now), ADDRESS, new_app=True)
    clock.passes(seconds=60)
    assert await access.sign_in.by_password(ADDRESS, 'noor', PASSWORD, app.at(clock.now), clock.now)
    assert here.setting_up == {}


async def test_another_password_with_the_same_app_keeps_the_recovery_codes(access, noor, here, clock):
    await noor.has_password()
    access.ways_in.begin_password(here)
    await access.ways_in.set_password(here, '', ANOTHER, noor.code(), ADDRESS, new_app=False)
    clock.passes(seconds=60)
    with pytest.raises(NotSignedIn):
        await access.sign_in.by_password(ADDRESS, 'noor', PASSWORD, noor.code(), clock.now)
    assert await access.sign_in.by_password(ADDRESS, 'noor', ANOTHER, noor.paper[0], clock.now)


async def test_another_app_ends_the_old_one(access, noor, here, clock):
    await noor.has_password()
    app = shown(access, noor, access.ways_in.begin_password(here))
    await access.ways_in.set_password(here, 'mallory', PASSWORD, app.at(clock.now), ADDRESS, new_app=True)
    clock.passes(seconds=60)
    assert noor.account.login == 'noor', 'the name to sign in with stays'
    with pytest.raises(NotSignedIn):
        await access.sign_in.by_password(ADDRESS, 'noor', PASSWORD, noor.code(), clock.now)
    assert await access.sign_in.by_password(ADDRESS, 'noor', PASSWORD, app.at(clock.now), clock.now)


async def test_the_app_is_the_same_when_the_page_is_opened_again_in_another_tab(access, here, clock):
    seed = access.ways_in.begin_password(here)
    clock.passes(minutes=4)
    assert access.ways_in.begin_password(here) == seed


async def test_who_takes_ten_minutes_over_it_is_not_turned_away_and_who_never_began_is(access, noor, here, clock):
    await noor.has_password()
    with pytest.raises(ProofAsked):
        await access.ways_in.set_password(here, '', ANOTHER, noor.code(), ADDRESS, new_app=False)
    access.ways_in.begin_password(here)
    clock.passes(minutes=10)
    await access.ways_in.set_password(here, '', ANOTHER, noor.code(), ADDRESS, new_app=False)


async def test_what_was_begun_too_long_ago_is_begun_anew(access, noor, here, clock):
    await noor.has_password()
    access.ways_in.begin_password(here)
    clock.passes(seconds=SETTING_UP.total_seconds() + 1)
    with pytest.raises(ProofAsked):
        await access.ways_in.set_password(here, '', ANOTHER, noor.code(), ADDRESS, new_app=False)


async def test_a_password_that_would_be_guessed_changes_nothing(access, noor, here):
    await noor.has_password()
    access.ways_in.begin_password(here)
    before = noor.account
    with pytest.raises(TooShort):
        await access.ways_in.set_password(here, '', 'kort', noor.code(), ADDRESS, new_app=False)
    assert noor.account == before


async def test_five_wrong_codes_with_a_new_password_end_the_session(access, noor, here, clock):
    await noor.has_password()
    access.ways_in.begin_password(here)
    for _ in range(TRIES):
        with pytest.raises(WrongCode):
            await access.ways_in.set_password(here, '', ANOTHER, noor.wrong_code(), ADDRESS, new_app=False)
        clock.passes(seconds=61)
    with pytest.raises(Stranger):
        await access.ways_in.set_password(here, '', ANOTHER, noor.wrong_code(), ADDRESS, new_app=False)
    assert not access.signed_in.is_here(here)


async def test_of_two_tabs_that_set_a_password_at_once_one_does(access, noor, here, clock):
    await noor.has_password()
    access.ways_in.begin_password(here)
    setting = access.ways_in.set_password(here, '', ANOTHER, noor.code(), ADDRESS, new_app=False)
    slow = asyncio.create_task(setting)
    await asyncio.sleep(0)
    with access.workers.change(noor.id) as worker:
        worker.join('Oost')
    with pytest.raises(Stale):
        await slow
