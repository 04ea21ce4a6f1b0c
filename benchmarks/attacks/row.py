"""One attack on one server, and what people and machine saw of it."""

import asyncio
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass, field
from statistics import median

from benchmarks.attacks.attacker import Attacker
from benchmarks.attacks.kinds import KINDS
from benchmarks.attacks.newcomers import Newcomers
from benchmarks.attacks.people import Person, come_in
from benchmarks.attacks.program import Program, Usage
from benchmarks.attacks.visitor import Tally
from tests.unit.media.photo_files import encoded, scene

NOBODY = 'nobody'
WITH_A_PHOTO = {NOBODY, 'photos'}
"""Beside these somebody sends photos of their own."""
LOOK_EVERY = 0.1
ENOUGH = 3000
"""Megabytes of the server and its workers at which an attack is ended: this machine is not what it is about."""

MOST_WAIT, MOST_MEMORY, MOST_DESCRIPTORS, MOST_LOG, MOST_SHUT_OUT = 1.0, 600, 0.5, 0.1, 0.05
"""What has to hold: seconds p95, megabytes of the server, part of its descriptors, of what was sent, of newcomers."""
MOST_PHOTO = 10
"""Seconds p95 of a photo that is usual: twice what the slowest takes alone."""
LOGGED_ANYWAY = 50_000
"""Bytes that may be in the log whatever is sent."""

COLUMNS = (
    *('attack', 'by', 'program', 'taps', 'p50 ms', 'p95 ms', 'max ms', 'given up', 'cut', 'shut out', 'photo p95 s'),
    *('server MB', 'with workers', 'descriptors', 'sent MB', 'log kB', 'tries', 'refused', 'breaks'),
)


@dataclass
class Row:
    """What was seen."""

    people: list[Person]
    photographer: Person | None
    newcomers: Newcomers
    usage: Usage = field(default_factory=Usage)
    tally: Tally = field(default_factory=Tally)
    logged: int = 0
    answers: bool = False
    """Whether the server answers after it."""

    @classmethod
    def heading(cls) -> str:
        """The head of the table."""
        return f'| {" | ".join(COLUMNS)} |\n|{"---|" * len(COLUMNS)}'

    def written(self, name: str, program: str, *, has_key: bool) -> str:
        """A line of it."""
        waits, usage, tally = self.waits, self.usage, self.tally
        photo = f'{self.photo:.1f}' if self.photographer else ''
        by = '' if name == NOBODY else 'with a key' if has_key else 'anybody'
        times = (f'{1000 * one:.0f}' for one in (median(waits), _p95(waits), waits[-1]))
        machine = (f'{usage.server:.0f}', f'{usage.tree:.0f}', f'{usage.descriptors} of {usage.limit}')
        traffic = (f'{tally.sent / 1e6:.1f}', f'{self.logged / 1e3:.0f}', tally.tries, tally.refused)
        shut_out = f'{self.newcomers.shut_out} of {self.newcomers.came}'
        lost = (sum(one.given_up for one in self.people), sum(one.cut for one in self.people), shut_out)
        cells = (name, by, program, len(waits), *times, *lost, photo, *machine, *traffic, ', '.join(self.breaks()))
        return f'| {" | ".join(map(str, cells))} |'

    @property
    def waits(self) -> list[float]:
        """Seconds that each tap took, the longest last."""
        return sorted(wait for person in self.people for wait in person.waits)

    @property
    def photo(self) -> float:
        """Seconds p95 that somebody else's photo took."""
        return _p95(sorted(self.photographer.waits)) if self.photographer else 0

    def breaks(self) -> list[str]:
        """What does not hold."""
        usage, log = self.usage, LOGGED_ANYWAY + MOST_LOG * self.tally.sent
        found = {
            'taps': _p95(self.waits) > MOST_WAIT,
            'newcomers': self.newcomers.shut_out > MOST_SHUT_OUT * self.newcomers.came,
            'photos': self.photo > MOST_PHOTO,
            'memory': usage.server > MOST_MEMORY,
            f'ended at {ENOUGH} MB': usage.tree > ENOUGH,
            'descriptors': usage.descriptors > MOST_DESCRIPTORS * usage.limit,
            'log': self.logged > log,
            'answers no more': not self.answers,
        }
        return [what for what, is_so in found.items() if is_so]


async def measured(program: Program, name: str, people: int, seconds: float, *, has_key: bool) -> Row:
    """Let people tap while a server is attacked."""
    row = Row([Person(program.url, number) for number in range(people)], None, Newcomers(program.url))
    if name in WITH_A_PHOTO:
        row.photographer = Person(program.url, people)
    everybody = [*row.people, *filter(None, [row.photographer])]
    await come_in(everybody)
    attacker = await Attacker.ready(name, program.url, seconds, has_key=has_key) if name in KINDS else None
    await program.rests()
    end, logged = asyncio.Event(), program.logged
    tasks = [asyncio.create_task(what) for what in _lives(row, end)]
    watch = asyncio.create_task(_watch(program, row.usage, attacker))
    if attacker:
        row.tally = await attacker.attacks(seconds)
    else:
        await asyncio.sleep(seconds)
    end.set()
    row.answers = await program.answers()
    await asyncio.gather(*tasks)
    watch.cancel()
    row.logged = program.logged - logged
    for person in everybody:
        await person.goes()
    return row


def _lives(row: Row, end: asyncio.Event) -> Iterator[Coroutine[None, None, None]]:
    """What everybody does until the end."""
    yield from (person.taps(end) for person in row.people)
    yield row.newcomers.come(end)
    if row.photographer:
        yield row.photographer.sends_photos(encoded(scene((1600, 1200)), 'JPEG'), end)


async def _watch(program: Program, usage: Usage, attacker: Attacker | None) -> None:
    """See what the server takes at most, and end an attack that takes too much."""
    while True:
        program.look(usage)
        if attacker and usage.tree > ENOUGH:
            attacker.stop()
        await asyncio.sleep(LOOK_EVERY)


def _p95(ordered: list[float]) -> float:
    return ordered[int(0.95 * len(ordered))]
