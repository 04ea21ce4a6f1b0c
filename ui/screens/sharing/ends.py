"""What ends something: a new code, everything wiped, goodbye on everyone's device."""

from html import escape

from nicegui import ui

from model.access.table import May
from ui.components.answers.tile import Tile
from ui.components.button import button
from ui.components.own_picture import own_picture
from ui.components.sure import sure
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn
from ui.words.day import day_in_words
from ui.words.hyphens import breakable


def ends(here: Here) -> None:
    """For the person; each only where this device may."""
    with ui.element('div').classes('danger'):
        if not here.grant.only_looks:
            ui.html(breakable(here.say('Iedereen met deze code kan in je kompas.'), here.say), sanitize=False, tag='p')
        if May.RENEW in here.grant.may:
            _new_code(here)
        _wipe(here)
        if not here.key.is_own:
            button(here.say('Tot ziens'), 'goodbye', lambda: here.go('tot-ziens'), go=True)


def _new_code(here: Here) -> None:
    """It asks, and says what stops; what came of it stands under it, in sight."""
    say = here.say

    def turn() -> None:
        others.press(pressed=not others.pressed)

    def renew() -> None:
        here.access.sheet.renew(here.session, here.id, others_too=others.pressed)
        told.set_visibility(True)
        here.show(told)

    others = Tile(say('Andere telefoons kunnen er dan ook niet meer in'), drawn('other-devices'), turn, flat=True)
    others.element.set_visibility(May.END in here.grant.may)
    sure(
        here,
        say('Nieuwe code'),
        'new-code',
        say('Met de oude code kan dan niemand meer in je kompas. Print daarna je blad opnieuw.'),
        say('Nee, laat maar'),
        renew,
    )
    words = escape(say('De oude code werkt niet meer. Print je blad opnieuw.'))
    told = ui.html(f'{pictogram("done")}<p>{words}</p>', sanitize=False).classes('notice').props('role=status')
    told.set_visibility(False)


def _wipe(here: Here) -> None:
    """ "Alles wissen": sure first, then the person's picture; where it has to wait, from when."""
    say, erasing = here.say, here.access.erasing
    if day := erasing.may_from(here.opened):
        words = escape(say('Alles wissen kan hier vanaf {day}.', day=day_in_words(day.date(), say, here.today)))
        ui.html(f'{pictogram("wait")}<p>{words}</p>', sanitize=False).classes('notice')
        return
    if not erasing.may_erase(here.opened):
        return

    def prove() -> None:
        proof.set_visibility(True)
        here.show(proof)

    sure(
        here,
        say('Alles wissen'),
        'erase',
        say('Weet je het zeker? Dan is alles weg.'),
        say('Nee, bewaren'),
        prove,
    )

    def erase(picture: str | None) -> None:
        here.leave_for(f'/gewist/{here.id}')
        try:
            erasing.erase(here.session, here.id, picture)
        except Exception:
            here.leave_for('/')  # another picture: nothing ends
            raise

    def keep() -> None:
        proof.set_visibility(False)

    with ui.element('div').classes('notice sure') as proof:
        own_picture(here, erase)
        button(say('Nee, bewaren'), 'heart', keep)
    proof.set_visibility(False)
