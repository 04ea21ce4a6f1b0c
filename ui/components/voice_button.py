""" "Spreek in": hold to speak. Not shown where the browser has no microphone for us."""

from html import escape

from model.compass.album import Sort
from ui.components.outbox import data, outbox, told
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import mark, word

LONGEST = 60
"""Seconds of one recording."""


def voice_button(here: Here, target: str, *, longest: float = LONGEST) -> str:
    """The button as HTML, with what shows that it listens, and what is on its way."""
    say = here.say
    attributes = data(
        here,
        'capture/recorder.js',
        target,
        Sort.VOICE,
        longest=f'{longest:g}',
        lost=say('Versturen lukt nu niet. Je opname staat nog hier.'),
        too_short=say('Houd vast en praat'),
        now=say('Nu kan het. Houd vast en praat.'),
        refused=say('De microfoon mag niet aan. Zet hem aan bij Instellingen.'),
        hold=say('Praat maar. Laat los als je klaar bent.'),
        tap=say('Praat maar. Tik nog eens als je klaar bent.'),
    )
    speak = (
        '<button type="button" class="way speak" data-part="speak" aria-pressed="false" hidden>'
        f'{mark("microphone")}{word(say("Spreek in"))}</button>'
    )
    listening = (
        f'<div class="listening" data-part="listening" hidden><div class="ring">{pictogram("speak")}'
        '<svg class="turn" viewBox="0 0 100 100" aria-hidden="true"><circle class="track" cx="50" cy="50" r="45"/>'
        '<circle class="gone" cx="50" cy="50" r="45" pathLength="100"/></svg></div>'
        f'<p class="left" data-part="left" role="timer" aria-label="{escape(say("Seconden"))}"></p>'
        '<p data-part="said" role="status"></p></div>'
    )
    return (
        f'<div class="part" {attributes}>{speak}{listening}{told()}{told("hint", "microphone")}'
        f'{outbox(here, say("Je opname wordt verstuurd"), "voice-note")}</div>'
    )
