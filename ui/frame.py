"""The frame of a screen with one question: the question above, the way back and on below."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape

from nicegui import ui

from ui.button import button
from ui.design import TINTS
from ui.here import Here
from ui.picture import mark
from ui.plain import listen_button, pictogram


@contextmanager
def frame(
    here: Here, title: str, *, word: str = '', key: str = '', colour: str = '', pair: str = ''
) -> Iterator[ui.element]:
    """A screen; the answers are built inside the block. `pair` is a drawing in the place of the pictogram."""
    drawing = pair or (mark(key, TINTS.get(colour)) if key else '')
    above = f'<p class="word" dir="auto">{escape(word)}</p>' if word else ''
    home = f'<a class="square" href="{here.link()}" aria-label="{escape(here.say("Kompas"))}">{pictogram("compass")}</a>'
    with ui.element('div').classes('screen') as screen:
        head = ui.html(
            f'{drawing}<hgroup>{above}<h1>{escape(title)}</h1></hgroup>{home}{listen_button(here.say)}',
            sanitize=False,
            tag='header',
        ).classes('head')
        if colour:
            screen.props(f'data-colour={colour}')
            head.props(f'data-colour={colour}')
        with ui.element('main').classes('body') as body:
            yield body
            sorry_place(here)


def sorry_place(here: Here) -> None:
    """Where this screen says what went wrong: read aloud by screen readers when it appears."""
    place = ui.html('', sanitize=False).classes('sorry').props('role=alert')

    def show(words: str) -> None:
        place.set_content(f'{pictogram("sorry")}<span>{escape(words)}</span>' if words else '')

    here.apologise_through(show)


def ways(here: Here, *, back: str, onward: str | Callable[[], str]) -> None:
    """ "Terug" and "Verder", to sub-pages; neither loses anything, and "Verder" also skips."""
    with ui.element('div').classes('foot'):
        button(here.say('Terug'), 'back', lambda: here.go(back))
        next_page = onward if callable(onward) else lambda: onward
        button(here.say('Verder'), 'next', lambda: here.go(next_page()), go=True, last=True)
