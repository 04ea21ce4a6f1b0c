"""What a worker does with their ways in, and what is told of it."""

from tests.unit.access.workers.cast import ORIGIN, app_of
from tests.unit.workers.authenticator import Authenticator

ANOTHER = 'ratelslang-oever-jutezak'


def done(access):
    """What is on record, the newest first."""
    return [one.kind for one in access.record.latest(50).activities]


def told(noor, session):
    return [one.kind for one in noor.access.ways_in.notices(session)]


def adds(noor, session):
    """One more passkey; returns the device it is in."""
    device = Authenticator()
    options = noor.access.ways_in.passkey_options(session, ORIGIN)
    noor.access.ways_in.add_passkey(session, device.register(options, ORIGIN), ORIGIN)
    return device


def shown(access, noor, seed):
    """The app that scanned what the page showed."""
    return app_of(access.sign_in.one_time.address(noor.id, seed, 'noor'))
