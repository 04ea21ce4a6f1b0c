"""The tables in `docs/security.md` are the ones the program works by."""

import pytest

from model.access.limits import Limit
from model.access.table import TABLE
from model.budgets import Budget
from tools import budgets_table
from tools.security_table import PAGE, table, with_table


def test_the_page_has_the_table_of_now() -> None:
    page = PAGE.read_text(encoding='utf-8')
    assert with_table(page) == page, 'make table'


def test_every_row_stands_in_it() -> None:
    rows = table().splitlines()
    assert len(rows) == len(TABLE) + 4
    for rules in TABLE.values():
        assert sum(line.startswith(f'| {rules.device} |') for line in rows) == 1


def test_every_budget_and_limit_stands_in_it() -> None:
    rows = budgets_table.table().splitlines()
    assert len(rows) == len(Budget) + len(Limit) + 2
    assert '| new compasses in a day | a network | 300 |' in rows
    assert '| wrong passwords and codes | an account | 5 in 15 minutes |' in rows


def test_a_number_that_changed_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    page = PAGE.read_text(encoding='utf-8')
    monkeypatch.setattr(Budget.COMPASSES, 'most', 301)
    assert with_table(page) != page
