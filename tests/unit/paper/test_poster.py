"""The sheet for the fridge and the card for the wallet: what is on it, and that a phone reads it."""

import re
from datetime import date, time, timedelta
from threading import Thread

import pypdfium2 as pdfium
import pytest
from PIL import ImageDraw
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH

from model.compass.when import PartOfDay, When
from model.words import Language, language
from tests.unit.paper.printed import (
    ADDRESS,
    DUTCH,
    MM,
    TODAY,
    codes,
    empty,
    full,
    own,
    picture,
    printed,
    tile,
    words,
)
from ui.paper import press, typesetting
from ui.paper.sheet import Sheet

HOSTILE = (
    '#panic()',
    '*a* _b_ $x^2$ `c`',
    '</svg><script>',
    '"\\"\\u{41}\'',
    '😀👩‍👩‍👧',
    'مرحبا بالعالم',
    '@label <label> // /* weg',
    'W' * 80,
    'x' * 80,
    '\uffff\ufffe',
    '{name} %s',
)


def lines_drawn(pdf):
    """How many lines and shapes there are on the first page: more with one more pictogram."""
    return len(list(pdfium.PdfDocument(pdf)[0].get_objects(filter=[FPDF_PAGEOBJ_PATH], max_depth=20)))


def letters(text):
    return re.sub(r'[\s\u200b-\u200f\ufffe\uffff]', '', text)


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


@pytest.mark.parametrize(
    ('sheet', 'width', 'height'), [(Sheet.A4, 210, 297), (Sheet.A5, 148, 210), (Sheet.POCKET, 85.6, 54)]
)
def test_it_is_one_page_of_the_right_size(sheet, width, height):
    document = pdfium.PdfDocument(printed(full(), sheet))
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx((width * MM, height * MM), abs=0.1)


@pytest.mark.parametrize('sheet', Sheet)
def test_everything_is_vector_and_every_font_is_inside(sheet):
    compass = full()
    compass.call_me('Сам')
    pdf = printed(compass, sheet)
    page = pdfium.PdfDocument(pdf)[0]
    assert list(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=20)) == []
    assert b'AtkinsonHyperlegible' in pdf
    assert pdf.count(b'/FontFile') == len(re.findall(rb'/Type ?/FontDescriptor', pdf)) > 1


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


@pytest.mark.parametrize('sheet', Sheet)
def test_the_hour_stands_behind_the_day(sheet):
    compass = full()
    compass.steps.choose_hour(compass.steps.items[0].id, time(14, 30))
    assert 'zaterdagmiddag 28 november om 14.30 uur' in words(printed(compass, sheet))


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


def test_steps_that_were_taken_off_are_not_printed():
    compass = full()
    compass.steps.take_off(compass.steps.items[1].id, TODAY)
    assert 'Iets aanvragen' not in words(printed(compass))


@pytest.mark.parametrize('sheet', Sheet)
def test_an_empty_compass_has_room_for_a_first_step(sheet):
    said = words(printed(empty(), sheet))
    assert 'Nieuwe stap' in said
    assert 'Mijn kompas' in said


@pytest.mark.parametrize('sheet', Sheet)
@pytest.mark.parametrize('text', HOSTILE)
def test_own_words_are_printed_as_they_are_and_never_read_as_markup(text, sheet):
    compass = full()
    compass.nickname = text[:40]
    compass.strengths.choose('be-yourself', own(text), TODAY)
    compass.strengths.mark_heart(compass.strengths.items[-1].id, heart=True)
    compass.wishes.choose(own(text), TODAY)
    compass.steps.change(compass.steps.items[0].id, own(text))
    compass.steps.choose_companion(compass.steps.items[0].id, own(text), TODAY)
    compass.happened.tell(own(text))
    pdf = printed(compass, sheet, everything=True)
    assert codes(picture(pdf))[0].text == ADDRESS
    if text.isascii() and len(text) < 30:
        assert letters(words(pdf)).count(letters(text)) >= 4


@pytest.mark.parametrize('sheet', Sheet)
@pytest.mark.parametrize('text', ['W' * 80, 'lange woorden ' * 5 + 'samen', 'م' * 80])
def test_words_stay_inside_the_margins_and_off_the_rings(text, sheet):
    compass = full()
    compass.nickname = text[:40]
    compass.wishes.choose(own(text), TODAY)
    for step in compass.steps.items:
        compass.steps.change(step.id, own(text))
        compass.steps.choose_companion(step.id, own(text), TODAY)
        compass.steps.choose_help(step.id, own(text[:40]))
        compass.steps.choose_day(step.id, TODAY + timedelta(days=24))
    page = pdfium.PdfDocument(printed(compass, sheet))[0]
    width, height = page.get_size()
    margin = 2 * MM
    text_page = page.get_textpage()
    for place in range(text_page.count_chars()):
        left, bottom, right, top = text_page.get_charbox(place)
        assert margin < left <= right < width - margin
        assert margin < bottom <= top < height - margin
        if sheet is Sheet.A4 and top < 90 * MM:
            assert right < 112 * MM or left > 128 * MM


@pytest.mark.parametrize('sheet', Sheet)
def test_a_very_long_name_leaves_the_day_on_the_sheet(sheet):
    compass = full()
    step = compass.steps.items[0].id
    compass.steps.change(step, own('lange woorden ' * 5 + 'samen'))
    compass.steps.choose_companion(step, own('M' * 80), TODAY)
    assert 'zaterdagmiddag 28 november' in words(printed(compass, sheet))


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


def test_the_title_names_the_person_and_nothing_holds_the_key():
    pdf = printed(full())
    metadata = pdfium.PdfDocument(pdf).get_metadata_dict()
    assert metadata['Title'] == 'Kompas van Sam'
    assert b'AbCdEf' not in pdf
    assert 'AbCdEf' not in str(metadata) + words(pdf)


@pytest.mark.parametrize('sheet', [Sheet.A4, Sheet.A5])
def test_there_is_a_place_for_photos_where_there_is_no_code_or_few_steps(sheet):
    few = full()
    for step in few.steps.items[1:]:
        few.steps.take_off(step.id, TODAY)

    def places(compass, **asked):
        return words(printed(compass, sheet, **asked)).count('Plak hier een foto')

    assert places(full()) == 1
    assert places(full(), address=None) == 2
    assert places(few) == 2
    assert places(few, address=None) == 3


def test_the_same_compass_gives_the_same_sheet():
    assert words(printed(full())) == words(printed(full()))
    assert picture(printed(full())).tobytes() == picture(printed(full())).tobytes()


def test_sheets_can_be_made_at_the_same_time(monkeypatch):
    """By real processes."""
    monkeypatch.setattr(typesetting, 'pressed', press.pressed)
    made, people = {}, [f'Mens {number}' for number in range(8)]

    def make(name):
        compass = full()
        compass.call_me(name)
        made[name] = words(printed(compass))

    threads = [Thread(target=make, args=(name,)) for name in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [name for name in people if f'Kompas van {name}' in made.get(name, '')] == people


def test_an_address_too_long_for_a_code_is_refused():
    with pytest.raises(ValueError, match='200'):
        printed(full(), address='x' * 201)
