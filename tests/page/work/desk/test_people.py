"""The people who let a worker look along, and nobody else's: who they are, in order, and found."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from model.compass.answer import Answer
from tests.browser.cast.on_disk import changed
from tests.page.cast.at_desk import Desk, Guest
from tests.page.cast.at_door import DOOR
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.person import Owner, Stranger

NAMES = {'Zoë', 'Łukasz', 'Anna van Zee', 'Ольга', 'Zonder naam'}


def test_who_is_not_signed_in_is_led_to_the_door(stranger: Stranger, owner: Owner) -> None:
    for one in (stranger, owner):
        answer = one.opens('/werk')
        assert (answer.status_code, answer.headers['location']) == (303, DOOR)
        assert 'client_id' not in answer.text


def test_an_empty_desk_says_how_people_come_to_it(noor: Colleague) -> None:
    desk = Desk(noor)
    assert desk.tiles == []
    assert 'Hier staan straks de mensen met wie je samenwerkt.' in desk.text
    assert 'Of scan de code van iemand.' in desk.text


def test_a_tile_shows_the_person_the_next_step_and_how_long_ago_it_was(noor: Colleague, sam: Guest) -> None:
    assert Desk(noor).tiles == ['Sam nog geen stap nog geen gesprek Voorbereiden Begin het gesprek Nieuwe stap']
    sam.steps_on('oma bellen', day=1)
    sam.steps_on('taart bakken', day=0)
    with changed(sam.server, sam.id) as compass:
        compass.sharing.shares[0].together = compass.made - timedelta(days=1)
    [tile] = Desk(noor).tiles
    assert tile.startswith('Sam Taart bakken · vandaag laatste gesprek: gisteren Voorbereiden Begin het gesprek')
    assert tile.endswith('Foto erbij')


def test_the_next_step_is_one_that_is_ahead_and_else_one_whose_day_went_by(noor: Colleague, sam: Guest) -> None:
    sam.steps_on('oma bellen', day=-3)
    assert Desk(noor).tiles[0].startswith('Sam Oma bellen · kan nog steeds')
    sam.steps_on('taart bakken', day=0)
    assert Desk(noor).tiles[0].startswith('Sam Taart bakken · vandaag')


def test_a_photo_is_added_on_the_screen_of_the_next_step(noor: Colleague, sam: Guest) -> None:
    assert Desk(noor).links == [f'/kompas/{sam.id}{page}' for page in ('', '/voorbereiden', '/nieuwe-stap')]
    step = sam.steps_on('taart bakken')
    assert Desk(noor).links == [f'/kompas/{sam.id}{page}' for page in ('', '/voorbereiden', f'/stap/{step}')]
    assert noor.opens(f'/kompas/{sam.id}/stap/{step}').status_code == 200


def test_a_desk_holds_nobody_who_did_not_share(noor: Colleague, piet: Colleague, sam: Guest) -> None:
    assert Desk(piet).tiles == []
    assert sam.id not in piet.opens('/werk').text
    assert Desk(noor).names == ['Sam']


def test_the_private_parts_are_not_on_the_desk(noor: Colleague, sam: Guest) -> None:
    with changed(sam.server, sam.id) as compass:
        compass.happened.tell(Answer(words='brommergedoe'))
    assert 'brommergedoe' not in noor.opens('/werk').text


def test_who_was_seen_today_comes_first_and_then_whose_step_is_soonest(noor: Colleague) -> None:
    steps = {'Zonder': None, 'Later': 4, 'Morgen': 1, 'Voorbij': -9, 'Vandaag': 0}
    for nickname, day in steps.items():
        guest = Guest(noor, nickname)
        if day is not None:
            guest.steps_on('wandelen', day)
    seen = Guest(noor, 'Gezien')
    desk = Desk(noor)
    assert desk.names == ['Voorbij', 'Vandaag', 'Morgen', 'Later', 'Zonder', 'Gezien']
    with changed(seen.server, seen.id) as compass:
        compass.sharing.shares[0].together = compass.made
    assert Desk(noor).names[0] == 'Gezien'


@pytest.mark.parametrize(
    ('words', 'found'),
    [
        ('zoe', 'Zoë'),
        ('ŁUK', 'Łukasz'),
        ('lukasz', 'Łukasz'),
        ('van', 'Anna van Zee'),
        ('zee anna', 'Anna van Zee'),
        ('olga', 'Ольга'),
        ('ОЛЬ', 'Ольга'),
        ('zonder', 'Zonder naam'),
        ('naam z', 'Zonder naam'),
    ],
)
def test_a_search_asks_for_no_accents_no_capitals_and_no_other_script(
    searched: tuple[Colleague, Desk], words: str, found: str
) -> None:
    noor, _ = searched
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        desk.searches(line, words)
        for other in NAMES - {found}:
            desk.follows(line, other, gone=True)
        assert desk.names == [found]


def test_who_has_no_name_is_found_by_what_stands_there_in_the_language_of_the_worker(
    noors: Callable[[], Colleague],
) -> None:
    noor = noors()
    noor.http.headers['accept-language'] = 'en'
    Guest(noor, '')
    Guest(noor, 'Sam')
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        desk.searches(line, 'without')
        desk.follows(line, 'Sam', gone=True)
        assert desk.names == ['Without a name']


def test_a_search_that_finds_nobody_says_so_and_one_that_is_emptied_finds_everyone(
    searched: tuple[Colleague, Desk],
) -> None:
    noor, desk = searched[0], Desk(searched[0])
    with noor.socket(desk.page) as line:
        desk.searches(line, 'qqq')
        while 'Niemand gevonden.' not in desk.text:
            desk.takes_in(line.hears('update'))
        assert desk.tiles == []
        desk.searches(line, '')
        desk.follows(line, 'Łukasz')
        desk.follows(line, 'Zoë')
        assert 'Niemand gevonden.' not in desk.text


@pytest.fixture(scope='module')
def searched(noors: Callable[[], Colleague]) -> tuple[Colleague, Desk]:
    noor = noors()
    for nickname in NAMES:
        Guest(noor, '' if nickname == 'Zonder naam' else nickname)
    return noor, Desk(noor)
