"""With a password and a code, which is good once and not guessed."""

import asyncio
import os
from datetime import timedelta

import pytest

from model.access.workers.sign_in import WRONG_CODES, WRONG_WITHIN, SignIn
from model.storage.files.workers import WorkerFiles
from model.workers.one_time import STEP
from model.workers.workers import Workers
from tests.unit.access.workers.cast import ORIGIN, PASSWORD
from tests.unit.access.workers.sign_in.cast import is_refused, join, not_in, wrong_code
from tests.unit.secret import SECRET


async def test_a_password_and_a_code_let_a_worker_in(sign_in, workers, noor, now):
    worker = await sign_in.by_password('noor', PASSWORD, noor.code(now), now)
    assert (worker.id, worker.seen) == (noor.id, now)
    assert workers.get(noor.id) == worker


async def test_a_login_may_be_typed_with_capitals(sign_in, noor, now):
    assert (await sign_in.by_password(' NOOR ', PASSWORD, noor.code(now), now)).id == noor.id


async def test_one_of_the_two_alone_lets_nobody_in(sign_in, noor, now):
    assert await is_refused(sign_in.by_password('noor', PASSWORD, '', now))
    assert await is_refused(sign_in.by_password('noor', '', noor.code(now), now))


async def test_a_wrong_login_password_or_code_lets_nobody_in(sign_in, noor, now):
    wrong = '000000' if noor.code(now) != '000000' else '000001'
    assert await is_refused(sign_in.by_password('sam', PASSWORD, noor.code(now), now))
    assert await is_refused(sign_in.by_password('', PASSWORD, noor.code(now), now))
    assert await is_refused(sign_in.by_password('noor', PASSWORD + '!', noor.code(now), now))
    assert await is_refused(sign_in.by_password('noor', PASSWORD, wrong, now))


async def test_the_code_of_a_colleague_with_the_same_password_lets_nobody_in(sign_in, workers, noor, now):
    sam = await join(sign_in, workers, 'Sam', now)
    assert await is_refused(sign_in.by_password('noor', PASSWORD, sam.code(now), now))


async def test_after_a_restart_everything_still_works(folder, noor, now):
    sign_in = SignIn(Workers(WorkerFiles(folder, SECRET)), SECRET)
    assert (await sign_in.by_password('noor', PASSWORD, noor.code(now), now)).id == noor.id
    sign_in.close()


async def test_with_another_secret_nothing_works(workers, noor, now):
    sign_in = SignIn(workers, bytes(32))
    assert await is_refused(sign_in.by_password('noor', PASSWORD, noor.code(now), now))
    sign_in.close()


async def test_what_lies_on_disk_makes_no_code_and_holds_no_secret(folder, noor, now):
    lying = b''.join(path.read_bytes() for path in folder.rglob('*') if path.is_file())
    for secret in (noor.app.secret, PASSWORD, *noor.paper, *(code.replace('-', '') for code in noor.paper)):
        assert secret.encode() not in lying


async def test_a_code_is_good_once(sign_in, noor, now):
    code = noor.code(now)
    await sign_in.by_password('noor', PASSWORD, code, now)
    assert await is_refused(sign_in.by_password('noor', PASSWORD, code, now))
    assert await is_refused(sign_in.by_password('noor', PASSWORD, code, now + timedelta(seconds=STEP)))


async def test_an_earlier_code_is_not_good_after_a_later_one(sign_in, noor, now):
    await sign_in.by_password('noor', PASSWORD, noor.code(now), now)
    assert await is_refused(sign_in.by_password('noor', PASSWORD, noor.code(now - timedelta(seconds=STEP)), now))
    later = now + timedelta(seconds=STEP)
    assert await sign_in.by_password('noor', PASSWORD, noor.code(later), later)


async def test_the_code_that_set_up_the_app_does_not_sign_in(sign_in, noor, now):
    before = now - timedelta(hours=1)
    assert await is_refused(sign_in.by_password('noor', PASSWORD, noor.code(before), before))


async def test_of_ten_who_use_one_code_at_once_one_gets_in(sign_in, noor, now):
    attempts = [sign_in.by_password('noor', PASSWORD, noor.code(now), now) for _ in range(10)]
    ends = await asyncio.gather(*attempts, return_exceptions=True)
    assert sorted(type(end).__name__ for end in ends) == ['NotSignedIn'] * 9 + ['Worker']


async def test_a_code_used_for_the_tablet_meanwhile_does_not_sign_in(sign_in, noor, now):
    slow = asyncio.create_task(sign_in.by_password('noor', PASSWORD, noor.code(now), now))
    await asyncio.sleep(0)
    sign_in.by_code(noor.id, noor.code(now), now)
    assert await is_refused(slow)


async def test_a_code_stays_used_after_a_kill(folder, sign_in, noor, now):
    await sign_in.by_password('noor', PASSWORD, noor.code(now), now)
    # no goodbye: what is on disk when it answers is all there is
    after = SignIn(Workers(WorkerFiles(folder, SECRET)), SECRET)
    assert await is_refused(after.by_password('noor', PASSWORD, noor.code(now), now))
    after.close()


async def test_nobody_gets_in_when_it_cannot_be_written_down(sign_in, workers, noor, now, monkeypatch):
    def full(*_):
        raise OSError(28, 'No space left on device')

    monkeypatch.setattr(os, 'fsync', full)
    with pytest.raises(OSError, match='No space'):
        await sign_in.by_password('noor', PASSWORD, noor.code(now), now)
    monkeypatch.undo()
    assert (await sign_in.by_password('noor', PASSWORD, noor.code(now), now)).id == noor.id


async def test_who_has_the_password_and_guesses_codes_gets_ten_an_hour(sign_in, noor, now):
    for _ in range(WRONG_CODES):
        assert await is_refused(sign_in.by_password('noor', PASSWORD, wrong_code(noor, now), now))
    assert await is_refused(sign_in.by_password('noor', PASSWORD, noor.code(now), now))
    later = now + WRONG_WITHIN
    assert await sign_in.by_password('noor', PASSWORD, noor.code(later), later)


async def test_nine_wrong_codes_do_not_matter(sign_in, noor, now):
    for _ in range(WRONG_CODES - 1):
        assert await is_refused(sign_in.by_password('noor', PASSWORD, wrong_code(noor, now), now))
    assert await sign_in.by_password('noor', PASSWORD, noor.code(now), now)


async def test_wrong_codes_where_one_is_signed_in_already_close_nothing_elsewhere(sign_in, noor, now):
    for _ in range(3 * WRONG_CODES):
        assert not_in(sign_in.by_code, noor.id, wrong_code(noor, now), now)
        assert await is_refused(sign_in.prove(noor.id, PASSWORD, wrong_code(noor, now), now, key_id='a' * 32))
    assert await sign_in.by_password('noor', PASSWORD, noor.code(now), now)


async def test_a_recovery_code_and_a_passkey_work_while_codes_were_guessed(sign_in, noor, phone, now):
    for _ in range(WRONG_CODES):
        assert await is_refused(sign_in.by_password('noor', PASSWORD, wrong_code(noor, now), now))
    assert await sign_in.by_password('noor', PASSWORD, noor.paper[0], now)
    assert sign_in.by_passkey(phone.sign_in(sign_in.passkey_options(ORIGIN, now), ORIGIN), ORIGIN, now)


async def test_a_stranger_without_the_password_locks_nobody_out(sign_in, noor, now):
    for _ in range(WRONG_CODES + 2):
        assert await is_refused(sign_in.by_password('noor', 'wrong', '000000', now))
    assert await sign_in.by_password('noor', PASSWORD, noor.code(now), now)
