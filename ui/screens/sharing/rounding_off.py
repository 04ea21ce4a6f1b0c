""" "Afronden": the book goes along and the compass stays; whether the workers still look along is asked once more."""

from html import escape

from nicegui import ui

from model.access.table import May
from model.compass.compass import Compass
from ui.components.frame import frame
from ui.live.here import Here, Tap
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn, word
from ui.screens.sharing.may_look import name_of
from ui.words.hyphens import breakable

PAGE = 'afronden'
BOOK = 'boekje.pdf'


def rounding_off(here: Here) -> None:
    """The screen, for the person."""
    say = here.say
    with frame(here, say('Afronden'), key='done-it', back='delen'), ui.element('div').classes('groups'):
        if not here.grant.only_looks:
            with ui.element('div').classes('onward'):
                inside = drawn('story') + word(say('Neem je boekje mee'))
                book = ui.html(inside, sanitize=False, tag='a').classes('tile flat')
                book.props(f'href={here.link(BOOK)} target=_blank')
        _told('compass', _stays(here))
        if May.LOWER in here.grant.may:
            _ask(here)


def _stays(here: Here) -> str:
    """That the compass stays theirs, and how to come back to it; nothing is promised where there is no way back."""
    say = here.say
    if here.key.is_own or here.access.entrance.has_way_back(here.opened):
        return say('Je kompas blijft van jou. Met je code kom je er weer in.')
    return say('Neem eerst je code mee: scan hem, of print je blad. Anders kom je er later niet meer in.')


def _ask(here: Here) -> None:
    """Whether nobody looks along any more: one yes for all of them, or no."""
    say = here.say

    def end_all() -> None:
        here.access.shares.let_nobody(here.session, here.id)

    with ui.element('section').classes('ending') as asked:
        ui.html(breakable(say('Stoppen je begeleiders met meekijken?'), say), sanitize=False, tag='h2')
        names = ui.html('', sanitize=False, tag='ul').classes('names')
        with ui.element('div').classes('doors yes-or-no'):
            _door(say('Ja'), 'yes', 'take-part', here.tap(end_all))
            _door(say('Nee'), 'no-thanks', 'belong', lambda: here.go('delen'))
    nobody = _told('share-nothing', say('Niemand kijkt met je mee.'))
    nobody.props('role=status')

    def redraw(seen: Compass) -> None:
        looking = [share.worker for share in seen.sharing.shares if share.parts]
        asked.set_visibility(bool(looking))
        nobody.set_visibility(not looking)
        names.set_content(
            ''.join(
                f'<li>{pictogram("worker")}<span dir="auto">{escape(name_of(here, one))}</span></li>' for one in looking
            )
        )

    here.live(redraw)


def _told(key: str, words: str) -> ui.html:
    return ui.html(f'{pictogram(key)}<p>{escape(words)}</p>', sanitize=False).classes('notice')


def _door(words: str, key: str, colour: str, on_tap: Tap) -> None:
    door = ui.html(f'{pictogram(key)}<span>{escape(words)}</span>', sanitize=False, tag='button')
    door.props(f'type=button data-colour={colour}').classes('door').on('click', on_tap, args=[])
