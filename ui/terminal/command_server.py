"""The running server hears commands on its socket file, one request a connection."""

import asyncio
from asyncio import StreamReader, StreamWriter
from contextlib import closing, suppress

from nicegui.logging import log

from model.access.access import Access
from ui.terminal import socket_file
from ui.terminal.cannot import NO_RIGHT, CannotDo
from ui.terminal.commands import COMMANDS, Commands, carry_out, command_named
from ui.terminal.messages import LONGEST, Answer, Request

PATIENCE = 5.0
"""Seconds in which a client has asked, or has taken in an answer."""


class CommandServer:
    """Carries commands out on the event loop, between taps: the model knows one thread."""

    def __init__(self, access: Access, commands: Commands = COMMANDS) -> None:
        self._access = access
        self._commands = commands
        self._data = access.settings.data
        self._server: asyncio.Server | None = None
        self._running: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Begin to hear. A disk that takes no socket file stops commands, not the server."""
        try:
            bound = socket_file.bind(self._data)
        except OSError as error:
            log.error('commands beside the server do not work: %s', error.strerror or error)
            return
        self._server = await asyncio.start_unix_server(self._meet, sock=bound, limit=LONGEST)

    async def close(self) -> None:
        """Hear nothing more, and stop what runs: soon another process may have the data."""
        if self._server is None:
            return
        self._server.close()
        with suppress(OSError):  # one that stays is replaced at the next start
            socket_file.remove(self._data)
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _meet(self, reader: StreamReader, writer: StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._running.add(task)
        try:
            await self._answer(reader, writer)
        except (ConnectionError, TimeoutError):
            pass  # who asked went away, or says or hears nothing
        finally:
            self._running.discard(task)
            writer.close()

    async def _answer(self, reader: StreamReader, writer: StreamWriter) -> None:
        try:
            command = command_named(await self._asked(reader, writer), self._commands)
            with closing(carry_out(command, self._access)) as steps:
                for line in steps:
                    if line is not None:
                        await _send(writer, Answer(say=line))
                    if reader.at_eof():
                        return
                    await asyncio.sleep(0)  # taps go first
        except CannotDo as why:
            await _send(writer, Answer(failed=str(why)))
        else:
            await _send(writer, Answer(done=True))

    async def _asked(self, reader: StreamReader, writer: StreamWriter) -> str:
        """The name of the command that is asked for. Raises `CannotDo`, `TimeoutError`."""
        try:
            async with asyncio.timeout(PATIENCE):
                line = await reader.readline()
        except ValueError:
            raise CannotDo('the line is too long') from None
        if not socket_file.may_command(socket_file.user_behind(writer.get_extra_info('socket'))):
            raise CannotDo(NO_RIGHT)
        return Request.read(line).command


async def _send(writer: StreamWriter, answer: Answer) -> None:
    """Say something to who asked. Raises `ConnectionError`, `TimeoutError`."""
    writer.write(answer.line)
    async with asyncio.timeout(PATIENCE):
        await writer.drain()
