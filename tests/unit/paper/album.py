"""A compass with photos, drawings and voices, and what is found of them on its sheet."""

import json
from functools import cache
from io import BytesIO
from itertools import count

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from model.compass.album import Added, Attachment, Size, Sort
from model.compass.target import Target
from model.media import sketch
from tests.unit.paper.printed import DUTCH, MM, TODAY, full, printed
from ui.paper.sheet import Sheet

LYING, UPRIGHT, SQUARE, LONG = (1600, 1200), (1200, 1600), (1600, 1600), (1600, 900)
COLOURS = ('red', 'lime', 'blue', 'yellow', 'cyan', 'magenta', 'black', 'gray', 'maroon', 'navy', 'teal', 'olive')


@cache
def one_colour(size, colour, exif):
    content = BytesIO()
    Image.new('RGB', size, colour).save(content, 'WEBP', exif=exif)
    return content.getvalue()


class Album:
    """A compass with the content of its attachments; photos are one colour each, so that one sees which is which."""

    def __init__(self, now, compass=None):
        self.compass = compass or full()
        self.contents: dict[tuple[str, Size], bytes] = {}
        self._now = now
        self._ids = (f'{number:016x}' for number in count(1))

    def photo(self, colour, place='album', size=LYING, *, paper=True, own_device=True, exif=None):
        """A photo as `model.media.photos` keeps it."""
        attachment = self._attachment(Sort.PHOTO, place, own_device=own_device)
        tile = [round(side * min(320 / min(size), 960 / max(size))) for side in size]
        for which, sides in ((Size.SCREEN, size), (Size.TILE, tile)):
            content = one_colour(tuple(sides), colour, exif.tobytes() if exif else b'')
            self.contents[attachment.id, which] = content
        return self._kept(attachment, paper)

    def drawing(self, place='album'):
        """One thick green line."""
        attachment = self._attachment(Sort.DRAWING, place)
        strokes = [{'colour': 3, 'size': 2, 'points': [[100, 500, 100], [900, 500, 100]]}]
        self.contents[attachment.id, Size.SCREEN] = sketch.svg(json.dumps({'strokes': strokes}).encode())
        return self._kept(attachment, True)

    def voice(self, place):
        return self._kept(self._attachment(Sort.VOICE, place), True)

    def read(self, attachment, size):
        return self.contents[attachment.id, size]

    def on_sheet(self, sheet=Sheet.A4, say=DUTCH, **asked):
        return printed(self.compass, sheet, say, self.read, **asked)

    def colours(self, sheet=Sheet.A4, **asked):
        """The colours of the photos on the sheet, in reading order."""
        return [colour_of(image) for image in images(self.on_sheet(sheet, **asked))]

    def _attachment(self, sort, place, own_device=True):
        added = Added(at=self._now, key='a', own_device=own_device)
        return Attachment(id=next(self._ids), sort=sort, target=Target.parse(place), added=added)

    def _kept(self, attachment, paper):
        self.compass.attach(attachment, TODAY)
        self.compass.album.set_on_paper(attachment.id, on_paper=paper)
        return attachment.id


def images(pdf):
    """Image objects of the first page, from the top down, and along the line."""
    found = pdfium.PdfDocument(pdf)[0].get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=20)
    return sorted(found, key=lambda image: (-round(image.get_bounds()[3]), image.get_bounds()[0]))


def printed_size(image):
    """Width and height in millimetres of the whole picture, what falls outside its patch included."""
    left, bottom, right, top = image.get_bounds()
    return (right - left) / MM, (top - bottom) / MM


def colour_of(image):
    pixel = image.get_bitmap().to_pil().convert('RGB').resize((1, 1)).tobytes()
    known = {name: Image.new('RGB', (1, 1), name).tobytes() for name in COLOURS}
    return min(known, key=lambda name: sum(abs(a - b) for a, b in zip(known[name], pixel, strict=True)))
