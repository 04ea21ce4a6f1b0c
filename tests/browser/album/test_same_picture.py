"""However a photo comes to us, drawn by the browser or made small by the server, it is the same picture."""

import asyncio
import base64
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from model.media import photos
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE
from tests.unit.media.photo_files import CORNERS, encoded, exif, flag, png, red_means_green, scene, srgb
from ui.components.photo_button import LIMITS
from ui.look import static_files

SHRINK = """
async ([address, content, limits]) => {
    const { shrink } = await import(address);
    const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
    const file = new File([bytes], 'foto');
    const small = await shrink(file, limits);
    if (small === file) return null;
    const url = await new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result);
        reader.readAsDataURL(small);
    });
    return url.split(',')[1];
}
"""
"""What leaves the phone of a file, null when that is the file itself."""
HELD = range(1, 9)
WIDE = (600, 400)


def through_glass() -> Image.Image:
    """One can see through a part of it, and half through another."""
    picture = flag(WIDE).convert('RGBA')
    picture.paste((200, 30, 30, 0), (0, 0, 200, 100))
    picture.paste((30, 30, 200, 128), (200, 0, 400, 100))
    return picture


def sixteen_bits() -> bytes:
    rows = b''.join(b'\0' + b''.join((x * 655).to_bytes(2) * 3 for x in range(100)) for _ in range(80))
    return png(100, 80, bits=16, colour=2, rows=zlib.compress(rows))


PHOTO = scene(WIDE)
SAMPLES: dict[str, Callable[[], bytes]] = {
    **{
        f'{kind} {held}': (lambda kind=kind, held=held: encoded(flag(WIDE), kind, exif=exif(held)))  # type: ignore[misc]
        for kind in ('JPEG', 'PNG', 'WEBP')
        for held in HELD
    },
    **{kind: (lambda kind=kind: encoded(PHOTO, kind)) for kind in ('JPEG', 'PNG', 'WEBP')},  # type: ignore[misc]
    'JPEG, progressive': lambda: encoded(PHOTO, 'JPEG', progressive=True),
    'JPEG, grey': lambda: encoded(PHOTO.convert('L'), 'JPEG'),
    'JPEG, profile': lambda: encoded(PHOTO, 'JPEG', icc_profile=srgb()),
    'JPEG, other profile': lambda: encoded(PHOTO, 'JPEG', icc_profile=red_means_green()),
    'JPEG, large': lambda: encoded(scene((3000, 2000)), 'JPEG', exif=exif(6)),
    'PNG, glass': lambda: encoded(through_glass(), 'PNG'),
    'PNG, palette': lambda: encoded(PHOTO.convert('P'), 'PNG'),
    'PNG, one bit': lambda: encoded(PHOTO.convert('1'), 'PNG'),
    'PNG, sixteen bits': sixteen_bits,
    'WEBP, glass': lambda: encoded(through_glass(), 'WEBP'),
    'WEBP, lossless': lambda: encoded(PHOTO, 'WEBP', lossless=True),
    'WEBP, profile': lambda: encoded(PHOTO, 'WEBP', icc_profile=red_means_green()),
    'WEBP, large': lambda: encoded(scene((3000, 2000)), 'WEBP', exif=exif(8)),
    **{f'HEIF {held}': (lambda held=held: encoded(flag(WIDE), 'HEIF', exif=exif(held))) for held in HELD},  # type: ignore[misc]
}
ONLY_IN_BROWSERS = {
    'AVIF': lambda: encoded(flag(WIDE), 'AVIF'),
    'AVIF, held': lambda: encoded(flag(WIDE), 'AVIF', exif=exif(6)),
    'GIF': lambda: encoded(flag(WIDE), 'GIF'),
    'BMP': lambda: encoded(flag(WIDE), 'BMP'),
}
"""What the server takes for no photo, and a browser makes one of."""


Shrinks = Callable[[bytes], bytes | None]


@pytest.fixture
def page_with(new_person: Callable[..., Person]) -> Callable[..., Shrinks]:
    """Opens a page before which a script ran; it makes files small, None when the file itself is sent."""

    def opened(script: str = '') -> Shrinks:
        person = new_person(PHONE)
        person.page.add_init_script(script)
        person.opens('/')
        address = static_files.script_address('capture/shrink.js')

        def shrink(content: bytes) -> bytes | None:
            written = base64.b64encode(content).decode()
            small: Any = person.page.evaluate(SHRINK, [address, written, LIMITS])
            return base64.b64decode(small) if small else None

        return shrink

    return opened


@pytest.fixture
def shrinks(page_with: Callable[..., Shrinks]) -> Shrinks:
    return page_with()


def seen(content: bytes, folder: Path) -> Image.Image:
    """What the server makes of what was sent, for a screen."""
    folder.mkdir()
    received, screen, tile = (folder / name for name in ('received', 'screen', 'tile'))
    received.write_bytes(content)
    # the browser of the test has this thread's loop
    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(lambda: asyncio.run(photos.shrink(received, screen, tile))).result()
    return Image.open(screen)


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of a channel, of 255, but for details that are lost each time that a photo is made small."""
    coarse = [picture.convert('RGB').reduce(8) for picture in (one, other)]
    return max(ImageStat.Stat(ImageChops.difference(*coarse)).mean)


@pytest.mark.long
@pytest.mark.parametrize('kind', ['JPEG', 'PNG', 'WEBP', 'HEIF'])
def test_both_ways_lead_to_the_same_picture(kind: str, shrinks: Shrinks, tmp_path: Path) -> None:
    samples = {name: make() for name, make in SAMPLES.items() if name.startswith(kind)}
    assert len(samples) >= len(HELD)
    for name, content in samples.items():
        small = shrinks(content)
        by_server = seen(content, tmp_path / f'{name} by the server')
        by_browser = seen(small or content, tmp_path / f'{name} by the browser')
        assert by_browser.size == by_server.size, name
        assert difference(by_browser, by_server) < 3, name


def test_what_only_a_browser_reads_is_drawn_by_it(shrinks: Shrinks, tmp_path: Path) -> None:
    for name, make in ONLY_IN_BROWSERS.items():
        small = shrinks(make())
        assert small, name
        picture = flag(WIDE).transpose(Image.Transpose.ROTATE_270) if 'held' in name else flag(WIDE)
        screen = seen(small, tmp_path / name)
        assert screen.size == picture.size, name
        assert difference(screen, picture) < 3, name


@pytest.mark.long
def test_an_ordinary_photo_is_made_small_before_it_leaves(shrinks: Shrinks) -> None:
    for kind in ('JPEG', 'PNG', 'WEBP'):
        content = encoded(scene((2400, 1600)), kind)
        small = shrinks(content)
        assert small, kind
        assert Image.open(BytesIO(small)).size == (1600, 1067)


NOISE_WHEN_READ = """
    const read = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...place) {
        const image = read.apply(this, place);
        for (let index = 0; index < image.data.length; index += 101) image.data[index] ^= 1;
        return image;
    };
"""
NOISE_IN_FILES = """
    const made = HTMLCanvasElement.prototype.toBlob;
    HTMLCanvasElement.prototype.toBlob = function (...how) {
        const paper = this.getContext('2d');
        paper.fillStyle = '#808080';
        paper.fillRect(3, 3, 1, 1);
        return made.apply(this, how);
    };
"""
ALL_WHITE = """
    CanvasRenderingContext2D.prototype.getImageData = (left, top, width, height) =>
        new ImageData(new Uint8ClampedArray(width * height * 4).fill(255), width, height);
"""


@pytest.mark.parametrize('script', [NOISE_WHEN_READ, NOISE_IN_FILES, ALL_WHITE])
def test_a_browser_that_disturbs_its_canvas_sends_the_file(script: str, page_with: Callable[..., Shrinks]) -> None:
    photo = encoded(PHOTO, 'JPEG')
    assert page_with()(photo), 'an undisturbed one makes it small'
    assert page_with(script)(photo) is None


def test_the_corners_are_told_apart() -> None:
    """Else a picture on its side could be the same."""
    assert len(set(CORNERS.values())) == 4
    turned = flag(WIDE).transpose(Image.Transpose.ROTATE_180)
    assert difference(flag(WIDE), turned) > 40
