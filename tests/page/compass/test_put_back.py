"""What was taken off, on the screens: in plain sight for the person, nowhere for anyone else, gone after "Klaar"."""

import pytest

from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Person, Worker

WORD = 'brommergedoe'
OFF = f'Weggehaald: {WORD}'
SCREENS = ['jezelf-zijn', 'wens', 'gebeurd', 'moeilijk']
ON_PAPER = 'poster.pdf?alles=ja'


@pytest.mark.parametrize('screen', SCREENS)
def test_an_own_word_that_was_taken_off_stands_there_and_is_put_back(owner: Owner, screen: str) -> None:
    owner.writes(screen, WORD)
    owner.taps(screen, WORD)
    page = owner.page(screen)
    assert OFF in page.text
    assert WORD not in [one.words for one in page.listeners]
    owner.taps(screen, put_back(page))
    assert 'Weggehaald' not in owner.page(screen).text
    assert owner.page(screen).listener(WORD)


def put_back(page: Page) -> str:
    """The words of the one button that puts something back."""
    [button] = [one for one in page.listeners if 'Weggehaald' in one.words and one.words.endswith('Zet terug')]
    return button.words


def test_a_tile_that_carried_nothing_more_is_its_own_way_back(owner: Owner) -> None:
    for _ in range(2):
        owner.taps('jezelf-zijn', 'muziek')
    assert 'Weggehaald' not in owner.page('jezelf-zijn').text


def test_a_tile_with_a_heart_stands_there_and_comes_back_with_it(owner: Owner) -> None:
    owner.taps('jezelf-zijn', 'muziek')
    owner.taps('jezelf-zijn', 'Belangrijk: muziek', 'muziek')
    assert 'Weggehaald: muziek' in owner.page('jezelf-zijn').text
    owner.taps('jezelf-zijn', put_back(owner.page('jezelf-zijn')))
    [strength] = owner.on_disk.strengths
    assert strength['heart']


def test_a_step_stands_among_the_steps_and_on_its_own_screen(owner: Owner) -> None:
    owner.writes('nieuwe-stap', WORD)
    step = owner.on_disk.document['steps']['items'][0]['id']
    owner.taps(f'stap/{step}', 'Weghalen')
    assert f'Weggehaald: {WORD.capitalize()}' in owner.page('stappen').text
    assert WORD not in owner.page().text.lower()
    assert 'Je kunt deze stap terugzetten' in owner.page(f'stap/{step}').text
    owner.taps(f'stap/{step}', 'Zet terug')
    assert [one['id'] for one in owner.on_disk.document['steps']['items']] == [step]


def test_someone_to_do_a_step_with_is_put_back(owner: Owner) -> None:
    owner.taps('nieuwe-stap', 'wandelen')
    page = f'stap/{owner.on_disk.document["steps"]["items"][0]["id"]}/wie'
    owner.writes(page, WORD)
    owner.taps(page, 'alleen')
    assert OFF in owner.page(page).text
    owner.taps(page, put_back(owner.page(page)))
    assert [one['words'] for one in owner.on_disk.document['steps']['items'][0]['companions']] == [WORD]


def taken_off_everywhere(person: Person) -> None:
    """The word was written and taken off again on every screen."""
    for screen in SCREENS:
        person.writes(screen, WORD)
        person.taps(screen, WORD)
    person.writes('nieuwe-stap', WORD)
    person.taps(f'stap/{person.on_disk.document["steps"]["items"][0]["id"]}', 'Weghalen')


def test_it_is_gone_after_klaar_from_every_file(owner: Owner) -> None:
    taken_off_everywhere(owner)
    owner.taps('nieuwe-stap', 'wandelen')
    assert WORD.encode() in owner.on_disk.bytes
    owner.taps('', 'Klaar voor vandaag')
    for screen in (*SCREENS, 'stappen'):
        assert WORD not in owner.page(screen).text.lower()
    assert [
        path for path in owner.on_disk.folder.rglob('*') if path.is_file() and WORD.encode() in path.read_bytes()
    ] == []


def test_a_device_that_came_in_by_the_sheet_sees_nothing_private_of_it(owner: Owner) -> None:
    taken_off_everywhere(owner)
    guest = Worker(owner)
    assert OFF in guest.page('wens').text
    assert guest.opens(f'/kompas/{owner.id}/gebeurd').status_code == 404
    guest.taps('wens', put_back(guest.page('wens')))
    assert [one['answer']['words'] for one in owner.on_disk.document['wishes']['items']] == [WORD]


def test_a_worker_sees_nothing_of_it(server: Machine) -> None:
    noor = Colleague(server)
    sam = Guest(noor)
    for screen in ('jezelf-zijn', 'wens'):
        sam.writes(screen, WORD)
        sam.taps(screen, WORD)
    sam.writes('nieuwe-stap', WORD)
    sam.taps(f'stap/{sam.on_disk.document["steps"]["items"][0]["id"]}', 'Weghalen')
    for screen in ('', 'jezelf-zijn', 'wens', 'stappen'):
        assert WORD not in noor.opens(f'/kompas/{sam.id}/{screen}'.rstrip('/')).text.lower()
    assert WORD not in noor.opens('/werk').text.lower()


def test_a_worker_who_took_a_step_off_by_mistake_puts_it_back_on_the_same_page(server: Machine) -> None:
    noor = Colleague(server)
    sam = Guest(noor)
    sam.taps('nieuwe-stap', 'wandelen')
    step = sam.on_disk.document['steps']['items'][0]['id']
    page = Page(noor.opens(f'/kompas/{sam.id}/stap/{step}'))
    button = page.listener('Weghalen')
    with noor.socket(page) as line:
        for left in (0, 1):
            with sam.on_disk.changes():
                line.triggers(page.client_id, button.element, button.id)
            assert len(sam.on_disk.document['steps']['items']) == left


def test_with_no_room_left_it_says_so_and_stays(owner: Owner) -> None:
    owner.writes('wens', WORD)
    owner.taps('wens', WORD)
    for number in range(12):
        owner.writes('wens', f'wens {number}')
    page, before = owner.page('wens'), owner.on_disk.bytes
    button = page.listener(put_back(page))
    with owner.socket(page) as line:
        line.triggers(page.client_id, button.element, button.id)
        line.hears('update', 'Het is vol. Haal eerst iets weg.')
    assert owner.on_disk.bytes == before
    assert OFF in owner.page('wens').text
