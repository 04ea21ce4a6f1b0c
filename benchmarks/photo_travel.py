"""A photo from one device to the other, in real browsers: `python -m benchmarks.photo_travel`.

A 12-megapixel photo is chosen on a phone with a throttled network and a CPU four times slower; a tablet has the
place "Foto's" open. What leaves the phone, how long until the tablet shows it, and what a tap costs meanwhile.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pillow_heif
from PIL import Image, ImageDraw, ImageFilter
from playwright.sync_api import Browser, FilePayload, Page, sync_playwright

from benchmarks.tap import _TAP as TAP
from tests.browser.cast.person import Person
from tests.server import Server
from tools.browser import FLAGS, find_browser

NETWORKS = {
    'as it is': None,
    '4G': {'offline': False, 'latency': 60, 'downloadThroughput': 9e6 / 8, 'uploadThroughput': 3e6 / 8},
    'slow 4G': {'offline': False, 'latency': 150, 'downloadThroughput': 1.6e6 / 8, 'uploadThroughput': 750e3 / 8},
}
ROUNDS = 5
AT_ONCE = 10
COUNT_SENT = """
  globalThis.sent = [];
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (body) {
    if (body instanceof Blob) globalThis.sent.push(body.size);
    return send.call(this, body);
  };"""
SHOWN = """(count) => new Promise((resolve) => {
  const there = () => [...document.querySelectorAll('.album img')].filter((one) => one.naturalWidth).length >= count;
  const look = () => (there() ? resolve(performance.timeOrigin + performance.now()) : requestAnimationFrame(look));
  look();
})"""


def main() -> None:
    """Measure each network, and print one table; then taps during ten uploads."""
    pillow_heif.register_heif_opener()
    photos = {'JPEG': _photo('JPEG', quality=92), 'HEIC': _photo('HEIF', quality=60)}
    print(f'{"network":10}{"photo":>6}{"in MB":>8}{"out kB":>9}{"shown s":>9}{"slowest":>9}')
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(Path(folder), full_cost=True) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        for network, limits in NETWORKS.items():
            for kind, photo in photos.items():
                sent, seconds = _travels(browser, server, kind, photo, limits)
                print(
                    f'{network:10}{kind:>6}{len(photo) / 1e6:8.1f}{max(sent) / 1000:9.0f}'
                    f'{statistics.median(seconds):9.2f}{max(seconds):9.2f}'
                )
        before, during = _taps(browser, server, photos['JPEG'])
        print(f'\ntaps on the tablet, p95 in ms: {before:.0f} alone, {during:.0f} during {AT_ONCE} uploads')
        browser.close()


def _photo(form: str, quality: int) -> bytes:
    """Twelve megapixels with the detail of a photo: soft shapes under fine noise."""
    dice = random.Random(form)
    scene = Image.new('RGB', (4032, 3024), (150, 190, 220))
    draw = ImageDraw.Draw(scene)
    for _ in range(400):
        x, y, size = dice.randrange(4032), dice.randrange(3024), dice.randrange(60, 700)
        draw.ellipse((x, y, x + size, y + size), fill=tuple(dice.randrange(256) for _ in range(3)))
    scene = scene.filter(ImageFilter.GaussianBlur(3))
    noise = Image.effect_noise(scene.size, 26).convert('RGB')
    content = BytesIO()
    Image.blend(scene, noise, 0.12).save(content, form, quality=quality)
    return content.getvalue()


def _travels(
    browser: Browser, server: Server, kind: str, photo: bytes, limits: dict[str, float] | None
) -> tuple[list[int], list[float]]:
    """Bytes that left and seconds until the tablet showed it, for each round."""
    tablet, phone = _two_devices(browser, server, limits)
    seconds = []
    for number in range(ROUNDS if kind == 'JPEG' else 1):
        start = time.time()
        _choose(phone, photo, kind, 1)
        seconds.append(tablet.evaluate(SHOWN, number + 1) / 1000 - start)
        phone.wait_for_timeout(500)
    sent: list[int] = phone.evaluate('sent')
    phone.context.close()
    tablet.context.close()
    return sent, seconds


def _taps(browser: Browser, server: Server, photo: bytes) -> tuple[float, float]:
    """What 95 of 100 taps on the tablet stay below, alone and while the phone sends ten photos."""
    tablet, phone = _two_devices(browser, server, None)
    tablet.goto(tablet.url.replace('/fotos', '/jezelf-zijn'))
    tablet.get_by_role('heading', name='Wat geeft jou kracht?').wait_for()
    alone = _p95(tablet, lambda taps: taps < 60)
    _choose(phone, photo, 'JPEG', AT_ONCE)
    end = time.time() + 60
    during = _p95(tablet, lambda _: phone.locator('.album img').count() < AT_ONCE and time.time() < end)
    phone.context.close()
    tablet.context.close()
    return alone, during


def _p95(page: Page, go_on: Callable[[int], bool]) -> float:
    taps: list[float] = []
    while go_on(len(taps)):
        taps.append(page.evaluate(TAP, 'muziek'))
    return sorted(taps)[int(len(taps) * 0.95)]


def _choose(page: Page, photo: bytes, kind: str, times: int) -> None:
    name, mime = ('photo.heic', 'image/heic') if kind == 'HEIC' else ('photo.jpg', 'image/jpeg')
    files = [FilePayload(name=name, mimeType=mime, buffer=photo)] * times
    page.get_by_label('Foto kiezen').set_input_files(files)


def _two_devices(browser: Browser, server: Server, limits: dict[str, float] | None) -> tuple[Page, Page]:
    """A tablet that looks at the photos, and the phone of the person, which is slow when `limits` are given."""
    tablet = Person(browser.new_context(locale='nl-NL', viewport={'width': 1280, 'height': 800}).new_page(), server.url)
    tablet.begins()
    phone = Person(browser.new_context(locale='nl-NL', viewport={'width': 390, 'height': 844}).new_page(), server.url)
    phone.page.add_init_script(COUNT_SENT)
    phone.enters(tablet.shares())
    for person in (tablet, phone):
        person.goes_to('fotos')
        person.page.set_default_timeout(120_000)
    phone.page.wait_for_timeout(1000)
    if limits:
        session = phone.page.context.new_cdp_session(phone.page)
        session.send('Network.enable')
        session.send('Network.emulateNetworkConditions', limits)
        session.send('Emulation.setCPUThrottlingRate', {'rate': 4})
    return tablet.page, phone.page


if __name__ == '__main__':
    main()
