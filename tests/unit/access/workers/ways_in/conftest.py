"""One house with one worker, Noor, who signs in with a passkey."""

import pytest

from tests.unit.access.workers.cast import ORIGIN, Clock, Colleague, installation


@pytest.fixture
def clock(now):
    return Clock(now)


@pytest.fixture
def access(storage, folder, clock, monkeypatch):
    access = installation(storage, folder, clock, monkeypatch)
    yield access
    access.close()


@pytest.fixture
def noor(access, clock):
    """Signs in with a passkey, and has nothing else."""
    return Colleague(access, clock)


@pytest.fixture
def here(noor):
    """A browser in which she just signed in."""
    return noor.signs_in(own=True)


@pytest.fixture
def changes(access, noor, here):
    """Everything that changes how one signs in, as the pages ask for it."""
    return {
        'recovery codes': lambda: access.ways_in.renew_recovery(here, 'noor'),
        'a passkey': lambda: access.ways_in.passkey_options(here, ORIGIN),
        'one passkey less': lambda: access.ways_in.drop_passkey(here, noor.phone.id),
        'a password': lambda: access.ways_in.begin_password(here),
    }
