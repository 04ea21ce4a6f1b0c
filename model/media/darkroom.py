"""Makes two safe pictures of one file of unknown content: for the screen, and small for a tile.

Runs in a process of its own: `model/media/photo_worker.py`. It imports hardly anything of ours, so that a start costs
little.
"""

from contextlib import suppress
from enum import StrEnum, auto
from io import BytesIO
from typing import BinaryIO

from PIL import ExifTags, Image, ImageCms, JpegImagePlugin

from model.media.meant_colours import profile_of

FORMATS = ('JPEG', 'PNG', 'WEBP', 'HEIF')
MOST_PIXELS = 50 * 1024 * 1024
"""A phone's "50 megapixels" are 8192 × 6144."""
SCREEN_LONGEST = 1600
TILE_SHORTEST, TILE_LONGEST = 320, 960
QUALITY = 75
THREADS = 2

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes each EXIF orientation. `ImageOps.exif_transpose` writes the EXIF anew too, and fails over odd tags."""


class Refusal(StrEnum):
    """Why a file does not become a photo."""

    NOT_A_PHOTO = auto()
    """No JPEG, PNG, WebP or HEIC."""
    BROKEN = auto()
    """It began as one of those, but is damaged or cut off. Half a photo is not shown: sending it again may help."""
    MOVING = auto()
    """An animated PNG or WebP, or a GIF."""
    TOO_MANY_PIXELS = auto()
    """More than `MOST_PIXELS`, or more than fits in `MEMORY`."""
    TOO_SLOW = auto()
    """Not ready in time: a trap, or a machine that is too busy."""


class Refused(ValueError):
    """This file does not become a photo."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


def know_formats() -> None:
    """Teach Pillow what we accept. From here on it loads no more code: it may not open files while it works."""
    import pillow_heif
    from PIL import TiffImagePlugin, WebPImagePlugin  # noqa: F401  EXIF is a small TIFF

    Image.preinit()
    # a phone's MPO begins with the JPEG that we want; what it says of the pictures behind that one stays unread
    Image.register_open('JPEG', JpegImagePlugin.JpegImageFile, lambda start: start.startswith(b'\xff\xd8\xff'))
    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=THREADS)
    # Pillow warns above this, and refuses above twice this before it decodes anything
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2


def develop(file: BinaryIO) -> tuple[bytes, bytes]:
    """The WebP for the screen and the one for a tile. Raises `Refused`."""
    try:
        image = _recognised(file)
        picture = _for_screen(image)
        short, long = sorted(picture.size)
        tile = _shrunk(picture, min(TILE_SHORTEST / short, TILE_LONGEST / long))
        return _webp(picture), _webp(tile)
    except Refused:
        raise
    except (MemoryError, Image.DecompressionBombError) as error:
        raise Refused(Refusal.TOO_MANY_PIXELS) from error
    except Exception as error:
        raise Refused(Refusal.BROKEN) from error


def _recognised(file: BinaryIO) -> Image.Image:
    """The photo, not decoded yet: what its header says is checked first."""
    start = file.read(16)
    if start.startswith((b'GIF87a', b'GIF89a')):
        raise Refused(Refusal.MOVING)
    if not any(accepts(start) for _, accepts in map(Image.OPEN.__getitem__, FORMATS) if accepts):
        raise Refused(Refusal.NOT_A_PHOTO)
    image = Image.open(file, formats=FORMATS)
    # a HEIC may hold several photos, and then one of them is the first
    if image.format != 'HEIF' and getattr(image, 'is_animated', False):
        raise Refused(Refusal.MOVING)
    return image


def _for_screen(image: Image.Image) -> Image.Image:
    """The photo as it is seen: upright, without anything to see through, in sRGB, small enough."""
    # a JPEG is decoded at a half, a quarter or an eighth when that is enough
    image.draft(None, _size(image, SCREEN_LONGEST / max(image.size)))
    image.load()
    profile, points, turn = image.info.get('icc_profile'), image.info.get('nclx_profile'), _turn(image)
    picture = _shrunk(_on_white(image), SCREEN_LONGEST / max(image.size))
    if not profile and (profile := profile_of(points)):
        picture = picture.convert('RGB')  # what code points say holds for grey too
    picture = _in_srgb(picture, profile)
    return picture if turn is None else picture.transpose(turn)


def _turn(image: Image.Image) -> Image.Transpose | None:
    """What to do to hold this photo upright; a photo with EXIF that cannot be read stays as it is."""
    with suppress(Exception):
        return TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    return None


def _on_white(image: Image.Image) -> Image.Image:
    """The photo in grey, RGB or CMYK, 8 bits a channel; white paper where one could see through it."""
    if image.mode.startswith('I'):
        return image.point(lambda grey: grey / 256).convert('L')
    if image.has_transparency_data:
        image = image if image.mode == 'RGBA' else image.convert('RGBA')
        paper = Image.new('RGB', image.size, 'white')
        paper.paste(image, mask=image)
        return paper
    return image if image.mode in ('L', 'RGB', 'CMYK') else image.convert('RGB')


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours that the profile means; a profile that cannot be read means nothing."""
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):
            meant = ImageCms.ImageCmsProfile(BytesIO(profile))
            shown = ImageCms.profileToProfile(picture, meant, ImageCms.createProfile('sRGB'), outputMode='RGB')
            picture = shown or picture
    return picture.convert('RGB')


def _shrunk(picture: Image.Image, times: float) -> Image.Image:
    """The picture `times` its size, never larger than it was."""
    if times >= 1:
        return picture
    return picture.resize(_size(picture, times), Image.Resampling.LANCZOS, reducing_gap=2)


def _size(picture: Image.Image, times: float) -> tuple[int, int]:
    return max(1, round(picture.width * times)), max(1, round(picture.height * times))


def _webp(picture: Image.Image) -> bytes:
    """Pixels and nothing else: no EXIF, no profile, no comment."""
    picture.info = {}
    content = BytesIO()
    picture.save(content, 'WEBP', quality=QUALITY)
    return content.getvalue()
