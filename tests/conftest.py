"""The cast of every test against a running server: an owner, a worker beside them, and a stranger."""

from collections.abc import Iterator

import pytest

from tests.server import Server


@pytest.fixture(scope='session')
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the whole run; tests that stop it or need other settings start their own."""
    with Server(tmp_path_factory.mktemp('server')) as running:
        yield running
