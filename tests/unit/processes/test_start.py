"""A process is begun with no secret, tells how it ended, and is gone when nobody waits for it."""

import asyncio
import os
import signal
import sys

import pytest

from model.processes.start import exit_status, piped, program
from tests.patience import within


def runs(text: str) -> tuple[str, ...]:
    return (sys.executable, '-c', text)


@pytest.mark.parametrize(
    ('text', 'status'),
    [
        ('', 0),
        ('raise SystemExit(112)', 112),
        (f'import os; os.kill(os.getpid(), {int(signal.SIGSEGV)})', -signal.SIGSEGV),
    ],
    ids=['done', 'said', 'crashed'],
)
async def test_it_tells_how_it_ended(text, status):
    assert await exit_status(*runs(text)) == status


async def test_whoever_waits_no_longer_ends_it(tmp_path):
    text = f'import os, time; os.mkdir(f"{tmp_path}/{{os.getpid()}}"); time.sleep(600)'
    waiting = asyncio.create_task(exit_status(*runs(text)))
    async with asyncio.timeout(within(30)):
        while not (begun := list(tmp_path.iterdir())):
            await asyncio.sleep(0.005)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun[0].name), 0)


def test_it_knows_no_secret_of_the_server_and_has_a_session_of_its_own(monkeypatch):
    monkeypatch.setenv('KOMPAS_SECRET', 'hush')
    with piped(*runs('import os; print(dict(os.environ), os.getsid(0) == os.getpid())')) as worker:
        said = worker.communicate()[0]
    assert b'hush' not in said
    assert said.endswith(b'True\n')


def test_a_module_of_ours_runs_wherever_the_server_stands(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    with piped(*program('model.processes.shut_in')) as worker:
        worker.communicate()
    assert worker.returncode == 0
