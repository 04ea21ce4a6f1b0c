"""The frame of a screen with one question: the question above, the way back and on below."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from html import escape

from nicegui import ui

from model.catalogue.path import QUESTIONS
from model.compass.compass import Compass
from ui.components.button import button
from ui.live import path
from ui.live.here import Here
from ui.look.colours import TINTS
from ui.look.kept_pictograms import pictogram
from ui.look.picture import mark
from ui.plain.page import listen_button
from ui.words.hyphens import breakable

Onward = str | Callable[[], str]


@contextmanager
def frame(
    here: Here,
    title: str | Callable[[Compass], str],
    *,
    word: str = '',
    key: str = '',
    colour: str = '',
    pair: str = '',
    back: str | None = None,
    onward: Onward | None = None,
    here_to_stay: bool = False,
    asks: str = '',
) -> Iterator[None]:
    """A screen; the answers are built inside the block.

    A title that may change while the screen is open is told from the compass.
    `pair` is a drawing in the place of the pictogram. `back` and `onward` are the sub-pages of "Terug"
    and "Verder"; neither loses anything, and "Verder" also skips. A screen that is one of the places
    (`here_to_stay`) needs no way home of its own. One that `asks` a question of the path shows how far the person is.
    """
    walks = bool(asks) and path.runs(here.opened)
    here.walks = here.walks or walks
    drawing = pair or (mark(key, TINTS.get(colour)) if key else '')
    with ui.element('div').classes('screen') as screen:
        head = ui.html('', sanitize=False, tag='header').classes('head')
        _title(here, head, title, partial(_head, here, word=word, drawing=drawing, way_home=not here_to_stay))
        if colour:
            screen.props(f'data-colour={colour}')
            head.props(f'data-colour={colour}')
        with ui.element('div').classes('body'):
            yield
            sorry_place(here)
        if back is not None:
            _foot(here, back, onward, asks if walks else '')


def _title(here: Here, head: ui.html, title: str | Callable[[Compass], str], head_with: Callable[[str], str]) -> None:
    """The head of the screen, anew when its title becomes another."""
    if not callable(title):
        head.set_content(head_with(title))
        return
    shown = ''

    def redraw(seen: Compass) -> None:
        nonlocal shown
        if (now := title(seen)) != shown:
            head.set_content(head_with(now))
            shown = now

    here.live(redraw)


def _head(here: Here, title: str, word: str, drawing: str, *, way_home: bool) -> str:
    above = f'<p class="word" dir="auto">{breakable(word, here.say)}</p>' if word else ''
    name = escape(here.say('Kompas'))
    home = f'<a class="square" href="{here.link()}" aria-label="{name}">{pictogram("compass")}</a>'
    title = f'<hgroup>{above}<h1 dir="auto">{breakable(title, here.say)}</h1></hgroup>'
    return drawing + title + (home if way_home else '') + listen_button(here.say)


def _foot(here: Here, back: str, onward: Onward | None, asks: str) -> None:
    with ui.element('div').classes('foot'):
        button(here.say('Terug'), 'back', here.tap(lambda: path.go(here, back)))
        if asks:
            ui.html(_dots(here, asks), sanitize=False).classes('dots')
        if onward is not None:
            page = onward if callable(onward) else lambda: onward
            button(here.say('Verder'), 'next', here.tap(lambda: path.go(here, page())), go=True, last=True)


def _dots(here: Here, asks: str) -> str:
    """A dot for each question of the path: those that were asked, this one, and those to come."""
    index = QUESTIONS.index(asks)
    dots = ''.join(
        f'<i data-colour="{question}" class="{"gone" if at < index else "now" if at == index else ""}"></i>'
        for at, question in enumerate(QUESTIONS)
    )
    words = here.say('Vraag {number} van {all}', number=index + 1, all=len(QUESTIONS))
    return f'<div role="img" aria-label="{escape(words)}">{dots}</div>'


def sorry_place(here: Here) -> None:
    """Where this screen says what went wrong: read aloud by screen readers when it appears."""
    place = ui.html('', sanitize=False).classes('sorry').props('role=alert')

    def show(words: str) -> None:
        place.set_content(f'{pictogram("sorry")}<span>{escape(words)}</span>' if words else '')

    here.apologise_through(show)
