"""What a picture PIN is for, and how it is with the one of this compass."""

from html import escape

from nicegui import ui

from model.compass.sharing import picture_pin
from model.words import Language
from ui.live.here import Here
from ui.look.picture import drawn
from ui.plain.page import pictogram


def explained(here: Here) -> None:
    """What it is for, in pictures and one sentence."""
    drawings = '<span aria-hidden="true">+</span>'.join(drawn(key) for key in ('sheet', 'picture-code'))
    words = escape(here.say('Iemand met je blad heeft dan ook jouw vier plaatjes nodig.'))
    ui.html(f'{drawings}{pictogram("next")}{drawn("compass")}<p>{words}</p>', sanitize=False).classes('sum')


def told(pin: picture_pin.PicturePin, say: Language) -> str:
    """How it is now, as HTML."""
    if not pin.is_set:
        key, words = 'sheet', say('Nu opent je blad zonder plaatjes.')
    elif pin.is_locked:
        key, words = 'locked', say('Iemand koos te vaak de verkeerde plaatjes. De code zit op slot.')
    elif pin.wrong:
        left = picture_pin.TRIES - pin.wrong
        key, words = 'no-thanks', say('Iemand koos de verkeerde plaatjes. Het kan nog {left} keer.', left=left)
    else:
        key, words = 'lock', say('Je blad opent alleen met jouw plaatjes.')
    return notice(key, words)


def notice(key: str, words: str) -> str:
    """A pictogram with a sentence, as HTML."""
    return f'{pictogram(key)}<p>{escape(words)}</p>'
