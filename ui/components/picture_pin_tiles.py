"""The twelve pictures of a picture PIN on tiles, in another order each time; taps are numbered."""

from collections.abc import Callable
from html import escape
from random import SystemRandom

from nicegui import ui

from model.catalogue.choices import AVATARS
from model.compass.sharing import picture_pin
from model.words import Language
from ui.components.answers.tile import Tile
from ui.live.here import Here
from ui.look.picture import drawn, word

_TILES = {avatar.key: avatar for avatar in AVATARS}


class PicturePinTiles:
    """Twelve tiles; when the last of four is tapped, `done` gets the four in order."""

    def __init__(self, here: Here, done: Callable[[list[str]], None]) -> None:
        self._here = here
        self._done = done
        self._tapped: list[str] = []
        self._tiles: dict[str, Tile] = {}
        self._grid = ui.element('div').classes('twelve')

    def begin(self) -> None:
        """Nothing is tapped, and every picture is in another place."""
        self._grid.clear()
        self._tapped = []
        with self._grid:
            self._tiles = {
                key: self._tile(key) for key in SystemRandom().sample(picture_pin.PICTURES, len(picture_pin.PICTURES))
            }

    def _tile(self, key: str) -> Tile:
        tile = Tile(picture_word(key, self._here.say), drawn(key), self._here.tap(lambda: self._tap(key)))
        tile.element.props('data-said=name')  # which ones were tapped is not said aloud
        return tile

    def _tap(self, key: str) -> None:
        """A second tap takes the first back."""
        if key in self._tapped:
            self._tapped.remove(key)
        elif len(self._tapped) < picture_pin.LENGTH:
            self._tapped.append(key)
        for one, tile in self._tiles.items():
            tile.press(pressed=one in self._tapped)
            if one in self._tapped:
                tile.element.props(f'data-order={self._tapped.index(one) + 1}')
            else:
                tile.element.props(remove='data-order')
        if len(self._tapped) == picture_pin.LENGTH:
            self._done(list(self._tapped))


def picture_word(key: str, say: Language) -> str:
    """What a picture shows: "vis"."""
    return say.tile(_TILES[key])


def picture_row(pictures: list[str], say: Language) -> str:
    """Pictures in their order, as HTML: the items of a numbered list."""
    return ''.join(f'<li>{drawn(key)}{word(picture_word(key, say))}</li>' for key in pictures)


def picture_tile(key: str, say: Language, order: int) -> str:
    """A tile of a plain page that sends its picture; `order` counts from one, 0 when it was not tapped."""
    tapped = f'aria-pressed="true" data-order="{order}" disabled' if order else 'aria-pressed="false"'
    return (
        f'<button class="tile" name="plaatje" value="{key}" {tapped} data-said="name">{drawn(key)}'
        f'<span class="word">{escape(picture_word(key, say))}</span></button>'
    )
