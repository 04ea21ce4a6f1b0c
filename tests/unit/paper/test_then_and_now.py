"""Then and now beside each other on A4: what is new, gone and done, and nothing cut off."""

from datetime import timedelta

import pypdfium2 as pdfium
import pytest

from model.catalogue.conditions import CONDITIONS
from model.compass.story import since
from model.compass.strengths import Strengths
from model.words import language
from tests.unit.paper.album import Album, colour_of, images
from tests.unit.paper.printed import DUTCH, MM, TODAY, empty, full, nothing, own, tile, words
from tests.unit.paper.strict import be_strict
from ui.paper.then_and_now import printed_story, then_and_now

LONG = 'naar de arbeidsongeschiktheidsverzekeringsmaatschappij bellen met mijn begeleider'[:80]


def sheet(compass, visits, read=nothing, say=DUTCH):
    return then_and_now(printed_story(compass, visits, TODAY), read, say)


def test_it_says_which_days_and_what_changed(ends, now):
    compass = empty()
    compass.strengths.choose('be-yourself', tile('music'), TODAY)
    visit = ends(compass)
    compass.strengths = Strengths()
    compass.strengths.choose('belong', own('Oma Fien'), TODAY)
    compass.steps.finish(compass.steps.start(tile('walk'), TODAY).id, TODAY)
    said = words(sheet(compass, [visit]))
    day = DUTCH.full_date(visit.ended.date())
    for part in ('Mijn kompas', 'Toen', day, 'Nu', '22 november 2026', 'Oma Fien', 'Muziek', 'Wandelen', 'Gedaan!'):
        assert part in said
    assert 'Alles staat er nog.' not in said


def test_where_nothing_changed_that_is_said(ends):
    compass = full()
    assert 'Alles staat er nog.' in words(sheet(compass, [ends(compass)]))


def test_it_is_a4_and_one_page_for_what_is_usual(ends):
    compass = full()
    visit = ends(compass)
    compass.strengths.choose('belong', own('Oma Fien'), TODAY)
    pages = pdfium.PdfDocument(sheet(compass, [visit]))
    assert len(pages) == 1
    assert pages[0].get_size() == pytest.approx((210 * MM, 297 * MM), abs=0.1)


def test_much_goes_on_to_more_pages_and_no_word_is_cut_off(monkeypatch, ends):
    be_strict(monkeypatch)
    compass = full()
    visit = ends(compass, 380)
    compass.strengths = Strengths()
    for key, condition in CONDITIONS.items():
        for one in condition.tiles[5:]:
            compass.strengths.choose(key, tile(one.key), TODAY)
        compass.strengths.choose(key, own(LONG), TODAY)
    for days_ago in range(40):
        step = compass.steps.start(own(LONG), TODAY - timedelta(days=300))
        compass.steps.finish(step.id, TODAY - timedelta(days=days_ago))
    pdf = sheet(compass, [visit])
    said = words(pdf)
    assert len(pdfium.PdfDocument(pdf)) <= 4
    assert '…' not in said.replace('naar de…', '')
    assert '+16' in said


def test_a_photo_that_is_not_printed_or_gone_is_an_empty_frame(ends, now):
    album = Album(now, empty())
    album.photo('teal', 'condition.belong')
    album.photo('red', 'condition.matter', paper=False)
    gone = album.photo('blue', 'condition.take-part')
    visit = ends(album.compass)
    album.compass.refuse(gone)
    found = [colour_of(one) for one in images(sheet(album.compass, [visit], album.read))]
    assert found == ['teal', 'teal']


def test_what_was_not_there_then_is_compared_from_the_day_that_was_chosen(ends):
    compass = empty()
    visits = [ends(compass, 60)]
    compass.strengths.choose('be-yourself', tile('music'), TODAY)
    visits.append(ends(compass, 30))
    moments = printed_story(compass, visits, TODAY)
    assert [len(since(moments, day)) for day in ('', moments[1].day.isoformat(), TODAY.isoformat())] == [3, 2, 3]


def test_nothing_private_is_among_what_is_printed(ends):
    compass = full()
    compass.happened.tell(own('brommergedoe'))
    assert not any(one.compass.happened.items for one in printed_story(compass, [ends(compass)], TODAY))


def test_it_is_in_the_language_of_the_person(ends):
    compass = full()
    assert 'Then' in words(sheet(compass, [ends(compass)], say=language('en')))
