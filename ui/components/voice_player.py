"""A button that plays spoken words, and stops them."""

from html import escape

from model.compass.album import Size
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram


def voice_player(here: Here, attachment_id: str, name: str = '') -> str:
    """The button as HTML, for use in other HTML, but not inside a button or a link.

    `name` says what is to be heard, where there are several: the words of an answer.
    """
    say = here.say
    label = say('Luister: {name}', name=name) if name else say('Luister')
    source = here.link(f'bijlage/{attachment_id}/{Size.SOUND}')
    return (
        f'<button type="button" class="square sound" data-script="live/player.js" data-sound="{source}"'
        f' data-lost="{escape(say("Afspelen lukt nu niet."))}" aria-pressed="false" aria-label="{escape(label)}">'
        f'{pictogram("play")}{pictogram("stop")}</button>'
    )
