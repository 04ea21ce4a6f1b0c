"""The workers in a folder, and one of them."""

import pytest

from model.workers.worker import Passkey
from tests.unit.workers.kept import again


@pytest.fixture
def workers(folder):
    return again(folder)


@pytest.fixture
def noor(workers, now):
    """An active worker with a password and a passkey."""
    worker = workers.create(now, team='West')
    worker.accept('Noor', 'noor')
    worker.begin_code('00' * 16)
    worker.set_password('a hash', ['one'])
    worker.add_passkey(Passkey(id='AAAA', public_key='BBBB', counter=0, site='kompas.example', made=now))
    workers.save(worker)
    return worker
