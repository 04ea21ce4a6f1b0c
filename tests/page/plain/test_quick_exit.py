""" "Snel weg": while a browser is away, nothing of a compass is in it, until somebody comes back on purpose."""

from collections.abc import Callable

import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger, Worker
from tests.page.cast.screens import ROUTES
from tests.page.cast.socket import Refused

EXIT = 'https://www.knmi.nl/nederland-nu/weer/verwachtingen'


def goes_away(person: Stranger) -> None:
    answer = person.posts('/weg')
    assert answer.json() == {'page': EXIT}


@pytest.mark.parametrize('own', [True, False])
def test_every_page_of_the_compass_leads_away_too(owner: Owner, *, own: bool) -> None:
    person = Worker(owner, own=own)
    goes_away(person)
    for route in [*ROUTES, 'bijlage/0123456789abcdef/scherm']:
        answer = person.opens(f'/kompas/{person.id}/{route}'.rstrip('/'))
        assert (answer.status_code, answer.headers['location'], answer.text) == (303, EXIT, '')
        assert answer.headers['cache-control'] == 'no-store'


def test_a_page_of_any_compass_leads_away_so_that_it_tells_nothing(owner: Owner) -> None:
    goes_away(owner)
    assert owner.opens('/kompas/0000000000000000').headers['location'] == EXIT


def test_open_pages_go_blank_in_every_tab_and_are_cut(owner: Owner) -> None:
    tabs = [owner.page('wens'), owner.page()]
    with owner.socket(tabs[0]) as first, owner.socket(tabs[1]) as second:
        goes_away(owner)
        for line in (first, second):
            line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert first.is_cut_within(2)
        assert second.is_cut_within(2)
    for tab in tabs:
        with pytest.raises(Refused), owner.socket(tab):
            pass


@pytest.mark.long
def test_other_devices_go_on(owner: Owner) -> None:
    phone = Worker(owner, own=True)
    page = phone.page()
    with phone.socket(page) as line:
        goes_away(owner)
        assert not line.is_cut_within(1)


def test_the_list_of_compasses_is_empty_until_one_comes_back_on_purpose(owner: Owner) -> None:
    assert owner.id in owner.opens('/ik-heb-een-kompas').text
    goes_away(owner)
    assert owner.id not in owner.opens('/ik-heb-een-kompas').text
    assert owner.id not in owner.opens('/').text
    answer = owner.posts('/ik-heb-een-kompas')
    assert (answer.status_code, answer.headers['location']) == (303, '/ik-heb-een-kompas')
    assert owner.id in owner.opens('/ik-heb-een-kompas').text
    assert owner.page()


@pytest.mark.parametrize('own', [True, False])
def test_scanning_the_sheet_comes_back_too(owner: Owner, *, own: bool) -> None:
    owner.taps('wens', 'werk')
    goes_away(owner)
    assert owner.enters(owner.on_disk.sheet_token, own=own).headers['location'] == f'/kompas/{owner.id}'
    assert owner.page()


def test_a_wrong_sheet_does_not_come_back(owner: Owner) -> None:
    goes_away(owner)
    assert owner.enters('A' * 22).status_code == 404
    assert owner.opens(f'/kompas/{owner.id}').headers['location'] == EXIT


def test_nothing_is_sent_to_a_compass_meanwhile(owner: Owner) -> None:
    goes_away(owner)
    before = owner.on_disk.bytes
    path = f'/kompas/{owner.id}/bijlage/0123456789abcdef?soort=foto&bij=album'
    assert owner.http.put(path, content=b'x', headers={'X-Kompas': '1'}).status_code == 404
    assert owner.on_disk.bytes == before


def test_no_other_website_sends_anyone_away_or_back(owner: Owner) -> None:
    foreign = {'Origin': 'https://elsewhere.test'}
    assert owner.posts('/weg', foreign).status_code == 403
    assert owner.page()
    goes_away(owner)
    assert owner.posts('/ik-heb-een-kompas', foreign).status_code == 403
    assert owner.opens(f'/kompas/{owner.id}').headers['location'] == EXIT


def test_the_neutral_page_is_the_one_of_the_settings(machine: Callable[..., Machine]) -> None:
    with machine(exit_url='https://www.example.org/news?a=1&b=2') as server:
        owner = Owner(server)
        assert 'data-exit="https://www.example.org/news?a=1&amp;b=2"' in owner.page().text
        assert owner.posts('/weg').json() == {'page': 'https://www.example.org/news?a=1&b=2'}
