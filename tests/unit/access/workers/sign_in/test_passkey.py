"""With a passkey."""

import pytest

from model.access.refusals import NotSignedIn
from model.access.workers.sign_in import SignIn
from model.storage.files.workers import WorkerFiles
from model.workers.passkey import BadPasskey, NoPasskeysHere
from model.workers.workers import Workers
from tests.unit.access.workers.cast import ORIGIN
from tests.unit.access.workers.sign_in.cast import by_passkey, is_refused
from tests.unit.secret import SECRET
from tests.unit.workers.authenticator import Authenticator


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
