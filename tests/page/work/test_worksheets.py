"""Blank worksheets, for who is signed in at work: they hold nothing of anybody."""

import re

import pypdfium2
import pytest

from model.content import content
from tests.page.cast.at_desk import Guest
from tests.page.cast.at_door import DOOR
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.person import Owner, Stranger

PAGES = ('/werk/werkbladen', '/werk/werkblad/housing.pdf', '/werk/werkblad/niets.pdf')


def test_every_domain_is_a_sheet_to_print(noor: Colleague) -> None:
    page = noor.opens('/werk/werkbladen')
    links = re.findall(r'href="(/werk/werkblad/[^"]+)" target="_blank"', page.text)
    assert links == [f'/werk/werkblad/{domain.key}.pdf' for domain in content.read().domains]
    for link in links[:2]:
        answer = noor.opens(link)
        assert answer.headers['content-type'] == 'application/pdf'
        assert answer.headers['cache-control'] == 'no-store'
        assert len(pypdfium2.PdfDocument(answer.content)) == 1


def test_a_worksheet_holds_nothing_of_anybody(noor: Colleague, sam: Guest) -> None:
    before = sam.on_disk.bytes
    sheet = pypdfium2.PdfDocument(noor.opens('/werk/werkblad/housing.pdf').content)
    assert 'Sam' not in sheet[0].get_textpage().get_text_range().split()
    assert sam.on_disk.bytes == before


def test_the_way_there_is_on_the_desk(noor: Colleague) -> None:
    assert 'href=\\"/werk/werkbladen\\"' in noor.opens('/werk').text


@pytest.mark.parametrize('page', PAGES)
def test_who_is_no_worker_is_led_to_the_door(owner: Owner, stranger: Stranger, page: str) -> None:
    for one in (owner, stranger):
        answer = one.opens(page)
        assert (answer.status_code, answer.headers['location']) == (303, DOOR)


@pytest.mark.parametrize('key', ['niets', '..', 'housing.pdf', '%2e%2e%2fhousing', 'HOUSING', 'é'])
def test_a_domain_that_is_not_asked_about_has_none(noor: Colleague, key: str) -> None:
    assert noor.opens(f'/werk/werkblad/{key}.pdf').status_code == 404
