"""A long list told by months, the newest first; a handful of one month needs no heading."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from model.words import Language

HANDFUL = 5

_Thing = TypeVar('_Thing')


def by_month(things: Sequence[_Thing], day_of: Callable[[_Thing], date], say: Language) -> dict[str, list[_Thing]]:
    """Returns things in their order under the months of their days, the newest month first.

    A month is said as a heading: "November 2026"; empty for a handful of one month.
    """
    months: dict[date, list[_Thing]] = {}
    for one in things:
        months.setdefault(day_of(one).replace(day=1), []).append(one)
    if len(months) == 1 and len(things) <= HANDFUL:
        return {'': [*things]}
    return {say.capital(say.month(month)): months[month] for month in sorted(months, reverse=True)}
