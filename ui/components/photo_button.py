"""Two ways to a photo: taken with our own camera, or chosen from those that are there."""

import json
from html import escape

from model.compass.album import Sort
from model.media import darkroom, photos
from ui.components.outbox import data, outbox, told
from ui.components.toolbar import quick_exit
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import mark, word

MOST_AT_ONCE = 10
"""Photos that one choice may send: on a bad network more would stand in each other's way."""
LIMITS = {
    'mostPixels': darkroom.MOST_PIXELS,
    'mostBytes': photos.MOST_BYTES,
    'longestSide': darkroom.SCREEN_LONGEST,
}
"""What the browser need not send, because the model takes no more or keeps no more."""


def photo_buttons(here: Here, target: str) -> str:
    """ "Foto maken" and "Foto kiezen" as HTML, with the camera and what is on its way.

    Both are file inputs, which work before the script is there, and where it may not have the camera.
    """
    say = here.say
    attributes = data(
        here,
        'capture/camera.js',
        target,
        Sort.PHOTO,
        limits=json.dumps(LIMITS),
        most_at_once=str(MOST_AT_ONCE),
        lost=say('Versturen lukt nu niet. Je foto staat nog hier.'),
        too_large=say('Deze foto is te groot. Kies een andere.'),
        changed=say('Kies de foto nog eens.'),
        too_many=say("Tien foto's tegelijk is genoeg. De rest kan hierna."),
        refused=say('De camera gaat zo niet open. Tik nog eens op Foto maken.'),
    )
    take = f'{mark("take-photo")}{word(say("Foto maken"))}<input type="file" accept="image/*" capture="environment">'
    choose = f'{mark("choose-photo")}{word(say("Foto kiezen"))}<input type="file" accept="image/*" multiple>'
    return (
        f'<div class="part" {attributes}><label class="way">{take}</label><label class="way">{choose}</label>'
        f'{told()}{outbox(here, say("Je foto wordt verstuurd"), "photos")}{_viewfinder(here)}</div>'
    )


def _viewfinder(here: Here) -> str:
    """The camera: what it sees, then the photo."""
    say = here.say
    sight = (
        '<div class="sight"><video data-part="live" playsinline muted></video>'
        f'<canvas data-part="still" role="img" aria-label="{escape(say("Jouw foto"))}"></canvas></div>'
    )
    aim = (
        f'{_button("back", "back", say("Terug"), "way")}'
        f'<button type="button" class="shutter" data-part="shutter" aria-label="{escape(say("Maak de foto"))}">'
        f'{pictogram("shutter")}</button>'
        f'{_button("turn", "turn-camera", say("Draai"), "way")}'
    )
    judge = f'{_button("again", "reopen", say("Opnieuw"), "button")}{_button("use", "done", say("Deze"), "button go")}'
    return (
        f'<dialog class="viewfinder" aria-label="{escape(say("Foto maken"))}">{sight}'
        f'<div class="aim">{aim}</div><div class="judge">{judge}</div>{quick_exit(here)}</dialog>'
    )


def _button(part: str, key: str, words: str, look: str) -> str:
    return f'<button type="button" class="{look}" data-part="{part}">{mark(key)}{word(words)}</button>'
