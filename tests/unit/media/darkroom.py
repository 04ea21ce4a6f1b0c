"""A folder in which one file becomes two pictures, and what tests want to know of it."""

import asyncio
import io
import time
from pathlib import Path

import pytest
from PIL import Image

from model.media import photos
from model.media.photos import Refusal, Refused, shrink
from model.turns import NO_PLACE, Place
from tests.patience import within
from tests.unit.media.photo_files import STREET, chunks_of


class Darkroom:
    """A folder with a received file and the two pictures made of it."""

    def __init__(self, folder: Path) -> None:
        self.received, self.screen, self.tile = (folder / name for name in ('received', 'screen', 'tile'))

    async def make(self, content: bytes, place: Place = NO_PLACE) -> tuple[Image.Image, Image.Image]:
        """Both pictures, after a look at their bytes."""
        self.received.write_bytes(content)
        await shrink(self.received, self.screen, self.tile, place=place)
        return self._looked_at(self.screen.read_bytes()), self._looked_at(self.tile.read_bytes())

    async def refusal(self, content: bytes) -> Refusal:
        """Why this file is refused, after a look that nothing is left of it, and that it did not take too long."""
        self.received.write_bytes(content)
        began = time.perf_counter()
        with pytest.raises(Refused) as refused:
            await shrink(self.received, self.screen, self.tile)
        assert time.perf_counter() - began < within(5)
        assert not self.left_over
        return refused.value.why

    @property
    def left_over(self) -> list[Path]:
        return [path for path in (self.screen, self.tile) if path.exists()]

    @property
    def workers(self) -> list[int]:
        """The processes that work on a file of this folder."""
        return [pid for pid, words in running() if str(self.received) in words and photos.WORKER[-1] in words]

    async def worker(self) -> int:
        """The process that works on the file, once there is one that has begun."""
        async with asyncio.timeout(within(4)):
            while not self.workers or not self.left_over:
                await asyncio.sleep(0.005)
        return self.workers[0]

    @staticmethod
    def _looked_at(content: bytes) -> Image.Image:
        assert list(chunks_of(content)) == [b'VP8 ']
        lowered = content.lower()
        assert not [word for word in (b'exif', b'gps', b'xmp', b'icc', STREET.lower().encode()) if word in lowered]
        image = Image.open(io.BytesIO(content), formats=('WEBP',))
        assert image.convert('RGB').size == image.size
        return image


def running() -> list[tuple[int, list[str]]]:
    """Every process of this machine and the words it was started with."""
    found = []
    for folder in Path('/proc').glob('[0-9]*'):
        try:
            found.append((int(folder.name), (folder / 'cmdline').read_text(errors='replace').split('\0')))
        except OSError:
            continue
    return found


def colour_at(image: Image.Image, row: str, column: str) -> tuple[int, int, int]:
    """The colour of a corner, a little inwards."""
    x, y = image.width // 8, image.height // 8
    place = (x if column == 'left' else image.width - 1 - x, y if row == 'top' else image.height - 1 - y)
    red, green, blue = image.convert('RGB').getpixel(place)  # type: ignore[misc]
    return red, green, blue


def alike(colour, other, *, within: int = 14) -> bool:
    return all(abs(one - two) <= within for one, two in zip(colour, other, strict=True))
