"""Takes the pictures of the README from the running program: `make pictures`."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from math import cos, pi, sin
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter
from playwright.sync_api import FilePayload, FloatRect, Page, sync_playwright

from tests.server import Server
from tools.browser import FLAGS, find_browser

FOLDER = Path(__file__).parent.parent / 'docs' / 'pictures'
PHONE = (390, 844)
TABLET = (1280, 800)
COLOURS = 128
"""Flat drawings need no more, and the repository stays small."""


def main() -> None:
    """One journey on a tablet, and the same compass on a phone and on paper."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder)) as server, _tab(TABLET) as page:
        page.goto(server.url)
        _take(page, 'welcome')
        _fill(page)
        _take(page, 'tablet')
        address, cookies = page.url, page.context.cookies()
        page.get_by_role('button', name='Klaar voor vandaag').click()
        page.get_by_role('img', name='QR-code van dit kompas').wait_for()
        _take(page, 'share')
        _paper(page.request.get(f'{address}/poster.pdf').body())
        browser = page.context.browser
        assert browser
        with browser.new_context(viewport={'width': PHONE[0], 'height': PHONE[1]}) as phone:
            phone.add_cookies(cookies)  # type: ignore[arg-type]
            small = phone.new_page()
            small.goto(address)
            small.get_by_role('button', name='Klaar voor vandaag').wait_for()
            _take(small, 'phone')
            _photos(small, address)


def _photos(page: Page, address: str) -> None:
    """A photo of a cake beside the step, and a drawing that is being made."""
    page.goto(f'{address}/stappen')
    page.locator('.card a').first.click()
    page.get_by_label('Foto kiezen').set_input_files(FilePayload(name='a.jpg', mimeType='image/jpeg', buffer=_cake()))
    page.get_by_role('heading', name='Mag deze foto erbij?').wait_for()
    page.locator('img.whole').evaluate('image => image.decode()')
    _take(page, 'question')
    page.get_by_role('button', name='Ja').click()
    page.locator('.beside img').wait_for()
    page.goto(f'{address}/stappen')
    page.locator('.beside img').evaluate('image => image.decode()')
    _take(page, 'board')
    page.goto(f'{address}/tekenen/album')
    box = page.locator('[data-ready] canvas').bounding_box()
    assert box
    _draw(page, box, [(0.5 + 0.3 * cos(turn / 6), 0.46 + 0.3 * sin(turn / 6)) for turn in range(39)])
    page.get_by_role('button', name='rood').click()
    page.get_by_role('button', name='dik').click()
    _draw(page, box, [(0.34 + 0.02 * step, 0.52 + 0.14 * sin(step / 16 * pi)) for step in range(17)])
    for x in (0.4, 0.6):
        _draw(page, box, [(x, 0.38)])
    _take(page, 'draw')


def _draw(page: Page, box: FloatRect, line: list[tuple[float, float]]) -> None:
    places = [(box['x'] + x * box['width'], box['y'] + y * box['height']) for x, y in line]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place)
    page.mouse.up()


def _cake() -> bytes:
    """What a camera might see of a cake, in a few shapes."""
    photo = Image.new('RGB', (1600, 1200), '#E8C9A0')
    draw = ImageDraw.Draw(photo)
    draw.ellipse((200, 760, 1400, 1100), fill='#F7F3EA')
    draw.rounded_rectangle((380, 480, 1220, 940), 60, fill='#8A4B2A')
    draw.rounded_rectangle((360, 430, 1240, 620), 80, fill='#F9E4EA')
    for x in (560, 800, 1040):
        draw.rectangle((x - 18, 250, x + 18, 450), fill='#5B8DC9')
        draw.ellipse((x - 26, 170, x + 26, 262), fill='#F6B33C')
    content = BytesIO()
    photo.filter(ImageFilter.GaussianBlur(4)).save(content, 'JPEG')
    return content.getvalue()


def _fill(page: Page) -> None:
    page.get_by_role('button', name='Nieuw kompas').click()
    page.get_by_role('button', name='Van iedereen hier').click()
    _pick(page, 'boot')
    page.get_by_label('Hoe mogen we je noemen?').fill('Sam')
    page.get_by_role('button', name='Schrijf op').click()
    _onward(page)
    _pick(page, 'muziek', 'rust', 'buiten zijn', 'Belangrijk: muziek')
    _take(page, 'condition')
    _onward(page)
    _pick(page, 'luisteren', 'doorzetten')
    _onward(page)
    _pick(page, 'leren', 'samen sporten', 'op pad gaan')
    _onward(page)
    _pick(page, 'vader', 'vriend of vriendin', 'opa of oma')
    _onward(page)
    _pick(page, 'eigen plek')
    _onward(page)
    _pick(page, 'koken of bakken')
    page.get_by_label('Eigen woorden').fill('taart bakken')
    page.get_by_role('button', name='Schrijf op').click()
    page.get_by_role('button', name='taart bakken').wait_for()
    _onward(page)
    _pick(page, 'vader')
    _onward(page)
    _pick(page, 'zaterdag', 'middag')
    _take(page, 'when')
    _onward(page)
    page.get_by_role('button', name='Klaar voor vandaag').wait_for()


def _pick(page: Page, *names: str) -> None:
    for name in names:
        button = page.get_by_role('button', name=name, exact=True)
        button.click()
        page.locator(f'button[aria-pressed=true]:has-text("{name.removeprefix("Belangrijk: ")}")').first.wait_for()


def _onward(page: Page) -> None:
    title = page.get_by_role('heading', level=1).inner_text()
    page.get_by_role('button', name='Verder').click()
    page.get_by_role('heading', level=1).filter(has_not_text=title).wait_for()


@contextmanager
def _tab(size: tuple[int, int]) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        yield browser.new_page(viewport={'width': size[0], 'height': size[1]}, locale='nl-NL')
        browser.close()


def _take(page: Page, name: str) -> None:
    page.evaluate('scrollTo(0, 0)')
    page.wait_for_timeout(300)
    path = FOLDER / f'{name}.png'
    page.screenshot(path=path)
    _save(Image.open(path), path)


def _paper(pdf: bytes) -> None:
    _save(pypdfium2.PdfDocument(pdf)[0].render(scale=1.4).to_pil(), FOLDER / 'poster.png')


def _save(picture: Image.Image, path: Path) -> None:
    picture.convert('RGB').quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(path.relative_to(FOLDER.parent.parent), path.stat().st_size // 1024, 'kB')


if __name__ == '__main__':
    main()
