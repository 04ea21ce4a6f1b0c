"""The sheet as one page: its size, its fonts, its title, and the same each time."""

import re
from threading import Thread

import pypdfium2 as pdfium
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from tests.unit.paper.printed import MM, TODAY, full, picture, printed, words
from ui.paper import press, typesetting
from ui.paper.sheet import Sheet


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
