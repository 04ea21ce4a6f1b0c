"""Setting up an app and a password."""

import asyncio
from datetime import timedelta
from typing import Any

import pyotp
import pytest

from model.access.workers.sign_in import WrongCode
from model.workers.password import TooCommon, TooLongPassword, TooShort
from model.workers.worker import Nameless, State
from model.workers.workers import Stale
from tests.unit.access.workers.cast import PASSWORD, app_of
from tests.unit.access.workers.sign_in.cast import is_refused


async def test_setting_up_the_app_twice_shows_the_same_code(sign_in, workers, now):
    worker = workers.create(now)
    worker.accept('Sam', 'sam')
    first = sign_in.begin_code(worker)
    workers.save(worker)
    assert sign_in.begin_code(workers.get(worker.id)) == first


async def test_setting_up_the_app_anew_ends_the_password_and_the_old_app(sign_in, workers, noor, now):
    with workers.change(noor.id) as worker:
        app = app_of(sign_in.begin_code(worker))
    assert app.secret != noor.app.secret
    assert await is_refused(sign_in.by_password('noor', PASSWORD, noor.code(now), now))
    with workers.change(noor.id) as worker:
        await sign_in.choose_password(worker, PASSWORD, app.at(now), now)
    assert await is_refused(sign_in.by_password('noor', PASSWORD, noor.paper[0], now))
    later = now + timedelta(minutes=1)
    assert await sign_in.by_password('noor', PASSWORD, app.at(later), later)


@pytest.fixture
def sam(sign_in, workers, now):
    """Invited, and shown the code for the app: worker and app."""
    worker = workers.create(now)
    worker.accept('Sam', 'sam')
    app = app_of(sign_in.begin_code(worker))
    workers.save(worker)
    return worker, app


@pytest.mark.parametrize(
    ('password', 'refusal'),
    [('kort', TooShort), ('x' * 201, TooLongPassword), ('wachtwoord2024!!', TooCommon), ('sam sam sam sam', TooCommon)],
)
async def test_a_password_that_would_be_guessed_is_refused(sign_in, sam, now, password, refusal):
    worker, app = sam
    with pytest.raises(refusal):
        await sign_in.choose_password(worker, password, app.at(now), now)
    assert worker.state is State.INVITED


@pytest.mark.parametrize('code', ['', '12345', 'the code of another app'])
async def test_a_password_is_chosen_with_a_code_of_the_app(sign_in, sam, now, code):
    worker, _ = sam
    shown = pyotp.TOTP(pyotp.random_base32()).at(now) if code == 'the code of another app' else code
    with pytest.raises(WrongCode):
        await sign_in.choose_password(worker, PASSWORD, shown, now)
    assert worker.state is State.INVITED


async def test_a_password_needs_an_app(sign_in, workers, now):
    worker = workers.create(now)
    worker.accept('Sam', 'sam')
    with pytest.raises(WrongCode):
        await sign_in.choose_password(worker, PASSWORD, sign_in.one_time.key(worker.id, '')[:6], now)


async def test_a_password_needs_a_name_to_sign_in_with(sign_in, workers, now):
    worker = workers.create(now)
    worker.accept('Sam')
    app = app_of(sign_in.begin_code(worker))
    with pytest.raises(Nameless):
        await sign_in.choose_password(worker, PASSWORD, app.at(now), now)


async def test_of_two_who_accept_one_invitation_at_once_one_gets_the_account(sign_in, workers, sam, now):
    worker, app = sam

    async def accept(password):
        with workers.change(worker.id) as mine:
            return await sign_in.choose_password(mine, password, app.at(now), now)

    ends: Any = await asyncio.gather(accept(PASSWORD), accept('ratelslang-oever-jutezak'), return_exceptions=True)
    assert [type(end) for end in ends] == [list, Stale]
    assert await is_refused(sign_in.by_password('sam', 'ratelslang-oever-jutezak', ends[0][0], now))
    assert await sign_in.by_password('sam', PASSWORD, ends[0][0], now)
