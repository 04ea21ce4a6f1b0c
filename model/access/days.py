"""What one network or one compass used of a budget in a day: counted in memory, a day from the first of it on."""

import time
from collections.abc import Iterator

from model.access.limits import MOST_KNOWN, WIDER, around
from model.access.refusals import EnoughToday
from model.budgets import A_NETWORK, Budget

DAY = 24 * 60 * 60.0
"""Seconds."""


class Days:
    """Counts what was used of the budgets of a day. A restart forgets."""

    def __init__(self) -> None:
        self._used: dict[Budget, _Used] = {}
        self._wide: dict[Budget, _Used] = {}
        """Apart, as in `Limits`: a flood of /64s never makes us forget their /48."""

    def use(self, budget: Budget, who: str, amount: int = 1) -> None:
        """Count what is used. `who` is an id, or what `network_of` says of an address; 0 only asks.

        The last one may go beyond: what is begun is done. Raises `EnoughToday` when all was used before.
        """
        counting = list(self._counting(budget, who))
        if any(used.of(name) >= most for used, name, most in counting):
            raise EnoughToday
        for used, name, _ in counting:
            used.add(name, amount)

    def _counting(self, budget: Budget, who: str) -> 'Iterator[tuple[_Used, str, int]]':
        yield self._used.setdefault(budget, _Used()), who, budget.most
        if budget.whose == A_NETWORK and (wide := around(who)):
            yield self._wide.setdefault(budget, _Used()), wide, WIDER * budget.most


class _Used:
    """What each used of one budget since their day began; whose day began first stands first."""

    def __init__(self) -> None:
        self._days: dict[str, tuple[float, int]] = {}

    def of(self, who: str) -> int:
        began, used = self._days.get(who, (0.0, 0))
        return used if time.monotonic() - began < DAY else 0

    def add(self, who: str, amount: int) -> None:
        if amount == 0:
            return
        now, used = time.monotonic(), self.of(who)
        if not used:
            self._days.pop(who, None)
        began, _ = self._days.get(who, (now, 0))
        self._days[who] = began, used + amount
        self._forget(now)

    def _forget(self, now: float) -> None:
        while now - next(iter(self._days.values()))[0] >= DAY or len(self._days) > MOST_KNOWN:
            del self._days[next(iter(self._days))]
