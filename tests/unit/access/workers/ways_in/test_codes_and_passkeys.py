"""Recovery codes and passkeys that are made and taken off."""

import pytest

from model.access.refusals import NotSignedIn
from model.access.session import Session
from model.activity import ActivityKind
from model.workers.passkey import CHALLENGE_KEPT, BadPasskey
from model.workers.worker import LastWayIn, Nameless, NoSuchPasskey
from model.workers.workers import LoginTaken
from tests.unit.access.workers.cast import ADDRESS, ORIGIN, Colleague
from tests.unit.access.workers.ways_in.cast import adds, done, told
from tests.unit.workers.authenticator import Authenticator


async def test_new_codes_take_the_place_of_the_old_also_for_who_has_no_password(access, noor, here, clock):
    old = access.ways_in.renew_recovery(here, 'noor')
    new = access.ways_in.renew_recovery(here)
    with pytest.raises(NotSignedIn):
        await access.sign_in.by_password(ADDRESS, 'noor', '', old[0], clock.now)
    assert (await access.sign_in.by_password(ADDRESS, 'noor', '', new[0], clock.now)).id == noor.id


def test_codes_need_a_name_to_sign_in_with_that_nobody_else_has(access, noor, here, clock):
    with pytest.raises(Nameless):
        access.ways_in.renew_recovery(here)
    piet = Colleague(access, clock, 'Piet')
    access.ways_in.renew_recovery(piet.signs_in(), 'piet')
    with pytest.raises(LoginTaken):
        access.ways_in.renew_recovery(here, 'PIET')
    assert noor.account.recovery == []


async def test_who_came_in_with_a_recovery_code_is_asked_about_it_in_other_browsers_and_the_next_time(
    access, noor, here, clock
):
    code = access.ways_in.renew_recovery(here, 'noor')[0]
    intruder = Session({})
    access.signed_in.start(intruder, await access.sign_in.by_password(ADDRESS, 'noor', '', code, clock.now))
    assert told(noor, here) == [ActivityKind.USED_RECOVERY]
    assert ActivityKind.USED_RECOVERY not in told(noor, intruder)
    assert done(access)[0] is ActivityKind.USED_RECOVERY
    assert ActivityKind.USED_RECOVERY in told(noor, noor.signs_in())


def test_a_second_passkey_lets_in_and_the_first_can_then_be_taken_off(access, noor, here, clock):
    second = adds(noor, here)
    access.ways_in.drop_passkey(here, noor.phone.id)
    assert access.sign_in.by_passkey(ADDRESS, noor.shows_passkey(second), ORIGIN, clock.now).id == noor.id
    with pytest.raises(NotSignedIn):
        access.sign_in.by_passkey(ADDRESS, noor.shows_passkey(), ORIGIN, clock.now)


def test_the_last_way_in_is_never_taken_off_and_nothing_is_told_of_it(access, noor, here):
    with pytest.raises(LastWayIn):
        access.ways_in.drop_passkey(here, noor.phone.id)
    assert len(noor.account.passkeys) == 1
    assert noor.account.notices == []


def test_in_two_tabs_that_each_take_one_of_two_off_one_stays(access, noor, here):
    second = adds(noor, here)
    access.ways_in.drop_passkey(here, noor.phone.id)
    with pytest.raises(NoSuchPasskey):
        access.ways_in.drop_passkey(here, noor.phone.id)
    with pytest.raises(LastWayIn):
        access.ways_in.drop_passkey(here, second.id)
    assert [one.id for one in noor.account.passkeys] == [second.id]
    assert [one.kind for one in noor.account.notices].count(ActivityKind.DROPPED_PASSKEY) == 1


async def test_with_a_password_the_last_passkey_may_go(access, noor, here):
    await noor.has_password()
    access.ways_in.drop_passkey(here, noor.phone.id)
    assert noor.account.passkeys == []


def test_who_takes_a_while_to_make_a_passkey_is_not_turned_away(access, noor, here, clock):
    device, options = Authenticator(), access.ways_in.passkey_options(here, ORIGIN)
    clock.passes(seconds=CHALLENGE_KEPT.total_seconds() - 1)
    access.ways_in.add_passkey(here, device.register(options, ORIGIN), ORIGIN)
    assert len(noor.account.passkeys) == 2


def test_a_passkey_nobody_was_asked_for_is_not_added(access, noor, here, clock):
    piet = Colleague(access, clock, 'Piet')
    options = access.ways_in.passkey_options(piet.signs_in(), ORIGIN)
    with pytest.raises(BadPasskey):
        access.ways_in.add_passkey(here, Authenticator().register(options, ORIGIN), ORIGIN)
    assert len(noor.account.passkeys) == 1


def test_a_name_for_a_passkey_needs_no_proof_and_is_not_told(access, noor, here, clock):
    clock.passes(minutes=20)
    access.ways_in.name_passkey(here, noor.phone.id, 'Telefoon')
    assert noor.account.passkeys[0].name == 'Telefoon'
    assert noor.account.notices == []
