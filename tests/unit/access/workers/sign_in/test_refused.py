"""Who may not come in, and what a code alone is good for."""

import asyncio

import pytest

from model.access.refusals import NotSignedIn
from model.workers import password as passwords
from tests.unit.access.workers.cast import ORIGIN, PASSWORD
from tests.unit.access.workers.sign_in.cast import is_refused, join, not_in


async def test_a_disabled_worker_is_refused_in_every_way(sign_in, workers, noor, phone, now):
    with workers.change(noor.id) as worker:
        worker.disable(now)
    assert await is_refused(sign_in.by_password('noor', PASSWORD, noor.code(now), now))
    assert await is_refused(sign_in.by_password('noor', PASSWORD, noor.paper[0], now))
    assert not_in(sign_in.by_code, noor.id, noor.code(now), now)
    with pytest.raises(NotSignedIn):
        sign_in.by_passkey(phone.sign_in(sign_in.passkey_options(ORIGIN, now), ORIGIN), ORIGIN, now)


async def test_who_is_disabled_while_the_password_is_looked_at_is_refused(sign_in, workers, noor, now):
    slow = asyncio.create_task(sign_in.by_password('noor', PASSWORD, noor.code(now), now))
    await asyncio.sleep(0)
    with workers.change(noor.id) as worker:
        worker.disable(now)
    assert await is_refused(slow)


async def test_a_password_that_was_changed_meanwhile_is_refused(sign_in, workers, noor, now):
    slow = asyncio.create_task(sign_in.by_password('noor', PASSWORD, noor.code(now), now))
    await asyncio.sleep(0)
    with workers.change(noor.id) as worker:
        worker.password = 'another hash'
    assert await is_refused(slow)


async def test_who_started_over_is_refused(sign_in, workers, noor, phone, now):
    with workers.change(noor.id) as worker:
        worker.start_over()
    assert await is_refused(sign_in.by_password('noor', PASSWORD, noor.code(now), now))
    with pytest.raises(NotSignedIn):
        sign_in.by_passkey(phone.sign_in(sign_in.passkey_options(ORIGIN, now), ORIGIN), ORIGIN, now)


async def test_an_invited_worker_without_a_password_is_refused(sign_in, workers, now):
    worker = workers.create(now)
    worker.accept('Sam', 'sam')
    sign_in.begin_code(worker)
    workers.save(worker)
    assert await is_refused(sign_in.by_password('sam', '', '', now))
    assert not_in(sign_in.by_code, worker.id, '', now)


@pytest.mark.full_cost
@pytest.mark.parametrize('login', ['noor', 'sam', '', 'n' * 100_000, '\ud800'])
async def test_every_attempt_makes_one_hash_whether_the_login_is_known_or_not(sign_in, noor, now, login, monkeypatch):
    made = []
    real = passwords._HASHER.verify

    class Counting:
        @staticmethod
        def verify(kept, keyed):
            made.append(kept.split('$')[:4])
            return real(kept, keyed)

    monkeypatch.setattr(passwords, '_HASHER', Counting)
    assert await is_refused(sign_in.by_password(login, 'a wrong password', '123456', now))
    assert made == [['', 'argon2id', 'v=19', 'm=65536,t=3,p=4']]


async def test_a_code_alone_takes_a_tablet_back(sign_in, noor, now):
    assert sign_in.by_code(noor.id, noor.code(now), now).id == noor.id


async def test_a_code_takes_a_tablet_back_once(sign_in, noor, now):
    sign_in.by_code(noor.id, noor.code(now), now)
    assert not_in(sign_in.by_code, noor.id, noor.code(now), now)


@pytest.mark.parametrize('code', ['', '0', 'a recovery code'])
async def test_nothing_else_takes_a_tablet_back(sign_in, noor, now, code):
    assert not_in(sign_in.by_code, noor.id, noor.paper[0] if code == 'a recovery code' else code, now)


async def test_a_code_takes_no_tablet_of_somebody_else(sign_in, workers, noor, now):
    sam = await join(sign_in, workers, 'Sam', now)
    assert not_in(sign_in.by_code, sam.id, noor.code(now), now)
    assert not_in(sign_in.by_code, '0' * 16, noor.code(now), now)
