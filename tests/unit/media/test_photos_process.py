"""The process that a photo is made in: its room, its end, and the disk."""

import asyncio
import os
import re
import signal
from pathlib import Path

import pytest

from model.media import photos
from model.media.photos import Refusal, Refused, shrink
from model.turns import Place
from tests.soak import rounds
from tests.unit.media.darkroom import Darkroom, running
from tests.unit.media.photo_files import STREET, encoded, endless_scans, flag

MANY = rounds(30, 10)


@pytest.fixture
def darkroom(tmp_path) -> Darkroom:
    return Darkroom(tmp_path)


def start_slow(darkroom) -> asyncio.Task:
    """Begin a photo that is never ready."""
    darkroom.received.write_bytes(endless_scans())
    return asyncio.create_task(shrink(darkroom.received, darkroom.screen, darkroom.tile))


async def test_who_does_not_wait_any_longer_leaves_no_worker(darkroom):
    making = start_slow(darkroom)
    await darkroom.worker()
    making.cancel()
    with pytest.raises(asyncio.CancelledError):
        await making
    assert not darkroom.workers
    assert not darkroom.left_over


@pytest.mark.parametrize('end', [signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT])
async def test_a_worker_that_dies_refuses_the_photo_without_a_word_of_it(darkroom, caplog, end):
    making = start_slow(darkroom)
    os.kill(await darkroom.worker(), end)
    with pytest.raises(Refused) as refused:
        await making
    assert refused.value.why == Refusal.BROKEN
    assert not darkroom.left_over
    assert [record.getMessage() for record in caplog.records] == [f'A worker for photos ended with {-end}']


async def test_a_worker_has_little_room_and_knows_no_secrets(darkroom, monkeypatch):
    monkeypatch.setenv('KOMPAS_SECRET', STREET)
    making = start_slow(darkroom)
    worker = Path('/proc') / str(await darkroom.worker())
    while limits_of(worker)['open files'] != '0':
        await asyncio.sleep(0.005)
    limits, environment = limits_of(worker), (worker / 'environ').read_text()
    making.cancel()
    assert (limits['address space'], limits['file size']) == (str(1024**3), str(4 * 1024**2))
    assert (limits['cpu time'], limits['core file size']) == ('12', '0')
    assert STREET not in environment
    with pytest.raises(asyncio.CancelledError):
        await making


def limits_of(proc: Path) -> dict[str, str]:
    return dict(re.findall(r'^Max ([a-z ]+?) {2,}(\S+)', (proc / 'limits').read_text(), re.MULTILINE))


@pytest.mark.parametrize('full', ['screen', 'tile'])
async def test_a_full_disk_is_no_refusal_and_leaves_nothing(darkroom, full):
    darkroom.received.write_bytes(encoded(flag(), 'JPEG'))
    getattr(darkroom, full).symlink_to('/dev/full')
    with pytest.raises(OSError, match='No space left'):
        await shrink(darkroom.received, darkroom.screen, darkroom.tile)
    assert not darkroom.left_over


async def test_a_folder_that_is_gone_is_no_refusal(darkroom, tmp_path):
    darkroom.received.write_bytes(encoded(flag(), 'JPEG'))
    with pytest.raises(FileNotFoundError):
        await shrink(darkroom.received, darkroom.screen, tmp_path / 'gone' / 'tile')
    assert not darkroom.left_over


async def test_many_at_once_all_succeed_a_few_at_a_time(tmp_path):
    rooms = []
    for number in range(MANY):
        (tmp_path / str(number)).mkdir()
        rooms.append(Darkroom(tmp_path / str(number)))
    content = encoded(flag(), 'JPEG')
    making = [asyncio.create_task(room.make(content, Place('home', key=str(room.received)))) for room in rooms]
    most = 0
    while not all(task.done() for task in making):
        most = max(most, sum(photos.WORKER[-1] in words and str(tmp_path) in ' '.join(words) for _, words in running()))
        await asyncio.sleep(0.02)
    assert [task.result()[0].size for task in making] == [(400, 300)] * MANY
    assert 1 <= most <= photos.AT_ONCE
