"""What is told in every other browser, and the browsers that are ended."""

from model.activity import ActivityKind
from model.key import Device
from tests.unit.access.workers.cast import ADDRESS, PASSWORD, Colleague
from tests.unit.access.workers.ways_in.cast import adds, done, shown, told


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
