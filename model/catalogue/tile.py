"""A thing to pick, and a question with such tiles.

Keys are also the names of the pictograms. Words are Dutch; `model.words` says them in other languages,
with the key of a tile as context, because one Dutch word can mean two things ("alleen").
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tile:
    """One thing to pick: `key` names its pictogram, `word` is Dutch."""

    key: str
    word: str


@dataclass(frozen=True)
class Question:
    """One screen with answer tiles. `word` names the screen, `text` is the question on it."""

    key: str
    word: str
    text: str
    tiles: tuple[Tile, ...]


def tiles(**words: str) -> tuple[Tile, ...]:
    """Returns a tile for each key and its word; a key of two words has a hyphen where Python wants an underscore."""
    return tuple(Tile(name.replace('_', '-'), word) for name, word in words.items())
