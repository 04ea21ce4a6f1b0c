"""The photos, drawings and library pictures of a compass as they go on paper."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from contextlib import suppress
from copy import copy
from functools import partial
from html import escape
from io import BytesIO
from math import ceil

from PIL import Image

from model.compass.album import Attachment, Size, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.media import photos
from model.pictures import library
from ui.paper.apart import Apart, apart
from ui.paper.sheet import Box

Read = Callable[[Attachment, Size], bytes]
"""The content of an attachment. Raises `LookupError` when there is none, `OSError`."""

DPI = 220
"""Sharp from where one stands: a little more than 200, for what is lost in rounding."""
PATCH, LARGE = 37, 60
"""Millimetres of the largest square that an answer is shown in, and where few are shown, which stand larger."""
FEW = 3
"""Pictures on the compass; with more, reading them all at their largest would take too long."""
MOST_POINTS, LEAST_POINTS = 40_000, 1_000
"""Points of all drawings on a sheet together, which take half a second; and of each at least."""
MILLIMETRES = 25.4
ABOVE = 0.35
"""Of what is cut off above and below, how much above: faces are in the upper half."""


class PaperPictures:
    """What may be printed of one compass. A picture whose content is gone is as one that is not there."""

    def __init__(self, compass: Compass, read: Read) -> None:
        self._album = compass.album
        self._read = read
        self._squares: dict[str, str | None] = {}
        self._drawings: dict[str, str] = {}
        self.apart: list[Apart] = []
        """Those that were asked for, without the library's: what stands for them in the data is their name."""
        on_compass = [one for one in self._album.pictures if one.on_paper and one.target.is_on_compass]
        drawings = sum(one.on_paper and one.sort is Sort.DRAWING for one in self._album.pictures)
        self._points = max(LEAST_POINTS, MOST_POINTS // max(1, drawings))
        self._patch: float = PATCH if len(on_compass) > FEW else LARGE
        self.has_library = False
        """Whether a picture of the library was among those that were asked for: its makers are named then."""

    def smaller(self, patch: float) -> 'PaperPictures':
        """The same, where an answer is shown in a square of `patch` mm; a drawing goes to the press once for both."""
        other = copy(self)
        other._patch, other._squares, other.apart = patch, {}, []
        return other

    def source(self, answer: Answer) -> str | None:
        """The picture of an answer as a `data:` URI, or the name of one `apart`, a photo cut square; None for none."""
        attachment = self._album.get(answer.picture)
        if attachment and attachment.on_paper:
            if attachment.id not in self._squares:
                self._squares[attachment.id] = self._square(attachment)
            return self._squares[attachment.id]
        found = _sticker(answer.sticker) if answer.sticker else None
        self.has_library = self.has_library or found is not None
        return found

    def patch(self, answer: Answer) -> str | None:
        """The same as an SVG that fills a square."""
        source = self.source(answer)
        return _framed(source, Box(0, 0, 1, 1), 1, 1) if source else None

    @property
    def loose(self) -> list[tuple[Attachment, float]]:
        """Photos and drawings that are printed beside the compass and not on it, the newest first, with their shapes.

        A shape is width over height.
        """
        return self._shaped(one for one in self._album.pictures if one.on_paper and not one.target.is_on_compass)

    @property
    def printable(self) -> int:
        """How many photos and drawings may be printed, wherever they stand."""
        return sum(one.on_paper for one in self._album.pictures)

    def newest(self, most: int) -> list[tuple[Attachment, float]]:
        """The same as `loose` with those on the compass too, and no more than `most`."""
        return self._shaped([one for one in self._album.pictures if one.on_paper][:most])

    def filling(self, attachment: Attachment, width: float, height: float) -> str | None:
        """An SVG of this shape that a photo fills and a drawing stands in whole, sharp at `width` × `height` mm."""
        with suppress(LookupError, OSError):
            if attachment.sort is Sort.DRAWING:
                return _framed(self._drawing(attachment), Box(0, 0, width, height), width, height, whole=True)
            return self._photo(attachment, width, height)
        return None

    def _square(self, attachment: Attachment) -> str | None:
        with suppress(LookupError, OSError):
            if attachment.sort is Sort.DRAWING:
                return self._drawing(attachment)
        for size in (Size.TILE,) if self._patch <= PATCH else (Size.SCREEN, Size.TILE):
            with suppress(LookupError, OSError):
                photo = self._read(attachment, size)
                return self._jpeg(photos.for_paper(BytesIO(photo), _pixels(self._patch), square=True))
        return None

    def _drawing(self, attachment: Attachment) -> str:
        if attachment.id not in self._drawings:
            read = partial(self._read, attachment, Size.SCREEN)
            if not read():
                raise LookupError(attachment.id)
            self._drawings[attachment.id] = self._put_apart(apart('svg+xml', read, self._points))
        return self._drawings[attachment.id]

    def _jpeg(self, photo: bytes) -> str:
        return self._put_apart(apart('jpeg', lambda: photo))

    def _put_apart(self, picture: Apart) -> str:
        self.apart.append(picture)
        return picture.name

    def _photo(self, attachment: Attachment, width: float, height: float) -> str:
        tile = self._read(attachment, Size.TILE)
        with Image.open(BytesIO(tile), formats=('WEBP',)) as image:
            wide, tall = image.size
        scale = max(width / wide, height / tall)
        whole = Box((width - wide * scale) / 2, (height - tall * scale) * ABOVE, wide * scale, tall * scale)
        longest = _pixels(max(whole.width, whole.height))
        # the small version where it is sharp enough: it is read ten times as fast
        enough = tile if longest <= max(wide, tall) else self._read(attachment, Size.SCREEN)
        return _framed(self._jpeg(photos.for_paper(BytesIO(enough), longest)), whole, width, height)

    def _shaped(self, wanted: Iterable[Attachment]) -> list[tuple[Attachment, float]]:
        shapes = [(one, self._shape(one)) for one in wanted]
        return [(one, shape) for one, shape in shapes if shape]

    def _shape(self, attachment: Attachment) -> float | None:
        with suppress(LookupError, OSError):
            if attachment.sort is Sort.DRAWING:
                return 1 if self._drawing(attachment) else None
            with Image.open(BytesIO(self._read(attachment, Size.TILE)), formats=('WEBP',)) as image:
                return image.width / image.height
        return None


def _pixels(millimetres: float) -> int:
    return ceil(millimetres / MILLIMETRES * DPI)


def _sticker(code: str) -> str | None:
    with suppress(library.NoSuchPicture):
        return _svg(library.drawing(code))
    return None


def _framed(source: str, place: Box, width: float, height: float, *, whole: bool = False) -> str:
    """What is seen of a picture through a frame of `width` × `height`."""
    cut = 'meet' if whole else 'slice'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">'
        f'<image href="{escape(source)}" x="{place.x:g}" y="{place.y:g}" width="{place.width:g}" '
        f'height="{place.height:g}" preserveAspectRatio="xMidYMid {cut}"/></svg>'
    )


def _svg(drawing: bytes) -> str:
    return f'data:image/svg+xml;base64,{b64encode(drawing).decode()}'
