"""The sheet in other languages, and from right to left."""

from datetime import timedelta

import pytest

from model.words import Language
from tests.unit.paper.printed import ADDRESS, DUTCH, TODAY, codes, full, picture, printed, words
from ui.paper.sheet import Sheet


@pytest.mark.parametrize('sheet', Sheet)
def test_a_language_from_right_to_left_mirrors_the_sheet(sheet):
    def middle(say):
        image = picture(printed(full(), sheet, say))
        position = codes(image)[0].position
        return (position.top_left.x + position.bottom_right.x) / 2 / image.width

    assert middle(DUTCH) > 0.6
    assert middle(Language('ar')) == pytest.approx(1 - middle(DUTCH), abs=0.01)


@pytest.mark.parametrize('code', ['nl', 'en', 'tr', 'pl', 'uk'])
def test_dates_are_those_of_the_language(code):
    say = Language(code)
    said = words(printed(full(), say=say))
    assert say.full_date(TODAY) in said
    weekday, _, date = say.dated(TODAY + timedelta(days=6), TODAY).partition(' ')
    assert weekday in said
    assert date in said


@pytest.mark.parametrize('code', ['ar', 'ti'])
def test_a_script_without_a_font_of_ours_never_stops_the_sheet(code):
    [found] = codes(picture(printed(full(), say=Language(code))))
    assert found.text == ADDRESS


def test_printed_words_come_from_the_language():
    said: dict[tuple[str | None, str | tuple[str, str]], str] = {
        (None, 'Open je kompas'): 'Open your compass',
        (None, 'Kompas van {name}'): "{name}'s compass",
    }
    text = words(printed(full(), say=Language('en', said)))
    assert 'Open your compass' in text
    assert "Sam's compass" in text or 'Sam’s compass' in text
