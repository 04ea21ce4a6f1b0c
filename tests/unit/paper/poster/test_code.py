"""A phone reads the code on the sheet."""

import pytest
from PIL import ImageDraw

from tests.unit.paper.printed import ADDRESS, codes, empty, full, picture, printed, words
from ui.paper.sheet import Sheet


@pytest.mark.parametrize('sheet', Sheet)
@pytest.mark.parametrize('compass', [full, empty])
def test_a_phone_reads_the_code(compass, sheet):
    [found] = codes(picture(printed(compass(), sheet)))
    assert found.text == ADDRESS


@pytest.mark.parametrize('sheet', Sheet)
def test_a_phone_reads_the_code_with_its_middle_tenth_covered(sheet):
    image = picture(printed(full(), sheet))
    corner, opposite = codes(image)[0].position.top_left, codes(image)[0].position.bottom_right
    x, y = (corner.x + opposite.x) / 2, (corner.y + opposite.y) / 2
    reach = (opposite.x - corner.x) * 0.1**0.5 / 2
    ImageDraw.Draw(image).rectangle((x - reach, y - reach, x + reach, y + reach), fill='white')
    [found] = codes(image)
    assert found.text == ADDRESS


@pytest.mark.parametrize(('characters', 'modules'), [(40, 33), (51, 37), (70, 41)])
@pytest.mark.parametrize(
    ('sheet', 'side', 'module'), [(Sheet.A4, 50, 1), (Sheet.A5, 40, 0.8), (Sheet.POCKET, 30, 0.75)]
)
def test_the_code_is_large_enough(sheet, side, module, characters, modules):
    image = picture(printed(full(), sheet, address=ADDRESS[:characters].ljust(characters, 'x')))
    [found] = codes(image)
    wide = (found.position.top_right.x - found.position.top_left.x) / 200 * 25.4
    assert wide >= side
    assert wide / modules >= module


@pytest.mark.parametrize('sheet', Sheet)
def test_without_an_address_there_is_no_code(sheet):
    pdf = printed(full(), sheet, address=None)
    assert codes(picture(pdf)) == []
    assert 'Open je kompas' not in words(pdf)


def test_an_address_too_long_for_a_code_is_refused():
    with pytest.raises(ValueError, match='200'):
        printed(full(), address='x' * 201)
