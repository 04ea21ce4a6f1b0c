"""Colleagues, each at a desk of their own."""

from collections.abc import Callable, Iterator

import pytest

from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine


@pytest.fixture(scope='module')
def noors(server: Machine) -> Iterator[Callable[[], Colleague]]:
    """Colleagues with an empty desk each."""
    numbers = iter(range(1000))
    yield lambda: Colleague(server, f'Noor{next(numbers)}', team='Oost')


@pytest.fixture
def noor(noors: Callable[[], Colleague]) -> Colleague:
    return noors()


@pytest.fixture
def piet(noors: Callable[[], Colleague]) -> Colleague:
    """A colleague with people of his own."""
    return noors()
