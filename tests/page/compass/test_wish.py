"""One wish on a screen of its own: for who may see the compass, for as long as it is there."""

import pytest

from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Person, Stranger, Worker

WORD = 'brommergedoe'


def wishes(person: Person, *words: str) -> str:
    """The person wishes this. Returns the sub-page of the first."""
    for one in words:
        person.writes('wens', one)
    return f'wens/{person.on_disk.document["wishes"]["items"][0]["id"]}'


def said(person: Person) -> list[str]:
    return [one['answer'].get('words', '') for one in person.on_disk.document['wishes']['items']]


def test_a_word_is_corrected(owner: Owner) -> None:
    page = wishes(owner, 'brommergedo')
    owner.writes(page, WORD)
    assert said(owner) == [WORD]
    assert WORD.capitalize() in owner.page(page).text


def test_a_word_that_is_too_long_is_refused_and_nothing_is_lost(owner: Owner) -> None:
    page = owner.page(wishes(owner, WORD))
    with owner.socket(page) as line:
        line.triggers(page.client_id, page.form.element, page.form.id, 'a' * 81)
        line.hears('update', 'Dat is te lang')
    assert said(owner) == [WORD]


def test_it_is_put_in_the_middle(owner: Owner) -> None:
    page = wishes(owner, WORD, 'rust')
    assert not page.endswith(owner.on_disk.document['wishes']['now'])
    owner.taps(page, 'Nu het belangrijkst')
    assert page.endswith(owner.on_disk.document['wishes']['now'])


def test_it_is_taken_off_and_put_back_with_its_place_in_the_middle(owner: Owner) -> None:
    page = wishes(owner, WORD, 'rust')
    owner.taps(page, 'Nu het belangrijkst', 'Weghalen')
    assert said(owner) == ['rust']
    assert 'Je kunt deze wens terugzetten' in owner.page(page).text
    owner.taps(page, 'Zet terug')
    assert said(owner) == [WORD, 'rust']
    assert page.endswith(owner.on_disk.document['wishes']['now'])


def test_after_klaar_what_was_taken_off_has_no_screen(owner: Owner) -> None:
    page = wishes(owner, WORD)
    owner.taps('nieuwe-stap', 'wandelen')
    owner.taps(page, 'Weghalen')
    owner.taps('', 'Klaar voor vandaag')
    assert WORD not in owner.opens(f'/kompas/{owner.id}/{page}').text.lower()


def test_a_worker_reads_nothing_of_one_that_was_taken_off_and_may_put_it_back_on_the_same_page(
    server: Machine,
) -> None:
    noor = Colleague(server)
    sam = Guest(noor)
    page = wishes(sam, WORD, 'rust')
    open_page = Page(noor.opens(f'/kompas/{sam.id}/{page}'))
    button = open_page.listener('Weghalen')
    with noor.socket(open_page) as line:
        with sam.on_disk.changes():
            line.triggers(open_page.client_id, button.element, button.id)
        assert said(sam) == ['rust']
        assert WORD not in noor.opens(f'/kompas/{sam.id}/{page}').text.lower()
        with sam.on_disk.changes():
            line.triggers(open_page.client_id, button.element, button.id)
    assert said(sam) == [WORD, 'rust']


@pytest.mark.parametrize('page', ['wens/0123abcd', 'wens/onzin'])
def test_an_unknown_wish_is_said_plainly(owner: Owner, page: str) -> None:
    answer = owner.opens(f'/kompas/{owner.id}/{page}')
    assert answer.status_code == 200
    assert 'Deze wens is er niet meer.' in answer.text
    assert 'Naar mijn wensen' in answer.text


def test_a_stranger_finds_no_wish(owner: Owner, server: Machine) -> None:
    page = wishes(owner, WORD)
    stranger, guest = Stranger(server), Worker(owner)
    assert stranger.opens(f'/kompas/{owner.id}/{page}').status_code == 404
    assert WORD.capitalize() in guest.page(page).text
