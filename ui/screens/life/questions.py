"""The example questions of a domain as cards: one at a time, read aloud, with next and back."""

from html import escape

from nicegui import events, ui

from model.catalogue.domains import Domain
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.plain.page import listen_button
from ui.words.hyphens import breakable

_TAPPED = '(event) => { const to = event.target.closest("button[data-to]"); if (to) emit(Number(to.dataset.to)); }'


def questions(here: Here, domain: Domain) -> None:
    """The card, when there is anything to ask."""
    asked = domain.questions
    if not asked:
        return
    card = ui.html(_card(here, asked, 0), sanitize=False).classes('asks').props('role=group aria-live=polite')
    card.props['aria-label'] = here.say('Vragen om over te praten')

    def turn(event: events.GenericEventArguments) -> None:
        if isinstance(event.args, int) and 0 <= event.args < len(asked):
            card.set_content(_card(here, asked, event.args))

    card.on('click', turn, js_handler=_TAPPED)


def _card(here: Here, asked: tuple[str, ...], index: int) -> str:
    question = asked[index]
    words = here.say(question)
    before = _turn(here.say('Vorige vraag'), 'back', index - 1) if index else '<span class="square-room"></span>'
    after = _turn(here.say('Volgende vraag'), 'next', index + 1) if index + 1 < len(asked) else ''
    return (
        f'{before}<p dir="auto">{breakable(words, here.say)}</p>{listen_button(here.say, words)}'
        f'{after or "<span class=square-room></span>"}'
    )


def _turn(words: str, key: str, to: int) -> str:
    return f'<button type="button" class="square" data-to="{to}" aria-label="{escape(words)}">{pictogram(key)}</button>'
