"""The cast of every test against a running server: an owner, a worker beside them, and a stranger."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import tests.pdfium  # noqa: F401  before anything else of the tests loads it
from tests.server import Server
from tests.swift import hash_at

IN_MEMORY, ENOUGH = Path('/dev/shm'), 4_000_000_000
"""A folder in which nothing waits for a disk, and the bytes it must have for the tests."""

if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ENOUGH:
    # pytest's own setting. Each change is synced to disk before it is answered: here, thousands of times for nothing
    os.environ.setdefault('PYTEST_DEBUG_TEMPROOT', str(IN_MEMORY))


def pytest_collection_finish() -> None:
    """Let no garbage collection walk through thousands of tests again and again, a second each time."""
    gc.collect()
    gc.freeze()


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
