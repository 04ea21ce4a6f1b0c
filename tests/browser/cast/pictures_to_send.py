"""Files as people have them on their phones, and some that nobody should have."""

import struct
import zlib
from pathlib import Path

import pillow_heif
from PIL import Image

SIDEWAYS = 6
"""How EXIF says that a photo was taken with the phone upright."""


def photo_of_12_megapixels(path: Path) -> Path:
    """A JPEG of a phone, 4032×3024 and held upright (red above), with a maker, a place on earth and much detail."""
    size = (4032, 3024)
    detail = Image.blend(
        Image.effect_noise((400, 300), 90).resize(size, Image.Resampling.BICUBIC), Image.effect_noise(size, 60), 0.35
    )
    # turned by EXIF, what is on the left here is above
    above = Image.linear_gradient('L').rotate(-90).resize(size)
    image = Image.merge('RGB', (above, detail, detail))
    exif = image.getexif()
    exif[0x0112], exif[0x010F] = SIDEWAYS, 'Telefoon'
    exif.get_ifd(0x8825).update({1: 'N', 2: (52.0, 5.0, 1.0), 3: 'E', 4: (5.0, 7.0, 1.0)})
    image.save(path, quality=92, exif=exif)
    return path


def too_many_pixels(path: Path) -> Path:
    """60 megapixels, which a browser still reads."""
    return _white_png(path, 10_000, 6_000)


def fifty_megapixels(path: Path) -> Path:
    """As many as a phone calls "50 megapixels"."""
    return _white_png(path, 8192, 6144)


def bomb_of_900_megapixels(path: Path) -> Path:
    """110 kB that would take 3.6 GB."""
    return _white_png(path, 30_000, 30_000)


def _white_png(path: Path, width: int, height: int) -> Path:
    packer = zlib.compressobj(9)
    line = b'\0' + b'\xff' * (width // 8)
    rows = b''.join(packer.compress(line) for _ in range(height)) + packer.flush()
    head = struct.pack('>IIBBBBB', width, height, 1, 0, 0, 0, 0)
    parts = (b'IHDR' + head, b'IDAT' + rows, b'IEND')
    chunks = (struct.pack('>I', len(part) - 4) + part + struct.pack('>I', zlib.crc32(part)) for part in parts)
    path.write_bytes(b'\x89PNG\r\n\x1a\n' + b''.join(chunks))
    return path


def text_that_calls_itself_a_photo(path: Path) -> Path:
    """A file with the wrong name."""
    path.write_text('Beste mevrouw, hierbij stuur ik u de papieren. ' * 40)
    return path


def file_of_16_megabytes(path: Path) -> Path:
    """More than may leave a phone, and not to be made smaller there."""
    path.write_bytes(b'\xff\xd8\xff' + bytes(16 * 1024 * 1024))
    return path


def small_photo(path: Path, colour: str, size: tuple[int, int] = (640, 480)) -> Path:
    """A photo in one colour."""
    Image.new('RGB', size, colour).save(path, 'JPEG')
    return path


def heic_photo(path: Path) -> Path:
    """What an iPhone keeps its photos as; this browser cannot read it."""
    pillow_heif.register_heif_opener()
    Image.new('RGB', (640, 480), 'orange').save(path, 'HEIF')
    return path
