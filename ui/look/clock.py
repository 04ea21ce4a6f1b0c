"""A clock face that shows an hour, drawn in the style of the pictograms."""

from datetime import time

from model.pictures.pictogram import DRAWN, GRID, INK
from ui.look.colours import WHITE

_MIDDLE = GRID // 2
_MARKS = 12


def clock(hour: time) -> str:
    """The clock at that hour as HTML, of the size of an answer; the word beside it says the same."""
    marks = ''.join(_mark(number * 360 // _MARKS) for number in range(_MARKS))
    hands = _hand(hour.hour * 30 + hour.minute / 2, 20, 8) + _hand(hour.minute * 6, 31, 5.5)
    face = f'<circle cx="{_MIDDLE}" cy="{_MIDDLE}" r="43.5" fill="{WHITE}" stroke="{INK}" stroke-width="4.5"/>'
    pin = f'<circle cx="{_MIDDLE}" cy="{_MIDDLE}" r="5.5" fill="{DRAWN.accent}" stroke="{INK}" stroke-width="3"/>'
    drawing = f'<g stroke="{INK}" stroke-linecap="round">{face}{marks}{hands}{pin}</g>'
    return (
        f'<span class="picture"><svg class="pictogram" viewBox="0 0 {GRID} {GRID}" aria-hidden="true">'
        f'{drawing}</svg></span>'
    )


def _mark(degrees: int) -> str:
    """A mark on the edge; those of the quarters are the larger."""
    is_quarter = degrees % 90 == 0
    return _line(degrees, 10 if is_quarter else 11, 18 if is_quarter else 13, 5 if is_quarter else 3.5)


def _hand(degrees: float, length: int, width: float) -> str:
    return _line(degrees, _MIDDLE, _MIDDLE - length, width)


def _line(degrees: float, begin: int, end: int, width: float) -> str:
    """An upright line that is turned around the middle; `begin` and `end` count from the top."""
    return (
        f'<path d="M{_MIDDLE} {begin}V{end}" transform="rotate({degrees:g} {_MIDDLE} {_MIDDLE})" '
        f'stroke-width="{width}"/>'
    )
