"""P25: how long a sheet takes, for a full compass of 20 strengths and 4 steps, without and with ten photos of 12 MP.

python benchmarks/poster.py
"""

import asyncio
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from PIL import Image

sys.path.insert(0, str(Path(__file__).parent.parent))

from model.catalogue.conditions import CONDITIONS
from model.catalogue.questions import STEPS
from model.compass.album import Added, Attachment, Size, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.target import Target
from model.media import photos
from model.storage.files.storage import open_files
from model.storage.protocols import Attachments
from model.words import language
from ui.paper.pictures import Read
from ui.paper.poster import poster
from ui.paper.sheet import Sheet

TODAY, NOW = date(2026, 11, 22), datetime(2026, 11, 22, 10)
TIMES, PHOTOS = 40, 10


def photo(seed: int) -> Image.Image:
    """Twelve megapixels with as much in them as a real photo, every third one upright."""
    size = (3000, 4000) if seed % 3 == 0 else (4000, 3000)
    picture = Image.new('RGB', size, 'grey')
    for detail, share in ((8, 1.0), (32, 0.4), (128, 0.25), (512, 0.15), (2048, 0.06)):
        grain = Image.frombytes('RGB', (detail, detail), Random(seed).randbytes(detail * detail * 3))
        picture = Image.blend(picture, grain.resize(size, Image.Resampling.BICUBIC), share)
    return picture


async def take(stored: Attachments) -> list[Attachment]:
    """Ten photos as they are kept, without a place yet."""
    taken = []
    for number in range(PHOTOS):
        attachment = Attachment(
            id=f'{number:016x}',
            sort=Sort.PHOTO,
            target=Target.parse('album'),
            added=Added(at=NOW, key='', own_device=True),
            on_paper=True,
        )
        with stored.aside() as received, stored.aside() as screen, stored.aside() as tile:
            photo(number).save(received, 'JPEG', quality=90)
            await photos.shrink(received, screen, tile)
            stored.put(attachment, {Size.SCREEN: screen, Size.TILE: tile})
        taken.append(attachment)
    return taken


def full(number: int) -> Compass:
    """A full compass; `number` makes each one another, so that nothing is answered from a cache."""
    compass = Compass(made=NOW, nickname=f'Sam {number}', avatar='avatar-cat')
    for condition in CONDITIONS.values():
        for tile in condition.tiles[:5]:
            compass.strengths.choose(condition.key, Answer(tile=tile.key), TODAY)
    compass.strengths.mark_heart(compass.strengths.items[number % 20].id, heart=True)
    compass.wishes.choose(Answer(words=f'een huis met {number} kamers'), TODAY)
    for place, tile in enumerate(STEPS.tiles[:4]):
        words = f'{tile.word} {number}, en daarna samen wat eten'
        step = compass.steps.start(Answer(words=words), TODAY)
        compass.steps.choose_companion(step.id, Answer(tile='father'), TODAY)
        compass.steps.choose_day(step.id, TODAY + timedelta(days=place + number % 28))
    return compass


def with_photos(compass: Compass, taken: list[Attachment], boxes: int) -> None:
    """The first `boxes` beside the compass; the wish, two steps and the ring share the rest."""
    owners = (f'wish.{compass.wishes.now}', *(f'step.{one.id}' for one in compass.steps.items[:2]))
    ring = (f'strength.{one.id}' for one in compass.strengths.on('belong', compass.album))
    places: Iterator[str] = iter((*['album'] * boxes, *owners, *ring))
    for attachment, place in zip(taken, places, strict=False):
        kept = attachment.model_copy(update={'target': Target.parse(place)})
        compass.attach(kept, TODAY)
        compass.album.set_on_paper(kept.id, on_paper=True)


def timed(number: int, sheet: Sheet, read: Read, taken: list[Attachment], boxes: int) -> tuple[float, float, int]:
    """Milliseconds for one sheet, those of the server's processor alone, and its bytes."""
    compass, address = full(number), f'https://kompas.voorbeeld.nl/k#{number:022d}'
    with_photos(compass, taken, boxes)
    start, worked = perf_counter(), process_time()
    pdf = poster(
        *(compass, read, language('nl'), TODAY), sheet=sheet, address=address, everything=False, local_only=False
    )
    return (perf_counter() - start) * 1000, (process_time() - worked) * 1000, len(pdf)


def measure(sheet: Sheet, read: Read, taken: list[Attachment], boxes: int, numbers: Iterator[int]) -> str:
    """One line of the table."""
    warm, worked = [], []
    for _ in range(TIMES):
        speed, work, size = timed(next(numbers), sheet, read, taken, boxes)
        warm.append(speed)
        worked.append(work)
    name = f'{len(taken)}, {boxes} in the box' if taken else 'none'
    measured = (median(warm), quantiles(warm, n=20)[-1], max(warm), median(worked), size / 1000)
    return f'{sheet:<7}{name:<18}' + ''.join(f'{figure:>8.0f}' for figure in measured)


def main() -> None:
    """Print the table."""
    numbers = count(1)
    with TemporaryDirectory() as folder:
        storage = open_files(Path(folder), bytes(32))
        stored = storage.attachments(storage.compasses.create(NOW).id)
        taken = asyncio.run(take(stored))
        heads = ''.join(f'{head:>8}' for head in ('p50', 'p95', 'worst', 'cpu', 'kB'))
        print(f'{"sheet":<7}{"photos":<18}{heads}   (P25: at most 500 ms)')
        for sheet in Sheet:
            print(measure(sheet, stored.read, [], 0, numbers))
            for boxes in (1, 2, 3, 6):
                print(measure(sheet, stored.read, taken, boxes, numbers))


if __name__ == '__main__':
    main()
