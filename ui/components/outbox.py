"""What is on its way to the server, drawn by `outbox.js`: a ring for each, and what one can do when it fails."""

from html import escape
from typing import Literal

from model.compass.album import Sort
from ui.http.attachments import SILENCE
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram

PATIENCE = 180
"""Seconds that sending goes on trying without a network; after that the person decides."""


def data(here: Here, script: str, target: str, sort: Sort | Literal[''], **more: str) -> str:
    """The data attributes of an element that sends.

    `script` is started on it, as `capture/camera.js`; `sort` is what is sent; `more` is what only this script needs:
    sentences it may show, and limits of the model.
    """
    attributes = {'script': script, 'compass': here.link(), 'place': target, 'sort': sort}
    attributes |= {'patience': str(PATIENCE), 'silence': str(SILENCE)}
    attributes |= {name.replace('_', '-'): value for name, value in more.items()}
    return ' '.join(f'data-{name}="{escape(value)}"' for name, value in attributes.items())


def outbox(here: Here, name: str, key: str) -> str:
    """The list of what is on its way, and the template for one. `name` says what its ring is about."""
    return f'<ul class="sending"></ul><template>{card(here, name, key)}</template>'


def card(here: Here, name: str, key: str) -> str:
    """One that is on its way."""
    say = here.say
    ring = (
        f'<div class="ring" data-part="ring" role="progressbar" aria-label="{escape(name)}" aria-valuenow="0"'
        f' tabindex="-1">{pictogram(key)}<img data-part="picture" alt="" hidden>'
        '<svg class="turn" viewBox="0 0 100 100" aria-hidden="true"><circle class="track" cx="50" cy="50" r="45"/>'
        '<circle class="gone" cx="50" cy="50" r="45" pathLength="100"/></svg>'
        f'<span class="tag">{pictogram("done")}</span></div>'
    )
    buttons = (
        f'<button type="button" class="button" data-part="again">{pictogram("reopen")}'
        f'<span>{escape(say("Probeer opnieuw"))}</span></button>'
        f'<button type="button" class="button" data-part="away">{pictogram("take-off")}'
        f'<span>{escape(say("Weghalen"))}</span></button>'
    )
    trouble = (
        f'<div class="trouble" data-part="trouble" role="alert" hidden>{pictogram("sorry")}'
        f'<p data-part="words"></p></div><div class="choice">{buttons}</div>'
    )
    sent = f'<p class="arrived" data-part="sent" role="status" hidden>{escape(say("Verstuurd"))}</p>'
    return f'<li>{ring}{trouble}{sent}</li>'


def told(part: str = 'told', key: str = 'sorry') -> str:
    """Where a sentence appears that is about none of them in particular: a trouble, or (`hint`) how it works."""
    look = 'sorry hint' if part == 'hint' else 'sorry'
    return f'<p class="{look}" data-part="{part}" role="alert" hidden>{pictogram(key)}<span></span></p>'
