"""The press: real processes with limits, and turns in which nobody holds up everybody."""

import asyncio
import json
import sys
from collections import defaultdict
from threading import Event

import pytest

from model.processes import shut_in, start
from model.turns import Place
from tests.server import ROOT
from ui.paper import press
from ui.paper.press import AT_ONCE, TooHeavy, make, pressed

DATA = json.dumps({'sent': 'in'})


def runs(monkeypatch, program):
    """Let the worker be another program, which is shut in as the worker is."""
    shut = 'from model.processes.shut_in import shut_in; shut_in(writes=False)'
    monkeypatch.setattr(press, 'WORKER', (sys.executable, '-c', f'{shut}\n{program}'))


# one sheet


def test_what_it_writes_is_the_sheet(monkeypatch):
    runs(monkeypatch, 'import sys; sys.stdout.write(sys.argv[1] + sys.stdin.read())')
    assert pressed('poster', DATA) == f'poster{DATA}\n'.encode()


def test_it_knows_no_secret_of_the_server(monkeypatch):
    monkeypatch.setenv('KOMPAS_SECRET', 'hush')
    runs(monkeypatch, 'import os; print(dict(os.environ))')
    assert b'hush' not in pressed('poster', DATA)


ENDLESS = {
    'never ends': 'while True: pass',
    'never answers': 'import time; time.sleep(600)',
    'swells': f'bytearray(2 * {shut_in.MEMORY})',
    'crashes': 'import os, signal; os.kill(os.getpid(), signal.SIGSEGV)',
    'writes a file': 'import os; os.write(os.open("written", os.O_CREAT | os.O_WRONLY), b"x")',
}


@pytest.mark.parametrize('program', ENDLESS.values(), ids=ENDLESS)
def test_a_worker_that_goes_wrong_is_ended_and_told_of(monkeypatch, program, tmp_path):
    monkeypatch.setattr(press, 'LONGEST', 3)
    monkeypatch.setattr(start, 'ROOT', tmp_path)
    monkeypatch.setitem(start.ENVIRONMENT, 'PYTHONPATH', str(ROOT))
    runs(monkeypatch, program)
    with pytest.raises(TooHeavy):
        pressed('poster', DATA)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) == 0


def test_nothing_that_was_written_on_a_sheet_gets_into_the_log(monkeypatch, caplog):
    runs(monkeypatch, 'import sys; raise SystemExit(sys.stdin.read())')
    with pytest.raises(TooHeavy):
        pressed('poster', DATA)
    assert 'sent' not in caplog.text


# turns


class Hall:
    """Sheets that are being made, until they may be ready."""

    def __init__(self):
        self.begun = []
        self.may_end = defaultdict(Event)

    def sheet(self, name):
        def make():
            self.begun.append(name)
            self.may_end[name].wait()
            return name.encode()

        return make

    async def sees(self, *names):
        """Wait until these have begun, and see that no other has."""
        async with asyncio.timeout(60):
            while set(self.begun) < set(names):
                await asyncio.sleep(0.01)
        for _ in range(20):
            await asyncio.sleep(0)
        assert sorted(self.begun) == sorted(names)

    def ends(self, *names):
        for name in names:
            self.may_end[name].set()


@pytest.fixture
def hall():
    return Hall()


@pytest.fixture
async def asks(hall):
    """Asks for a sheet of some compass; those that were not ended by then are."""
    asked = []

    def ask(name, whose, network='home', **more):
        asked.append(asyncio.create_task(make(hall.sheet(name), Place(network, key=whose), **more)))
        return asked[-1]

    yield ask
    hall.ends(*'abcdefgh')
    await asyncio.gather(*asked)


async def test_two_are_made_at_once(hall, asks):
    first, *_ = [asks(name, whose=name) for name in 'abc']
    await hall.sees(*'abc'[:AT_ONCE])
    hall.ends('a')
    assert await first == b'a'
    await hall.sees(*'abc')


async def test_of_one_compass_one_at_a_time(hall, asks):
    for name in 'abc':
        asks(name, whose='me')
    asks('d', whose='you')
    await hall.sees('a', 'd')


async def test_heavy_ones_wait_for_each_other_and_hold_up_nobody_else(hall, asks):
    for name in 'abcdef':
        asks(name, whose=name, heavy=True)
    await hall.sees('a')
    assert await ended(hall, asks('g', whose='g'), 'g') == b'g'
    assert await ended(hall, asks('h', whose='h'), 'h') == b'h'
    assert hall.begun == ['a', 'g', 'h']


async def ended(hall, sheet, name):
    hall.ends(name)
    return await sheet


async def test_after_one_that_failed_the_next_has_its_turn():
    def fails():
        raise TooHeavy

    for _ in range(2 * AT_ONCE):
        with pytest.raises(TooHeavy):
            await make(fails, Place(key='me'), heavy=True)
    assert await make(lambda: b'sheet', Place(key='me'), heavy=True) == b'sheet'


async def test_a_crowd_on_one_network_lets_another_have_the_next_sheet(hall, asks):
    for name in 'abcdef':
        asks(name, whose=name, network='crowd')
    await hall.sees(*'abcdef'[:AT_ONCE])
    asks('g', whose='g', network='elsewhere')
    await asyncio.sleep(0)
    hall.ends('a')
    await hall.sees(*'abcdef'[:AT_ONCE], 'g')
