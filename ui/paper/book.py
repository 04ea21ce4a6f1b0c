"""The book that a person takes along: then and now, the story, what was done and photos, as a PDF on A5.

The lay-out is `assets/poster/book.typ`. However much there is, it stays a small book: each part has its most.
"""

from collections.abc import Sequence

from model.compass.album import shows
from model.compass.looking_back import About, LookBack
from model.compass.story import Moment
from model.pictures.pictogram import tinted
from model.words import Language
from ui.look import drawing
from ui.paper.marks import looked_back, mark
from ui.paper.photo_pages import photo_pages
from ui.paper.pictures import PaperPictures, Read
from ui.paper.set_words import set_apart
from ui.paper.then_and_now import done, new_and_gone, side
from ui.paper.typesetting import Data, typeset

PAPER = {'width': 148, 'height': 210, 'margin': 11, 'unit': 0.8, 'gap': 3.2}
"""A5, in millimetres."""
MOST_MOMENTS, MOST_STEPS, MOST_PHOTOS = 12, 40, 20
DONE_IN_MOMENT, SAID_IN_MOMENT = 3, 4
"""Of one moment in the story: steps that were done, and answers to one question of looking back."""
SMALL_DISC = 14
"""Millimetres of a photo on a small compass."""


def book(moments: Sequence[Moment], read: Read, say: Language) -> bytes:
    """A PDF of at most two dozen pages, of a `printed_story`; `read` is how attachments are read."""
    now = moments[-1].compass
    pictures = PaperPictures(now, read)
    small = pictures.smaller(SMALL_DISC)
    data: Data = {
        'paper': PAPER,
        'title': say('Boekje van {name}', name=now.nickname) if now.nickname else say('Mijn boekje'),
        'date': say.full_date(moments[-1].day),
        'avatar': tinted(now.avatar or 'sail'),
        'sides': _sides(moments, pictures, say),
        'changes': new_and_gone(moments, small, say),
        'story': mark('story', say('Mijn verhaal')) | _story(moments, small, say),
        'done': mark('done', say('Dat heb ik gedaan')) | _done(moments, small, say),
        'photos': mark('photos', say('Mijn foto’s')) | _photos(pictures, say),
    }
    return typeset('book', data, say, pictures, small)


def _sides(moments: Sequence[Moment], pictures: PaperPictures, say: Language) -> list[Data]:
    now = side(moments[-1], say('Nu'), pictures, say)
    return [now] if len(moments) == 1 else [side(moments[0], say('Toen'), pictures, say), now]


def _story(moments: Sequence[Moment], pictures: PaperPictures, say: Language) -> Data:
    """The first moment and the last ones, each with what came since the one before; nothing without a contact.

    Between the first and the others stands how many there is no room for.
    """
    told = [*moments[:1], *moments[1:][-(MOST_MOMENTS - 1) :]] if len(moments) > 1 else []
    more = len(moments) - MOST_MOMENTS
    words = say.count(
        'En nog {number} gesprek. Het staat in het verhaal op je kompas.',
        'En nog {number} gesprekken. Ze staan in het verhaal op je kompas.',
        more,
    )
    return {
        'moments': [_moment(one, moments[-1], pictures, say) for one in told],
        'rest': mark('began-together', words) if more > 0 else None,
    }


def _done(moments: Sequence[Moment], pictures: PaperPictures, say: Language) -> Data:
    """The steps that were done last, and in words how many before them there is no room for."""
    steps = [step for moment in moments for step in moment.done]
    more = len(steps) - MOST_STEPS
    words = say.count(
        'En nog {number} stap. Die staat in het verhaal op je kompas.',
        'En nog {number} stappen. Ze staan in het verhaal op je kompas.',
        more,
    )
    shown = done(steps[-MOST_STEPS:], moments[-1].day, pictures, say, most=MOST_STEPS)
    return shown | {'rest': mark('steps', words) if more > 0 else None}


def _photos(pictures: PaperPictures, say: Language) -> Data:
    """The newest photos and drawings, and in words how many older ones there is no room for."""
    more = pictures.printable - MOST_PHOTOS
    words = say.count(
        'En nog {number} foto of tekening. Die staat in het album op je kompas.',
        'En nog {number} foto’s en tekeningen. Ze staan in het album op je kompas.',
        more,
    )
    pages = [page for page in photo_pages(pictures, MOST_PHOTOS, say) if page]
    return {'pages': pages, 'rest': mark('photos', words) if more > 0 and pages else None}


def _moment(moment: Moment, last: Moment, pictures: PaperPictures, say: Language) -> Data:
    shown = set_apart(drawing.miniature(moment.compass, say, pictures.source))
    return {
        'day': say.capital(say('Nu') if moment.is_now else say.full_date(moment.day)),
        'compass': shown,
        'done': done(moment.done, last.day, pictures, say, most=DONE_IN_MOMENT),
        'said': [one for about in About if (one := _said(moment.looked_back, about, last, pictures, say))['things']],
    }


def _said(looks: Sequence[LookBack], about: About, last: Moment, pictures: PaperPictures, say: Language) -> Data:
    answers = [one for look in looks for one in look.said(about) if shows(last.compass.album, one)]
    heading = mark('face-good', say('Ging goed')) if about is About.WENT_WELL else mark('learn', say('Geleerd'))
    shown = [looked_back(one, about, pictures, say) for one in answers[:SAID_IN_MOMENT]]
    return heading | {'things': shown, 'more': max(0, len(answers) - SAID_IN_MOMENT)}
