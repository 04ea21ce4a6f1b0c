"""Then and now on paper: two compasses side by side, and what is new, gone and done between them, as a PDF.

The lay-out is `assets/poster/then_and_now.typ`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from model.compass.compass import Compass
from model.compass.contact import Visit
from model.compass.seen import printed
from model.compass.step import Step
from model.compass.story import Moment, changes, story
from model.compass.strengths import Strength
from model.pictures.pictogram import tinted
from model.words import Language
from ui.look import drawing
from ui.look.colours import tint_of
from ui.paper.letters import with_words_that_print
from ui.paper.marks import mark, step, strength
from ui.paper.pictures import PaperPictures, Read
from ui.paper.poster import title
from ui.paper.set_words import set_apart
from ui.paper.typesetting import Data, typeset
from ui.words.day import day_in_words

PAPER = {'width': 210, 'height': 297, 'margin': 12, 'head': 20, 'unit': 1, 'gap': 4}
"""A4, in millimetres."""
MOST = 24
"""Things under one heading; of more, how many more."""


def printed_story(now: Compass, visits: Sequence[Visit], today: date) -> list[Moment]:
    """The moments of a story with what may be printed, and in words that print."""
    moments = story(with_words_that_print(printed(now, everything=False)), visits, today)
    return [replace(moment, compass=with_words_that_print(moment.compass)) for moment in moments]


def then_and_now(moments: Sequence[Moment], read: Read, say: Language) -> bytes:
    """A PDF of the first of these moments beside the last, which is now: of a `printed_story`, and two at least.

    `read` is how the attachments of the compass are read; what is not there is an empty frame.
    """
    then, now = moments[0], moments[-1]
    pictures = PaperPictures(now.compass, read)
    data: Data = {
        'paper': PAPER,
        'title': title(now.compass, say),
        'date': say.full_date(now.day),
        'avatar': tinted(now.compass.avatar or 'sail'),
        'arrow': tinted('next', tint_of(None)),
        'then': side(then, say('Toen'), pictures, say),
        'now': side(now, say('Nu'), pictures, say),
        'changes': _changed(moments, pictures, say),
        'unchanged': mark('heart', say('Alles staat er nog.')),
    }
    return typeset('then_and_now', data, say, pictures)


def side(moment: Moment, when: str, pictures: PaperPictures, say: Language) -> Data:
    """The compass of one moment, with its day."""
    shown = set_apart(drawing.compass(moment.compass, say, pictures.source))
    return {'when': when, 'day': say.full_date(moment.day), 'compass': shown}


def _changed(moments: Sequence[Moment], pictures: PaperPictures, say: Language) -> list[Data]:
    steps = done(changes(moments).done, moments[-1].day, pictures, say)
    both = [*new_and_gone(moments, pictures, say), mark('done', say('Gedaan!')) | steps]
    return [one for one in both if one['things']]


def new_and_gone(moments: Sequence[Moment], pictures: PaperPictures, say: Language) -> list[Data]:
    """What is new and gone since the first of these moments, under a heading each; without those of nothing."""
    found = changes(moments)
    rows = (
        mark('plus', say('Nieuw')) | strengths(found.new, pictures, say),
        mark('then-and-now', say('Stond er eerst')) | strengths(found.gone, pictures, say),
    )
    return [row for row in rows if row['things']]


def strengths(these: Sequence[Strength], pictures: PaperPictures, say: Language) -> Data:
    """Strengths in words, each in the colour of its quarter, and how many there is no room for."""
    shown = [strength(one, pictures, say) for one in these[:MOST]]
    return {'things': shown, 'more': max(0, len(these) - MOST), 'columns': 3}


def done(these: Sequence[Step], today: date, pictures: PaperPictures, say: Language, most: int = MOST) -> Data:
    """Steps that were done, each with its day; of many the last ones."""
    shown = [_done(one, today, pictures, say) for one in these[-most:]]
    return {'things': shown, 'more': max(0, len(these) - most), 'columns': 2}


def _done(this: Step, today: date, pictures: PaperPictures, say: Language) -> Data:
    day = this.done_on or today
    words = day_in_words(day, say, today)
    return step(this, tint_of(None), pictures, say, today) | {'facts': [mark('celebrate', words)]}
