"""Photos damaged in every way that chance finds, the same ones for the same seed."""

import struct
import zlib
from collections.abc import Iterator
from random import Random

from tests.unit.media.photo_files import encoded, exif, full_of_words, scene, several, srgb

SMALL = (160, 120)
EXTREMES = (b'\0\0\0\0', b'\xff\xff\xff\xff', b'\x7f\xff\xff\xff', b'\0\0\xff\xff', b'\xff\xff\0\0', b'\0\0\0\1')


def originals(size: tuple[int, int]) -> list[bytes]:
    """Good files of every kind that is accepted."""
    picture = scene(size)
    clear = picture.copy()
    clear.putalpha(picture.convert('L'))
    return [
        full_of_words(picture, 'JPEG', 6),
        encoded(picture, 'JPEG', progressive=True, exif=exif(8)),
        encoded(picture.convert('CMYK'), 'JPEG', icc_profile=srgb()),
        several(picture, scene(size, 2), kind='MPO', exif=exif(3)),
        full_of_words(clear, 'PNG', 5),
        encoded(picture.quantize(64), 'PNG', transparency=3),
        encoded(picture.convert('L').convert('I;16'), 'PNG'),
        full_of_words(clear, 'WEBP', 6),
        encoded(picture, 'WEBP', lossless=True),
        full_of_words(picture, 'HEIF', 6),
        encoded(picture, 'HEIF', tile_size=64),
        encoded(clear, 'HEIF'),
    ]


def mutants(count: int, seed: int, size: tuple[int, int] = SMALL) -> Iterator[bytes]:
    """So many damaged files, of each kind as many."""
    random = Random(seed)
    good = originals(size)
    for number in range(count):
        yield _damaged(good[number % len(good)], good, random)


def _damaged(image: bytes, others: list[bytes], random: Random) -> bytes:
    content = bytearray(image)
    for _ in range(random.randint(1, 3)):
        random.choice((_flip, _flip, _cut, _overwrite, _repeat, _splice))(content, others, random)
    # a decoder of PNG looks no further than a wrong checksum: most of the damage must hide from it
    return _checked_anew(bytes(content)) if content.startswith(b'\x89PNG') and random.random() < 0.8 else bytes(content)


def _place(content: bytearray, random: Random) -> int:
    """Anywhere, but half of the time in the headers."""
    return random.randrange(max(1, min(len(content), random.choice((700, len(content))))))


def _flip(content: bytearray, others: list[bytes], random: Random) -> None:
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        if content:
            content[_place(content, random)] ^= 1 << random.randrange(8)


def _cut(content: bytearray, others: list[bytes], random: Random) -> None:
    del content[_place(content, random) :]


def _overwrite(content: bytearray, others: list[bytes], random: Random) -> None:
    """A number that is far too large, or none."""
    place = _place(content, random)
    content[place : place + 4] = random.choice(EXTREMES)


def _repeat(content: bytearray, others: list[bytes], random: Random) -> None:
    place = _place(content, random)
    content[place:place] = content[place : place + random.randint(1, 400)] * random.choice((1, 2, 30))


def _splice(content: bytearray, others: list[bytes], random: Random) -> None:
    """A piece of another kind of photo, over what was there or in between."""
    other = random.choice(others)
    begin, place = random.randrange(len(other)), _place(content, random)
    piece = other[begin : begin + random.randint(4, 2000)]
    content[place : place + random.choice((0, len(piece)))] = piece


def _checked_anew(image: bytes) -> bytes:
    """A PNG whose checksums are right again, as far as its chunks can be followed."""
    made, place = bytearray(image[:8]), 8
    while place + 12 <= len(image):
        size = struct.unpack('>I', image[place : place + 4])[0]
        end = place + 8 + size
        if end + 4 > len(image):
            break
        made += image[place:end] + struct.pack('>I', zlib.crc32(image[place + 4 : end]))
        place = end + 4
    return bytes(made + image[place:])
