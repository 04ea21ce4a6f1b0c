"""What a picture PIN is for, and how it is with the one of this compass."""

from datetime import date
from html import escape

from nicegui import ui

from model.compass.sharing import picture_pin
from model.words import Language
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn


def explained(here: Here) -> None:
    """What it is for, in pictures and one sentence."""
    drawings = '<span aria-hidden="true">+</span>'.join(drawn(key) for key in ('sheet', 'picture-code'))
    words = escape(here.say('Dan heb je twee dingen nodig: je blad en vier plaatjes.'))
    ui.html(f'{drawings}{pictogram("next")}{drawn("compass")}<p>{words}</p>', sanitize=False).classes('sum')


def told(pin: picture_pin.PicturePin, today: date, say: Language) -> str:
    """How it is now, as HTML."""
    if not pin.is_set:
        key, words = 'sheet', say('Iedereen met je blad kan er nu in.')
    elif pin.is_locked(today):
        key, words = 'locked', say('Iemand koos te vaak de verkeerde plaatjes. Morgen kan het weer.')
    elif pin.wrong and pin.day == today:
        key, words = 'no-thanks', say('Iemand koos vandaag de verkeerde plaatjes.')
    else:
        key, words = 'lock', say('Alleen met jouw plaatjes kun je erin.')
    return notice(key, words)


def notice(key: str, words: str) -> str:
    """A pictogram with a sentence, as HTML."""
    return f'{pictogram(key)}<p>{escape(words)}</p>'
