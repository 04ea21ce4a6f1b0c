"""The word of a pictogram that is shown to be recognised: the first that is said of it on the compass."""

from model.catalogue.every_tile import every_tile
from model.words import Language


def symbol_word(key: str, say: Language) -> str:
    """Returns what the pictogram shows: "fietsen"; empty for none."""
    return next((say.tile(tile) for tile in every_tile() if tile.key == key), '')
