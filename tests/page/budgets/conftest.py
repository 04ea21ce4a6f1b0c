"""Servers with smaller budgets, so that a test reaches them."""

from collections.abc import Callable

import pytest

from tests.page.cast.people.machine import Machine


@pytest.fixture
def server_with(machine: Callable[..., Machine]) -> Callable[..., Machine]:
    """Starts one with smaller budgets, by name."""
    return lambda **budgets: machine(budgets=budgets).start()
