"""A button that calls someone: a link that a telephone dials. Only where numbers are seen."""

from html import escape

from model.compass.compass import Compass
from model.compass.private import dialled
from model.compass.strengths import Strength
from model.words import Language
from ui.look.kept_pictograms import pictogram
from ui.words import saying
from ui.words.hyphens import breakable


def call(someone: Strength, seen: Compass, say: Language) -> str:
    """ "Bel mijn vader" as HTML; nothing for who has no number here."""
    number = seen.number_of(someone)
    if not number:
        return ''
    words = breakable(say('Bel {who}', who=saying.beside(someone.answer, say)), say)
    shown = f'{pictogram("call")}<span dir="auto">{words}</span>'
    return f'<a class="button go call" href="tel:{escape(dialled(number))}">{shown}</a>'
