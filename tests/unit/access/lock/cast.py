"""The pictures there are, and whether somebody comes in."""

from model.access.refusals import Stranger
from model.catalogue.choices import AVATARS
from tests.unit.access.cast import KNOWN

PICTURES = [avatar.key for avatar in AVATARS]


def opens(house, session, compass_id):
    """Whether the compass opens in this browser."""
    try:
        return bool(house.open(session, compass_id))
    except Stranger:
        return False


def right_things(house, session, picture):
    return [one for one in house.access.lock.things(session, picture) if one in KNOWN]
