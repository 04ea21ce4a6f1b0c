"""Passing a compass on to a colleague: it asks the person, and shows nobody anything."""

from itertools import count

import pytest

from tests.page.cast.at_desk import Desk, Guest, id_of
from tests.page.cast.people.colleague import Colleague, coordinator_of
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine

_numbers = count()


@pytest.fixture
def team(server: Machine) -> tuple[Colleague, Colleague]:
    """Two who work in the same team."""
    number = next(_numbers)
    noor, piet = (Colleague(server, f'{name}{number}', team=f'Team {number}') for name in ('Noor', 'Piet'))
    return noor, piet


def offered(noor: Colleague, sam: Guest) -> list[str]:
    page = Page(noor.opens(f'/kompas/{sam.id}/doorgeven'))
    return [one.words for one in page.listeners if one.type == 'click' and one.words not in {'', 'Terug'}]


def test_colleagues_of_the_same_team_are_offered_and_nobody_else(
    server: Machine, team: tuple[Colleague, Colleague]
) -> None:
    noor, piet = team
    Colleague(server, 'Wies', team='Heel iets anders')
    assert offered(noor, Guest(noor)) == [piet.name]


def test_who_has_no_colleagues_is_told_so(server: Machine) -> None:
    noor = Colleague(server, 'Noor', team=f'Alleen {next(_numbers)}')
    sam = Guest(noor)
    assert offered(noor, sam) == []
    assert 'Er is nog geen collega in jouw team.' in noor.opens(f'/kompas/{sam.id}/doorgeven').text


def test_a_tap_asks_the_person_and_shows_the_colleague_nothing(team: tuple[Colleague, Colleague]) -> None:
    noor, piet = team
    sam = Guest(noor)
    page = Page(noor.opens(f'/kompas/{sam.id}/doorgeven'))
    one = page.listener(piet.name)
    with noor.socket(page) as line, sam.on_disk.changes():
        line.triggers(page.client_id, one.element, one.id)
        line.hears('update', 'We vragen het aan Sam.')
    sharing = sam.on_disk.document['sharing']
    assert [ask['by'] for ask in sharing['asks']] == [sam.colleague_id]
    assert [share['worker'] for share in sharing['shares']] == [sam.colleague_id]
    assert Desk(piet).tiles == []
    assert piet.opens(f'/kompas/{sam.id}').status_code == 404


def test_a_colleague_who_was_switched_off_meanwhile_is_not_asked_for(team: tuple[Colleague, Colleague]) -> None:
    noor, piet = team
    sam = Guest(noor)
    page = Page(noor.opens(f'/kompas/{sam.id}/doorgeven'))
    one, before = page.listener(piet.name), sam.on_disk.bytes
    coby = coordinator_of(noor.server)
    coby.posts('/werk/team/uit', wie=id_of(coby, piet.name))
    with noor.socket(page) as line:
        line.triggers(page.client_id, one.element, one.id)
        line.hears('run_javascript', 'kompas.wipe(')
    assert sam.on_disk.bytes == before


def test_for_the_person_there_is_nothing_to_pass_on(team: tuple[Colleague, Colleague]) -> None:
    sam = Guest(team[0])
    assert sam.opens(f'/kompas/{sam.id}/doorgeven').status_code == 404
