"""The frame of a screen with one question: the question above, the way back and on below."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape

from nicegui import ui

from ui.components.button import button
from ui.live.here import Here
from ui.look.colours import TINTS
from ui.look.picture import mark
from ui.plain.page import listen_button, pictogram

Onward = str | Callable[[], str]


@contextmanager
def frame(
    here: Here,
    title: str,
    *,
    word: str = '',
    key: str = '',
    colour: str = '',
    pair: str = '',
    back: str | None = None,
    onward: Onward | None = None,
    here_to_stay: bool = False,
) -> Iterator[None]:
    """A screen; the answers are built inside the block.

    `pair` is a drawing in the place of the pictogram. `back` and `onward` are the sub-pages of "Terug"
    and "Verder"; neither loses anything, and "Verder" also skips. A screen that is one of the places
    (`here_to_stay`) needs no way home of its own.
    """
    drawing = pair or (mark(key, TINTS.get(colour)) if key else '')
    with ui.element('div').classes('screen') as screen:
        head = _head(here, title, word, drawing, way_home=not here_to_stay)
        if colour:
            screen.props(f'data-colour={colour}')
            head.props(f'data-colour={colour}')
        with ui.element('div').classes('body'):
            yield
            sorry_place(here)
        if back is not None:
            _foot(here, back, onward)


def _head(here: Here, title: str, word: str, drawing: str, *, way_home: bool) -> ui.html:
    above = f'<p class="word" dir="auto">{escape(word)}</p>' if word else ''
    name = escape(here.say('Kompas'))
    home = f'<a class="square" href="{here.link()}" aria-label="{name}">{pictogram("compass")}</a>'
    title = f'<hgroup>{above}<h1 dir="auto">{escape(title)}</h1></hgroup>'
    parts = drawing + title + (home if way_home else '') + listen_button(here.say)
    return ui.html(parts, sanitize=False, tag='header').classes('head')


def _foot(here: Here, back: str, onward: Onward | None) -> None:
    with ui.element('div').classes('foot'):
        button(here.say('Terug'), 'back', lambda: here.go(back))
        if onward is not None:
            page = onward if callable(onward) else lambda: onward
            button(here.say('Verder'), 'next', lambda: here.go(page()), go=True, last=True)


def sorry_place(here: Here) -> None:
    """Where this screen says what went wrong: read aloud by screen readers when it appears."""
    place = ui.html('', sanitize=False).classes('sorry').props('role=alert')

    def show(words: str) -> None:
        place.set_content(f'{pictogram("sorry")}<span>{escape(words)}</span>' if words else '')

    here.apologise_through(show)
