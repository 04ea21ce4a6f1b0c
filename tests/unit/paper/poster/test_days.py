"""The days and hours on the sheet."""

from datetime import date, time, timedelta

import pytest

from model.compass.when import PartOfDay, When
from model.words import language
from tests.unit.paper.printed import TODAY, full, own, printed, tile, words
from ui.paper.sheet import Sheet


@pytest.mark.parametrize('sheet', Sheet)
def test_the_hour_stands_behind_the_day(sheet):
    compass = full()
    compass.steps.choose_hour(compass.steps.items[0].id, time(14, 30))
    assert 'zaterdagmiddag 28 november om 14.30 uur' in words(printed(compass, sheet))


@pytest.mark.parametrize('sheet', Sheet)
@pytest.mark.parametrize('when', [{}, {'part': PartOfDay.AFTERNOON}, {'part': PartOfDay.MORNING, 'hour': time(9)}])
def test_of_a_day_that_went_by_no_date_is_printed(sheet, when):
    compass = full()
    [step] = compass.steps.items = compass.steps.items[:1]
    step.when = When(day=TODAY - timedelta(days=6), **when)
    said = words(printed(compass, sheet))
    assert 'Taart bakken' in said
    assert 'met mijn vader' in said
    assert '16 november' not in said
    assert 'maandag' not in said
    assert '9.00' not in said
    assert ("'s middags" in said) is (when.get('part') is PartOfDay.AFTERNOON)


def test_a_day_that_went_by_takes_no_place_from_what_is_ahead():
    compass = full()
    for answer, days in ((tile('sport'), -3), (tile('draw'), -1), (own('Zwemmen'), 0)):
        compass.steps.choose_day(compass.steps.start(answer, TODAY).id, TODAY + timedelta(days=days))
    said = words(printed(compass))
    assert said.index('Zwemmen') < said.index('Taart bakken')
    assert '+3' in said
    assert 'Sporten' not in said
    assert 'Tekenen' not in said
    assert 'Zwemmen' in words(printed(compass, Sheet.POCKET))


@pytest.mark.parametrize(
    ('code', 'part', 'day', 'said'),
    [
        ('nl', None, date(2027, 1, 2), 'zaterdag 2 januari 2027'),
        ('nl', PartOfDay.AFTERNOON, date(2027, 1, 2), 'zaterdagmiddag 2 januari 2027'),
        ('en', None, date(2027, 1, 2), 'Saturday 2 January 2027'),
    ],
)
def test_a_day_of_another_year_is_printed_with_its_year(code, part, day, said):
    compass = full()
    compass.steps.items[0].when = When(day=day, part=part)
    assert said in words(printed(compass, say=language(code)))


def test_what_was_done_in_another_year_is_printed_with_its_year():
    compass = full()
    compass.steps.finish(compass.steps.items[0].id, date(2025, 12, 31))
    assert 'Gedaan · woensdag 31 december 2025' in words(printed(compass))
