"""What waits in this browser until the server has it: shown on every screen, and sealed on everyone's device."""

from html import escape

from model.compass.album import Sort
from ui.components.outbox import card, data
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.plain.page import fetched


def waiting(here: Here) -> str:
    """Beside the live page: what this browser may keep, and where that is seen while another screen is there."""
    say = here.say
    lost = {
        Sort.PHOTO: (say('Je foto wordt verstuurd'), 'photos', say('Versturen lukt nu niet. Je foto staat nog hier.')),
        Sort.VOICE: (
            say('Je opname wordt verstuurd'),
            'voice-note',
            say('Versturen lukt nu niet. Je opname staat nog hier.'),
        ),
        Sort.DRAWING: (
            say('Je tekening wordt verstuurd'),
            'drawing',
            say('Versturen lukt nu niet. Je tekening staat nog hier.'),
        ),
    }
    cards = ''.join(
        f'<template data-of="{sort}" data-lost="{escape(words)}">{card(here, name, key)}</template>'
        for sort, (name, key, words) in lost.items()
    )
    name = escape(say('Dit is nog onderweg.'))
    told = escape(say('Dit is nog onderweg.') if here.key.is_own else goes_words(here))
    return (
        f'{_keeping(here)}<aside id="waiting" {data(here, "capture/tray.js", "", "")} aria-label="{name}">'
        f'{cards}<p>{pictogram("waiting-for-network")}<span>{told}</span></p></aside>{fetched("capture/tray.js")}'
    )


def goes_words(here: Here) -> str:
    """What becomes of it when everyone's device locks."""
    return here.say('Dit is nog onderweg. Gaat dit scherm op slot, dan is het weg.')


def private_seal(here: Here) -> str:
    """What is half written on this screen is sealed with this, and read again only by a page that shows it."""
    return f'data-seal="{here.access.seals.of(here.id, private=True)}"'


def _keeping(here: Here) -> str:
    own = ' data-own' if here.key.is_own else ''
    seal = here.access.seals.of(here.id)
    return f'<div id="keeping" data-compass="{here.link()}" data-seal="{seal}"{own} hidden></div>'
