"""The table in `docs/security.md` is the one the program works by."""

from model.access.table import TABLE
from tools.security_table import PAGE, table, with_table


def test_the_page_has_the_table_of_now() -> None:
    page = PAGE.read_text(encoding='utf-8')
    assert with_table(page) == page, 'make table'


def test_every_row_stands_in_it() -> None:
    rows = table().splitlines()
    assert len(rows) == len(TABLE) + 4
    for rules in TABLE.values():
        assert sum(line.startswith(f'| {rules.device} |') for line in rows) == 1
