"""What becomes of a photo that someone sends, and how it goes on paper."""

import io
import zipfile
import zlib

import pytest
from PIL import Image

from model.media.photos import for_paper
from tests.unit.media.darkroom import Darkroom, alike, colour_at
from tests.unit.media.photo_files import (
    BLUE,
    CORNERS,
    GREEN,
    RED,
    STREET,
    encoded,
    exif,
    flag,
    full_of_words,
    gps_of,
    png,
    red_means_green,
    scene,
    several,
)

KINDS = ['JPEG', 'PNG', 'WEBP', 'HEIF']
FIRST_ROW_AND_COLUMN = {
    1: ('top', 'left'),
    2: ('top', 'right'),
    3: ('bottom', 'right'),
    4: ('bottom', 'left'),
    5: ('left', 'top'),
    6: ('right', 'top'),
    7: ('right', 'bottom'),
    8: ('left', 'bottom'),
}
"""Where a viewer sees the first row and the first column of the pixels: the words of the EXIF standard."""
OPPOSITE = {'top': 'bottom', 'bottom': 'top', 'left': 'right', 'right': 'left'}


@pytest.fixture
def darkroom(tmp_path) -> Darkroom:
    return Darkroom(tmp_path)


def corners_held(orientation: int) -> dict[tuple[str, str], tuple[int, int, int]]:
    """Where the corners of the pixels belong when a phone was held that way."""
    sides = FIRST_ROW_AND_COLUMN[orientation]
    held = {}
    for (row, column), colour in CORNERS.items():
        first = sides[0] if row == 'top' else OPPOSITE[sides[0]]
        second = sides[1] if column == 'left' else OPPOSITE[sides[1]]
        held[(first, second) if first in ('top', 'bottom') else (second, first)] = colour
    return held


@pytest.mark.parametrize('kind', KINDS)
@pytest.mark.parametrize('orientation', range(1, 9))
async def test_a_photo_stands_upright_however_the_phone_was_held(darkroom, kind, orientation):
    for image in await darkroom.make(encoded(flag(), kind, exif=exif(orientation))):
        assert (image.width > image.height) == (orientation < 5)
        for corner, colour in corners_held(orientation).items():
            assert alike(colour_at(image, *corner), colour), (corner, orientation)


async def test_a_heic_that_says_twice_how_it_was_held_is_turned_once(darkroom):
    content = encoded(flag(), 'HEIF', exif=exif(6))
    assert b'irot' in content
    assert b'\x01\x12\0\x03\0\0\0\x01\0\x06' in content
    screen, _ = await darkroom.make(content)
    assert alike(colour_at(screen, 'top', 'right'), RED)


@pytest.mark.parametrize('kind', KINDS)
async def test_nothing_but_the_picture_is_kept(darkroom, kind):
    content = full_of_words(flag(), kind, 6)
    assert gps_of(content)[28] == STREET.encode()
    assert content.count(STREET.encode()) >= 3
    await darkroom.make(content)


async def test_a_photo_of_twelve_megapixels_becomes_small(darkroom):
    content = encoded(scene((4032, 3024)), 'JPEG', quality=90, exif=exif(6))
    screen, tile = await darkroom.make(content)
    assert screen.size == (1200, 1600)
    assert tile.size == (320, 427)
    assert darkroom.screen.stat().st_size < 400_000
    assert darkroom.tile.stat().st_size < 40_000


@pytest.mark.parametrize(
    ('size', 'screen_size', 'tile_size'),
    [
        ((1, 1), (1, 1), (1, 1)),
        ((300, 200), (300, 200), (300, 200)),
        ((1600, 1600), (1600, 1600), (320, 320)),
        ((1601, 900), (1600, 899), (570, 320)),
        ((12000, 200), (1600, 27), (960, 16)),
        ((300, 9000), (53, 1600), (32, 960)),
        ((20000, 1), (1600, 1), (960, 1)),
    ],
)
@pytest.mark.parametrize('kind', ['JPEG', 'PNG'])
async def test_sizes_fit_and_nothing_is_enlarged(darkroom, kind, size, screen_size, tile_size):
    screen, tile = await darkroom.make(encoded(Image.new('RGB', size, RED), kind))
    assert (screen.size, tile.size) == (screen_size, tile_size)


@pytest.mark.parametrize('kind', ['PNG', 'WEBP', 'HEIF'])
async def test_what_one_can_see_through_is_white(darkroom, kind):
    picture = flag().convert('RGBA')
    picture.paste((255, 0, 0, 0), (0, 0, 200, 150))
    screen, _ = await darkroom.make(encoded(picture, kind))
    assert alike(colour_at(screen, 'top', 'left'), (255, 255, 255))
    assert alike(colour_at(screen, 'top', 'right'), GREEN)


async def test_a_palette_has_its_colours_and_its_hole(darkroom):
    picture = flag().quantize(4, dither=Image.Dither.NONE)
    screen, _ = await darkroom.make(encoded(picture, 'PNG', transparency=picture.getpixel((0, 0))))
    assert alike(colour_at(screen, 'top', 'left'), (255, 255, 255))
    assert alike(colour_at(screen, 'bottom', 'left'), BLUE)


@pytest.mark.parametrize(('colour', 'channels'), [(0, 1), (2, 3)])
async def test_sixteen_bits_keep_their_greys(darkroom, colour, channels):
    row = b'\0' + b'\x80\x00' * 40 * channels
    content = png(40, 40, bits=16, colour=colour, rows=zlib.compress(row * 40))
    screen, _ = await darkroom.make(content)
    assert alike(colour_at(screen, 'top', 'left'), (128, 128, 128), within=3)


async def test_the_colours_of_print_become_those_of_a_screen(darkroom):
    screen, _ = await darkroom.make(encoded(flag().convert('CMYK'), 'JPEG', quality=95))
    for corner, colour in CORNERS.items():
        assert alike(colour_at(screen, *corner), colour, within=20)


@pytest.mark.parametrize('kind', KINDS)
async def test_grey_stays_grey(darkroom, kind):
    screen, _ = await darkroom.make(encoded(Image.new('L', (60, 40), 90), kind))
    assert alike(colour_at(screen, 'top', 'left'), (90, 90, 90), within=4)


@pytest.mark.parametrize('kind', KINDS)
async def test_colours_are_what_the_profile_says(darkroom, kind):
    screen, _ = await darkroom.make(
        encoded(Image.new('RGB', (60, 40), (255, 0, 0)), kind, icc_profile=red_means_green())
    )
    assert alike(colour_at(screen, 'top', 'left'), (0, 255, 0))


@pytest.mark.parametrize('profile', [b'no profile', red_means_green()[:300], red_means_green()[:128] + bytes(3000)])
async def test_a_profile_that_cannot_be_read_changes_nothing(darkroom, profile):
    screen, _ = await darkroom.make(encoded(flag(), 'JPEG', icc_profile=profile))
    assert alike(colour_at(screen, 'top', 'left'), RED)


async def test_of_the_photos_in_an_mpo_the_first_is_taken(darkroom):
    content = several(flag(), Image.new('RGB', (400, 300), 'black'), kind='MPO')
    assert getattr(Image.open(io.BytesIO(content)), 'n_frames') == 2  # noqa: B009
    screen, _ = await darkroom.make(content)
    assert alike(colour_at(screen, 'top', 'left'), RED)


async def test_of_the_photos_in_a_heic_the_main_one_is_taken(darkroom):
    other = Image.new('RGB', (400, 300), 'black')
    screen, _ = await darkroom.make(several(other, flag(), kind='HEIF', primary_index=1))
    assert alike(colour_at(screen, 'top', 'left'), RED)


async def test_exif_that_cannot_be_read_does_not_spoil_a_photo(darkroom):
    content = encoded(flag(), 'JPEG', exif=b'Exif\0\0MM\0*\0\0\0\x08\xff\xff' + b'\x01\x12' * 40)
    screen, _ = await darkroom.make(content)
    assert alike(colour_at(screen, 'top', 'left'), RED)


@pytest.mark.parametrize('name', ['html', 'zip'])
async def test_what_is_glued_behind_a_photo_is_gone(darkroom, name):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, 'w') as made:
        made.writestr('run.sh', STREET)
    tail = {'html': f'<script>{STREET}</script>'.encode(), 'zip': archive.getvalue()}[name]
    await darkroom.make(encoded(flag(), 'JPEG') + tail)
    assert zipfile.is_zipfile(darkroom.received) == (name == 'zip')
    assert not zipfile.is_zipfile(darkroom.screen)
    assert b'<script' not in darkroom.screen.read_bytes()


async def test_a_photo_for_paper_is_a_small_jpeg(darkroom):
    await darkroom.make(full_of_words(scene((2000, 1500)), 'JPEG'))
    content = for_paper(darkroom.screen, 640)
    image = Image.open(io.BytesIO(content))
    assert (image.format, image.size, image.mode) == ('JPEG', (640, 480), 'RGB')
    assert not image.getexif()
    assert b'Exif' not in content


async def test_a_square_for_paper_is_the_middle_and_never_enlarged(darkroom):
    picture = Image.new('RGB', (400, 200), RED)
    picture.paste(BLUE, (100, 0, 300, 200))
    await darkroom.make(encoded(picture, 'PNG'))
    for longest, side in ((100, 100), (900, 200)):
        image = Image.open(io.BytesIO(for_paper(darkroom.screen, longest, square=True)))
        assert image.size == (side, side)
        assert alike(colour_at(image, 'top', 'left'), BLUE, within=25)
        assert alike(colour_at(image, 'bottom', 'right'), BLUE, within=25)


def test_paper_takes_no_other_files(tmp_path):
    (tmp_path / 'photo').write_bytes(encoded(flag(), 'JPEG'))
    with pytest.raises(OSError, match='cannot identify'):
        for_paper(tmp_path / 'photo', 100)
    with pytest.raises(FileNotFoundError):
        for_paper(tmp_path / 'none', 100)
