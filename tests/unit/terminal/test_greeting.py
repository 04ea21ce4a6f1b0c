import logging

import pytest

from model.settings import Settings
from model.workers.worker import Worker
from model.workers.workers import Workers
from tests.unit.secret import SECRET
from ui.terminal.greeting import greet


@pytest.fixture
def said(storage, folder, capsys, caplog):
    """Greets, and returns what the terminal said after the code, and what is in the log."""

    def said():
        with caplog.at_level(logging.WARNING):
            greet(Settings(data=folder, secret=SECRET.hex()), Workers(storage.workers), None)
        printed = [line for line in capsys.readouterr().out.splitlines() if 'workers' in line]
        return printed, [record.getMessage() for record in caplog.records]

    return said


@pytest.fixture
def noor(storage, now):
    noor = Worker(made=now)
    for team in ('West', 'Oost'):
        noor.join(team)
        storage.workers.save(noor)
    return noor


def test_when_nothing_is_wrong_nothing_is_said(said, noor):
    assert said() == ([], [])


def test_a_damaged_worker_is_said_at_the_start_and_in_the_log(said, noor, folder):
    (folder / 'workers' / f'{noor.id}.json').write_bytes(b'{')
    printed, logged = said()
    assert printed == logged == [f'Damaged, so opened as they were a change before: 1 of the workers ({noor.id}).']


def test_a_worker_that_was_not_opened_is_said_too(said, noor, folder):
    for path in (folder / 'workers').iterdir():
        path.write_bytes(b'{')
    printed, logged = said()
    assert printed == logged
    assert printed == [f'Not opened, so they cannot sign in, and left as they are: 1 of the workers ({noor.id}).']


def test_a_worker_whose_file_cannot_be_read_now_keeps_nobody_else_out(said, storage, noor, folder, now):
    storage.workers.save(Worker(made=now))
    path = folder / 'workers' / f'{noor.id}.json'
    path.unlink()
    path.mkdir()
    assert said()[0] == [f'Not opened, so they cannot sign in, and left as they are: 1 of the workers ({noor.id}).']
    assert len(Workers(storage.workers).all()) == 1


def test_of_many_a_few_are_named(said, storage, folder, now):
    for _ in range(30):
        storage.workers.save(Worker(made=now))
    for path in (folder / 'workers').iterdir():
        path.write_bytes(b'{')
    ((line,), _) = said()
    assert '30 of the workers (' in line
    assert line.count(',') == 2 + 10
    assert '…' in line
