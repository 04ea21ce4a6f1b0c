"""The pictograms that a browser keeps: one file for everybody, in which each looks as it does in a page."""

import re
from datetime import datetime
from xml.etree import ElementTree

import pytest

from model.catalogue.conditions import CONDITIONS
from model.catalogue.every_tile import THINGS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.pictures import pictogram as drawings
from model.pictures.pictogram import DRAWN, Tint
from model.words import language
from ui.look import drawing, kept_pictograms
from ui.look.colours import PICTOGRAM_TINTS, TINTS, style_variables
from ui.look.kept_pictograms import AROUND, inside, pictogram, written_out
from ui.plain import page

NL = language('nl')
SVG = '{http://www.w3.org/2000/svg}'
KEPT = kept_pictograms._file().content.decode()


def in_file(key: str) -> str:
    found = re.search(rf'<g id="{key}"[^>]*>(.*?)</g>', KEPT)
    assert found, key
    return found[1]


def test_all_that_can_stand_on_a_compass_is_in_the_file_once() -> None:
    keys = [one.get('id') for one in ElementTree.fromstring(KEPT)]
    assert {*THINGS, *AROUND} <= set(keys)
    assert len(keys) == len(set(keys))


def test_what_stands_around_every_screen_is_drawn() -> None:
    assert drawings.shipped() >= AROUND


@pytest.mark.parametrize('tint', [DRAWN, *TINTS.values()])
def test_a_drawing_in_the_file_takes_the_colours_of_its_place(tint: Tint) -> None:
    assert tint.accent == DRAWN.accent  # the file has room for two colours
    for key in ('music', 'heart', 'steps'):
        shapes = re.sub(r'var\(--drawn-(tint|light),#\w+\)', lambda one: getattr(tint, one[1]), in_file(key))
        assert shapes == re.sub(r'>\s+<', '><', drawings.inside(key, tint))


def test_the_stylesheet_knows_the_colours_of_each_condition() -> None:
    for name, tint in TINTS.items():
        assert f'[data-tint="{name}"]{{--drawn-tint:{tint.tint};--drawn-light:{tint.light}}}' in style_variables()
        assert f'data-tint="{name}"' in pictogram('music', tint)


def test_what_is_not_in_the_file_stands_in_the_page_whole() -> None:
    monday = PICTOGRAM_TINTS['monday']
    for shown, whole in (
        (pictogram('debts'), page.pictogram('debts')),
        (pictogram('monday'), page.pictogram('monday')),
        (pictogram('music', monday), page.pictogram('music', monday)),
        (inside('music', monday), drawings.inside('music', monday)),
    ):
        assert shown == whole


def test_a_drawing_of_an_installation_alone_is_in_no_public_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, 'tinted', lambda *_: '<svg >')
    monkeypatch.setattr(drawings, '_own', {'hens': '<svg></svg>'})
    assert '<use' not in pictogram('hens')
    assert 'id="hens"' not in kept_pictograms._file.__wrapped__().content.decode()


def test_what_is_written_out_is_what_would_have_stood_there(now: datetime) -> None:
    compass = Compass(made=now)
    for question in CONDITIONS.values():
        for tile in question.tiles[:6]:
            compass.strengths.add(question.key, Answer(tile=tile.key), now.date())
    whole, used = (drawing.compass(compass, NL, lambda _: None, inside=one) for one in (drawings.inside, inside))
    assert '<use' in used
    assert len(used) < len(whole) / 2
    again = written_out(used)
    assert '<use' not in again
    assert shapes_of(again) == shapes_of(whole)


def shapes_of(svg: str) -> list[tuple[str, dict[str, str]]]:
    return [(one.tag, one.attrib) for one in ElementTree.fromstring(svg).iter() if one.tag != f'{SVG}g']
