"""The worksheet of a life domain on paper: blank, to draw, write and stick in. It holds nothing of anybody.

The lay-out is `assets/poster/worksheet.typ`.
"""

from collections.abc import Iterator

from model.catalogue.choices import HOW_IT_GOES, WHOSE
from model.catalogue.domains import PLACES, Domain, Place
from model.catalogue.tile import Tile
from model.words import Language
from ui.paper.marks import mark
from ui.paper.typesetting import Data, typeset

HELP = 'help'
"""The place of which the help is three: in the method's order of whose it is."""


def worksheet(domain: Domain, say: Language) -> bytes:
    """Returns a PDF of one page A4, vector alone."""
    word = say(domain.word)
    data: Data = {
        'paper': {'width': 210, 'height': 297, 'margin': 9, 'unit': 1, 'gap': 4},
        'title': say('Werkblad: {domain}', domain=word),
        'domain': mark(domain.pictogram, word),
        'date': say('Datum'),
        'goes': say('Hoe gaat het hier?'),
        'faces': [_tile(tile, say) for tile in HOW_IT_GOES],
        'talk': mark('talk-about', say('Hier wil ik over praten')),
        'places': [_place(place, say) for place in domain.places],
        'how': mark('pencil', say('Teken, schrijf of plak. Zet een rondje om wat bij je past.')),
    }
    return typeset('worksheet', data, say)


def _place(place: Place, say: Language) -> Data:
    word = say.capital(say.tile(PLACES[place.key]))
    rows = list(_whose(place, say)) if place.key == HELP else [_row(None, place.tiles, say)]
    return mark(PLACES[place.key].key, word) | {'questions': [say(one) for one in place.questions], 'rows': rows}


def _whose(place: Place, say: Language) -> Iterator[Data]:
    for whose in WHOSE:
        yield _row(whose, tuple(tile for tile in place.tiles if tile.whose == whose.key), say)


def _row(label: Tile | None, tiles: tuple[Tile, ...], say: Language) -> Data:
    return {'label': _tile(label, say) if label else None, 'tiles': [_tile(tile, say) for tile in tiles]}


def _tile(tile: Tile, say: Language) -> Data:
    return mark(tile.key, say.tile(tile))
