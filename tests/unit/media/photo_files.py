"""Makers of the files that people, phones and attackers send as a photo."""

import io
import struct
import zlib
from collections.abc import Iterator
from random import Random
from typing import Any

import pillow_heif
from PIL import ExifTags, Image, ImageCms

pillow_heif.register_heif_opener()

RED, GREEN, BLUE, YELLOW = (225, 30, 30), (30, 170, 40), (30, 50, 215), (235, 220, 40)
CORNERS = {('top', 'left'): RED, ('top', 'right'): GREEN, ('bottom', 'left'): BLUE, ('bottom', 'right'): YELLOW}
STREET = 'Kerkstraat'
"""A word that stands in everything about a photo that is not the photo."""
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>{STREET}</rdf></x:xmpmeta>'.encode()


def flag(size: tuple[int, int] = (400, 300)) -> Image.Image:
    """A picture with another colour in each corner."""
    picture = Image.new('RGB', size)
    middle, centre = size[0] // 2, size[1] // 2
    for (row, column), colour in CORNERS.items():
        left, top = middle * (column == 'right'), centre * (row == 'bottom')
        picture.paste(colour, (left, top, size[0] if left else middle, size[1] if top else centre))
    return picture


def scene(size: tuple[int, int], seed: int = 1) -> Image.Image:
    """Something with about as much detail as a photo."""
    random = Random(seed)
    picture: Image.Image | None = None
    for width, weight in ((8, 1.0), (32, 0.33), (128, 0.23), (512, 0.13), (2048, 0.06)):
        small = (min(width, size[0]), max(1, min(width * size[1] // size[0], size[1])))
        layer = Image.frombytes('RGB', small, random.randbytes(small[0] * small[1] * 3)).resize(size)
        picture = layer if picture is None else Image.blend(picture, layer, weight)
    assert picture
    return picture


def exif(orientation: int = 1) -> bytes:
    """What a phone writes into a photo: how it was held, and where."""
    block = Image.Exif()
    block[0x0112] = orientation
    block[0x010E] = STREET
    block[0x8825] = {1: 'N', 2: (52.0, 22.0, 12.5), 3: 'E', 4: (4.0, 53.0, 42.6), 28: STREET.encode()}
    return block.tobytes()


def encoded(picture: Image.Image, kind: str, **options: Any) -> bytes:
    content = io.BytesIO()
    picture.save(content, kind, **options)
    return content.getvalue()


def full_of_words(picture: Image.Image, kind: str, orientation: int = 1) -> bytes:
    """A photo with EXIF, GPS, XMP, a colour profile and, where the kind has them, comments."""
    extra: dict[str, Any] = {'exif': exif(orientation), 'icc_profile': srgb()}
    if kind == 'PNG':
        chunks = [chunk(b'tEXt', b'Comment\0' + STREET.encode()), chunk(b'iTXt', b'XML:com.adobe.xmp' + bytes(5) + XMP)]
        return with_chunks(encoded(picture, kind, **extra), *chunks)
    if kind == 'JPEG':
        extra['comment'] = STREET
    return encoded(picture, kind, xmp=XMP, **extra)


def several(*pictures: Image.Image, kind: str, **options: Any) -> bytes:
    """An animation, or the several photos of an MPO."""
    return encoded(pictures[0], kind, save_all=True, append_images=pictures[1:], **options)


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile('sRGB')).tobytes()


def red_means_green() -> bytes:
    """A colour profile that swaps red and green."""
    return srgb().replace(b'rXYZ', b'....').replace(b'gXYZ', b'rXYZ').replace(b'....', b'gXYZ')


def chunk(name: bytes, content: bytes = b'') -> bytes:
    """One chunk of a PNG."""
    return struct.pack('>I', len(content)) + name + content + struct.pack('>I', zlib.crc32(name + content))


def png(width: int, height: int, *, bits: int, colour: int, rows: bytes, before: bytes = b'') -> bytes:
    """A PNG with this header, whatever its content; `rows` are compressed already, `before` are more chunks."""
    header = struct.pack('>IIBBBBB', width, height, bits, colour, 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + before + chunk(b'IDAT', rows) + chunk(b'IEND')


def with_chunks(image: bytes, *chunks: bytes) -> bytes:
    """A PNG with more chunks, right after its header."""
    return image[:33] + b''.join(chunks) + image[33:]


def claiming(kind: str, width: int, height: int) -> bytes:
    """A small photo whose header says that it is as large as this."""
    image = encoded(flag(), kind)
    mark, after, form = {
        'JPEG': (b'\xff\xc0', 3, '>2H'),
        'PNG': (b'IHDR', 0, '>2I'),
        'WEBP': (b'\x9d\x01\x2a', 0, '<2H'),
        'HEIF': (b'ispe', 4, '>2I'),
    }[kind]
    place = image.index(mark) + len(mark) + after
    sizes = (height, width) if kind == 'JPEG' else (width, height)
    content = image[:place] + struct.pack(form, *sizes) + image[place + struct.calcsize(form) :]
    return content[:8] + chunk(b'IHDR', content[16:29]) + content[33:] if kind == 'PNG' else content


def zeros(count: int) -> bytes:
    """So many zeros, compressed, without ever holding them."""
    packer, block = zlib.compressobj(9), bytes(1024 * 1024)
    packed = b''.join(packer.compress(block) for _ in range(count // len(block)))
    return packed + packer.compress(bytes(count % len(block))) + packer.flush()


def endless_scans(side: int = 7000, scans: int = 2000) -> bytes:
    """A small progressive JPEG that says everything again, thousands of times: minutes of work."""
    image = encoded(Image.new('L', (side, side)), 'JPEG', progressive=True)
    last = image[image.rindex(b'\xff\xda') : -2]
    return image[:-2] + last * scans + image[-2:]


def chunks_of(webp: bytes) -> Iterator[bytes]:
    """The name of each chunk of a WebP, whose sizes must add up to all of it."""
    kind, size, form = struct.unpack('<4sI4s', webp[:12])
    assert (kind, size + 8, form) == (b'RIFF', len(webp), b'WEBP')
    place = 12
    while place < len(webp):
        name, size = struct.unpack('<4sI', webp[place : place + 8])
        yield name
        place += 8 + size + size % 2
    assert place == len(webp)


def gps_of(image: bytes) -> dict[int, Any]:
    """The GPS block that a file still has."""
    return dict(Image.open(io.BytesIO(image)).getexif().get_ifd(ExifTags.IFD.GPSInfo))
