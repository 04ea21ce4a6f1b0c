"""The QR code on the screen, as a phone sees it."""

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image, ImageDraw, ImageOps

from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE, TABLET

TENTH = 0.1**0.5
"""Side of a square that covers a tenth of another one, over the side of that one."""


def seen(person: Person) -> Image.Image:
    code = person.page.get_by_role('img', name='QR-code van dit kompas').locator('svg')
    return Image.open(BytesIO(code.screenshot())).convert('L')


def stained(picture: Image.Image) -> Image.Image:
    """With a white square on a tenth of the code, its white edge not counted."""
    left, top, right, bottom = ImageOps.invert(picture).getbbox() or (0, 0, 0, 0)
    across, down = (right - left) * TENTH / 2, (bottom - top) * TENTH / 2
    x, y = (left + right) / 2, (top + bottom) / 2
    ImageDraw.Draw(picture).rectangle((x - across, y - down, x + across, y + down), fill='white')
    return picture


@pytest.mark.parametrize('size', [PHONE, TABLET], ids=['phone', 'tablet'])
def test_the_code_on_the_screen_is_read_with_a_tenth_of_its_middle_covered(new_person, server, size):
    owner = new_person(size)
    owner.begins()
    owner.taps_link('Delen')
    owner.sees_title('Delen')
    [plain] = zxingcpp.read_barcodes(seen(owner))
    [covered] = zxingcpp.read_barcodes(stained(seen(owner)))
    assert plain.text.startswith(f'{server.url}/k#')
    assert covered.text == plain.text
