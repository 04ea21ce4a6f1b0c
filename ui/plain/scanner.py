"""A camera in a plain page, where a browser reads QR codes by itself: `assets/scripts/plain/scan.js`."""

from html import escape

from model.words import Language
from ui.plain.page import pictogram


def scanner(say: Language) -> str:
    """The door to the camera, which a script shows where it can be used; the dialog it opens; and what a no says."""
    words, aim = escape(say('Scan je code')), escape(say('Richt de camera op de code.'))
    refused = escape(say('De camera gaat niet open. Het kan ook met de cijfers of de link.'))
    return (
        '<div class="scanner" id="scanner" hidden>'
        f'<button type="button" class="door" data-colour="be-yourself" data-part="scan">{pictogram("scan")}'
        f'<span>{words}</span></button>'
        f'<p class="sorry" role="status" data-part="refused" hidden>{pictogram("camera-refused")}'
        f'<span>{refused}</span></p>'
        f'<dialog class="viewfinder" aria-label="{words}"><div class="sight">'
        '<video data-part="live" playsinline muted></video></div>'
        f'<div class="aiming"><p>{aim}</p><button type="button" class="button" data-part="back">{pictogram("back")}'
        f'<span>{escape(say("Terug"))}</span></button></div></dialog></div>'
    )
