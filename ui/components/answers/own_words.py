"""Own words beside the tiles: one line to write on. What is written is kept until it is accepted."""

import json
from collections.abc import Callable
from html import escape

from nicegui import events, ui

from model.compass.answer import Answer
from ui.components.answers.offered_pictures import Finds, OfferedPictures
from ui.components.answers.tile import Choose
from ui.live.here import Here
from ui.look.picture import mark

# leaving the line saves too: nobody loses what was written by tapping "Verder"
_SENT = '(event) => { event.preventDefault(); emit(event.target.elements.words.value); }'
_LEFT = '(event) => emit(event.target.value)'


def own_words(here: Here, label: str, choose: Choose, pictured: Finds | None = None) -> None:
    """Own words as one more answer to a question; `pictured` says where a picture for them goes."""

    def accept(text: str) -> None:
        if answer := Answer.own(text):
            choose(answer, chosen=True)
            line.client.run_javascript(_clear(line, text))
            if offered:
                offered.show(answer)

    line = written_line(here, label, accept)
    offered = OfferedPictures(here, line, pictured) if pictured else None


def written_line(
    here: Here, label: str, accept: Callable[[str], None], *, value: str = '', kind: str = 'text'
) -> ui.html:
    """A line to write on. `accept` gets the text; when it raises, the text stays where it was.

    `kind` is the type of the input, which decides what keyboard comes.
    """
    line = ui.html(
        f'{mark("pencil")}<input name="words" type="{kind}" dir="auto" autocomplete="off" enterkeyhint="done" '
        f'aria-label="{escape(label)}" placeholder="{escape(label)}" value="{escape(value)}">'
        f'<button class="square" aria-label="{escape(here.say("Schrijf op"))}">{mark("done")}</button>',
        sanitize=False,
        tag='form',
    ).classes('own')

    def write(event: events.GenericEventArguments) -> None:
        here.tap(lambda: accept(str(event.args or '')))()

    line.on('submit', write, js_handler=_SENT)
    line.on('change', write, js_handler=_LEFT)
    return line


def show_on_line(line: ui.html, words: str) -> None:
    """Put words on a line, in place of what stands there; not while somebody writes on it."""
    find = f'const line = document.querySelector("#c{line.id} input");'
    line.client.run_javascript(f'{find} if (line && line !== document.activeElement) line.value = {json.dumps(words)};')


def _clear(line: ui.html, accepted: str) -> str:
    """Empties the line, unless the next words already stand on it."""
    find = f'const line = document.querySelector("#c{line.id} input");'
    return f'{find} if (line && line.value === {json.dumps(accepted)}) line.value = "";'
