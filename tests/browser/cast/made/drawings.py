"""What tests of drawing share: strokes, what was sent, and what lies on disk."""

import json
from typing import Any

from playwright.sync_api import Request

from model.media.sketch import COLOURS
from tests.browser.cast.made.hand import Hand
from tests.browser.cast.on_disk import compass_of, file_of
from tests.browser.cast.person import Person
from tests.server import Server

WHITE = '#FFFFFF'

INK, RED, YELLOW, GREEN, BLUE = COLOURS

PUT = '**/bijlage/*?soort=tekening*'

ACROSS = (200, 500), (800, 500)

DOWN = (500, 200), (500, 800)


def sits_down(person: Person, place: str = 'album') -> Hand:
    """Open the sheet for something that goes to `place`."""
    person.goes_to(f'tekenen/{place}')
    return Hand(person)


def keeps(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Keep the drawing; answers what was sent."""
    with person.page.expect_request(PUT) as request:
        person.taps_button('Bewaar')
    person.sees_title('Mijn album')
    sent: dict[str, list[dict[str, Any]]] = json.loads(request.value.post_data or '')
    return sent


def drawings(server: Server, person: Person) -> list[str]:
    """The drawings on disk, the oldest first."""
    folder = file_of(server, person.compass_id).parent / 'drawings'
    items = compass_of(server, person.compass_id).album.items
    return [(folder / f'{item.id}.svg').read_text() for item in items]


def is_put(request: Request) -> bool:
    return request.method == 'PUT'
