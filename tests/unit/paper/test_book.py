"""The book that a person takes along: what is in it, and that it stays a small book."""

from datetime import timedelta

import pypdfium2 as pdfium
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from model.compass.answer import Answer
from model.compass.looking_back import About
from model.words import Language, language
from tests.unit.paper.album import LONG, LYING, UPRIGHT, Album, colour_of
from tests.unit.paper.printed import DUTCH, MM, TODAY, empty, full, nothing, own, tile, words
from tests.unit.paper.strict import be_strict
from ui.paper.book import MOST_MOMENTS, MOST_PHOTOS, MOST_STEPS, book
from ui.paper.then_and_now import printed_story

LONGEST = 'naar de arbeidsongeschiktheidsverzekeringsmaatschappij bellen met mijn begeleider'[:80]


def made(compass, visits=(), read=nothing, say=DUTCH):
    return book(printed_story(compass, visits, TODAY), read, say)


def pages(pdf):
    return len(pdfium.PdfDocument(pdf))


def colours(pdf):
    """The colours of the photos of all pages."""
    found = (page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=20) for page in pdfium.PdfDocument(pdf))
    return [colour_of(image) for page in found for image in page]


def does(compass, answer, days_ago):
    step = compass.steps.start(answer, TODAY - timedelta(days=400))
    compass.steps.finish(step.id, TODAY - timedelta(days=days_ago))
    return step


def test_an_empty_compass_has_a_cover_and_a_compass(ends):
    pdf = made(empty())
    assert pages(pdf) == 2
    assert 'Mijn boekje' in words(pdf)
    assert pdfium.PdfDocument(pdf)[0].get_size() == pytest.approx((148 * MM, 210 * MM), abs=0.1)


def test_it_tells_then_and_now_the_story_and_what_was_done(ends):
    compass = full()
    visit = ends(compass)
    compass.strengths.choose('belong', own('Oma Fien'), TODAY)
    does(compass, own('Taart bakken'), 3)
    compass.looking_back.tell(About.WENT_WELL, tile('walk'), TODAY)
    compass.looking_back.tell(About.LEARNED, tile('no-thanks'), TODAY)
    said = words(made(compass, [visit]))
    for part in ('Boekje van Sam', 'Toen', DUTCH.full_date(visit.ended.date()), 'Nu', 'Nieuw', 'Oma Fien'):
        assert part in said
    for part in ('Mijn verhaal', 'Taart bakken', '19 november', 'Ging goed', 'Wandelen', 'Geleerd', 'Nee zeggen'):
        assert part in said


def test_only_photos_that_may_be_printed_are_in_it(ends, now):
    album = Album(now, empty())
    album.photo('teal')
    album.photo('red', paper=False)
    album.photo('blue', own_device=False)
    album.photo('navy', 'condition.belong')
    assert sorted(set(colours(made(album.compass, (), album.read)))) == ['navy', 'teal']


def test_nothing_private_and_no_open_question_is_in_it(ends):
    compass = full()
    compass.happened.tell(own('brommergedoe'))
    compass.obstacles.tell(own('stilstaan'))
    said = words(made(compass, [ends(compass)])).lower()
    assert 'brommergedoe' not in said
    assert 'stilstaan' not in said


@pytest.mark.long
def test_however_much_there_is_it_is_a_small_book(monkeypatch, ends, now):
    be_strict(monkeypatch)
    album = Album(now)
    compass = album.compass
    for number in range(40):
        does(compass, own(LONGEST) if number % 3 == 0 else tile('walk'), 380 - number)
    visits = []
    for number in range(MOST_MOMENTS + 8):
        visits.append(ends(compass, 400 - 10 * number))
        day = TODAY - timedelta(days=400 - 10 * number)
        for answer in (own(LONGEST), own('Oma Fien'), *(tile(key) for key in ('walk', 'rest', 'music'))):
            for about in About:
                compass.looking_back.tell(about, answer, day, contact=f'{number:08x}')
    for number in range(MOST_PHOTOS + 5):
        album.photo('teal', 'album', (LYING, UPRIGHT, LONG)[number % 3])
    pdf = made(compass, visits, album.read)
    assert 12 <= pages(pdf) <= 24
    assert len(pdf) < 3_000_000
    assert len(colours(pdf)) == MOST_PHOTOS
    said = words(pdf)
    for rest in ('En nog 9 gesprekken.', 'En nog 5 foto’s en tekeningen.'):
        assert rest in said
    assert 'stappen. Ze staan' not in said


@pytest.mark.parametrize(
    ('beyond', 'rest'),
    [
        (0, ()),
        (1, ('En nog 1 stap.', 'En nog 1 foto of tekening.')),
        (7, ('En nog 7 stappen.', 'En nog 7 foto’s en tekeningen.')),
    ],
)
def test_what_there_is_no_room_for_is_said_where_it_would_stand(ends, now, beyond, rest):
    album = Album(now, empty())
    for number in range(MOST_STEPS + beyond):
        does(album.compass, tile('walk'), 380 - number)
    for _ in range(MOST_PHOTOS + beyond):
        album.photo('teal')
    said = words(made(album.compass, (), album.read))
    for one in rest:
        assert one in said
    assert said.count('En nog') == len(rest)


@pytest.mark.parametrize(
    ('visits', 'rest'),
    [
        (MOST_MOMENTS - 1, None),
        (MOST_MOMENTS, 'En nog 1 gesprek. Het staat in het verhaal op je kompas.'),
        (MOST_MOMENTS + 3, 'En nog 4 gesprekken. Ze staan in het verhaal op je kompas.'),
    ],
)
def test_moments_that_are_left_out_are_counted_between_the_first_and_the_next(ends, visits, rest):
    compass = full()
    pdf = made(compass, [ends(compass, 400 - 10 * number) for number in range(visits)])
    said = words(pdf)
    first, *others = (DUTCH.full_date(TODAY - timedelta(days=400 - 10 * number)) for number in range(visits))
    if rest is None:
        assert 'En nog' not in said
        return
    story = said[said.index('Mijn verhaal') :]
    assert story.index(first) < story.index(rest) < story.index(others[-1])
    assert others[0] not in story


@pytest.mark.parametrize('count', range(6))
def test_any_number_of_photos_finds_its_place(ends, now, count):
    album = Album(now, empty())
    for number in range(count):
        album.photo('teal', 'album', (LYING, UPRIGHT)[number % 2])
    pdf = made(album.compass, (), album.read)
    assert len(colours(pdf)) == count
    assert pages(pdf) == 2 + -(-count // 4)


def test_a_photo_whose_file_is_gone_leaves_no_page(ends, now):
    album = Album(now, empty())
    album.photo('teal')
    assert pages(made(album.compass)) == 2


def test_it_is_in_the_language_of_the_person_and_runs_its_way(ends):
    compass = full()
    assert 'Sam’s book' in words(made(compass, [ends(compass)], say=language('en')))
    assert pages(made(compass, [ends(compass)], say=Language('ar'))) > 2


def middle_of(pdf, text):
    """How far from the left side of its page a text stands for the first time, in parts of the page."""
    for page in pdfium.PdfDocument(pdf):
        textpage = page.get_textpage()
        if found := textpage.search(text).get_next():
            left, _, right, _ = textpage.get_charbox(found[0])
            return (left + right) / 2 / page.get_width()
    raise AssertionError(text)


@pytest.mark.parametrize('word', ['verhaal', 'goed', 'gedaan'])
def test_a_book_that_runs_from_right_to_left_is_mirrored(ends, word):
    compass = full()
    for number in range(MOST_STEPS + 1):
        does(compass, tile('walk'), 60 - number)
    compass.looking_back.tell(About.WENT_WELL, tile('walk'), TODAY)
    visits = [ends(compass)]
    assert middle_of(made(compass, visits), word) < 0.5 < middle_of(made(compass, visits, say=Language('ar')), word)


def test_what_was_said_with_a_photo_that_is_erased_is_gone_from_it(ends, now):
    album = Album(now, empty())
    photo = album.photo('teal', 'condition.belong')
    compass = album.compass
    compass.looking_back.tell(About.WENT_WELL, Answer(picture=photo), TODAY)
    compass.refuse(photo)
    said = words(made(compass, [ends(compass)], album.read))
    assert 'Ging goed' not in said
