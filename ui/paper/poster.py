"""The compass on paper: a sheet for the fridge or a card for the wallet, as a PDF.

The lay-out is `assets/poster/poster.typ`. What it prints goes in as data: nothing a person wrote is read as markup.
"""

from dataclasses import asdict
from datetime import date

from model.catalogue.questions import HAPPENED, OBSTACLES, WISHES
from model.compass.compass import Compass
from model.compass.seen import printed
from model.compass.step import Step
from model.pictures.pictogram import tinted
from model.words import Language
from ui.look import drawing, qr
from ui.look.colours import tint_of
from ui.paper import photo_boxes
from ui.paper.legend import Legend
from ui.paper.letters import with_words_that_print
from ui.paper.marks import Call, answered, called, mark, step
from ui.paper.pictures import PaperPictures, Read
from ui.paper.set_words import set_apart
from ui.paper.sheet import PAPERS, Sheet
from ui.paper.typesetting import Data, typeset

# As many steps as there are colours: those to do first, then what was done.
_STEP_TINTS = [tint_of(condition) for condition in ('be-yourself', 'take-part', 'belong', 'matter')]


def poster(
    compass: Compass,
    read: Read,
    say: Language,
    today: date,
    *,
    sheet: Sheet,
    address: str | None,
    everything: bool,
    local_only: bool,
    call: Call | None = None,
) -> bytes:
    """A PDF, vector but for its photos. `address` is what the QR code holds, None for a sheet without one.

    `read` is how the attachments of the compass are read; what is not there is not printed.
    What a part does not let be printed is not; `everything` adds what is printed only when that is asked for: what
    happened and what is in the way, on the back of the sheet. `call` is someone to call, printed on the card for the
    wallet alone.
    Raises `ValueError` when the address is too long for a QR code.
    """
    compass = with_words_that_print(printed(compass, everything=everything))
    pictures = PaperPictures(compass, read)
    steps = [*compass.steps.to_do(today), *compass.steps.done][: len(_STEP_TINTS)]
    data = _front(compass, steps, pictures, say, today)
    data |= _laid_out(compass, pictures, say, sheet, steps=len(steps), code=address is not None)
    data['back'] = _back(compass, pictures, say)
    data['call'] = called(call, say) if call and sheet is Sheet.POCKET else None
    data['qr'] = qr.svg(address) if address is not None else None
    data['local'] = say('Werkt alleen op dit netwerk') if local_only else ''
    return typeset('poster', data, say, pictures)


def _front(compass: Compass, steps: list[Step], pictures: PaperPictures, say: Language, today: date) -> Data:
    return {
        'title': title(compass, say),
        'name': compass.nickname or say('Mijn kompas'),
        'date': say.full_date(today),
        'avatar': tinted(compass.avatar or 'sail'),
        'compass': set_apart(drawing.compass(compass, say, pictures.source)),
        'wish': answered(compass.wish.answer, WISHES, pictures, say) if compass.wish else None,
        'wish_label': mark('heart', say('Mijn wens')),
        'steps': [step(one, tint, pictures, say, today) for one, tint in zip(steps, _STEP_TINTS, strict=False)],
        'more': max(0, len(compass.steps.open) - len(_STEP_TINTS)),
        'empty': mark('new-step', say('Nieuwe stap')),
        'photo': mark('photos', say('Plak hier een foto')),
        'private': mark('lock', say('Alleen voor jou')),
        'code': say('QR-code van dit kompas'),
        'open': mark('my-phone', say('Open je kompas')),
    }


def title(compass: Compass, say: Language) -> str:
    """Whose compass it is."""
    return say('Kompas van {name}', name=compass.nickname) if compass.nickname else say('Mijn kompas')


def _laid_out(
    compass: Compass, pictures: PaperPictures, say: Language, sheet: Sheet, *, steps: int, code: bool
) -> Data:
    """The measures of the sheet with so many steps, and the places beside the compass."""
    paper, legend, boxes = PAPERS[sheet], [], []
    if sheet is not Sheet.POCKET:
        strengths = Legend(compass, paper, pictures, say)
        paper = paper.with_legend(strengths.height, steps)
        legend = strengths.placed(paper.under)
        boxes = paper.boxes(steps=steps, wish=compass.wish is not None, code=code)
    derived = {'gap': paper.gap, 'wish': paper.wish, 'card': paper.card(steps), 'below': paper.below.y}
    photos, empty = photo_boxes.filled(boxes, paper, pictures, say)
    return {
        'sheet': sheet.value,
        'paper': asdict(paper) | derived,
        'legend': legend,
        'photos': photos,
        'places': [box._asdict() for box in empty],
    }


def _back(compass: Compass, pictures: PaperPictures, say: Language) -> list[object]:
    parts = [(HAPPENED, compass.happened.items), (OBSTACLES, compass.obstacles.items)]
    return [
        [mark(part.key, say(part.word)), [answered(one, part, pictures, say) for one in answers]]
        for part, answers in parts
        if answers
    ]
