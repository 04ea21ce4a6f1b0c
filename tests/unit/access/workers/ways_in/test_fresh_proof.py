"""Ways in are changed only soon after a worker showed who they are."""

import pytest

from model.access.refusals import NotSignedIn, Paused, ProofAsked, Stranger
from model.access.session import Session
from model.access.workers.signed_in import TRIES
from model.access.workers.ways_in import FRESH
from tests.unit.access.workers.cast import ADDRESS, ORIGIN, PASSWORD, Colleague


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
