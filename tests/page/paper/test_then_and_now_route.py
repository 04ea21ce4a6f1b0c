"""Then and now on paper: as the story, for who sees ring and steps."""

from datetime import date
from io import BytesIO

import pypdfium2

from tests.browser.cast.on_disk import had_contact, visits_of
from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.person import Owner, Person, Stranger

LINK = 'Toen en nu op papier'


def address(person: Person, then: str = '') -> str:
    return f'/kompas/{person.id}/toen-en-nu.pdf?toen={then}'


def words(person: Person, then: str = '') -> str:
    answer = person.opens(address(person, then))
    assert (answer.status_code, answer.headers['content-type']) == (200, 'application/pdf')
    pages = pypdfium2.PdfDocument(BytesIO(answer.content))
    return ' '.join(page.get_textpage().get_text_range() for page in pages)


def visible(person: Person) -> str:
    """What is shown of the story, without what is hidden."""
    shown = [one for one in person.page('verhaal').elements.values() if 'hidden' not in str(one.get('class', ''))]
    return str(shown)


def test_without_a_contact_there_is_no_sheet_and_no_way_to_it(owner: Owner) -> None:
    assert owner.opens(address(owner)).status_code == 404
    assert LINK not in visible(owner)
    had_contact(owner.server, owner.id, days_ago=30)
    assert LINK in visible(owner)


def test_it_shows_what_came_since_the_day_that_is_asked_for(owner: Owner) -> None:
    owner.taps('jezelf-zijn', 'muziek')
    had_contact(owner.server, owner.id, days_ago=60)
    owner.taps('jezelf-zijn', 'rust')
    had_contact(owner.server, owner.id, days_ago=30)
    owner.taps('jezelf-zijn', 'lachen')
    days = sorted(visit.ended.date() for visit in visits_of(owner.server, owner.id))
    assert [one for one in ('Muziek', 'Rust', 'Lachen') if one in words(owner)] == ['Rust', 'Lachen']
    later = words(owner, days[1].isoformat())
    assert [one for one in ('Muziek', 'Rust', 'Lachen') if one in later] == ['Lachen']


def test_a_day_that_was_never_is_the_first(owner: Owner) -> None:
    had_contact(owner.server, owner.id, days_ago=30)
    owner.taps('jezelf-zijn', 'rust')
    for unknown in ('1999-01-01', 'gisteren', '%00', '9' * 2000, date.today().isoformat()):
        assert 'Rust' in words(owner, unknown), unknown


def test_nothing_private_is_on_it(owner: Owner) -> None:
    owner.writes('gebeurd', 'brommergedoe')
    owner.writes('moeilijk', 'stilstaan')
    had_contact(owner.server, owner.id, days_ago=30)
    printed = words(owner).lower()
    assert 'brommergedoe' not in printed
    assert 'stilstaan' not in printed


def test_a_worker_who_sees_the_steps_only_prints_none(noor: Colleague, sam: Guest) -> None:
    had_contact(sam.server, sam.id, days_ago=30)
    assert noor.opens(address(sam)).status_code == 200
    sam.taps('meekijken', 'Alleen mijn stappen')
    assert noor.opens(address(sam)).status_code == 404


def test_a_stranger_and_an_unknown_compass_get_the_same_answer(owner: Owner, stranger: Stranger) -> None:
    had_contact(owner.server, owner.id, days_ago=30)
    nowhere = stranger.opens('/onzin')
    for compass_id in (owner.id, '0' * 16):
        answer = stranger.opens(f'/kompas/{compass_id}/toen-en-nu.pdf')
        assert (answer.status_code, answer.text) == (404, nowhere.text)
