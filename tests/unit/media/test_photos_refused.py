"""What is sent as a photo and is none: mistakes, half files and traps."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from model.media import photos
from model.media.photos import Refusal, Refused
from tests.soak import rounds
from tests.unit.media.darkroom import Darkroom
from tests.unit.media.photo_files import (
    chunk,
    claiming,
    encoded,
    endless_scans,
    flag,
    png,
    scene,
    several,
    with_chunks,
    zeros,
)
from tests.unit.media.photo_mutants import mutants

BENCHMARK = Path(__file__).parents[3] / 'benchmarks' / 'photos.py'
KINDS = ['JPEG', 'PNG', 'WEBP', 'HEIF']
DAMAGED = rounds(200, 60)


@pytest.fixture
def darkroom(tmp_path) -> Darkroom:
    return Darkroom(tmp_path)


@pytest.mark.parametrize(
    'content',
    [
        b'',
        b'\xff',
        b'Dit is geen foto, ook al heet het foto.jpg.\n' * 40,
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'<!doctype html><script>alert(1)</script>' + encoded(flag(), 'JPEG'),
        encoded(flag(), 'BMP'),
        encoded(flag(), 'TIFF'),
        encoded(flag(), 'PDF'),
        encoded(flag(), 'AVIF'),
    ],
    ids=['empty', 'a byte', 'text', 'svg', 'html', 'bmp', 'tiff', 'pdf', 'avif'],
)
async def test_what_is_no_photo_is_refused(darkroom, content):
    assert await darkroom.refusal(content) == Refusal.NOT_A_PHOTO


@pytest.mark.parametrize('kind', ['GIF', 'PNG', 'WEBP'])
async def test_what_moves_is_refused(darkroom, kind):
    content = several(flag(), Image.new('RGB', (400, 300), 'black'), kind=kind, duration=100)
    assert await darkroom.refusal(content) == Refusal.MOVING


@pytest.mark.parametrize('kind', KINDS)
@pytest.mark.parametrize('part', [0.4, 0.9])
async def test_half_a_photo_is_refused(darkroom, kind, part):
    content = encoded(scene((400, 300)), kind)
    assert await darkroom.refusal(content[: int(len(content) * part)]) == Refusal.BROKEN


async def test_a_bomb_of_nine_hundred_megapixels_does_not_go_off(darkroom):
    content = png(30_000, 30_000, bits=1, colour=0, rows=zeros(30_000 * 3_751))
    assert len(content) < 200_000
    assert await darkroom.refusal(content) == Refusal.TOO_MANY_PIXELS


@pytest.mark.parametrize(
    ('kind', 'side'),
    [
        ('JPEG', 65_000),
        ('PNG', 65_536),
        ('PNG', 2**31 - 1),
        ('WEBP', 16_383),
        ('HEIF', 20_000),
        *((k, 7_241) for k in KINDS),
    ],
)
async def test_a_header_that_claims_too_many_pixels_is_enough(darkroom, kind, side):
    assert await darkroom.refusal(claiming(kind, side, side)) == Refusal.TOO_MANY_PIXELS


async def test_more_data_than_the_header_says_is_not_unpacked(darkroom):
    screen, _ = await darkroom.make(png(100, 100, bits=8, colour=2, rows=zeros(200 * 1024 * 1024)))
    assert screen.size == (100, 100)


@pytest.mark.parametrize('name', [b'iTXt', b'zTXt', b'iCCP'])
async def test_words_that_unpack_to_a_hundred_megabytes_are_refused(darkroom, name):
    bomb = zeros(100 * 1024 * 1024)
    content = {b'iTXt': b'x\0\1\0\0\0', b'zTXt': b'x\0\0', b'iCCP': b'x\0\0'}[name] + bomb
    assert await darkroom.refusal(with_chunks(encoded(flag(), 'PNG'), chunk(name, content))) == Refusal.BROKEN


@pytest.mark.long
async def test_a_photo_that_takes_minutes_is_stopped(darkroom, monkeypatch):
    monkeypatch.setattr(photos, 'LONGEST', 4.5)  # as shipped, on a busy machine too
    content = endless_scans()
    assert len(content) < 1_000_000
    assert await darkroom.refusal(content) == Refusal.TOO_SLOW
    assert not darkroom.workers


def test_damaged_photos_do_no_harm():
    command = [sys.executable, str(BENCHMARK), '--only-mutants', '--mutants', str(DAMAGED), '--seed', '7']
    played = subprocess.run(command, check=False, capture_output=True, text=True, timeout=280)
    found = {name: int(count) for name, count in re.findall(r'^(\S.*?) {2,}(\d+)\b', played.stdout, re.MULTILINE)}
    assert found.pop('damaged photos') == DAMAGED, played.stderr
    assert found.pop('above 5 s') == 0
    assert found.pop('slowest, s') < 5
    assert found['good'] > DAMAGED // 10
    assert found['broken'] > DAMAGED // 4
    assert set(found) <= {'good', 'died', *Refusal}
    assert sum(found.values()) == DAMAGED


@pytest.mark.long
async def test_damaged_photos_in_the_app_itself_are_made_or_refused(darkroom):
    made = refused = 0
    for content in mutants(24, seed=3):
        try:
            await darkroom.make(content)
            made += 1
        except Refused:
            assert not darkroom.left_over
            refused += 1
    assert made > 2
    assert refused > 2
