"""A new compass begins at the desk; and whose line may speak to it."""

import re

import pytest

from model.compass.sharing.sharing import Reach
from model.key import Row
from tests.page.cast.at_desk import Desk, Guest, lent_for_a_moment, on_tablet
from tests.page.cast.at_door import DOOR
from tests.page.cast.outsiders import everyone_elses_events
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Person, Stranger
from tests.page.cast.socket import Refused
from tests.server import ROOT

# a new compass


def begins(noor: Colleague) -> Person:
    """A compass is begun at the desk: its person has the tablet, and is asked."""
    asked = noor.posts('/werk/nieuw').headers['location']
    person = on_tablet(noor, asked.split('/')[2])
    [ask] = person.on_disk.document['sharing']['asks']
    assert asked == f'/kompas/{person.id}/mag-meekijken/{ask["worker"]}'
    return person


def answers(person: Person, words: str) -> None:
    [ask] = person.on_disk.document['sharing']['asks']
    person.taps(f'mag-meekijken/{ask["worker"]}', words)


def test_a_new_compass_is_in_the_hands_of_the_person_at_once(noor: Colleague) -> None:
    with lent_for_a_moment(noor):
        person = begins(noor)
        assert not noor.is_in
        assert noor.opens('/werk').headers['location'] == DOOR
        assert person.on_disk.key(noor.token_of(person.id))['row'] == Row.HANDED_OVER


def test_before_the_persons_yes_the_desk_shows_only_that_it_waits(noor: Colleague) -> None:
    with lent_for_a_moment(noor):
        person = begins(noor)
        person.taps('ik', 'zon')
        person.writes('wens', 'een brommer')
    desk = Desk(noor)
    assert desk.tiles == []
    assert '1 persoon geeft nog antwoord' in desk.text
    assert person.id not in desk.page.text
    assert noor.opens(f'/kompas/{person.id}').status_code == 404


def test_after_a_yes_on_the_tablet_it_is_on_the_desk_and_that_yes_is_kept_in_doubt(noor: Colleague) -> None:
    with lent_for_a_moment(noor):
        person = begins(noor)
        answers(person, 'Ja, mijn kompas en mijn stappen')
    assert Desk(noor).names == ['Zonder naam']
    assert 'geeft nog antwoord' not in Desk(noor).text
    [doubt] = person.on_disk.document['doubts']['items']
    [share] = person.on_disk.document['sharing']['shares']
    assert (doubt['about'], doubt['lender'], doubt['before']) == (share['worker'], share['worker'], Reach.NOTHING)


def test_after_a_no_nothing_of_it_stays_on_the_desk(noor: Colleague) -> None:
    with lent_for_a_moment(noor):
        person = begins(noor)
        answers(person, 'Nee')
        assert f'href="/kompas/{person.id}/delen"' in noor.opens('/werk/terug').text, 'the code, before it goes back'
    desk = Desk(noor)
    assert desk.tiles == []
    assert 'geeft nog antwoord' not in desk.text
    assert noor.opens(f'/kompas/{person.id}').status_code == 404


def test_a_stranger_begins_no_compass_at_a_desk(stranger: Stranger, server: Machine) -> None:
    before = len(list((server.data / 'compasses').iterdir()))
    assert stranger.posts('/werk/nieuw').headers['location'] == DOOR
    assert len(list((server.data / 'compasses').iterdir())) == before


def test_another_website_begins_no_compass_at_a_desk(noor: Colleague) -> None:
    assert noor.posts('/werk/nieuw', {'Origin': 'https://elders.example'}).status_code == 403
    assert Desk(noor).tiles == []


# whose line


def test_nobody_else_shakes_hands_for_a_desk(noor: Colleague, piet: Colleague, sam: Guest, owner: Owner) -> None:
    desk = Desk(noor)
    for one in (piet, sam, owner, Stranger(noor.server)):
        with pytest.raises(Refused), one.socket(desk.page):
            pass
    with noor.socket(desk.page) as line:
        assert line


def test_no_event_of_a_desk_is_heard_over_the_line_of_someone_else(
    noor: Colleague, piet: Colleague, sam: Guest
) -> None:
    desk, own, page = Desk(noor), Desk(piet), sam.page('ik')
    before = sam.on_disk.bytes
    events = everyone_elses_events(desk.page)
    with noor.socket(desk.page), piet.socket(own.page) as line:
        for event, message in events:
            line.says(event, message)
        claim = {'client_id': desk.page.client_id, 'tab_id': 't', 'document_id': 'd'}
        assert line.asks('handshake', claim) is False
    with sam.socket(page) as line:
        for event, message in events:
            line.says(event, message)
        assert line.asks('handshake', claim) is False
    assert len(events) >= 5
    assert sam.on_disk.bytes == before


def test_the_line_of_a_desk_speaks_for_no_page_of_a_person(noor: Colleague, sam: Guest) -> None:
    page, desk = sam.page('ik'), Desk(noor)
    with pytest.raises(Refused), noor.socket(page):
        pass
    with noor.socket(desk.page) as line:
        claim = {'client_id': page.client_id, 'tab_id': 't', 'document_id': 'd'}
        assert line.asks('handshake', claim) is False


def test_the_same_worker_in_another_browser_does_not_speak_for_this_desk(noor: Colleague) -> None:
    desk, first = Desk(noor), dict(noor.http.cookies)
    noor.http.cookies.clear()
    assert noor.signs_in().status_code == 303
    with pytest.raises(Refused), noor.socket(desk.page):
        pass
    assert first


@pytest.mark.parametrize('words', ['Team', 'Logboek'])
def test_only_a_coordinator_is_shown_the_way_to_the_team_and_the_log(
    server: Machine, noor: Colleague, words: str
) -> None:
    assert words not in Desk(noor).text
    boss = Colleague(server, 'Bea', coordinator=True)
    assert words in Desk(boss).text


@pytest.mark.parametrize('words', [None, 7, ['x'], {'x': 1}, 'x' * 5_000, '\u0000'])
def test_nothing_that_is_sent_to_a_desk_breaks_it(noor: Colleague, sam: Guest, words: object) -> None:
    desk, before = Desk(noor), len(noor.server.log)
    with noor.socket(desk.page) as line:
        for one in desk.page.listeners:
            if one.type != 'click':
                line.triggers(desk.page.client_id, one.element, one.id, words)
        desk.searches(line, 'sam')
        desk.taps(line, 'Begin het gesprek')
        desk.follows(line, 'in gesprek')
    # a traceback through code of ours
    assert not re.search(rf'File "{ROOT}/(ui|model|main)', noor.server.log[before:])
