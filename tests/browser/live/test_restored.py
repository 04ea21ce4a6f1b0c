"""A damaged file opens as it was before, and someone is told; a newer one is left as it is."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.cast.on_disk import file_of
from tests.browser.cast.person import Person
from tests.server import Server

NOTICE = 'Er ging iets mis. Dit is je kompas van iets eerder. Kijk even of het klopt.'


def test_a_compass_that_is_whole_has_no_notice(owner: Person) -> None:
    owner.begins()
    expect(owner.page.get_by_text(NOTICE)).to_be_hidden()
    expect(owner.button('Gezien')).to_have_count(0)


def test_a_file_that_was_cut_off_opens_as_before_with_a_notice_that_goes_for_good(
    owner: Person, server: Server
) -> None:
    owner.begins()
    owner.taps_link('Jezelf zijn')
    owner.picks('muziek')
    owner.picks('rust')
    file = file_of(server, owner.compass_id)
    file.write_bytes(file.read_bytes()[:-40])
    owner.goes_to('')
    owner.sees(NOTICE)
    owner.taps_button('Gezien')
    expect(owner.page.get_by_text(NOTICE)).to_be_hidden()
    owner.goes_to('')
    expect(owner.page.get_by_text(NOTICE)).to_be_hidden()
    owner.taps_link('Jezelf zijn')
    owner.sees_pressed('muziek')
    owner.sees_pressed('rust', pressed=False)
    assert list(file.parent.glob('compass.broken-*'))


def test_a_file_that_is_cut_off_under_an_open_page_does_not_stop_the_next_tap(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_link('Jezelf zijn')
    owner.picks('muziek')
    owner.picks('rust')
    file = file_of(server, owner.compass_id)
    file.write_bytes(b'')
    owner.picks('lachen')
    owner.sees_pressed('muziek')
    owner.sees_pressed('rust', pressed=False)
    owner.taps_link('Kompas')
    owner.sees(NOTICE)


def test_a_compass_of_a_newer_program_is_left_as_it_is(owner: Person, server: Server) -> None:
    owner.begins()
    file = file_of(server, owner.compass_id)
    tables = json.loads(file.read_text())
    tables['compass']['1'] |= {'schema': 99, 'later': 'unknown'}
    newer = json.dumps(tables).encode()
    file.write_bytes(newer)
    answer = owner.page.reload()
    owner.sees_title('Dit kompas is van een nieuwere versie. Vraag of iemand het programma bijwerkt.')
    assert answer and answer.status == 409
    owner.taps_link('Naar het begin')
    owner.taps_button('Ik heb een kompas')
    assert file.read_bytes() == newer


@pytest.mark.expects('answer: 500 GET', r'GET /kompas/\{compass_id\} 500', why='a damaged compass does not open')
def test_when_both_versions_are_damaged_they_are_kept_and_someone_is_told(owner: Person, server: Server) -> None:
    owner.begins()
    file = file_of(server, owner.compass_id)
    for damaged in (file, file.with_name('compass.previous.json')):
        damaged.write_bytes(b'{')
    answer = owner.page.reload()
    owner.sees_title('Dit kompas is beschadigd. We hebben het bewaard. Vraag om hulp.')
    assert answer and answer.status == 500
    assert len(list(file.parent.glob('*.broken-*'))) == 2
