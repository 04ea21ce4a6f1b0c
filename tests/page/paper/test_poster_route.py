"""The compass on paper, for whoever may see it (P5)."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from random import Random
from time import monotonic

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from tests.page.cast.at_desk import Guest, on_tablet
from tests.page.cast.new_code import ends_other_keys
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Person, Stranger, Worker
from tests.page.cast.sending import has_sent
from tests.patience import within
from tests.soak import rounds


def sent(person: Person, query: str = '') -> bytes:
    """The sheet as it is sent; one that is asked for in a thread is opened outside, where PDFium is alone."""
    answer = person.opens(f'/kompas/{person.id}/poster.pdf?{query}')
    assert answer.status_code == 200, answer.text
    assert answer.headers['content-type'] == 'application/pdf'
    return answer.content


def paper(person: Person, query: str = '') -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(sent(person, query))


def words(document: pypdfium2.PdfDocument) -> str:
    return ' '.join(page.get_textpage().get_text_range() for page in document)


def millimetres(document: pypdfium2.PdfDocument) -> tuple[int, int]:
    width, height = document[0].get_size()
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


def code(document: pypdfium2.PdfDocument) -> list[str]:
    """What a phone reads from the first page."""
    return [found.text for found in zxingcpp.read_barcodes(document[0].render(scale=3).to_pil())]


@pytest.mark.parametrize('size', ['a4', 'a5', 'pas'])
def test_each_size_carries_the_code_that_opens_the_compass(owner: Owner, size: str) -> None:
    sheet = paper(owner, f'maat={size}')
    address = f'{owner.server.url}/k#{owner.on_disk.sheet_token}'
    assert code(sheet) == [address]
    assert Stranger(owner.server).enters(address.partition('#')[2]).status_code == 303


@pytest.mark.parametrize(('size', 'expected'), [('a4', {210, 297}), ('a5', {148, 210})])
def test_a_sheet_has_its_size(owner: Owner, size: str, expected: set[int]) -> None:
    assert set(millimetres(paper(owner, f'maat={size}'))) == expected


def test_a_worker_prints_a_key_of_their_own_that_opens_the_compass_too(server: Machine) -> None:
    noor = Colleague(server, 'Noor')
    sam = Guest(noor)
    at_work = on_tablet(noor, sam.id)
    assert 'QR-code van dit kompas' not in at_work.page('delen').text, 'on the screen there is none'
    [printed] = code(paper(at_work))
    token = printed.partition('#')[2]
    assert token != sam.on_disk.sheet_token
    assert sam.on_disk.key(token)['worker'] == sam.colleague_id
    assert code(paper(at_work)) == [printed], 'printed again it is the same'
    assert code(paper(sam)) == [f'{server.url}/k#{sam.on_disk.sheet_token}']
    assert Stranger(server).enters(token).status_code == 303


def test_a_worker_who_sees_the_steps_only_prints_nothing(server: Machine) -> None:
    noor = Colleague(server, 'Noor')
    sam = Guest(noor)
    sam.taps('meekijken', 'Alleen mijn stappen')
    assert noor.opens(f'/kompas/{sam.id}/poster.pdf').status_code == 404


@pytest.mark.parametrize('size', ['a4', 'a5', 'pas'])
def test_a_sheet_can_be_without_the_code(owner: Owner, size: str) -> None:
    assert code(paper(owner, f'maat={size}&qr=nee')) == []


def test_a_sheet_is_printed_again_with_the_same_code(owner: Owner) -> None:
    assert code(paper(owner)) == code(paper(Worker(owner)))


def test_private_words_are_printed_only_when_asked(owner: Owner) -> None:
    owner.writes('gebeurd', 'brommergedoe')
    owner.writes('moeilijk', 'stilstaan')
    owner.writes('wens', 'vliegles')
    usual, whole = words(paper(owner)), words(paper(owner, 'alles=ja'))
    assert 'brommergedoe' not in usual.lower()
    assert 'stilstaan' not in usual.lower()
    assert 'vliegles' in usual.lower()
    assert 'brommergedoe' in whole.lower()
    assert 'stilstaan' in whole.lower()


def test_private_words_are_on_no_sheet_of_a_worker(owner: Owner) -> None:
    owner.writes('gebeurd', 'brommergedoe')
    worker = Worker(owner)
    assert 'brommergedoe' not in words(paper(worker)).lower()
    refused = worker.opens(f'/kompas/{owner.id}/poster.pdf?alles=ja')
    assert refused.status_code == 404
    assert refused.text == Stranger(owner.server).opens('/onzin').text


def test_a_photo_that_was_sent_is_on_the_sheet_and_gone_when_its_file_is(owner: Owner) -> None:
    photo = BytesIO()
    Image.new('RGB', (1200, 900), 'teal').save(photo, 'JPEG')
    sent = Worker(owner, own=True).http.put(
        f'/kompas/{owner.id}/bijlage/{"a1" * 8}?soort=foto&bij=wishes',
        content=photo.getvalue(),
        headers={'X-Kompas': '1'},
    )
    assert sent.status_code == 200, sent.text

    def photos() -> int:
        return len(list(paper(owner)[0].get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=20)))

    assert photos() == 2  # in the middle of the compass, and as the wish
    for file in (owner.on_disk.folder / 'photos').iterdir():
        file.unlink()
    assert photos() == 0


@pytest.mark.parametrize('query', ['', 'maat=a4', 'qr=nee', 'alles=ja'])
def test_a_stranger_and_an_unknown_compass_get_the_same_answer(owner: Owner, stranger: Stranger, query: str) -> None:
    nowhere = stranger.opens('/onzin')
    for compass_id in (owner.id, '0000000000000000'):
        answer = stranger.opens(f'/kompas/{compass_id}/poster.pdf?{query}')
        assert (answer.status_code, answer.text) == (404, nowhere.text)


def test_an_unknown_size_tells_a_stranger_nothing_about_who_is_here(owner: Owner, stranger: Stranger) -> None:
    answers = [stranger.opens(f'/kompas/{one}/poster.pdf?maat=a3') for one in (owner.id, '0' * 16)]
    assert answers[0].status_code == answers[1].status_code
    assert answers[0].text == answers[1].text


@pytest.mark.parametrize('query', ['maat=a3', 'maat=', 'maat=A4', 'maat=../a4', 'maat=a4&maat=a3'])
def test_an_unknown_size_gets_a_plain_page_with_a_pictogram(owner: Owner, query: str) -> None:
    answer = owner.opens(f'/kompas/{owner.id}/poster.pdf?{query}')
    assert 400 <= answer.status_code < 500
    assert answer.headers['content-type'] == 'text/html; charset=utf-8'
    assert 'class="pictogram"' in answer.text
    assert re.findall('<h1>.+?</h1>', answer.text)


@pytest.mark.parametrize(
    'written',
    ['#let x = 1', '$x$ *b* _i_ \\ "', '<script>', '👨‍👩‍👧 thuis', 'ﷺﷺﷺ', '\U000e0041x', 'a' * 80, '{who}', '%s %d'],
)
def test_own_words_are_printed_and_never_read_as_anything_else(owner: Owner, written: str) -> None:
    owner.writes('wens', written)
    owner.writes('ik', written[:40])
    assert len(paper(owner)) == 1


def test_a_compass_that_was_restored_can_be_printed(owner: Owner) -> None:
    ends_other_keys(owner, devices_too=False)
    owner.on_disk.file.write_bytes(owner.on_disk.bytes[:-20])
    address = code(paper(owner))[0]
    assert Stranger(owner.server).enters(address.partition('#')[2]).status_code == 303


@pytest.mark.long
def test_a_sheet_of_many_heavy_drawings_is_made_and_holds_nobody_up(owner: Owner, other: Owner) -> None:
    """Drawings with all the points that one may have, each with another pressure."""
    random = Random(1)
    points = [[random.randrange(1000), random.randrange(1000), random.randrange(101)] for _ in range(40_000)]
    heavy = json.dumps({'strokes': [{'colour': 1, 'size': 2, 'points': points}]}).encode()
    for number in range(rounds(30, 10)):
        where = ('matter', 'take-part', 'belong', None)[number % 4]
        has_sent(owner, heavy, 'tekening', f'condition.{where}' if where else 'album')
    before, waits, taps = owner.server.memory, [], []
    with ThreadPoolExecutor() as threads:
        sheets = [threads.submit(sent, owner) for _ in range(3)]
        while not all(sheet.done() for sheet in sheets):
            began = monotonic()
            sent(other)
            waits.append(monotonic() - began)
            began = monotonic()
            other.taps('wens', 'werk')
            taps.append(monotonic() - began)
    assert [len(pypdfium2.PdfDocument(sheet.result())) for sheet in sheets] == [1, 1, 1]
    assert max(waits) < within(2)
    assert max(taps) < within(2)
    assert owner.server.memory - before < 150
