"""Files that are damaged or too new: what the person sees, and what is kept (P20)."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.page.cast.new_code import OTHERS_TOO, asks_for_new_code, share_screen, wipes_everything
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.on_disk import OnDisk, keys_of
from tests.page.cast.people.person import Owner, Person, Stranger, Worker
from tests.patience import eventually

RESTORED = 'Dit is je kompas van iets eerder'
DAMAGED = 'Dit kompas is beschadigd'
NEWER = 'Dit kompas is van een nieuwere versie'
UNREADABLE = 'Openen lukt nu niet. Probeer het zo nog eens.'


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flipped(content: bytes) -> bytes:
    return content.replace(b'"own-place"', b'"own-qlace"')


def empty(content: bytes) -> bytes:
    return b''


def zeros(content: bytes) -> bytes:
    return bytes(len(content))


def another(content: bytes) -> bytes:
    return b'[1, 2]'


def not_text(content: bytes) -> bytes:
    return b'\xff\xfe' + content


DAMAGES = [cut, flipped, empty, zeros, another, not_text]


def aside(on_disk: OnDisk) -> list[Path]:
    return sorted(on_disk.folder.glob('*.broken-*'))


def opens(person: Person) -> bool:
    return person.opens(f'/kompas/{person.id}').status_code == 200


def headings(answer: httpx.Response) -> list[str]:
    return re.findall('<h1>(.*?)</h1>', answer.text)


def notice_is_shown(page: Page) -> bool:
    notice = next(one for one in page.elements.values() if 'notice' in one.get('class', []))
    return 'hidden' not in notice['class'] and RESTORED in page.text


@pytest.fixture
def filled(owner: Owner) -> Owner:
    owner.taps('wens', 'eigen plek', 'werk')
    return owner


@pytest.mark.parametrize('damage', DAMAGES, ids=lambda one: one.__name__)
def test_a_damaged_file_opens_the_version_before_and_says_so(filled: Owner, damage: Callable[[bytes], bytes]) -> None:
    on_disk = filled.on_disk
    torn = damage(on_disk.bytes)
    on_disk.file.write_bytes(torn)
    assert notice_is_shown(filled.page())
    assert [wish['answer']['tile'] for wish in on_disk.document['wishes']['items']] == ['own-place']
    assert [path.read_bytes() for path in aside(on_disk)] == [torn]


def test_an_undamaged_compass_shows_no_such_notice(filled: Owner) -> None:
    assert not notice_is_shown(filled.page())


def test_the_notice_stays_until_it_was_seen(filled: Owner) -> None:
    filled.on_disk.file.write_bytes(cut(filled.on_disk.bytes))
    for _ in range(2):
        page = filled.page()
        assert notice_is_shown(page)
    seen = page.listener('Gezien')
    with filled.socket(page) as line, filled.on_disk.changes():
        line.triggers(page.client_id, seen.element, seen.id)
    assert not notice_is_shown(filled.page())


@pytest.mark.parametrize('damage', DAMAGES, ids=lambda one: one.__name__)
def test_when_both_are_damaged_a_plain_page_says_so_and_both_are_kept(
    filled: Owner, damage: Callable[[bytes], bytes]
) -> None:
    on_disk = filled.on_disk
    for path in (on_disk.file, on_disk.previous):
        path.write_bytes(damage(path.read_bytes()))
    for _ in range(2):
        for route in ('', '/wens', '/poster.pdf'):
            answer = filled.opens(f'/kompas/{filled.id}{route}')
            assert answer.status_code == 500
            assert DAMAGED in headings(answer)[0]
            assert answer.headers['cache-control'] == 'no-store'
    assert len(aside(on_disk)) == 2
    assert filled.opens('/').status_code == 200


def test_a_damaged_compass_tells_a_stranger_nothing(filled: Owner, stranger: Stranger) -> None:
    for path in (filled.on_disk.file, filled.on_disk.previous):
        path.write_bytes(b'')
    answer = stranger.opens(f'/kompas/{filled.id}')
    assert (answer.status_code, answer.text) == (404, stranger.opens('/onzin').text)
    assert aside(filled.on_disk) == []


def test_a_compass_of_a_newer_version_is_refused_and_left_as_it_is(filled: Owner, stranger: Stranger) -> None:
    on_disk = filled.on_disk
    tables = json.loads(on_disk.bytes)
    tables['compass']['1']['schema'] = 99
    on_disk.file.write_text(json.dumps(tables))
    before, sheet = on_disk.bytes, keys_of(filled.server.data)
    for route in ('', '/wens', '/poster.pdf'):
        answer = filled.opens(f'/kompas/{filled.id}{route}')
        assert answer.status_code == 409
        assert NEWER in headings(answer)[0]
    token = next(sheet.token(key) for key in tables['compass']['1']['keys'])
    assert stranger.enters(token).status_code == 409
    assert filled.opens('/ik-heb-een-kompas').status_code == 200
    assert on_disk.bytes == before
    assert aside(on_disk) == []


def test_a_tap_on_a_page_whose_file_breaks_says_sorry(filled: Owner) -> None:
    page = filled.page('wens')
    tile = page.listener('rust')
    with filled.socket(page) as line:
        for path in (filled.on_disk.file, filled.on_disk.previous):
            path.write_bytes(b'')
        line.triggers(page.client_id, tile.element, tile.id)
        line.hears('update', 'Bewaren lukt nu niet')


def make_unreadable(on_disk: OnDisk) -> None:
    """Reading it is an error of the operating system from here on."""
    on_disk.file.unlink()
    on_disk.file.mkdir()


def test_the_page_of_a_compass_that_cannot_be_read_speaks_of_opening(filled: Owner, stranger: Stranger) -> None:
    token = filled.on_disk.sheet_token
    make_unreadable(filled.on_disk)
    for route in ('', '/wens', '/poster.pdf'):
        answer = filled.opens(f'/kompas/{filled.id}{route}')
        assert (answer.status_code, headings(answer)) == (503, [UNREADABLE])
    assert (stranger.enters(token).status_code, headings(stranger.enters(token))) == (503, [UNREADABLE])
    assert filled.opens('/ik-heb-een-kompas').status_code == filled.opens('/').status_code == 200
    assert aside(filled.on_disk) == []


def test_a_tap_on_a_page_that_cannot_be_read_any_more_speaks_of_opening(filled: Owner) -> None:
    page = filled.page('wens')
    tile = page.listener('rust')
    with filled.socket(page) as line:
        make_unreadable(filled.on_disk)
        line.triggers(page.client_id, tile.element, tile.id)
        line.hears('update', 'Openen lukt nu niet')


def test_a_compass_whose_visits_are_cut_off_opens_and_the_operator_is_told(filled: Owner) -> None:
    filled.taps('klaar', 'Vandaag niet')
    visits = filled.on_disk.folder / 'visits.json'
    torn = cut(visits.read_bytes())
    visits.write_bytes(torn)
    assert filled.opens(f'/kompas/{filled.id}').status_code == 200
    before = len(filled.server.log)
    filled.taps('wens', 'rust')
    filled.taps('klaar', 'Vandaag niet')
    assert [path.read_bytes() for path in aside(filled.on_disk)] == [torn]
    assert 'a file of visits was damaged' in filled.server.log[before:]
    assert filled.id not in filled.server.log[before:]


def test_a_compass_erased_while_its_page_is_open_leaves_nothing_to_see(owner: Owner, worker: Worker) -> None:
    page, mine = worker.page('wens'), owner.page('delen')
    tile = page.listener('werk')
    with worker.socket(page) as line, owner.socket(mine) as own:
        wipes_everything(owner, mine, own)
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        line.triggers(page.client_id, tile.element, tile.id)
        assert line.is_cut_within(2)
    assert not opens(worker)
    assert not owner.on_disk.folder.exists()


def test_after_a_new_code_a_damaged_file_leaves_no_device_that_cannot_be_ended(filled: Owner) -> None:
    """The version before does not know the key of who entered last."""
    worker = Worker(filled, own=True)
    filled.on_disk.file.write_bytes(cut(filled.on_disk.bytes))
    page = filled.page('delen')
    with filled.socket(page) as line:
        for words in (OTHERS_TOO, 'Nieuwe code'):
            for listener in [one for one in page.listeners if one.words == words]:
                line.triggers(page.client_id, listener.element, listener.id)
        eventually(lambda: not opens(worker))
    assert not opens(worker)


def test_after_a_new_code_a_damaged_file_leaves_a_code_to_share(filled: Owner) -> None:
    with share_screen(filled) as (page, line):
        asks_for_new_code(filled, page, line)
    filled.on_disk.file.write_bytes(cut(filled.on_disk.bytes))
    assert filled.opens(f'/kompas/{filled.id}/poster.pdf').status_code == 200
    assert '500:' not in filled.page('delen').text
