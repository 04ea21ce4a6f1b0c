"""`python main.py COMMAND`: done by the running server, or here when none runs."""

from collections.abc import Callable, Iterator, Sequence

from model.access.access import Access
from model.settings import Settings
from ui.terminal.cannot import CannotDo
from ui.terminal.command_client import ask, connect
from ui.terminal.commands import COMMANDS, carry_out, command_named

HELP = {'-h', '--help', 'help'}


def run(
    arguments: Sequence[str], read_settings: Callable[[], Settings], open_alone: Callable[[Settings], Access]
) -> None:
    """Do what the arguments ask and print what it says. Raises `CannotDo`.

    `open_alone` opens the data when no server runs; the server does it with its own settings when one does.
    """
    name, *more = arguments
    if name in HELP:
        print(help_text())
        return
    command_named(name, COMMANDS)
    if more:
        raise CannotDo(f'the command {name} takes nothing more')
    for line in _lines(name, read_settings(), open_alone):
        print(line, flush=True)


def help_text() -> str:
    """How to start the server, and the commands."""
    commands = (f'  {name:12} {command.help}' for name, command in COMMANDS.items())
    return '\n'.join(
        [
            'python main.py           starts Krachtkompas',
            'python main.py COMMAND   does one of these, beside a running Krachtkompas too:',
            *commands,
        ]
    )


def _lines(name: str, settings: Settings, open_alone: Callable[[Settings], Access]) -> Iterator[str]:
    connection = connect(settings.data)
    if connection is None:
        yield from _alone(name, open_alone(settings))
        return
    with connection:
        yield from ask(connection, name)


def _alone(name: str, access: Access) -> Iterator[str]:
    try:
        yield from (line for line in carry_out(COMMANDS[name], access) if line is not None)
    finally:
        access.close()
