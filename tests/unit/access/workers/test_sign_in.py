import asyncio
import os
import threading
import time
from datetime import timedelta
from typing import Any

import pyotp
import pytest

from model.access.refusals import NotSignedIn
from model.access.workers.sign_in import WRONG_CODES, WRONG_WITHIN, SignIn, WrongCode
from model.activity import ActivityKind
from model.one_at_a_time import WAITING, Busy, Place
from model.storage.files.workers import WorkerFiles
from model.workers import password as passwords
from model.workers.one_time import STEP
from model.workers.passkey import BadPasskey, NoPasskeysHere
from model.workers.password import TooCommon, TooLongPassword, TooShort
from model.workers.worker import Nameless, State
from model.workers.workers import Stale, Workers
from tests.patience import within
from tests.unit.workers.authenticator import Authenticator

SECRET = bytes(range(32))
PASSWORD = 'kastanje trommel wolk'
ORIGIN = 'https://kompas.example'


@pytest.fixture
def workers(folder):
    return Workers(WorkerFiles(folder, SECRET))


@pytest.fixture
def sign_in(workers):
    made = SignIn(workers, SECRET)
    yield made
    made.close()


def app_of(address):
    """The app that shows the codes of an address."""
    app = pyotp.parse_uri(address)
    assert isinstance(app, pyotp.TOTP)
    return app


class Somebody:
    """A worker as a person: with an app that shows codes, a paper with recovery codes, and a phone with a passkey."""

    def __init__(self, worker, app, paper):
        self.id, self.app, self.paper = worker.id, app, paper

    def code(self, moment):
        return self.app.at(moment)


async def join(sign_in, workers, name, now):
    """Accept an invitation with a password, an hour ago."""
    before = now - timedelta(hours=1)
    worker = workers.create(before)
    worker.accept(name, name.lower())
    app = app_of(sign_in.begin_code(worker))
    paper = await sign_in.choose_password(worker, PASSWORD, app.at(before), before)
    workers.save(worker)
    return Somebody(worker, app, paper)


@pytest.fixture
async def noor(sign_in, workers, now):
    return await join(sign_in, workers, 'Noor', now)


@pytest.fixture
def phone(sign_in, workers, noor, now):
    """Noor's phone, with a passkey."""
    device = Authenticator()
    with workers.change(noor.id) as worker:
        answer = device.register(sign_in.registration_options(worker, ORIGIN, now), ORIGIN)
        worker.add_passkey(sign_in.registered(worker.id, answer, ORIGIN, now))
    return device


async def is_refused(attempt):
    with pytest.raises(NotSignedIn) as refusal:
        await attempt
    assert (str(refusal.value), refusal.value.args) == ('', ())  # nothing says what was wrong
    return True


def not_in(attempt, *args):
    with pytest.raises(NotSignedIn):
        attempt(*args)
    return True


async def until(is_so):
    """Wait until something is so."""
    async with asyncio.timeout(30):
        while not is_so():
            await asyncio.sleep(0.001)


# with a password and a code


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


# codes are used once


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


# recovery codes


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


def with_passkey_and_paper(sign_in, workers, now):
    """Sam, who has a passkey and no password, and made recovery codes."""
    worker, device = workers.create(now), Authenticator()
    answer = device.register(sign_in.registration_options(worker, ORIGIN, now), ORIGIN)
    worker.accept('Sam', 'sam')
    worker.add_passkey(sign_in.registered(worker.id, answer, ORIGIN, now))
    paper = sign_in.draw_recovery(worker)
    workers.save(worker)
    return worker, paper


# guessing codes


def wrong_code(noor, now):
    near = {noor.code(now + timedelta(seconds=STEP * step)) for step in (-1, 0, 1)}
    return next(code for code in ('000000', '000001', '000002', '000003') if code not in near)


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


# who may not come in


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


# the tablet


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


# many at once


async def test_of_a_hundred_at_once_one_is_looked_at_twenty_wait_and_the_others_come_back(
    sign_in, noor, now, monkeypatch
):
    busy, most, go = [], [], threading.Event()

    def looking(*_):
        busy.append(threading.get_ident())
        most.append(len(busy))
        go.wait(30)
        busy.pop()
        return False

    monkeypatch.setattr(passwords, 'matches', looking)
    attempts = [asyncio.create_task(sign_in.by_password('noor', PASSWORD, '123456', now)) for _ in range(100)]
    await until(lambda: sum(one.done() for one in attempts) == 79)
    go.set()
    ends = [type(end) for end in await asyncio.gather(*attempts, return_exceptions=True)]
    assert (ends.count(NotSignedIn), ends.count(Busy)) == (1 + WAITING, 79)
    assert set(most) == {1}
    assert len(most) == 21
    assert await is_refused(sign_in.by_password('noor', PASSWORD, '123456', now))  # and then there is room again


async def test_a_flood_from_one_place_keeps_nobody_from_another_waiting(sign_in, noor, now, monkeypatch):
    looked, go, real = [], threading.Event(), passwords.matches

    def looking(password, *args):
        looked.append(password)
        go.wait(30)
        return real(password, *args)

    monkeypatch.setattr(passwords, 'matches', looking)
    flood = [
        asyncio.create_task(sign_in.by_password('noor', 'wrong', '', now, Place('2001:db8:1::/48'))) for _ in range(300)
    ]
    await until(lambda: looked and sum(one.done() for one in flood) == 279)
    hers = asyncio.create_task(sign_in.by_password('noor', PASSWORD, noor.code(now), now, Place('192.0.2.7')))
    await asyncio.sleep(0)
    go.set()
    assert (await hers).id == noor.id
    assert looked.index(PASSWORD) <= 2
    await asyncio.gather(*flood, return_exceptions=True)


@pytest.mark.full_cost
async def test_the_others_go_on_while_a_password_is_looked_at(sign_in, noor, now):
    attempts = asyncio.gather(
        *(sign_in.by_password('noor', 'wrong', '', now) for _ in range(5)), return_exceptions=True
    )
    waited = []
    while not attempts.done():
        began = time.perf_counter()
        await asyncio.sleep(0)
        waited.append(time.perf_counter() - began)
    assert len(waited) > 100
    assert sorted(waited)[len(waited) * 95 // 100] < within(0.05)


async def test_who_goes_away_while_waiting_leaves_the_place_to_another(sign_in, noor, now, monkeypatch):
    go, looked = threading.Event(), []

    def looking(*_):
        looked.append(go.wait(30))

    monkeypatch.setattr(passwords, 'matches', looking)
    waiting = [asyncio.create_task(sign_in.by_password('noor', '', '', now)) for _ in range(1 + WAITING)]
    await asyncio.sleep(0)  # each of them stands in line now
    with pytest.raises(Busy):
        await sign_in.by_password('noor', '', '', now)
    for task in waiting[1:]:
        task.cancel()
    await asyncio.wait(waiting[1:])
    another = asyncio.create_task(sign_in.by_password('noor', '', '', now))
    await asyncio.sleep(0)
    assert not another.done()
    go.set()
    assert await is_refused(another)
    assert looked == [True, True]  # the first and the last; nobody's work was done for those who left


async def test_who_goes_away_while_being_looked_at_lets_no_second_begin(sign_in, noor, now, monkeypatch):
    at_once, most, go = [], [], threading.Event()

    def looking(*_):
        at_once.append(1)
        most.append(len(at_once))
        go.wait(30)
        at_once.pop()

    monkeypatch.setattr(passwords, 'matches', looking)
    first = asyncio.create_task(sign_in.by_password('noor', '', '', now))
    await until(lambda: most)
    first.cancel()
    second = asyncio.create_task(sign_in.by_password('noor', '', '', now))
    await asyncio.sleep(0.05)  # long enough to begin, if it were not held back
    go.set()
    assert await is_refused(second)
    assert most == [1, 1]


# setting up


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


# with a passkey


def by_passkey(sign_in, phone, now, *, told=ORIGIN, **more):
    answer = phone.sign_in(sign_in.passkey_options(ORIGIN, now), told)
    return sign_in.by_passkey(answer, ORIGIN, now, **more)


async def test_a_passkey_lets_a_worker_in(sign_in, workers, noor, phone, now):
    worker = by_passkey(sign_in, phone, now)
    assert (worker.id, worker.seen) == (noor.id, now)
    assert (workers.get(noor.id).passkey(phone.id).counter, workers.get(noor.id).passkey(phone.id).seen) == (2, now)


async def test_a_worker_with_only_a_passkey_needs_no_login(sign_in, workers, now):
    worker, device = workers.create(now), Authenticator()
    answer = device.register(sign_in.registration_options(worker, ORIGIN, now), ORIGIN)
    worker.accept('Sam')
    worker.add_passkey(sign_in.registered(worker.id, answer, ORIGIN, now))
    workers.save(worker)
    assert by_passkey(sign_in, device, now).name == 'Sam'
    assert await is_refused(sign_in.by_password('', '', '', now))


async def test_an_answer_lets_in_once(sign_in, phone, now):
    answer = phone.sign_in(sign_in.passkey_options(ORIGIN, now), ORIGIN)
    assert sign_in.by_passkey(answer, ORIGIN, now)
    with pytest.raises(NotSignedIn):
        sign_in.by_passkey(answer, ORIGIN, now)


async def test_a_counter_that_went_back_is_refused_after_a_restart_too(folder, sign_in, phone, now):
    by_passkey(sign_in, phone, now)
    phone.counter = 1  # it says 2 again
    after = SignIn(Workers(WorkerFiles(folder, SECRET)), SECRET)
    with pytest.raises(NotSignedIn):
        by_passkey(after, phone, now)
    assert by_passkey(after, phone, now)  # and 3 is good
    after.close()


@pytest.mark.parametrize('lie', [{'verified': False}, {'site': 'evil.example'}, {'user_handle': b'f' * 16}])
async def test_a_passkey_that_lies_lets_nobody_in(sign_in, workers, noor, phone, now, lie):
    before = workers.get(noor.id)
    for name, value in lie.items():
        setattr(phone, name, value)
    with pytest.raises(NotSignedIn):
        by_passkey(sign_in, phone, now)
    assert workers.get(noor.id) == before


async def test_an_answer_from_another_site_lets_nobody_in(sign_in, phone, now):
    with pytest.raises(NotSignedIn):
        by_passkey(sign_in, phone, now, told='https://evil.example')


async def test_a_passkey_nobody_has_lets_nobody_in(sign_in, noor, phone, now):
    with pytest.raises(NotSignedIn):
        by_passkey(sign_in, Authenticator(user_handle=noor.id.encode()), now)


async def test_a_passkey_that_was_taken_off_lets_nobody_in(sign_in, workers, noor, phone, now):
    with workers.change(noor.id) as worker:
        worker.drop_passkey(phone.id)
    with pytest.raises(NotSignedIn):
        by_passkey(sign_in, phone, now)


async def test_somebody_elses_passkey_does_not_take_a_tablet_back(sign_in, workers, noor, phone, now):
    before = workers.get(noor.id)
    with pytest.raises(NotSignedIn):
        by_passkey(sign_in, phone, now, worker_id='f' * 16)
    assert workers.get(noor.id) == before
    assert by_passkey(sign_in, phone, now, worker_id=noor.id).id == noor.id


@pytest.mark.parametrize('answer', ['', '{}', '{"id": "\\ud800"}', 'x' * 1_000_000])
async def test_what_is_no_answer_lets_nobody_in(sign_in, noor, now, answer):
    with pytest.raises(NotSignedIn):
        sign_in.by_passkey(answer, ORIGIN, now)
    with pytest.raises(BadPasskey):
        sign_in.registered(noor.id, answer, ORIGIN, now)


async def test_at_an_address_without_a_name_there_are_no_passkeys(sign_in, phone, now):
    with pytest.raises(NoPasskeysHere):
        sign_in.passkey_options('http://192.168.1.5:8080', now)
    with pytest.raises(NotSignedIn):
        sign_in.by_passkey(phone.sign_in(sign_in.passkey_options(ORIGIN, now), ORIGIN), 'http://192.168.1.5:8080', now)
