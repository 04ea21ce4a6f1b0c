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
    name, many = rate.GRANULARITY.name, rate.multiples
    if many > 1:
        return f'{rate.amount} in {many} {name}s'
    return f'{rate.amount} in {"an" if name == "hour" else "a"} {name}'
