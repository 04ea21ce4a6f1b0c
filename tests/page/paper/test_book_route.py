"""The book to take along: for the person alone."""

from io import BytesIO

import pypdfium2

from tests.browser.cast.on_disk import had_contact
from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.person import Owner, Person, Stranger


def words(person: Person) -> str:
    answer = person.opens(f'/kompas/{person.id}/boekje.pdf')
    assert (answer.status_code, answer.headers['content-type']) == (200, 'application/pdf')
    pages = pypdfium2.PdfDocument(BytesIO(answer.content))
    return ' '.join(page.get_textpage().get_text_range() for page in pages)


def test_it_holds_the_story_and_nothing_private(owner: Owner) -> None:
    owner.writes('gebeurd', 'brommergedoe')
    owner.taps('jezelf-zijn', 'muziek')
    had_contact(owner.server, owner.id, days_ago=30)
    owner.taps('jezelf-zijn', 'rust')
    owner.taps('terugkijken/geleerd', 'nee zeggen')
    printed = words(owner)
    assert [one for one in ('Mijn boekje', 'Toen', 'Rust', 'Nee zeggen') if one not in printed] == []
    assert 'brommergedoe' not in printed.lower()


def test_it_is_there_before_the_first_contact_too(owner: Owner) -> None:
    assert 'Mijn boekje' in words(owner)


def test_no_worker_has_it(noor: Colleague, sam: Guest) -> None:
    assert noor.opens(f'/kompas/{sam.id}/boekje.pdf').status_code == 404

    assert 'boekje.pdf' not in noor.opens(f'/kompas/{sam.id}/delen').text
    assert 'boekje.pdf' in sam.opens(f'/kompas/{sam.id}/delen').text


def test_a_stranger_and_an_unknown_compass_get_the_same_answer(owner: Owner, stranger: Stranger) -> None:
    nowhere = stranger.opens('/onzin')
    for compass_id in (owner.id, '0' * 16):
        answer = stranger.opens(f'/kompas/{compass_id}/boekje.pdf')
        assert (answer.status_code, answer.text) == (404, nowhere.text)
