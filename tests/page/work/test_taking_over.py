"""A worker left: the coordinator asks a colleague, who hands each person the tablet for that one question."""

import pytest

from tests.browser.cast.on_disk import changed
from tests.page.cast.at_desk import Desk, Guest, lent_for_a_moment
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.team import WISH, Team


@pytest.fixture
def team(server: Machine) -> Team:
    team = Team(server)
    team.stops(team.noor)
    return team


def test_a_coordinator_reads_how_many_people_that_leaves_and_not_who(team: Team) -> None:
    row = team.row(team.noor)
    assert f'1 persoon werkte met {team.noor.name}' in row
    assert f'>{team.piet.name}</option>' in row
    assert f'>{team.wies.name}</option>' not in row
    page = team.coby.opens('/werk/team').text
    assert 'Sam' not in page
    assert team.sam.id not in page


def test_the_colleague_sees_a_picture_and_a_name_and_nothing_of_the_compass(team: Team) -> None:
    desk = Desk(team.piet)
    with team.piet.socket(desk.page) as line:
        assert team.asks(team.piet) == 303
        while 'Mag jij met hen meekijken?' not in desk.text:
            desk.takes_in(line.hears('update'))
    assert f'Sam begeleider was: {team.noor.name} Geef de tablet aan Sam' in desk.text
    assert desk.tiles == []
    assert WISH not in team.piet.opens('/werk').text
    for page in ('', '/stappen', '/voorbereiden', '/poster.pdf'):
        assert team.piet.opens(f'/kompas/{team.sam.id}{page}').status_code == 404
    assert f'{team.piet.name} is gevraagd. 1 persoon geeft nog antwoord.' in team.row(team.noor)


def test_on_the_tablet_stands_that_question_and_who_asks_it_and_nothing_more(team: Team) -> None:
    team.asks(team.piet)
    with lent_for_a_moment(team.piet):
        person = team.hands_over()
        page = person.page(f'mag-meekijken/{team.ids[team.piet.name]}')
        assert f'Mag {team.piet.name} meekijken?' in page.text
        assert '<p class="word" dir="auto">Sam</p>' in shown_on(page)
        assert f'{team.noor.name} werkt hier niet meer met je.' in page.text
        assert f'Coby vraagt het voor {team.piet.name}.' in page.text
        assert WISH not in page.answer.text
        for other in ('ik', 'wens', 'stappen', 'meekijken', 'sleutels', 'delen', 'poster.pdf', 'samenvatting'):
            assert person.opens(f'/kompas/{team.sam.id}/{other}').status_code == 404, other
        other = team.ids[team.noor.name]
        assert person.opens(f'/kompas/{team.sam.id}/mag-meekijken/{other}').status_code == 404


def shown_on(page: Page) -> str:
    return ' '.join(str(one.get('props', {}).get('innerHTML', '')) for one in page.elements.values() if one)


def test_a_yes_lays_it_on_the_desk_and_gives_the_tablet_back(team: Team) -> None:
    team.asks(team.piet)
    with lent_for_a_moment(team.piet):
        person = team.hands_over()
        page = person.page(f'mag-meekijken/{team.ids[team.piet.name]}')
        yes = page.listener('Ja, mijn kompas en mijn stappen')
        with person.socket(page) as line:
            line.triggers(page.client_id, yes.element, yes.id)
            line.hears('run_javascript', '/werk/terug')
        assert person.opens(f'/kompas/{team.sam.id}').status_code != 200
    desk = Desk(team.piet)
    assert desk.names == ['Sam']
    assert 'in gesprek' in desk.text or 'laatste gesprek: vandaag' in desk.text
    assert 'Mag jij met hen meekijken?' not in desk.text
    assert team.piet.opens(f'/kompas/{team.sam.id}').status_code == 200
    assert 'werkte met' not in team.row(team.noor)
    log = team.coby.opens('/werk/logboek').text
    assert 'vroeg een collega om het over te nemen' in log
    assert f'over: {team.piet.name}' in log


def test_a_no_ends_it(team: Team) -> None:
    team.asks(team.piet)
    with lent_for_a_moment(team.piet):
        team.hands_over().taps(f'mag-meekijken/{team.ids[team.piet.name]}', 'Nee')
    assert Desk(team.piet).tiles == []
    team.asks(team.piet)
    assert 'Mag jij met hen meekijken?' not in Desk(team.piet).text
    assert team.piet.posts('/werk/overnemen', kompas=team.sam.id).status_code == 404


def test_nobody_else_hands_a_tablet_over_and_nobody_else_is_asked(team: Team, server: Machine) -> None:
    assert team.piet.posts('/werk/overnemen', kompas=team.sam.id).status_code == 404
    assert team.asks(team.wies) == 404
    team.asks(team.piet)
    for one in (team.wies, team.coby):
        assert one.posts('/werk/overnemen', kompas=team.sam.id).status_code == 404
        assert one.session.get('keys', {}) == {}
    answer = team.piet.posts('/werk/team/overnemen', wie=team.ids[team.noor.name], door=team.ids[team.piet.name])
    assert answer.status_code == 404
    team.stops(team.piet)
    assert team.piet.posts('/werk/overnemen', kompas=team.sam.id).status_code == 404
    assert team.asks(team.piet) == 404


def test_a_phone_of_their_own_asks_it_too_and_says_who_asked(server: Machine) -> None:
    team = Team(server)
    roos = Guest(team.noor, 'Roos')
    team.stops(team.noor)
    team.asks(team.piet)
    piet = team.ids[team.piet.name]
    assert f'{team.piet.name} wil met je meekijken. Mag dat?' in Page(roos.opens(f'/kompas/{roos.id}')).text
    page = roos.page(f'mag-meekijken/{piet}')
    assert f'Coby vraagt het voor {team.piet.name}.' in page.text
    roos.taps(f'mag-meekijken/{piet}', 'Alleen mijn stappen')
    assert Desk(team.piet).names == ['Roos']
    log = roos.page('meekijken').text
    assert 'vroeg een collega om het over te nemen' in log


def test_a_person_who_was_asked_about_a_colleague_before_is_not_lost(server: Machine) -> None:
    team = Team(server)
    with changed(server, team.sam.id) as compass:
        compass.sharing.ask(team.ids[team.piet.name], compass.made)
    team.stops(team.noor)
    team.asks(team.piet)
    assert len(team.sam.on_disk.document['sharing']['asks']) == 1
    assert 'Mag jij met hen meekijken?' in Desk(team.piet).text
