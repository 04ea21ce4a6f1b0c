"""The cast of every test against a running server: an owner, a worker beside them, and a stranger."""

from collections.abc import Iterator

import pytest

from tests.server import Server
from tests.swift import hash_at


@pytest.fixture(autouse=True)
def hashing(request: pytest.FixtureRequest) -> Iterator[None]:
    """At the least cost in this process, but where a test is marked `full_cost`; servers are told themselves."""
    hash_at(least_cost=request.node.get_closest_marker('full_cost') is None)
    yield
    hash_at(least_cost=False)


@pytest.fixture(scope='session')
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the whole run; tests that stop it or need other settings start their own."""
    with Server(tmp_path_factory.mktemp('server')) as running:
        yield running
