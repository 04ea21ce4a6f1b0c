"""A worker scans the sheet of someone: the tablet becomes that person's, who says yes or no."""

from collections.abc import Callable

import pytest

from model.key import Row
from tests.browser.cast.on_disk import changed
from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import OnDisk
from tests.page.cast.people.person import Owner


@pytest.fixture
def anna(server: Machine) -> Colleague:
    return Colleague(server, 'Anna')


def test_the_page_of_a_scanned_sheet_says_so_before_anything_opens(anna: Colleague, owner: Owner) -> None:
    page = anna.opens('/k').text
    assert 'Mag Anna met je meekijken?' in page
    assert 'Geef de tablet aan de persoon van dit blad.' in page
    assert 'Dit is mijn kompas' not in page
    assert 'Mag Anna' not in owner.opens('/k').text


@pytest.mark.parametrize('own', [True, False])
def test_the_tablet_becomes_the_persons_who_is_asked(anna: Colleague, owner: Owner, *, own: bool) -> None:
    answer = anna.enters(owner.on_disk.sheet_token, own=own)
    [ask] = owner.on_disk.document['sharing']['asks']
    assert answer.headers['location'] == f'/kompas/{owner.id}/mag-meekijken/{ask["worker"]}'
    assert anna.opens(answer.headers['location']).status_code == 200
    assert not anna.is_in
    assert owner.on_disk.document['sharing']['shares'] == []
    assert OnDisk(anna.server, owner.id).key(anna.token_of(owner.id))['row'] == Row.HANDED_OVER


def test_without_a_yes_the_worker_sees_nothing_when_they_take_the_tablet_back(anna: Colleague, owner: Owner) -> None:
    anna.enters(owner.on_disk.sheet_token)
    assert anna.posts('/werk/terug', code=anna.code()).headers['location'] == '/werk'
    assert anna.opens(f'/kompas/{owner.id}').status_code == 404


def test_the_sheet_of_who_lets_them_look_opens_at_once_as_a_worker(anna: Colleague) -> None:
    sam = Guest(anna)
    compass_id = sam.id
    assert anna.enters(sam.on_disk.sheet_token).headers['location'] == f'/kompas/{compass_id}'
    assert anna.is_in
    assert 'action="/werk/tablet"' in anna.opens(f'/kompas/{compass_id}').text
    assert compass_id not in anna.session.get('keys', {})


def test_a_wrong_sheet_leaves_the_worker_at_work(anna: Colleague) -> None:
    assert anna.enters('A' * 22).status_code == 404
    assert anna.is_in


def test_a_sheet_with_pictures_asks_those_first_and_the_worker_is_away_meanwhile(
    anna: Colleague, owner: Owner, server: Machine
) -> None:
    with changed(server, owner.id) as compass:
        compass.picture_pin.set('$argon2id$none')
    answer = anna.enters(owner.on_disk.sheet_token)
    assert answer.headers['location'] == '/plaatjescode'
    assert not anna.is_in
    assert anna.opens(f'/kompas/{owner.id}').status_code == 404
    assert anna.posts('/werk/terug', code=anna.code()).headers['location'] == '/werk'


def test_a_worker_begins_compasses_at_the_desk_only(anna: Colleague) -> None:
    assert 'action="/werk/nieuw"' in anna.opens('/').text
    assert anna.posts('/nieuw').headers['location'] == '/werk'
    assert anna.session.get('keys', {}) == {}


def test_where_only_workers_begin_a_compass_they_do_and_others_do_not(machine: Callable[..., Machine]) -> None:
    with machine(open='no') as server:
        anna = Colleague(server, 'Anna')
        assert 'action="/werk/nieuw"' in anna.opens('/').text
        assert anna.posts('/werk/nieuw').headers['location'].startswith('/kompas/')
        anna.signs_out()
        assert 'Nieuw kompas' not in anna.opens('/').text
        assert anna.posts('/nieuw').headers['location'] == '/'
