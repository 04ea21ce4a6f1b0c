"""With a recovery code from paper."""

import asyncio

from model.access.workers.sign_in import SignIn
from model.activity import ActivityKind
from model.storage.files.workers import WorkerFiles
from model.workers.workers import Workers
from tests.unit.access.workers.cast import PASSWORD
from tests.unit.access.workers.sign_in.cast import is_refused, join, with_passkey_and_paper
from tests.unit.secret import SECRET


async def test_each_recovery_code_is_good_once(sign_in, noor, now):
    assert len(noor.paper) == 8
    for code in noor.paper[:2]:
        assert await sign_in.by_password('noor', PASSWORD, code.upper().replace('-', ' '), now)
        assert await is_refused(sign_in.by_password('noor', PASSWORD, code, now))


async def test_of_five_who_use_one_recovery_code_at_once_one_gets_in(sign_in, noor, now):
    attempts = [sign_in.by_password('noor', PASSWORD, noor.paper[0], now) for _ in range(5)]
    ends = await asyncio.gather(*attempts, return_exceptions=True)
    assert sorted(type(end).__name__ for end in ends) == ['NotSignedIn'] * 4 + ['Worker']


async def test_a_recovery_code_stays_used_after_a_kill_and_a_broken_file(folder, sign_in, noor, now):
    await sign_in.by_password('noor', PASSWORD, noor.paper[0], now)
    (folder / f'{noor.id}.json').write_bytes(b'{')
    after = SignIn(Workers(WorkerFiles(folder, SECRET)), SECRET)
    assert await is_refused(after.by_password('noor', PASSWORD, noor.paper[0], now))
    assert await after.by_password('noor', PASSWORD, noor.paper[1], now)
    after.close()


async def test_the_recovery_code_of_a_colleague_lets_nobody_in(sign_in, workers, noor, now):
    sam = await join(sign_in, workers, 'Sam', now)
    assert await is_refused(sign_in.by_password('noor', PASSWORD, sam.paper[0], now))


async def test_who_has_no_password_comes_in_with_a_recovery_code_and_the_login(sign_in, workers, now):
    sam, paper = with_passkey_and_paper(sign_in, workers, now)
    assert (await sign_in.by_password('SAM', '', paper[0], now)).id == sam.id
    assert await is_refused(sign_in.by_password('sam', '', paper[0], now))
    assert (await sign_in.by_password('sam', 'whatever was typed', paper[1], now)).id == sam.id


async def test_without_a_password_nothing_but_a_recovery_code_lets_in(sign_in, workers, noor, now):
    sam, paper = with_passkey_and_paper(sign_in, workers, now)
    for code in ('', '000000', noor.paper[0], sign_in.one_time.key(sam.id, '')[:6]):
        assert await is_refused(sign_in.by_password('sam', '', code, now))
    assert await is_refused(sign_in.by_password('noor', '', paper[0], now))
    assert await is_refused(sign_in.by_password('', '', paper[0], now))


async def test_who_has_a_password_needs_it_beside_a_recovery_code(sign_in, noor, now):
    assert await is_refused(sign_in.by_password('noor', '', noor.paper[0], now))
    assert await is_refused(sign_in.by_password('noor', 'wrong', noor.paper[0], now))
    assert await sign_in.by_password('noor', PASSWORD, noor.paper[0], now), 'it was not used up'


async def test_a_disabled_worker_comes_in_with_no_recovery_code(sign_in, workers, now):
    sam, paper = with_passkey_and_paper(sign_in, workers, now)
    with workers.change(sam.id) as worker:
        worker.disable(now)
    assert await is_refused(sign_in.by_password('sam', '', paper[0], now))


async def test_a_recovery_code_that_was_used_is_told(sign_in, workers, noor, now):
    await sign_in.by_password('noor', PASSWORD, noor.paper[0], now)
    (notice,) = workers.get(noor.id).notices
    assert (notice.kind, notice.at) == (ActivityKind.USED_RECOVERY, now)
