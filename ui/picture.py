"""The picture of an answer: its pictogram, or the first letter of own words."""

from html import escape

from model.answer import Answer
from model.pictogram import Tint
from ui import saying
from ui.plain import pictogram


def picture(answer: Answer, tint: Tint | None = None) -> str:
    """The picture as HTML; the words beside it say the same, so it is not read aloud."""
    if answer.tile:
        return drawn(answer.tile, tint)
    return f'<span class="letter" aria-hidden="true" dir="auto">{escape(saying.initial(answer.words))}</span>'


def drawn(key: str, tint: Tint | None = None) -> str:
    """A pictogram of the size of an answer."""
    return f'<span class="picture">{pictogram(key, tint)}</span>'


def mark(key: str, tint: Tint | None = None) -> str:
    """A pictogram of the interface."""
    return f'<span class="mark">{pictogram(key, tint)}</span>'


def word(words: str) -> str:
    """A word under or beside a picture; own words may run from right to left."""
    return f'<span class="word" dir="auto">{escape(words)}</span>'
