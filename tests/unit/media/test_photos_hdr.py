"""HDR photos keep their contrast: what is white, grey and black on an HDR screen is so on ours."""

import io
import struct
from collections.abc import Sequence
from typing import Any

import pillow_heif
import pytest
from PIL import Image

from model.media.meant_colours import SHOULDER, encoded, hlg, pq
from tests.unit.media.darkroom import Darkroom
from tests.unit.media.photo_files import encoded as encoded_photo

PQ, HLG, BT2020, P3, BT709 = 16, 18, 9, 12, 1
PATCH = 48
"""Pixels; larger than what a codec smears at an edge."""


@pytest.fixture
def darkroom(tmp_path) -> Darkroom:
    return Darkroom(tmp_path)


def pq_code(light: float) -> float:
    """The code of so much light, in cd/m² (ITU-R BT.2100: the inverse EOTF)."""
    y = (light / 10_000) ** 0.1593017578125
    return ((0.8359375 + 18.8515625 * y) / (1 + 18.6875 * y)) ** 78.84375


def heic(codes: Sequence[Sequence[float]], primaries: int, transfer: int) -> bytes:
    """Patches beside each other, of ten bits, as a camera writes them in HDR."""
    words = [round(channel * 1023) << 6 for code in codes for _ in range(PATCH) for channel in code]
    row = struct.pack(f'<{len(words)}H', *words)
    picture = pillow_heif.from_bytes(mode='RGB;16', size=(PATCH * len(codes), PATCH), data=row * PATCH)
    nclx = {'color_primaries': primaries, 'transfer_characteristics': transfer, 'matrix_coefficients': 9}
    content = io.BytesIO()
    picture.save(content, quality=95, chroma=444, full_range_flag=1, **nclx)
    return content.getvalue()


def patches(image: Image.Image) -> list[Any]:
    return [image.getpixel((x, PATCH // 2)) for x in range(PATCH // 2, image.width, PATCH)]


def expected(light: float) -> float:
    """What a patch of so much light is on a screen where 203 cd/m² is white."""
    return 255 * min(1.0, encoded(light / 203))


LIGHTS = [0, 2, 5, 10, 20, 40, 80, 120, 160, 203, 400, 1000]


async def test_pq_is_shown_with_white_paper_at_203_candela(darkroom):
    photo = heic([(pq_code(light),) * 3 for light in LIGHTS], BT2020, PQ)
    screen, _ = await darkroom.make(photo)
    for light, patch in zip(LIGHTS, patches(screen), strict=True):
        assert patch == pytest.approx([expected(light)] * 3, abs=8), light


async def test_hlg_is_shown_with_white_paper_at_three_quarters(darkroom):
    codes = [0, 0.1, 0.25, 0.5, 0.6, 0.7, 0.75, 1]
    screen, _ = await darkroom.make(heic([(code,) * 3 for code in codes], BT2020, HLG))
    for code, patch in zip(codes, patches(screen), strict=True):
        assert patch == pytest.approx([expected(hlg(code))] * 3, abs=8), code


async def test_a_photo_in_grey_is_shown_so_too(darkroom):
    picture = Image.new('L', (PATCH, PATCH), round(255 * pq_code(80)))
    nclx = {'color_primaries': BT2020, 'transfer_characteristics': PQ, 'full_range_flag': 1}
    screen, _ = await darkroom.make(encoded_photo(picture, 'HEIF', quality=95, **nclx))
    assert patches(screen) == [pytest.approx([expected(80)] * 3, abs=8)]


async def test_what_is_brighter_than_paper_is_still_brighter(darkroom):
    screen, _ = await darkroom.make(heic([(pq_code(light),) * 3 for light in (100, 203, 1000)], BT2020, PQ))
    grey, paper, lamp = (patch[0] for patch in patches(screen))
    assert grey < paper < lamp
    assert paper >= 255 * SHOULDER


async def test_colours_stay_themselves(darkroom):
    # sRGB red, green and blue at 100 cd/m², in the wider primaries of BT.2020 (ITU-R BT.2087)
    wide = [(0.6274, 0.0691, 0.0164), (0.3293, 0.9195, 0.0880), (0.0433, 0.0114, 0.8956)]
    codes = [tuple(pq_code(100 * channel) for channel in colour) for colour in wide]
    screen, _ = await darkroom.make(heic(codes, BT2020, PQ))
    for number, patch in enumerate(patches(screen)):
        assert patch[number] == pytest.approx(expected(100), abs=12)
        assert max(patch[:number] + patch[number + 1 :]) < 40, patch


async def test_wide_colours_without_a_profile_are_not_dull(darkroom):
    # the red of sRGB in Display P3
    screen, _ = await darkroom.make(heic([(0.9175, 0.2003, 0.1386)], P3, 13))
    [red] = patches(screen)
    assert red[0] >= 245
    assert max(red[1:]) < 30


@pytest.mark.parametrize('nclx', [(BT709, 13), (2, 2), (BT709, BT709)])
async def test_ordinary_photos_are_as_they_were(darkroom, nclx):
    codes = [(0.2, 0.4, 0.6), (0.8, 0.5, 0.1)]
    screen, _ = await darkroom.make(heic(codes, *nclx))
    for code, patch in zip(codes, patches(screen), strict=True):
        assert patch == pytest.approx([255 * channel for channel in code], abs=6)


@pytest.mark.parametrize('light', [0.0, 0.1, 1.0, 58.0, 100.0, 203.0, 1000.0, 10_000.0])
def test_a_code_in_pq_means_so_much_light(light):
    assert pq(pq_code(light)) == pytest.approx(light, rel=1e-4, abs=1e-4)


def test_the_reference_points_of_bt_2100_and_bt_2408():
    assert pq(0.5806888810416109) == pytest.approx(203, rel=1e-3)
    assert hlg(0.75) == pytest.approx(203, rel=5e-3)
    assert hlg(1) == pytest.approx(1000, rel=1e-3)
