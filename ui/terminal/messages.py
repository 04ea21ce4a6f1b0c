"""What goes over the socket: one request, then answers until the last, each one line of JSON."""

from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError

from ui.terminal.cannot import CannotDo

LONGEST = 4096
"""Bytes of one line."""


class Message(BaseModel):
    """One line of JSON."""

    model_config = ConfigDict(extra='forbid', strict=True, frozen=True)

    @property
    def line(self) -> bytes:
        """As it goes over the socket."""
        return self.model_dump_json(exclude_defaults=True).encode() + b'\n'

    @classmethod
    def read(cls, line: bytes) -> Self:
        """A message that came over the socket. Raises `CannotDo` when it was cut off, or is none."""
        if not line.endswith(b'\n'):
            raise CannotDo('the line was cut off')
        try:
            return cls.model_validate_json(line)
        except ValidationError:
            raise CannotDo('it is not understood: another version runs') from None


class Request(Message):
    """What a client asks."""

    command: str


class Answer(Message):
    """What the server answers: a line to print, or, as the last, that it is done or why it cannot be."""

    say: str = ''
    done: bool = False
    failed: str = ''
