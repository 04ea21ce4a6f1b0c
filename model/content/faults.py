"""What is wrong with a file that somebody wrote: where, what, and what to do about it."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong; `line` counts from 1, None when it is the file as a whole."""

    file: Path
    line: int | None
    what: str
    cure: str

    def __str__(self) -> str:
        where = f'{self.file}, line {self.line}' if self.line else f'{self.file}'
        return f'{where}: {self.what}. {self.cure}'


class BadContent(ValueError):
    """Files that cannot be used; `faults` says all that is wrong with them, one at least."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__('\n'.join(map(str, faults)))
        self.faults = faults


@dataclass
class Faults:
    """What was found wrong with one file so far."""

    file: Path
    found: list[Fault] = field(default_factory=list)

    def add(self, line: int | None, what: str, cure: str) -> None:
        """Remember a fault; `cure` is a sentence, `what` the half of one."""
        self.found.append(Fault(self.file, line, what, cure))
