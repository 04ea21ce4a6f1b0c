"""Photos, drawings, voices and library pictures on paper: which, where, how sharp, and nothing but their pixels."""

from datetime import timedelta

import pypdfium2 as pdfium
import pytest
from PIL import Image

from model.catalogue.questions import WISHES
from model.compass.album import Size
from model.compass.answer import Answer
from model.compass.target import Target
from model.pictures import library
from model.pictures.pictogram import tinted
from model.words import Language
from tests.unit.paper.album import (
    COLOURS,
    LONG,
    LYING,
    SQUARE,
    UPRIGHT,
    Album,
    colour_of,
    images,
    printed_size,
)
from tests.unit.paper.printed import ADDRESS, DUTCH, TODAY, codes, full, nothing, picture, printed, words
from ui.paper.marks import answered
from ui.paper.pictures import PaperPictures
from ui.paper.sheet import Sheet

GREEN = (0x4F, 0xB2, 0x86)
WAITING = 'Plak hier een foto'


@pytest.fixture
def album(now):
    return Album(now)


def everywhere(album):
    """Ten photos: on the ring, the wish, two steps with whom, and six beside the compass."""
    compass = album.compass
    album.photo('red', f'strength.{compass.strengths.on("belong", compass.album)[0].id}', UPRIGHT)
    album.photo('lime', f'wish.{compass.wishes.now}')
    album.photo('blue', f'step.{compass.steps.items[0].id}')
    album.photo('yellow', f'step.{compass.steps.items[1].id}', SQUARE)
    for colour, size in zip(COLOURS[4:10], (LYING, UPRIGHT, LYING, LONG, SQUARE, UPRIGHT), strict=True):
        album.photo(colour, size=size)


@pytest.mark.parametrize('sheet', Sheet)
def test_photos_are_sharp_and_as_they_were_taken(album, sheet):
    everywhere(album)
    found = images(album.on_sheet(sheet))
    assert found
    for image in found:
        (wide, tall), (across, down) = image.get_px_size(), printed_size(image)
        assert image.get_filters() == ['DCTDecode']
        assert min(wide / across, tall / down) * 25.4 >= 200
        assert wide / tall == pytest.approx(across / down, rel=0.02)


@pytest.mark.parametrize('shapes', [[UPRIGHT], [LYING], [SQUARE], [LYING, UPRIGHT], [SQUARE, LYING, UPRIGHT]])
@pytest.mark.parametrize('sheet', [Sheet.A4, Sheet.A5])
def test_few_photos_are_printed_large_and_stay_sharp(album, sheet, shapes):
    for size in shapes:
        album.photo('red', size=size)
    found = images(album.on_sheet(sheet))
    assert len(found) == len(shapes)
    assert max(max(printed_size(image)) for image in found) > (45 if sheet is Sheet.A4 else 32)
    assert min(image.get_px_size()[0] / printed_size(image)[0] for image in found) * 25.4 >= 200


def test_ten_photos_are_all_on_the_sheet(album):
    everywhere(album)
    assert set(album.colours()) == set(COLOURS[:10])


def test_a_photo_of_someone_is_on_the_ring_and_beside_its_words_and_with_whom(album):
    album.photo('red', f'strength.{album.compass.strengths.on("belong", album.compass.album)[0].id}')
    assert album.colours() == ['red', 'red', 'red']


def test_nothing_but_pixels_of_a_photo_is_on_paper(album):
    secret = Image.Exif()
    secret[0x010E] = 'GEHEIM'
    secret[0x8825] = {1: 'N', 2: (52.0, 22.0, 0.0)}
    album.photo('red', exif=secret)
    assert b'GEHEIM' in next(iter(album.contents.values()))
    pdf = album.on_sheet()
    [image] = images(pdf)
    assert b'GEHEIM' not in pdf
    assert b'Exif' not in pdf
    assert b'Exif' not in bytes(image.get_data())


@pytest.mark.parametrize('sheet', Sheet)
def test_what_is_not_chosen_for_paper_is_not_printed(album, sheet):
    compass = album.compass
    album.photo('red', f'strength.{compass.strengths.on("belong", compass.album)[0].id}', paper=False)
    album.photo('lime', f'wish.{compass.wishes.now}', paper=False)
    album.photo('blue', f'step.{compass.steps.items[0].id}', paper=False)
    album.photo('cyan', 'condition.belong', paper=False)
    album.photo('yellow', paper=False)
    album.photo('gray', f'step.{compass.steps.items[0].id}.before', paper=False)
    assert album.colours(sheet) == []


def test_without_its_photo_an_answer_is_what_it_was(album):
    before = picture(printed(album.compass)).tobytes()
    album.photo('red', f'strength.{album.compass.strengths.on("belong", album.compass.album)[0].id}', paper=False)
    assert picture(album.on_sheet()).tobytes() == before


def test_photos_on_the_compass_are_not_printed_beside_it_again(album):
    album.photo('red', f'wish.{album.compass.wishes.now}')
    assert album.colours(Sheet.A4) == ['red', 'red']  # in the hub, and as the wish
    assert WAITING in words(album.on_sheet())


def test_a_photo_that_waits_for_a_yes_is_not_printed(album):
    album.photo('red', own_device=False)
    album.photo('lime', f'wish.{album.compass.wishes.now}', own_device=False)
    assert album.colours() == []


def test_a_photo_that_the_person_said_yes_to_is_printed(album, now):
    album.compass.allow(album.photo('red', own_device=False), now, own_device=True)
    assert album.colours() == ['red']


def test_what_was_taken_away_is_not_printed(album, now):
    everywhere(album)
    for attachment in album.compass.album.items[1:]:
        album.compass.album.take_away(attachment.id, now)
    assert set(album.colours()) == {'red'}


@pytest.mark.parametrize('sheet', Sheet)
def test_a_missing_file_never_stops_a_sheet(album, sheet):
    everywhere(album)
    album.drawing()
    album.drawing(f'strength.{album.compass.strengths.on("matter", album.compass.album)[0].id}')
    pdf = printed(album.compass, sheet, read=nothing)
    assert images(pdf) == []
    assert codes(picture(pdf))[0].text == ADDRESS


@pytest.mark.parametrize('sheet', Sheet)
def test_a_damaged_file_never_stops_a_sheet(album, sheet):
    everywhere(album)
    album.drawing('wishes')
    album.contents = {which: content[: len(content) // 2] for which, content in album.contents.items()}
    album.contents[album.compass.album.items[-1].id, Size.SCREEN] = b'<svg'
    assert album.colours(sheet) == []


def test_where_only_the_large_file_is_gone_there_is_room_to_stick_a_photo(album):
    album.photo('red')
    del album.contents[album.compass.album.items[0].id, Size.SCREEN]
    pdf = album.on_sheet()
    assert images(pdf) == []
    assert WAITING in words(pdf)


def test_a_photo_that_fits_badly_is_shown_whole_beside_room_to_stick_one(album):
    for strength in list(album.compass.strengths.items):  # the compass is at its largest then
        album.compass.strengths.take_off(strength.id, TODAY)
    album.photo('red', size=LONG)
    pdf = album.on_sheet()
    [image] = images(pdf)
    assert printed_size(image)[0] < 70
    assert words(pdf).count(WAITING) == 1


@pytest.mark.parametrize('place', ['album', 'wishes', 'condition.belong', 'steps'])
def test_a_drawing_is_printed_as_lines(now, place):
    compass = full()
    for step in compass.steps.items[1:]:
        compass.steps.take_off(step.id, TODAY)
    album = Album(now, compass)
    without = green(album.on_sheet())
    if place == 'condition.belong':  # as many strengths as before: more of them make the green quarter smaller
        compass.strengths.take_off(compass.strengths.items[-1].id, TODAY)
    album.drawing(place)
    pdf = album.on_sheet()
    assert images(pdf) == []
    assert green(pdf) > without


def green(pdf):
    """How much of the sheet has the green of the pencil."""
    return sum(number for number, colour in picture(pdf).getcolors(1 << 24) if colour == GREEN)


def test_the_newest_photos_are_printed_and_no_more_than_there_is_room_for(album):
    for colour in COLOURS[:8]:
        album.photo(colour)
    assert set(album.colours()) == set(COLOURS[2:8])
    assert WAITING not in words(album.on_sheet())


def test_more_photos_find_a_place_under_the_steps_and_instead_of_the_code(album):
    for step in album.compass.steps.items[1:]:
        album.compass.steps.take_off(step.id, TODAY)
    for colour in COLOURS[:8]:
        album.photo(colour)
    assert set(album.colours()) == set(COLOURS[:8])
    assert words(album.on_sheet()).count(WAITING) == 0
    assert words(album.on_sheet(address=None)).count(WAITING) == 1
    for colour in [*COLOURS[8:], 'red']:
        album.photo(colour)
    assert len(album.colours()) == 12
    assert len(album.colours(address=None)) == 13


def test_photos_beside_a_step_are_printed_beside_the_compass_with_the_sign_of_their_moment(album):
    place = f'step.{album.compass.steps.items[0].id}'
    album.photo('red')
    without = picture(album.on_sheet()).tobytes()
    album.compass.album.items[0].target = Target.parse(f'{place}.done-it')
    assert album.colours() == ['red']
    assert picture(album.on_sheet()).tobytes() != without


def test_a_language_from_right_to_left_mirrors_the_photos(album):
    everywhere(album)

    def middles(say):
        pdf = album.on_sheet(say=say)
        width = pdfium.PdfDocument(pdf)[0].get_width()
        beside = [image for image in images(pdf) if colour_of(image) in COLOURS[4:]]
        return {
            colour_of(image): ((image.get_bounds()[0] + image.get_bounds()[2]) / 2 / width, image.get_bounds()[3])
            for image in beside
        }

    from_left, from_right = middles(DUTCH), middles(Language('ar'))
    assert len(from_left) == 6
    for colour, (x, y) in from_left.items():
        assert from_right[colour] == pytest.approx((1 - x, y), abs=0.5 if y > 1 else 0.01)


@pytest.mark.parametrize('sheet', Sheet)
def test_answers_without_words_have_a_name_and_a_picture(now, compass, sheet):
    album = Album(now, compass)
    album.photo('red', 'steps')
    compass.steps.choose_day(compass.steps.items[0].id, TODAY + timedelta(days=1))
    compass.stick(Target.parse('wishes'), '1F370', TODAY)
    pdf = album.on_sheet(sheet)
    assert [colour_of(image) for image in images(pdf)] == ['red']
    assert 'Mijn stap' in words(pdf)
    if sheet is not Sheet.POCKET:
        assert library.name('1F370', 'nl').capitalize() in words(pdf)


def test_a_photo_alone_is_a_wish_without_a_word_and_larger(now, compass):
    album = Album(now, compass)
    album.photo('red', 'wishes')
    alone = images(album.on_sheet())
    assert 'Foto' not in words(album.on_sheet())
    compass.wishes.choose(Answer(tile='own-place'), TODAY)
    album.photo('red', f'wish.{compass.wishes.now}')
    with_a_word = images(album.on_sheet())
    assert 'Eigen plek' in words(album.on_sheet())
    assert min(map(printed_size, alone)) > min(map(printed_size, with_a_word))  # in the middle of the compass
    assert min(image.get_px_size()[0] / printed_size(image)[0] for image in alone) * 25.4 >= 200


def test_a_voice_alone_is_a_pictogram(now, compass):
    album = Album(now, compass)
    album.voice('wishes')
    album.voice('steps')
    album.voice('condition.belong')
    said = words(album.on_sheet())
    assert 'Gesproken' in said
    assert 'Mijn stap' in said
    pictures = PaperPictures(compass, album.read)
    assert answered(compass.wish.answer, WISHES, pictures, DUTCH)['svg'] == tinted('voice-note')


def test_a_picture_that_left_the_library_never_stops_a_sheet(album):
    album.compass.strengths.choose('belong', Answer(words='oma', sticker='ABCDEF'), TODAY)
    assert codes(picture(album.on_sheet()))[0].text == ADDRESS
