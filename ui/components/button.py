"""Buttons: a pictogram and a word, one element each."""

from nicegui import ui

from ui.live.here import Tap
from ui.look.picture import mark, word


def button(words: str, key: str, on_tap: Tap, *, go: bool = False, last: bool = False) -> ui.html:
    """A button with a pictogram before its word, or behind it (`last`). `go` is the way on."""
    parts = (word(words), mark(key)) if last else (mark(key), word(words))
    element = ui.html(''.join(parts), sanitize=False, tag='button').props('type=button')
    element.classes('button go' if go else 'button')
    element.on('click', on_tap, args=[])
    return element
