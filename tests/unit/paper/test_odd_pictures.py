"""Pictures that nobody expects: far too long, or gone, where a strength or a wish is shown by them alone."""

import pytest

from model.compass.answer import Answer
from model.compass.strengths import Strengths
from tests.unit.paper.album import Album, images, printed_size
from tests.unit.paper.printed import ADDRESS, TODAY, codes, empty, nothing, picture, printed
from tests.unit.paper.strict import be_strict
from ui.paper.sheet import Sheet

PLACES = ['album', 'wishes', 'condition.belong', 'steps']


@pytest.mark.parametrize('sheet', Sheet)
@pytest.mark.parametrize('size', [(40, 4000), (4000, 40)])
def test_a_photo_far_too_long_fills_its_place(now, sheet, size):
    album = Album(now, empty())
    for place in PLACES:
        album.photo('red', place, size)
    pdf = album.on_sheet(sheet)
    assert codes(picture(pdf))[0].text == ADDRESS
    found = images(pdf)
    assert found or sheet is Sheet.POCKET
    red = sum(number for number, (r, g, b) in picture(pdf).getcolors(1 << 24) if r > 200 and max(g, b) < 60)
    assert red > 0
    assert all(min(printed_size(image)) > 3 for image in found)


@pytest.mark.parametrize('sheet', Sheet)
def test_a_compass_whose_pictures_are_gone_has_no_hole(monkeypatch, now, sheet):
    be_strict(monkeypatch)
    album = Album(now, empty())
    for place in PLACES:
        album.photo('red', place)
    compass = album.compass
    compass.strengths.choose('matter', Answer(sticker='ABCDEF'), TODAY)
    gone = picture(printed(compass, sheet, read=nothing))
    assert codes(gone)[0].text == ADDRESS
    compass.strengths = Strengths()
    without = picture(printed(compass, sheet, read=nothing))
    if sheet is not Sheet.POCKET:  # where the picture was, there is one that says so
        assert dark(gone) > dark(without)


def dark(image):
    return sum(number for number, (r, g, b) in image.getcolors(1 << 24) if max(r, g, b) < 100)
