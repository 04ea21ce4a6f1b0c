"""All that can be picked, whatever it is picked for."""

from collections.abc import Iterator

from model.catalogue.choices import AVATARS, DAYS, HOW_IT_GOES, HOW_IT_WENT, MOMENTS, PARTS_OF_DAY, WEEKDAYS, WHOSE
from model.catalogue.conditions import CONDITIONS
from model.catalogue.questions import QUESTIONS, STEPS, WISHES
from model.catalogue.tile import Tile


def every_tile() -> Iterator[Tile]:
    """Every tile of every question, a tile that serves two questions twice."""
    for question in QUESTIONS:
        yield from question.tiles
    for group in (WEEKDAYS, DAYS, PARTS_OF_DAY, AVATARS, MOMENTS, HOW_IT_WENT, HOW_IT_GOES, WHOSE):
        yield from group


KEYS = frozenset(tile.key for tile in every_tile())
THINGS = tuple(dict.fromkeys(tile.key for question in (*CONDITIONS.values(), WISHES, STEPS) for tile in question.tiles))
"""What can stand on a compass and is no part of what is private."""
