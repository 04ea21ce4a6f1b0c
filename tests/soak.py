"""How much is played of what could go on for ever: all in `make soak`, a sample otherwise. Only the tests read this."""

import os
from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from hypothesis import HealthCheck, Phase, settings

Thing = TypeVar('Thing')

SOAK = os.environ.get('SOAK') == '1'


def rounds(every: int, sample: int) -> int:
    """So many of them now."""
    return every if SOAK else sample


def share(of: Iterable[Thing], number: int, ways: int) -> list[Thing]:
    """All of them; in a sample what falls to this number where they are dealt out in so many ways.

    So many tests in a row, each with its own number, see all of them together.
    """
    return list(of if SOAK else islice(of, number % ways, None, ways))


def a_long_play(runs: int, steps: int) -> settings:
    """How a machine of Hypothesis plays against its model: so many runs of so many steps, the same ones each time."""
    return settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        database=None,
    )
