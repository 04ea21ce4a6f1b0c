"""A worker's own ways in, changed only soon after they showed who they are, and told everywhere else."""

import asyncio
from datetime import timedelta

import pytest

from model.access.refusals import NotSignedIn, Paused, ProofAsked, Stranger
from model.access.session import Session
from model.access.workers.sign_in import WrongCode
from model.access.workers.signed_in import TRIES
from model.access.workers.ways_in import FRESH, SETTING_UP
from model.activity import ActivityKind
from model.key import Device
from model.workers.passkey import CHALLENGE_KEPT, BadPasskey
from model.workers.password import TooShort
from model.workers.worker import LastWayIn, Nameless, NoSuchPasskey
from model.workers.workers import LoginTaken, Stale
from tests.unit.access.workers.cast import ADDRESS, ORIGIN, PASSWORD, Clock, Colleague, app_of, installation
from tests.unit.workers.authenticator import Authenticator

ANOTHER = 'ratelslang-oever-jutezak'


@pytest.fixture
def clock(now):
    return Clock(now)


@pytest.fixture
def access(storage, folder, clock, monkeypatch):
    access = installation(storage, folder, clock, monkeypatch)
    yield access
    access.close()


@pytest.fixture
def noor(access, clock):
    """Signs in with a passkey, and has nothing else."""
    return Colleague(access, clock)


@pytest.fixture
def here(noor):
    """A browser in which she just signed in."""
    return noor.signs_in(own=True)


def done(access):
    """What is on record, the newest first."""
    return [one.kind for one in access.record.latest(50).activities]


def told(noor, session):
    return [one.kind for one in noor.access.ways_in.notices(session)]


# a fresh proof


@pytest.fixture
def changes(access, noor, here):
    """Everything that changes how one signs in, as the pages ask for it."""
    return {
        'recovery codes': lambda: access.ways_in.renew_recovery(here, 'noor'),
        'a passkey': lambda: access.ways_in.passkey_options(here, ORIGIN),
        'one passkey less': lambda: access.ways_in.drop_passkey(here, noor.phone.id),
        'a password': lambda: access.ways_in.begin_password(here),
    }


def test_a_while_after_signing_in_nothing_is_changed_without_a_fresh_proof(noor, changes, clock):
    clock.passes(seconds=FRESH.total_seconds() + 1)
    before = noor.account
    for change in changes.values():
        with pytest.raises(ProofAsked):
            change()
    assert noor.account == before


def test_a_proof_by_passkey_is_good_for_five_minutes(access, noor, here, changes, clock):
    clock.passes(minutes=20)
    access.ways_in.prove_by_passkey(here, noor.shows_passkey(), ORIGIN, ADDRESS)
    clock.passes(minutes=4)
    assert len(changes['recovery codes']()) == 8
    clock.passes(minutes=2)
    with pytest.raises(ProofAsked):
        changes['recovery codes']()


async def test_a_proof_by_password_and_code_is_one_too(access, noor, here, changes, clock):
    await noor.has_password()
    clock.passes(minutes=20)
    await access.ways_in.prove_by_password(here, PASSWORD, noor.code(), ADDRESS)
    assert changes['recovery codes']()


async def test_one_of_the_two_is_no_proof_and_neither_is_a_used_code(access, noor, here, changes, clock):
    await noor.has_password()
    clock.passes(minutes=20)
    code = noor.code()
    for password, shown in ((PASSWORD, ''), ('', code), ('wrong', code), (PASSWORD, noor.wrong_code())):
        with pytest.raises(NotSignedIn):
            await access.ways_in.prove_by_password(here, password, shown, ADDRESS)
    with pytest.raises(ProofAsked):
        changes['recovery codes']()
    await access.ways_in.prove_by_password(here, PASSWORD, code, ADDRESS)
    with pytest.raises(NotSignedIn):
        await access.ways_in.prove_by_password(here, PASSWORD, code, ADDRESS)


async def test_five_wrong_proofs_end_that_session_and_close_nothing_elsewhere(access, noor, here, clock):
    await noor.has_password()
    for _ in range(TRIES):
        clock.passes(minutes=1)
        with pytest.raises(NotSignedIn):
            await access.ways_in.prove_by_password(here, 'wrong', noor.wrong_code(), ADDRESS)
    with pytest.raises(Stranger):
        await access.ways_in.prove_by_password(here, PASSWORD, noor.code(), ADDRESS)
    assert not access.signed_in.is_here(here)
    worker = await access.sign_in.by_password(ADDRESS, 'noor', PASSWORD, noor.code(), clock.now)
    assert worker.id == noor.id


def test_the_passkey_of_a_colleague_proves_nothing(access, clock, here):
    piet = Colleague(access, clock, 'Piet')
    with pytest.raises(NotSignedIn):
        access.ways_in.prove_by_passkey(here, piet.shows_passkey(), ORIGIN, ADDRESS)


async def test_six_digits_alone_are_no_proof(access, noor, changes, here, clock):
    await noor.has_password()
    clock.passes(minutes=31)
    with pytest.raises(Paused):
        access.signed_in.key(here)
    access.pause.end_by_code(here, noor.code())
    with pytest.raises(ProofAsked):
        changes['recovery codes']()


def test_a_stranger_changes_nothing(access):
    nobody = Session({})
    for change in (
        lambda: access.ways_in.renew_recovery(nobody, 'noor'),
        lambda: access.ways_in.passkey_options(nobody, ORIGIN),
        lambda: access.ways_in.begin_password(nobody),
        lambda: access.ways_in.notices(nobody),
        lambda: access.ways_in.deny(nobody, []),
        lambda: access.sessions.others(nobody),
        lambda: access.sessions.end_others(nobody),
    ):
        with pytest.raises(Stranger):
            change()


# recovery codes


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


# passkeys


def adds(noor, session):
    """One more passkey; returns the device it is in."""
    device = Authenticator()
    options = noor.access.ways_in.passkey_options(session, ORIGIN)
    noor.access.ways_in.add_passkey(session, device.register(options, ORIGIN), ORIGIN)
    return device


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


# the password


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


def shown(access, noor, seed):
    """The app that scanned what the page showed."""
    return app_of(access.sign_in.one_time.address(noor.id, seed, 'noor'))


# told


async def test_every_change_is_told_in_every_other_browser_and_is_on_record(access, noor, here, clock):
    elsewhere = noor.signs_in()
    access.ways_in.renew_recovery(here, 'noor')
    second = adds(noor, here)
    access.ways_in.drop_passkey(here, second.id)
    app = shown(access, noor, access.ways_in.begin_password(here))
    await access.ways_in.set_password(here, '', PASSWORD, app.at(clock.now), ADDRESS, new_app=True)
    kinds = [
        ActivityKind.MADE_RECOVERY,
        ActivityKind.ADDED_PASSKEY,
        ActivityKind.DROPPED_PASSKEY,
        ActivityKind.SET_PASSWORD,
    ]
    assert told(noor, elsewhere) == kinds
    assert told(noor, here) == []
    assert done(access)[:4] == kinds[::-1]


def test_a_notice_stays_until_it_is_answered_in_another_browser(access, noor, here, storage):
    elsewhere = noor.signs_in()
    adds(noor, here)
    (notice,) = access.ways_in.notices(elsewhere)
    access.ways_in.confirm(here, [notice.id])
    assert told(noor, elsewhere) == [ActivityKind.ADDED_PASSKEY], 'who did it does not answer for her'
    assert [one for worker in storage.workers.open_all().workers for one in worker.notices] == [notice]
    access.ways_in.confirm(elsewhere, [notice.id])
    assert told(noor, elsewhere) == []


def test_who_says_it_was_not_them_ends_every_other_session(access, noor, here):
    intruder, third = noor.signs_in(), noor.signs_in()
    adds(noor, intruder)
    (notice,) = access.ways_in.notices(here)
    access.ways_in.deny(here, [notice.id])
    assert [access.signed_in.is_here(one) for one in (here, intruder, third)] == [True, False, False]
    assert told(noor, here) == []
    assert done(access)[0] is ActivityKind.DENIED


# sessions


def test_a_worker_sees_where_they_are_signed_in_and_nobody_elses(access, noor, here, clock):
    Colleague(access, clock, 'Piet').signs_in()
    clock.passes(minutes=2)
    phone = noor.signs_in(device=Device.PHONE)
    (other,) = access.sessions.others(here)
    assert (other.id, other.device, other.made) == (noor.key(phone).id, Device.PHONE, clock.now)
    assert [one.id for one in access.sessions.others(phone)] == [noor.key(here).id]


def test_a_session_that_is_ended_opens_nothing_and_its_pages_hear_of_it(access, noor, here):
    elsewhere = noor.signs_in()
    heard: list[str] = []
    listener = heard.append
    access.keys.ended.connect(listener)
    access.sessions.end(here, noor.key(elsewhere).id)
    assert not access.signed_in.is_here(elsewhere)
    assert len(heard) == 1
    assert access.sessions.others(here) == []
    access.sessions.end(here, heard[0])
    assert done(access).count(ActivityKind.ENDED_SESSION) == 1


def test_nobody_ends_the_session_of_a_colleague_or_their_own_by_mistake(access, noor, here, clock):
    piets = Colleague(access, clock, 'Piet').signs_in()
    for key in (access.signed_in.find(piets.worker), noor.key(here)):
        access.sessions.end(here, key.id)
    assert access.signed_in.is_here(piets)
    assert access.signed_in.is_here(here)


def test_a_tablet_that_was_lent_is_a_session_to_be_ended_too(access, noor, here):
    lent = noor.signs_in()
    access.tablet.lend(lent)
    (other,) = access.sessions.others(here)
    assert other.locked
    access.sessions.end_others(here)
    assert not access.tablet.is_lent(lent)


# left alone, and taken up again


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


# a tablet that was lent


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
