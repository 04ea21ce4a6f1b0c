"""The life domains as a file gives them: every key known, every word short, every pictogram there."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from difflib import get_close_matches

from model.catalogue.conditions import CONDITIONS
from model.catalogue.domains import PLACES, Domain, DomainTile, Place
from model.content.faults import Faults
from model.content.nodes import Keyed, Node, Written
from model.content.reader import Reader, short

MOST_DOMAINS = 12
MOST_QUESTIONS = 4
"""In one place of a domain."""
MOST_TILES = 12
"""In one place, as many as a condition has: more do not fit on one screen."""
LONGEST_WORD = 30
"""Characters of the word of a domain or a tile, which stands under a picture."""
LONGEST_QUESTION = 80

WHOSE = {'mine': 'whose-mine', 'people': 'whose-people', 'professionals': 'whose-professionals'}
"""Whose a help is, in this order: as the file says it, and as `model.catalogue.choices.WHOSE` does."""


@dataclass(frozen=True)
class DomainReader:
    """Reads domains. What is wrong is added to `faults`; what is then returned is good for nothing."""

    faults: Faults
    pictograms: Set[str]
    """The keys of all that there are."""

    @property
    def _take(self) -> Reader:
        return Reader(self.faults)

    def domains(self, root: Node) -> tuple[Domain, ...]:
        """The domains of a file, in its order."""
        named = self._take.fields(root, 'the file', ('domains',))
        listed = self._take.items(named.get('domains'), 'domains', MOST_DOMAINS)
        self._refuse_doubles(_keys_of(listed))
        return tuple(self._domain(one) for one in listed)

    def _domain(self, node: Node) -> Domain:
        named = self._take.fields(node, 'a domain', ('key', 'word', 'pictogram', 'places'))
        places = self._places(named['places']) if 'places' in named else ()
        return Domain(
            self._take.key(named.get('key')),
            self._take.words(named.get('word'), LONGEST_WORD),
            self._pictogram(named.get('pictogram')),
            places,
        )

    def _places(self, node: Node) -> tuple[Place, ...]:
        named = self._take.fields(node, 'a domain', tuple(PLACES), noun='place')
        return tuple(self._place(key, named[key]) for key in PLACES if key in named)

    def _place(self, key: str, node: Node) -> Place:
        named = self._take.fields(node, f'the place "{key}"', ('questions', 'tiles'))
        questions = self._take.items(named.get('questions'), 'questions', MOST_QUESTIONS)
        tiles = self._tiles(named.get('tiles'), of_help=key == 'help')
        return Place(key, tuple(self._take.words(one, LONGEST_QUESTION) for one in questions), tiles)

    def _tiles(self, node: Node | None, *, of_help: bool) -> tuple[DomainTile, ...]:
        entries = self._take.entries(node, 'tiles', MOST_TILES)
        tiles = {key: self._tile(key, value, of_help=of_help) for key, value in entries.items()}
        self._refuse_disorder(tiles.items())
        return tuple(tiles.values())

    def _tile(self, key: Written, node: Node, *, of_help: bool) -> DomainTile:
        pictogram = self._pictogram(key)
        if isinstance(node, Written) and not of_help:
            return DomainTile(pictogram, self._take.words(node, LONGEST_WORD))
        wanted = ('word', 'whose') if of_help else ('word',)
        named = self._take.fields(node, f'the tile "{short(key.text)}"', wanted, ('condition',))
        return DomainTile(
            pictogram,
            self._take.words(named.get('word'), LONGEST_WORD),
            self._take.one_of(tuple(CONDITIONS), named.get('condition'), 'condition'),
            WHOSE.get(self._take.one_of(tuple(WHOSE), named.get('whose'), 'whose') or ''),
        )

    def _pictogram(self, node: Node | None) -> str:
        key = self._take.key(node)
        if node is not None and key and key not in self.pictograms:
            near = ''.join(f' "{one}" is there.' for one in get_close_matches(key, self.pictograms, 1))
            cure = f'Use one of assets/pictograms, or put {key}.svg in the folder pictograms beside this file.{near}'
            self.faults.add(node.line, f'there is no pictogram "{key}"', cure)
        return key

    def _refuse_doubles(self, keys: Iterable[Written]) -> None:
        first: dict[str, int] = {}
        for key in keys:
            if key.text in first:
                what = f'the domain "{short(key.text)}" is here twice, first on line {first[key.text]}'
                self.faults.add(key.line, what, 'Take one of them out, or give it another key.')
            first.setdefault(key.text, key.line)

    def _refuse_disorder(self, tiles: Iterable[tuple[Written, DomainTile]]) -> None:
        order, furthest = tuple(WHOSE.values()), 0
        for key, tile in tiles:
            index = order.index(tile.whose) if tile.whose else furthest
            if index < furthest:
                cure = f'Put the tiles in the order {", ".join(WHOSE)}.'
                self.faults.add(key.line, f'the tile "{short(key.text)}" comes too late', cure)
            furthest = max(index, furthest)


def _keys_of(listed: Iterable[Node]) -> Iterator[Written]:
    for domain in listed:
        for key, value in domain.values.items() if isinstance(domain, Keyed) else ():
            if key.text == 'key' and isinstance(value, Written) and value.text:
                yield value
