"""Answer tiles: a picture and a word that are pressed or not."""

from collections.abc import Callable, Iterable
from typing import Protocol

from nicegui import ui

from model.compass.answer import Answer
from model.compass.compass import Compass
from model.pictures.pictogram import Tint
from model.words import Language
from ui.live.here import Here, Tap
from ui.look.picture import drawn, picture, word

Identity = tuple[str | None, ...]


class Choose(Protocol):
    """Chooses an answer, or lets it go."""

    def __call__(self, answer: Answer, *, chosen: bool) -> None: ...


class Tile:
    """One toggle button. It shows what is on disk; a tap asks for the opposite."""

    def __init__(
        self,
        words: str,
        drawing: str,
        on_tap: Tap,
        *,
        flat: bool = False,
        colour: str = '',
        say: Language | None = None,
    ) -> None:
        """With `say` long words break where that language breaks them."""
        self.pressed = False
        self.words = words
        self._word = word(words, say)
        self._drawing = drawing
        self.element = ui.html(drawing + self._word, sanitize=False, tag='button')
        self.element.props('type=button aria-pressed=false').classes('tile flat' if flat else 'tile')
        if colour:
            self.element.props(f'data-colour={colour}')
        self.element.on('click', on_tap, args=[])

    def show(self, drawing: str) -> None:
        """Show another picture; nothing is sent when that is what it shows."""
        if drawing != self._drawing:
            self._drawing = drawing
            self.element.set_content(drawing + self._word)

    def press(self, *, pressed: bool) -> None:
        """Show it pressed or not; nothing is sent when that is what it shows."""
        if pressed != self.pressed:
            self.pressed = pressed
            self.element.props(f'aria-pressed={str(pressed).lower()}')


class AnswerTiles:
    """The answers a question offers, and own answers behind them.

    An own answer that is let go stays on the screen, so that a wrong tap loses nothing.
    """

    def __init__(
        self,
        here: Here,
        offered: Iterable[Answer],
        held: Callable[[Compass], Iterable[Answer]],
        choose: Choose,
        name: Callable[[Answer], str],
        tint: Tint | Callable[[Answer], Tint | None] | None = None,
    ) -> None:
        """`held` are the answers chosen now; `choose` changes that, given what the person wants.

        `tint` is that of all of them, or says it of each.
        """
        self._here = here
        self._held = held
        self._choose = choose
        self._name = name
        self._tint = tint if callable(tint) else lambda _: tint
        self._tiles: dict[Identity, tuple[Answer, Tile]] = {}
        self._shown: dict[Identity, Answer] = {}
        self._grid = ui.element('div').classes('tiles')
        self._show(offered)
        here.live(self._redraw)

    def offer_later(self, rest: Iterable[Answer]) -> None:
        """Offer these as well, once somebody taps the last tile, "Meer"."""

        def show() -> None:
            more.delete()
            self._show(rest)
            self._redraw(self._here.look())

        with self._grid:
            more = ui.html(drawn('plus') + word(self._here.say('Meer')), sanitize=False, tag='button')
        more.props('type=button').classes('tile').on('click', self._here.tap(show), args=[])

    def _show(self, offered: Iterable[Answer]) -> None:
        seen = self._here.look()
        for answer in offered:
            if answer.identity not in self._tiles:
                self._add(answer, seen)

    def _redraw(self, compass: Compass) -> None:
        held = {answer.identity: answer for answer in self._held(compass)}
        for answer in held.values():
            if answer.identity not in self._tiles:
                self._add(answer, compass)
        for identity, (offered, tile) in self._tiles.items():
            tile.press(pressed=identity in held)
            answer = held.get(identity, offered)
            # what it is shown with may change in the album
            if answer != self._shown[identity] or answer.has_attachment:
                tile.show(picture(answer, compass, self._tint(offered)))
                self._shown[identity] = answer

    def _add(self, answer: Answer, seen: Compass) -> None:
        with self._grid:
            shown, say = picture(answer, seen, self._tint(answer)), self._here.say
            tile = Tile(self._name(answer), shown, self._tap(answer), say=say)
        self._tiles[answer.identity] = answer, tile
        self._shown[answer.identity] = answer

    def _tap(self, answer: Answer) -> Tap:
        return self._here.tap(lambda: self._choose(answer, chosen=not self._tiles[answer.identity][1].pressed))
