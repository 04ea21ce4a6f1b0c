"""The summary that a person ticks part by part: on the screen and on paper, and nothing of it is kept."""

import re

import pypdfium2
import pytest

from model.key import Row
from tests.page.cast.at_desk import Guest, on_tablet
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.person import Owner, Person, Stranger, Worker

NOT_KEPT = 'We bewaren niet wat je hier kiest.'


@pytest.fixture
def owner(owner: Owner) -> Owner:
    """With something in every part."""
    owner.writes('wens', 'vliegles')
    owner.writes('nieuwe-stap', 'taart bakken')
    owner.writes('gebeurd', 'brommergedoe')
    owner.taps('jezelf-zijn', 'muziek')
    return owner


def paper(person: Person, *parts: str) -> str:
    """What is to be read on the PDF of these parts."""
    answer = person.opens(f'/kompas/{person.id}/samenvatting.pdf?' + '&'.join(f'deel={part}' for part in parts))
    assert answer.status_code == 200, answer.text
    assert answer.headers['content-type'] == 'application/pdf'
    return ' '.join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(answer.content))


def refused(person: Person, query: str, compass_id: str = '') -> bool:
    return person.opens(f'/kompas/{compass_id or person.id}/samenvatting.pdf?{query}').status_code == 404


def test_everything_is_off_at_first_and_the_text_changes_with_each_tick(owner: Owner) -> None:
    page = Page(owner.opens(f'/kompas/{owner.id}/samenvatting'))
    assert NOT_KEPT in page.text
    assert 'aria-pressed=\\"true' not in page.text
    assert 'vliegles' not in page.text
    before = owner.on_disk.bytes
    with owner.socket(page) as line:
        for tapped, read in (('Mijn wens', '- vliegles'), ('Wat er is gebeurd', '- brommergedoe')):
            one = page.listener(tapped)
            line.triggers(page.client_id, one.element, one.id)
            line.hears('update', read)
        one = page.listener('Mijn wens')
        line.triggers(page.client_id, one.element, one.id)
        told = str(line.hears('update', '- brommergedoe'))
        assert 'vliegles' not in told
    assert owner.on_disk.bytes == before, 'what was ticked is kept nowhere'


def test_paper_has_what_was_chosen_and_nothing_else(owner: Owner) -> None:
    told = paper(owner, 'wish')
    assert 'vliegles' in told
    for words in ('taart', 'Taart', 'brommergedoe', 'muziek'):
        assert words not in told
    assert 'brommergedoe' in paper(owner, 'wish', 'happened')


@pytest.mark.parametrize(
    'query', ['', 'deel=', 'deel=niets', 'deel=wish&deel=niets', 'deel=obstacles', 'deel=life.housing', 'deel=sharing']
)
def test_a_part_that_is_unknown_or_empty_is_not_there(owner: Owner, query: str) -> None:
    assert refused(owner, query)


def test_what_a_device_does_not_see_it_does_not_print(owner: Owner) -> None:
    other = Worker(owner)
    assert 'brommergedoe' not in other.page('samenvatting').text
    assert 'Wat er is gebeurd' not in other.page('samenvatting').text
    assert 'vliegles' in paper(other, 'wish')
    assert refused(other, 'deel=wish&deel=happened')


def test_a_device_that_only_looks_takes_nothing_along(owner: Owner) -> None:
    looking = Worker(owner)
    owner.on_disk.rewrite_key(looking.token_of(owner.id), row=Row.LOOKING)
    assert looking.opens(f'/kompas/{owner.id}').status_code == 200
    assert looking.opens(f'/kompas/{owner.id}/samenvatting').status_code == 404
    assert refused(looking, 'deel=wish')
    assert 'Een samenvatting' not in looking.page('delen').text


@pytest.mark.parametrize('steps_alone', [False, True])
def test_a_worker_makes_no_summary_whatever_they_see(noor: Colleague, sam: Guest, steps_alone: bool) -> None:
    sam.writes('wens', 'vliegles')
    sam.steps_on('taart bakken')
    if steps_alone:
        sam.taps('meekijken', 'Alleen mijn stappen')
    assert noor.opens(f'/kompas/{sam.id}/samenvatting').status_code == 404
    for part in ('wish', 'steps'):
        assert refused(on_tablet(noor, sam.id), f'deel={part}')


def test_a_tablet_that_was_handed_over_is_the_persons(noor: Colleague, sam: Guest) -> None:
    sam.writes('wens', 'vliegles')
    assert noor.posts('/werk/tablet', kompas=sam.id).status_code == 303
    tablet = on_tablet(noor, sam.id)
    assert NOT_KEPT in tablet.page('samenvatting').text
    assert 'vliegles' in paper(tablet, 'wish')


def test_it_is_not_there_for_a_stranger(owner: Owner, other: Owner, stranger: Stranger) -> None:
    for one in (other, stranger):
        assert one.opens(f'/kompas/{owner.id}/samenvatting').status_code == 404
        assert one.opens(f'/kompas/{owner.id}/samenvatting.pdf?deel=wish').status_code == 404


def test_the_way_there_is_on_the_sharing_screen(owner: Owner) -> None:
    assert re.search('href=\\\\"[^"]*/samenvatting\\\\"', owner.page('delen').text)


@pytest.mark.parametrize(
    'written', ['#panic()', '*a* _b_', '</svg>', '{name} %s', '\U000e0041x', 'صديق 朋友', '😀 feest']
)
def test_own_words_are_printed_and_never_read_as_anything_else(owner: Owner, written: str) -> None:
    owner.writes('wens', written)
    assert paper(owner, 'wish')
