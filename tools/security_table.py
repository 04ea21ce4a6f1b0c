"""Write the table of `model.access.table`, and that of the budgets, into `docs/security.md`: `make table`."""

from datetime import timedelta
from pathlib import Path

from model.access.table import TABLE, WORKERS_OWN, WORKERS_SHARED, May, Rules
from tools import budgets_table

PAGE = Path(__file__).parent.parent / 'docs' / 'security.md'
BEGIN, END = '<!-- table: made by `make table` -->', '<!-- end of table -->'
HEAD = ('device', 'remembers', 'idle lock', 'way back', 'private parts', 'may')


def main() -> None:
    """Bring the page up to date."""
    page = PAGE.read_text(encoding='utf-8')
    PAGE.write_text(with_table(page), encoding='utf-8')


def with_table(page: str) -> str:
    """Returns the page with the tables as they are now."""
    page = _between(BEGIN, table(), END, page)
    return _between(budgets_table.BEGIN, budgets_table.table(), budgets_table.END, page)


def _between(begin: str, made: str, end: str, page: str) -> str:
    before, _, rest = page.partition(begin)
    _, _, after = rest.partition(end)
    return f'{before}{begin}\n{made}\n{end}{after}'


def table() -> str:
    """Returns the table in Markdown."""
    rows = [_row(rules) for rules in (*TABLE.values(), WORKERS_OWN, WORKERS_SHARED)]
    return '\n'.join(_line(cells) for cells in (HEAD, ('---',) * len(HEAD), *rows))


def _row(rules: Rules) -> tuple[str, ...]:
    kept = f'{_time(rules.kept)}, {"renewed by use" if rules.by_use else "from the moment it came in"}'
    if rules.locked_kept is not None:
        kept += f'; locked {_time(rules.locked_kept)}'
    idle = 'none' if rules.idle is None else _time(rules.idle)
    return rules.device, kept, idle, rules.back.value, rules.private.value, _may(rules)


def _may(rules: Rules) -> str:
    now, later = rules.may - rules.waits, rules.waits
    said = 'everything' if now == frozenset(May) else ', '.join(one.value for one in May if one in now) or 'nothing'
    more = ', '.join(one.value for one in May if one in later)
    return f'{said}; after seven announced days: {more}' if more else said


def _time(time: timedelta) -> str:
    if time >= timedelta(days=365):
        return 'a year'
    if time >= timedelta(days=1):
        return f'{time.days} days'
    hours, minutes = time // timedelta(hours=1), time // timedelta(minutes=1)
    return f'{hours} hours' if hours else f'{minutes} min'


def _line(cells: tuple[str, ...]) -> str:
    return f'| {" | ".join(cells)} |'


if __name__ == '__main__':
    main()
