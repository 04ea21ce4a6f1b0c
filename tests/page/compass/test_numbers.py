"""A telephone number: seen, called and printed by the person, and by nobody else."""

from io import BytesIO

import pypdfium2
import pytest

from tests.page.cast.at_desk import Guest, on_tablet
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Person, Worker

NUMBER = '06 - 1234 5678'
DIALS = 'tel:0612345678'


def with_number(owner: Person) -> str:
    """Father is on the compass with a number, and joins a step. Returns the id of the strength he is."""
    owner.taps('erbij-horen', 'vader')
    [father] = [one['id'] for one in owner.on_disk.strengths]
    owner.writes('nieuwe-stap', 'taart bakken')
    [step] = [one['id'] for one in owner.on_disk.document['steps']['items']]
    owner.taps(f'stap/{step}/wie', 'vader')
    owner.writes(f'kracht/{father}', NUMBER)
    assert owner.on_disk.document['numbers']['of'] == {father: NUMBER}
    return str(father)


def screens(owner: Person) -> list[str]:
    strength, step = owner.on_disk.strengths[0]['id'], owner.on_disk.document['steps']['items'][0]['id']
    return ['', 'stappen', f'stap/{step}', f'kracht/{strength}', 'erbij-horen', 'delen', 'leven', 'verhaal']


def texts(one: Person, owner: Person) -> str:
    return ' '.join(one.opens(f'/kompas/{owner.id}/{page}'.rstrip('/')).text for page in screens(owner))


def words(one: Person, query: str) -> str:
    answer = one.opens(f'/kompas/{one.id}/poster.pdf?{query}')
    assert answer.status_code == 200
    return ' '.join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(BytesIO(answer.content)))


def test_the_person_sees_the_number_and_can_call_with_one_tap(owner: Owner) -> None:
    father = with_number(owner)
    assert NUMBER in owner.opens(f'/kompas/{owner.id}/kracht/{father}').text
    for page in ('', 'stappen', f'kracht/{father}'):
        text = owner.opens(f'/kompas/{owner.id}/{page}'.rstrip('/')).text
        assert DIALS in text and 'Bel mijn vader' in text, page


def test_a_worker_sees_no_number_on_any_screen_or_sheet(server: Machine) -> None:
    noor = Colleague(server)
    sam = Guest(noor)
    father = with_number(sam)
    desk = on_tablet(noor, sam.id)
    shown = texts(desk, sam)
    assert 'Vader' in shown
    for secret in (NUMBER, DIALS, 'Telefoonnummer', 'Met een nummer om te bellen'):
        assert secret not in shown
    assert desk.opens(f'/kompas/{sam.id}/poster.pdf?maat=pas&bel={father}').status_code == 404
    assert NUMBER not in words(desk, 'maat=pas')


def test_writing_what_shows_nothing_takes_the_number_off_as_an_empty_line_does(owner: Owner) -> None:
    father = with_number(owner)
    owner.writes(f'kracht/{father}', '\u3164\u2800')
    assert owner.on_disk.document['numbers']['of'] == {}


def test_a_number_that_was_taken_off_is_put_back_by_the_person_and_seen_by_nobody_else(server: Machine) -> None:
    noor = Colleague(server)
    sam = Guest(noor)
    page = f'kracht/{with_number(sam)}'
    sam.writes(page, '')
    assert f'Weggehaald: {NUMBER}' in sam.page(page).text
    desk = on_tablet(noor, sam.id)
    assert NUMBER not in texts(desk, sam) + words(desk, 'maat=pas') + words(sam, 'maat=pas&alles=ja')
    [button] = [one for one in sam.page(page).listeners if one.words.endswith('Zet terug')]
    sam.taps(page, button.words)
    assert DIALS in sam.opens(f'/kompas/{sam.id}/{page}').text
    assert 'off' not in sam.on_disk.document['numbers']


def test_a_device_that_came_by_the_sheet_alone_sees_no_number(owner: Owner) -> None:
    father = with_number(owner)
    other = Worker(owner)
    assert not [one for one in (NUMBER, DIALS, 'Telefoonnummer') if one in texts(other, owner)]
    assert other.opens(f'/kompas/{owner.id}/poster.pdf?maat=pas&bel={father}').status_code == 404


def test_the_card_for_the_wallet_carries_a_number_when_that_is_asked(owner: Owner) -> None:
    father = with_number(owner)
    printed = words(owner, f'maat=pas&bel={father}')
    assert 'Vader' in printed and NUMBER in printed
    assert NUMBER not in words(owner, 'maat=pas')


@pytest.mark.parametrize('sheet', ['a4', 'a5'])
def test_no_other_sheet_carries_a_number(owner: Owner, sheet: str) -> None:
    father = with_number(owner)
    assert NUMBER not in words(owner, f'maat={sheet}&bel={father}&alles=ja')


@pytest.mark.parametrize('who', ['0' * 8, 'vader', '../etc'])
def test_who_is_not_there_or_has_no_number_is_not_printed(owner: Owner, who: str) -> None:
    with_number(owner)
    assert owner.opens(f'/kompas/{owner.id}/poster.pdf?maat=pas&bel={who}').status_code == 404
