"""Browsers of the tests all sit at the address of this machine, and begin more compasses in a run than a network may.

Nothing of the program can ask for this.
"""

from model.access.days import Days
from model.budgets import Budget

HERE = '127.0.0.1'
_use = Days.use


def count_nobody_here() -> None:
    """From here on this process counts what a network uses in a day for every other address."""
    setattr(Days, 'use', _use_elsewhere)  # noqa: B010


def _use_elsewhere(days: Days, budget: Budget, who: str, amount: int = 1) -> None:
    if who != HERE:
        _use(days, budget, who, amount)
