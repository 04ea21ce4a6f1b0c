"""Pictures of the library for words that were just written: one tap takes one, and none is fine too."""

from collections.abc import Callable, Iterable
from html import escape

from nicegui import events, ui

from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.document import NotThere
from model.compass.strengths import Strength
from model.compass.target import Target
from model.compass.wishes import Wish
from model.pictures import library
from model.pictures.skin import tone_of, toned
from ui.live.here import Here
from ui.look.picture import sticker_address

MOST = 4

Finds = Callable[[Compass, Answer], Target]
"""Where a picture for these own words goes, once they are there. Raises `NotThere`."""

_TAPPED = '(event) => { const tile = event.target.closest("button[data-code]"); if (tile) emit(tile.dataset.code); }'


class OfferedPictures:
    """A row that shows up to four pictures, and is not there when none fits."""

    def __init__(self, here: Here, below: ui.element, finds: Finds) -> None:
        """`below` is the line that the words are written on."""
        self._here = here
        self._finds = finds
        self._answer: Answer | None = None
        self._codes: list[str] = []
        self._below = below
        self._row: ui.html | None = None

    def show(self, answer: Answer) -> None:
        """Offer what the library has for these words."""
        self._answer = answer
        seen = self._here.look()
        tone = next((tone for code in seen.stickers if (tone := tone_of(code))), None)
        found = library.fitting(answer.words, self._here.say.code, MOST)
        self._codes = list(dict.fromkeys(toned(code, tone) for code in found))
        self._redraw()

    def _tapped(self, event: events.GenericEventArguments) -> None:
        self._here.tap(lambda: self._take(str(event.args)))()

    def _take(self, code: str) -> None:
        if self._answer is None or code not in self._codes:
            return
        with self._here.change() as compass:
            try:
                compass.stick(self._finds(compass, self._answer), code, self._here.today)
            finally:  # taken, or taken off meanwhile
                self._codes = []
        self._redraw()

    def _redraw(self) -> None:
        say = self._here.say
        title = f'<p>{escape(say("Plaatje erbij?"))}</p>'
        tiles = ''.join(_tile(code, say.code) for code in self._codes)
        row = self._row = self._row or self._new_row()
        row.set_content(title + tiles if tiles else '')
        row.set_visibility(bool(tiles))

    def _new_row(self) -> ui.html:
        """Made when it is needed: a screen has few elements."""
        around = self._below.parent_slot
        assert around is not None
        with around:
            row = ui.html('', sanitize=False).classes('offered').props('role=group')
        row.move(target_index=around.children.index(self._below) + 1)
        row.props['aria-label'] = self._here.say('Plaatje erbij?')
        row.on('click', self._tapped, js_handler=_TAPPED)
        return row


def which_says(answer: Answer, there: Iterable[Strength | Wish]) -> str:
    """The id of the one that says the same. Raises `NotThere`."""
    found = next((one.id for one in there if one.answer.says(answer)), None)
    if found is None:
        raise NotThere(answer.words)
    return found


def _tile(code: str, language: str) -> str:
    name = escape(library.name(code, language))
    return (
        f'<button type="button" class="offer" data-code="{code}" aria-label="{name}">'
        f'<img src="{sticker_address(code)}" alt="" draggable="false"></button>'
    )
