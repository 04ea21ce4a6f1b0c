"""What helps with a step stands beside who joins it, when there is room."""

from datetime import timedelta

import pypdfium2 as pdfium
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from tests.unit.paper.printed import TODAY, full, own, printed, tile, words
from ui.paper.sheet import Sheet


def lines_drawn(pdf):
    """How many lines and shapes there are on the first page: more with one more pictogram."""
    return len(list(pdfium.PdfDocument(pdf)[0].get_objects(filter=[FPDF_PAGEOBJ_PATH], max_depth=20)))


@pytest.mark.parametrize(('sheet', 'steps'), [(Sheet.A4, 1), (Sheet.A4, 4), (Sheet.A5, 1), (Sheet.POCKET, 1)])
def test_it_says_what_helps_with_a_step_beside_who_joins_it(sheet, steps):
    compass = full()
    compass.steps.items = compass.steps.items[:steps]
    without = lines_drawn(printed(compass, sheet))
    compass.steps.choose_help(compass.steps.items[0].id, tile('music'))
    pdf = printed(compass, sheet)
    assert 'met mijn vader · muziek helpt' in words(pdf)
    assert 'zaterdagmiddag 28 november' in words(pdf)
    assert lines_drawn(pdf) > without


@pytest.mark.parametrize('sheet', Sheet)
def test_what_helps_needs_nobody_to_join(sheet):
    compass = full()
    compass.steps.items = compass.steps.items[1:2]
    for help in ('music', 'rest'):
        compass.steps.choose_help(compass.steps.items[0].id, tile(help))
    assert 'muziek en rust helpen' in words(printed(compass, sheet))


@pytest.mark.parametrize('sheet', Sheet)
def test_what_helps_takes_no_room_from_what_with_whom_and_when(sheet):
    compass = full()
    for step in compass.steps.items:
        compass.steps.choose_companion(step.id, tile('mother'), TODAY)
        compass.steps.choose_day(step.id, TODAY + timedelta(days=6))
    without = words(printed(compass, sheet))
    for step in compass.steps.items:
        compass.steps.choose_help(step.id, own('M' * 80))
    assert words(printed(compass, sheet)) == without
