"""A compass on paper, and what a reader and a phone find on it."""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import zxingcpp

from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.when import PartOfDay
from model.words import Language
from ui.paper import press_worker
from ui.paper.apart import sent
from ui.paper.poster import poster
from ui.paper.sheet import Sheet

TODAY = date(2026, 11, 22)
ADDRESS = 'https://kompas.voorbeeld.nl/k#AbCdEfGhIjKlMnOpQrStUv'
DUTCH = Language('nl')
MM = 72 / 25.4


def nothing(*_):
    """Reads the attachments of a compass that has none."""
    raise LookupError


def tile(key):
    return Answer(tile=key)


def own(words):
    return Answer(words=words)


def full():
    """Twenty strengths, a wish, four open steps, one of them with a person and a day."""
    compass = Compass(made=datetime(2026, 11, 22, 10), nickname='Sam', avatar='avatar-cat')
    for condition in CONDITIONS.values():
        for one in condition.tiles[:5]:
            compass.strengths.choose(condition.key, tile(one.key), TODAY)
    compass.wishes.choose(tile('own-place'), TODAY)
    for answer in (own('Taart bakken'), tile('apply'), tile('call'), tile('walk')):
        compass.steps.start(answer, TODAY)
    first = compass.steps.items[0].id
    compass.steps.choose_companion(first, tile('father'), TODAY)
    compass.steps.choose_day(first, TODAY + timedelta(days=6))
    compass.steps.choose_part_of_day(first, PartOfDay.AFTERNOON)
    return compass


def empty():
    return Compass(made=datetime(2026, 11, 22, 10))


def everywhere(text):
    """A compass that says a text in each place for words."""
    compass = empty()
    compass.call_me(text[:40])
    compass.strengths.choose('belong', own(text), TODAY)
    compass.wishes.choose(own(text), TODAY)
    step = compass.steps.start(own(text), TODAY)
    compass.steps.choose_companion(step.id, own(text), TODAY)
    return compass


def whole(data, apart):
    """What the worker makes of the data and the pictures that are sent to it."""
    return press_worker.whole(BytesIO(b''.join(sent(data, apart))))


def printed(compass, sheet=Sheet.A4, say=DUTCH, read=nothing, **asked):
    usual: dict[str, Any] = {'address': ADDRESS, 'everything': False, 'local_only': False}
    return poster(compass, read, say, TODAY, sheet=sheet, **usual | asked)


def words(pdf):
    """All text of all pages, without the places where long words may break."""
    pages = (page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf))
    return ' '.join(' '.join(pages).replace('\u200b', '').split())


def picture(pdf, page=0):
    return pdfium.PdfDocument(pdf)[page].render(scale=200 / 72).to_pil().convert('RGB')


def codes(image):
    return zxingcpp.read_barcodes(image)
