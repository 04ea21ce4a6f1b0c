"""Own words beside the tiles: one line to write on, which keeps what was written until it is accepted."""

from collections.abc import Callable
from html import escape

from nicegui import events, ui

from ui.here import Here
from ui.picture import mark

_SEND = '(event) => { event.preventDefault(); emit(event.target.elements.words.value); }'


def own_words(here: Here, label: str, accept: Callable[[str], None], *, value: str = '', keep: bool = False) -> None:
    """A line to write on. `accept` gets the text; when it raises, the text stays where it was.

    `keep` leaves accepted words standing, as in a name.
    """
    say = here.say
    form = ui.html(
        f'{mark("pencil")}<input name="words" type="text" dir="auto" autocomplete="off" enterkeyhint="done" '
        f'aria-label="{escape(label)}" placeholder="{escape(label)}" value="{escape(value)}">'
        f'<button class="square" aria-label="{escape(say("Schrijf op"))}">{mark("done")}</button>',
        sanitize=False,
        tag='form',
    ).classes('own')

    def write(event: events.GenericEventArguments) -> None:
        def accept_words() -> None:
            accept(str(event.args or ''))
            here.sorry('')
            if not keep:
                form.client.run_javascript(f'document.querySelector("#c{form.id}").reset()')

        here.tap(accept_words)()

    form.on('submit', write, js_handler=_SEND)
