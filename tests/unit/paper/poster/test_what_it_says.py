"""What is on the sheet, and what is left out."""

import pypdfium2 as pdfium
import pytest

from tests.unit.paper.printed import TODAY, empty, full, own, printed, tile, words
from ui.paper.sheet import Sheet


@pytest.mark.parametrize('sheet', [Sheet.A4, Sheet.A5])
def test_it_says_who_what_with_whom_and_when(sheet):
    said = words(printed(full(), sheet))
    for part in (
        'Kompas van Sam',
        '22 november 2026',
        'Mijn wens',
        'Eigen plek',
        'Taart bakken',
        'Iets aanvragen',
    ):
        assert part in said
    for part in ('met mijn vader', 'zaterdagmiddag 28 november', 'Plak hier een foto', 'Open je kompas'):
        assert part in said
    assert 'Werkt alleen op dit netwerk' not in said


def test_the_card_holds_the_name_and_the_next_step():
    said = words(printed(full(), Sheet.POCKET))
    for part in ('Sam', 'Taart bakken', 'zaterdagmiddag 28 november · met mijn vader'):
        assert part in said
    assert 'Iets aanvragen' not in said


@pytest.mark.parametrize('sheet', Sheet)
def test_it_says_when_it_works_on_this_network_alone(sheet):
    assert 'Werkt alleen op dit netwerk' in words(printed(full(), sheet, local_only=True))


@pytest.mark.parametrize('sheet', Sheet)
def test_private_parts_are_printed_only_when_asked(sheet):
    compass = full()
    compass.happened.tell(tile('fled'))
    compass.happened.tell(own('geheim een'))
    compass.obstacles.tell(tile('no-money'))
    compass.obstacles.tell(own('geheim twee'))
    private = ('gevlucht', 'geheim een', 'geen geld', 'geheim twee', 'wat er is gebeurd', 'wat moeilijk is')
    without, everything = printed(compass, sheet), printed(compass, sheet, everything=True)
    assert [part for part in private if part in words(without).casefold()] == []
    assert [part for part in private if part not in words(everything).casefold()] == []
    assert words(everything).startswith(words(without))


def test_the_back_stays_away_when_there_is_nothing_private():
    assert len(pdfium.PdfDocument(printed(full(), everything=True))) == 1


def test_what_is_done_is_celebrated_and_stands_after_what_is_open():
    compass = full()
    compass.steps.finish(compass.steps.items[0].id, TODAY)
    said = words(printed(compass))
    assert 'Gedaan · zondag 22 november' in said
    assert 'zaterdag 28 november' not in said
    assert said.index('Wandelen') < said.index('Taart bakken')
    assert 'Gedaan' not in words(printed(full()))


def test_four_steps_are_shown_and_the_rest_is_counted():
    compass = full()
    for answer in (tile('sport'), tile('draw')):
        compass.steps.start(answer, TODAY)
    said = words(printed(compass))
    assert '+2' in said
    assert 'Tekenen' not in said


def test_steps_that_were_taken_off_are_not_printed():
    compass = full()
    compass.steps.take_off(compass.steps.items[1].id, TODAY)
    assert 'Iets aanvragen' not in words(printed(compass))


@pytest.mark.parametrize('sheet', Sheet)
def test_an_empty_compass_has_room_for_a_first_step(sheet):
    said = words(printed(empty(), sheet))
    assert 'Nieuwe stap' in said
    assert 'Mijn kompas' in said
