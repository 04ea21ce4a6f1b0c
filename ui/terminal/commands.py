"""The commands by name, and how one is carried out."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from nicegui.logging import log

from model.access.access import Access
from ui.terminal.cannot import CannotDo
from ui.terminal.coordinator import coordinator


@dataclass(frozen=True)
class Command:
    """What can be asked of a running server, or of the data when none runs."""

    help: str
    """What it does, on one line."""
    steps: Callable[[Access], Iterator[str | None]]
    """Does it in slices: a line to print, or None after a slice that has nothing to say.

    Taps are served in between, so a slice takes milliseconds; a line is due every half minute. When it is closed
    halfway, because who asked went away or the server ends, it cleans up. Raises `CannotDo`, `OSError`.
    """


Commands = dict[str, Command]

COMMANDS: Commands = {
    'coordinator': Command('a new invitation for a coordinator', coordinator),
}


def command_named(name: str, commands: Commands) -> Command:
    """The command with this name. Raises `CannotDo`."""
    if name not in commands:
        raise CannotDo(f'there is no command {name[:40]!r}; there is: {", ".join(commands)}')
    return commands[name]


def carry_out(command: Command, access: Access) -> Generator[str | None, None, None]:
    """Do a command slice by slice. Whatever goes wrong is raised as `CannotDo`."""
    try:
        yield from command.steps(access)
    except CannotDo:
        raise
    except OSError as error:
        # not all its words: they hold a path
        raise CannotDo(error.strerror or type(error).__name__) from None
    except Exception as error:
        log.exception('a command failed')
        raise CannotDo(f'it went wrong ({type(error).__name__})') from error
