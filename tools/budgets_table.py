"""Write the budgets and limits of the program into `docs/security.md`: `make table`."""

from model.access.limits import Limit
from model.budgets import Budget

BEGIN, END = '<!-- budgets: made by `make table` -->', '<!-- end of budgets -->'
HEAD = ('what', 'for whom', 'how much')


def table() -> str:
    """Returns the table in Markdown."""
    rows = [*map(_budget, Budget), *map(_limit, Limit)]
    return '\n'.join(f'| {" | ".join(cells)} |' for cells in (HEAD, ('---',) * len(HEAD), *rows))


def _budget(budget: Budget) -> tuple[str, ...]:
    return budget.what, budget.whose or 'all together', f'{budget.most:,}'


def _limit(limit: Limit) -> tuple[str, ...]:
    what, _, whose = limit.what.rpartition(', by ')
    return what, f'a {whose}' if whose != 'account' else 'an account', _often(limit)


def _often(limit: Limit) -> str:
    rate = limit.rate
    name = rate.GRANULARITY.name
    return f'{rate.amount} in {"a" if rate.multiples == 1 else rate.multiples} {name}{"s" * (rate.multiples > 1)}'
