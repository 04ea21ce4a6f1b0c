"""Commands that are carried out between taps: slices, those who hang up, and the end of the server."""

import asyncio
import errno
import os
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from model.access.access import Access
from model.settings import Settings
from model.storage.files.storage import open_files
from ui.terminal import command_server, socket_file
from ui.terminal.cannot import NO_RIGHT, CannotDo
from ui.terminal.command_server import CommandServer
from ui.terminal.commands import Command
from ui.terminal.messages import LONGEST, Answer, Request

Steps = Callable[[Access], Iterator[str | None]]
Run = Callable[[Steps], Awaitable[CommandServer]]


class Slow:
    """A command that goes on until it is stopped."""

    def __init__(self, line: str | None) -> None:
        self.line = line
        self.slices = 0
        self.stopped = asyncio.Event()

    def steps(self, access: Access) -> Iterator[str | None]:
        try:
            while True:
                self.slices += 1
                yield self.line
        finally:
            self.stopped.set()


class Done:
    """A command that was done for each of `given`."""

    def __init__(self) -> None:
        self.given: list[Access] = []

    def steps(self, access: Access) -> Iterator[str]:
        self.given.append(access)
        yield 'done'


@pytest.fixture
def access(folder: Path) -> Iterator[Access]:
    made = Access.of(open_files(folder, Settings(data=folder).derived('workers')), Settings(data=folder))
    yield made
    made.close()


@pytest.fixture
async def run(access: Access) -> AsyncIterator[Run]:
    """Begins to hear one command, `do`."""
    servers: list[CommandServer] = []

    async def begin(steps: Steps) -> CommandServer:
        servers.append(CommandServer(access, {'do': Command('does it', steps)}))
        await servers[-1].open()
        return servers[-1]

    yield begin
    for server in servers:
        await server.close()


async def connected(folder: Path) -> tuple[StreamReader, StreamWriter]:
    return await asyncio.open_unix_connection(folder / socket_file.FOLDER / socket_file.NAME)


async def asked(folder: Path, line: bytes = Request(command='do').line) -> tuple[StreamReader, StreamWriter]:
    """Who asked for `do`, or said something else."""
    reader, writer = await connected(folder)
    writer.write(line)
    return reader, writer


async def answers(folder: Path, line: bytes = Request(command='do').line) -> list[Answer]:
    """All that comes back."""
    reader, writer = await asked(folder, line)
    found = [Answer.read(line) async for line in reader]
    writer.close()
    return found


async def test_the_lines_of_a_command_come_one_by_one_and_then_the_end(run: Run, folder: Path) -> None:
    await run(lambda access: iter(['one', None, '', 'two']))
    assert await answers(folder) == [Answer(say='one'), Answer(say=''), Answer(say='two'), Answer(done=True)]


async def test_a_command_works_with_what_the_server_works_with(run: Run, folder: Path, access: Access) -> None:
    done = Done()
    await run(done.steps)
    await answers(folder)
    assert done.given == [access]


async def test_taps_go_on_between_the_slices(run: Run, folder: Path) -> None:
    order: list[str] = []
    began = asyncio.Event()

    def steps(access: Access) -> Iterator[str | None]:
        began.set()
        for _ in range(5):
            order.append('slice')
            yield None

    async def taps() -> None:
        await began.wait()
        while order.count('slice') < 5:
            order.append('tap')
            await asyncio.sleep(0)

    await run(steps)
    await asyncio.gather(answers(folder), taps())
    assert 'slice slice' not in ' '.join(order[order.index('tap') :])


@pytest.mark.parametrize(
    ('wrong', 'words'),
    [
        (CannotDo('there is no room'), 'there is no room'),
        (
            OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), '/data/compasses/26755f2c6e4042b3'),
            'No space left on device',
        ),
        (TimeoutError(), 'TimeoutError'),
        (KeyError('26755f2c6e4042b3'), 'it went wrong (KeyError)'),
    ],
)
async def test_a_command_that_fails_says_why_and_no_id(run: Run, folder: Path, wrong: Exception, words: str) -> None:
    def steps(access: Access) -> Iterator[str]:
        yield 'begins'
        raise wrong

    await run(steps)
    for _ in range(2):  # the server goes on
        assert await answers(folder) == [Answer(say='begins'), Answer(failed=words)]


@pytest.mark.parametrize('line', [None, 'on and on'], ids=['silent', 'talking'])
async def test_a_command_stops_when_who_asked_hangs_up(run: Run, folder: Path, line: str | None) -> None:
    slow = Slow(line)
    await run(slow.steps)
    _, writer = await asked(folder)
    while not slow.slices:
        await asyncio.sleep(0)
    writer.close()
    await slow.stopped.wait()


async def test_a_command_stops_when_nobody_reads_what_it_says(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command_server, 'PATIENCE', 0.05)
    slow = Slow('x' * 3000)
    await run(slow.steps)
    connection = socket_file.connect(folder, 5)
    assert connection
    with connection:
        connection.sendall(Request(command='do').line)
        await slow.stopped.wait()


async def test_the_end_of_the_server_stops_a_command_before_the_data_is_closed(run: Run, folder: Path) -> None:
    slow = Slow(None)
    server = await run(slow.steps)
    reader, writer = await asked(folder)
    while not slow.slices:
        await asyncio.sleep(0)
    await server.close()
    assert slow.stopped.is_set()
    assert await reader.read() == b''
    assert socket_file.connect(folder, 5) is None
    writer.close()


async def test_who_says_nothing_is_left(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_server, 'PATIENCE', 0.05)
    await run(lambda access: iter(['done']))
    for line in (b'', b'{"comm'):
        assert await answers(folder, line) == []


async def test_a_line_without_end_is_not_read_to_its_end(run: Run, folder: Path) -> None:
    await run(lambda access: iter(['done']))
    assert await answers(folder, b'x' * 3 * LONGEST) == [Answer(failed='the line is too long')]


async def test_what_was_cut_off_is_not_done(run: Run, folder: Path) -> None:
    done = Done()
    await run(done.steps)
    reader, writer = await asked(folder, Request(command='do').line[:-1])
    writer.write_eof()
    assert Answer.read(await reader.readline()).failed
    assert done.given == []
    writer.close()


async def test_another_user_is_refused_whatever_the_modes_are(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Done()
    await run(done.steps)
    monkeypatch.setattr(socket_file, 'user_behind', lambda connection: os.geteuid() + 1)
    assert await answers(folder) == [Answer(failed=NO_RIGHT)]
    assert await answers(folder, b'nonsense\n') == [Answer(failed=NO_RIGHT)]
    assert done.given == []


async def test_a_disk_that_takes_no_socket_file_stops_only_commands(
    run: Run, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / socket_file.FOLDER).write_text('in the way')
    server = await run(lambda access: iter(['done']))
    assert 'commands beside the server do not work: ' in caplog.text
    await server.close()
    assert (folder / socket_file.FOLDER).read_text() == 'in the way'
