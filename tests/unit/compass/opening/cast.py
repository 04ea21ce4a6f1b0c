"""Who is on the compass of this room, and what of it is not opened."""

from model.compass.compass import Compass
from model.compass.opening.folded import is_folded

WORKER, PHOTO, STEP = '00000000000000aa', 'a' * 16, '5' * 8


def opened(compass):
    """The names of the parts and life domains that somebody looked into."""
    parts = {name: getattr(compass, name) for name in PARTS} | dict(compass.life.domains)
    return {name for name, part in parts.items() if not is_folded(part)}


OF_NO_SIZE = {'life', 'contact'}
"""Documents in a compass that have no line of their own: life, of which each domain has one, and one of three words."""
PARTS = {name for name, field in Compass.model_fields.items() if 'model.compass' in str(field.annotation)} - OF_NO_SIZE
