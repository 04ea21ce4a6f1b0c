"""The cast: two owners who know nothing of each other, a helper, a stranger, and Noor at work beside Sam."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague, coordinator_of
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger, Worker
from tests.server import ROOT


@pytest.fixture(scope='session')
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """One server for the whole run; tests that stop it or need other settings start their own."""
    with Machine(tmp_path_factory.mktemp('server')) as running:
        yield running


@pytest.fixture(scope='session')
def full_cost_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """One that takes as long over a password as the program does."""
    with Machine(tmp_path_factory.mktemp('server'), full_cost=True) as running:
        yield running


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Callable[..., Machine]]:
    """Makes servers that are not started yet, each with the data folder of the test unless told otherwise."""
    made: list[Machine] = []

    def make(folder: Path = tmp_path, **options: Any) -> Machine:
        made.append(Machine(folder, **options))
        return made[-1]

    yield make
    for one in made:
        one.stop()


@pytest.fixture
def owner(server: Machine) -> Owner:
    return Owner(server)


@pytest.fixture
def other(server: Machine) -> Owner:
    """Someone else, with a compass of their own."""
    return Owner(server)


@pytest.fixture
def worker(owner: Owner) -> Worker:
    """Has the sheet of `owner`, and only came to look."""
    return Worker(owner)


@pytest.fixture
def coby(server: Machine) -> Colleague:
    """The first coordinator, signed in."""
    return coordinator_of(server)


@pytest.fixture
def noor(server: Machine) -> Colleague:
    """At work, signed in, with a password and a code app."""
    return Colleague(server, 'Noor')


@pytest.fixture
def sam(noor: Colleague) -> Guest:
    """Lets Noor look along, and has a phone that is surely their own."""
    return Guest(noor)


@pytest.fixture
def stranger(server: Machine) -> Stranger:
    return Stranger(server)


@pytest.fixture
def nothing_in_the_log(server: Machine, owner: Owner) -> Iterator[None]:
    """Nobody's id, no content and nothing that broke is in the log of the server."""
    before = len(server.log)
    yield
    said = server.log[before:]
    assert owner.id not in said
    # the route may stand there, as it is written in our code, but no attachment
    assert not re.search(r'bijlage(?!/\{attachment_id\})', said)
    # a traceback through code of ours
    assert not re.search(rf'File "{ROOT}/(ui|model|main)', said)
