"""One house with one worker, Noor, who has a password, an app, a paper with recovery codes, and a phone."""

import pytest

from model.access.workers.sign_in import SignIn
from model.storage.files.workers import WorkerFiles
from model.workers.workers import Workers
from tests.unit.access.workers.cast import ORIGIN
from tests.unit.access.workers.sign_in.cast import join
from tests.unit.secret import SECRET
from tests.unit.workers.authenticator import Authenticator


@pytest.fixture
def workers(folder):
    return Workers(WorkerFiles(folder, SECRET))


@pytest.fixture
def sign_in(workers):
    made = SignIn(workers, SECRET)
    yield made
    made.close()


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
