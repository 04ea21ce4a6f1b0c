"""No route of the program opens more than it should; one that nobody thought about fails here."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.cast.on_disk import had_contact
from tests.page.access.matrix.cast import INSIDERS, OUTSIDERS, WORKERS, AtWork, Cast
from tests.page.access.matrix.routes import (
    FOR_ALL,
    FOR_COORDINATORS,
    FOR_OWN_BROWSER,
    FOR_WORKERS,
    OF_A_COMPASS,
    OF_THE_FRAMEWORK,
    OWN_WAYS_IN,
    WAYS_IN,
    WITH_INVITATION,
    tried,
)
from tests.page.cast.outsiders import seen
from tests.page.cast.people.colleague import Colleague, coordinator_of
from tests.page.cast.people.machine import Machine
from tests.page.cast.routes import routes_of_the_program

NOWHERE = '0' * 16


def test_every_route_of_the_program_is_thought_about(tmp_path: Path) -> None:
    known = FOR_ALL | FOR_OWN_BROWSER | WAYS_IN | WITH_INVITATION | FOR_WORKERS | OWN_WAYS_IN | FOR_COORDINATORS
    known |= OF_A_COMPASS
    running = {f'{method} {path}' for method, path in routes_of_the_program(tmp_path)}
    ours = {route for route in running if not route.split()[1].startswith(OF_THE_FRAMEWORK)}
    assert ours == known


@pytest.mark.parametrize('route', sorted(OF_A_COMPASS))
@pytest.mark.parametrize('name', OUTSIDERS)
def test_a_compass_is_not_there_for_an_outsider(cast: Cast, name: str, route: str) -> None:
    outsider, path = cast.one(name), route.replace('{_:path}', 'wens')
    answer = tried(outsider, path, cast.owner)
    assert answer.status_code == 404
    if route.startswith('GET'):
        assert seen(answer) == seen(cast.stranger.opens(f'/kompas/{NOWHERE}'))


@pytest.mark.parametrize('route', sorted(FOR_COORDINATORS))
@pytest.mark.parametrize('name', [*OUTSIDERS, *INSIDERS])
def test_the_team_and_the_log_are_there_for_a_coordinator_alone(cast: Cast, name: str, route: str) -> None:
    everyone = [worker['team'] for worker in workers_on_disk(cast)]
    answer = tried(cast.one(name), route, cast.owner)
    if route.startswith('GET') and not isinstance(cast.one(name), (AtWork, Colleague)):
        assert (answer.status_code, answer.headers['location']) == (303, '/werk/in')
    else:
        assert answer.status_code == 404
        assert seen(answer)[1] == seen(cast.stranger.opens('/niets'))[1]
    assert [worker['team'] for worker in workers_on_disk(cast)] == everyone


@pytest.mark.parametrize('route', sorted(OWN_WAYS_IN))
@pytest.mark.parametrize('name', ['owner', 'other', 'stranger'])
def test_who_is_no_worker_has_no_ways_in_to_change(cast: Cast, name: str, route: str) -> None:
    before = workers_on_disk(cast)
    answer = tried(cast.one(name), route, cast.owner)
    if route.startswith('GET'):
        assert (answer.status_code, answer.headers['location']) == (303, '/werk/in')
    else:
        assert answer.status_code in {400, 403, 404} or answer.json() == {'page': '/werk/in'}
    assert workers_on_disk(cast) == before


def test_a_coordinator_opens_them(server: Machine) -> None:
    for page in ('/werk/team', '/werk/logboek', '/werk'):
        assert coordinator_of(server).opens(page).status_code == 200


def workers_on_disk(cast: Cast) -> list[dict[str, Any]]:
    files = (cast.owner.server.data / 'workers').glob('*.json')
    tables = [json.loads(file.read_bytes()) for file in sorted(files) if 'previous' not in file.name]
    return [next(iter(table['worker'].values())) for table in tables]


@pytest.mark.parametrize('name', ['owner', 'other', 'stranger'])
def test_who_is_no_worker_finds_no_desk(cast: Cast, name: str) -> None:
    before = sorted((cast.owner.server.data / 'compasses').iterdir())
    one = cast.one(name)
    for page in ('/werk', '/werk/werkbladen', '/werk/werkblad/housing.pdf'):
        assert one.opens(page).headers['location'].startswith('/werk/in')
    assert one.posts('/werk/nieuw').headers.get('location', '').startswith('/werk/in')
    assert one.posts('/werk/tablet', kompas=cast.owner.id).status_code == 404
    assert sorted((cast.owner.server.data / 'compasses').iterdir()) == before


def test_a_worker_to_whom_nothing_is_shared_cannot_hand_the_tablet_over(cast: Cast) -> None:
    assert cast.unknown.posts('/werk/tablet', kompas=cast.owner.id).status_code == 404
    assert cast.unknown.session.get('keys', {}) == {}


@pytest.mark.parametrize('route', sorted(WITH_INVITATION))
@pytest.mark.parametrize('name', [*OUTSIDERS, *INSIDERS])
def test_without_an_invitation_there_is_no_account_to_make(cast: Cast, name: str, route: str) -> None:
    before = len(workers_on_disk(cast))
    assert tried(cast.one(name), route, cast.owner).status_code in {403, 404}
    assert len(workers_on_disk(cast)) == before


@pytest.mark.parametrize('name', WORKERS)
def test_no_paper_shows_a_private_part_to_who_may_not_see_it(cast: Cast, name: str) -> None:
    assert cast.one(name).opens(f'/kompas/{cast.owner.id}/poster.pdf?alles=ja').status_code == 404


def test_who_sees_only_the_steps_prints_nothing(cast: Cast) -> None:
    assert cast.sees_steps.opens(f'/kompas/{cast.owner.id}/poster.pdf').status_code == 404
    assert cast.sees_all.opens(f'/kompas/{cast.owner.id}/poster.pdf').status_code == 200


def test_who_sees_only_the_steps_has_no_story_on_paper(cast: Cast) -> None:
    had_contact(cast.owner.server, cast.owner.id, days_ago=30)
    address = f'/kompas/{cast.owner.id}/toen-en-nu.pdf'
    assert [one.opens(address).status_code for one in (cast.sees_all, cast.sees_steps)] == [200, 404]


@pytest.mark.parametrize('name', WORKERS)
def test_the_book_is_for_the_person_alone(cast: Cast, name: str) -> None:
    address = f'/kompas/{cast.owner.id}/boekje.pdf'
    assert [one.opens(address).status_code for one in (cast.owner, cast.one(name))] == [200, 404]
