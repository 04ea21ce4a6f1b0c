"""What a life domain is made of: its word, its questions, and for each of four places its tiles.

Which domains there are, and what stands in them, is configuration: `model.content`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.catalogue.tile import Tile

PLACES: dict[str, Tile] = {
    'now': Tile('place-now', 'nu'),
    'strength': Tile('place-strength', 'kracht'),
    'help': Tile('place-help', 'hulp'),
    'wish': Tile('place-wish', 'wens'),
}
"""The places of every domain, in their order: how it is, what goes well, who or what helps, what I want."""


@dataclass(frozen=True)
class DomainTile(Tile):
    """One thing to pick in a domain."""

    condition: str | None = None
    """The condition it lands on when it is put on the compass and nobody chose another; None when nothing fits."""
    whose: str | None = None
    """In the place `help` the key of a tile of `model.catalogue.choices.WHOSE`, elsewhere None."""


@dataclass(frozen=True)
class Place:
    """One of the four places of a domain: `key` is one of `PLACES`, `questions` are Dutch."""

    key: str
    questions: tuple[str, ...]
    tiles: tuple[DomainTile, ...]


@dataclass(frozen=True)
class Domain:
    """One domain of life, `word` is Dutch; its `places` are all of `PLACES`, in that order."""

    key: str
    word: str
    pictogram: str
    places: tuple[Place, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """Every example question, place after place."""
        return tuple(question for place in self.places for question in place.questions)

    def place(self, key: str) -> Place:
        """The place with this key. Raises `KeyError`."""
        return {place.key: place for place in self.places}[key]


def messages(domains: Iterable[Domain]) -> Iterator[tuple[str | None, str]]:
    """What is to be said of these domains and their places, as (context, words)."""
    for tile in PLACES.values():
        yield tile.key, tile.word
    for domain in domains:
        yield None, domain.word
        for place in domain.places:
            yield from ((None, question) for question in place.questions)
            yield from ((tile.key, tile.word) for tile in place.tiles)
