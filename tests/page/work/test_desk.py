"""The desk: the people who let a worker look along, and nobody else's."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from model.compass.album import Added
from model.compass.answer import Answer
from model.compass.sharing.sharing import Reach
from model.key import Row
from tests.browser.cast.on_disk import changed, visits_of
from tests.page.cast.at_desk import Desk, Guest, lent_for_a_moment, on_tablet
from tests.page.cast.outsiders import everyone_elses_events
from tests.page.cast.people import Colleague, Machine, Owner, Person, Stranger
from tests.page.cast.socket import Refused
from tests.server import ROOT

DOOR = '/werk/in'


@pytest.fixture(scope='module')
def noors(server: Machine) -> Iterator[Callable[[], Colleague]]:
    """Colleagues with an empty desk each."""
    numbers = iter(range(1000))
    yield lambda: Colleague(server, f'Noor{next(numbers)}', team='Oost')


@pytest.fixture
def noor(noors: Callable[[], Colleague]) -> Colleague:
    return noors()


@pytest.fixture
def piet(noors: Callable[[], Colleague]) -> Colleague:
    """A colleague with people of his own."""
    return noors()


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
    assert Desk(noor).tiles == ['Sam nog geen stap nog geen gesprek Begin het gesprek Nieuwe stap']
    sam.steps_on('oma bellen', day=1)
    sam.steps_on('taart bakken', day=0)
    with changed(sam.server, sam.id) as compass:
        compass.sharing.shares[0].together = compass.made - timedelta(days=1)
    assert Desk(noor).tiles == ['Sam Taart bakken · vandaag laatste gesprek: gisteren Begin het gesprek Foto erbij']


def test_a_photo_is_added_on_the_screen_of_the_next_step(noor: Colleague, sam: Guest) -> None:
    assert Desk(noor).links == [f'/kompas/{sam.id}', f'/kompas/{sam.id}/nieuwe-stap']
    step = sam.steps_on('taart bakken')
    assert Desk(noor).links == [f'/kompas/{sam.id}', f'/kompas/{sam.id}/stap/{step}']
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
    [('zoe', ['Zoë']), ('ŁUK', ['Łukasz']), ('lukasz', ['Łukasz']), ('van', ['Anna van Zee']), ('zee anna', None)],
)
def test_a_search_asks_for_no_accents_and_no_capitals(
    searched: tuple[Colleague, Desk], words: str, found: list[str] | None
) -> None:
    noor, _ = searched
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        desk.searches(line, words)
        others = {'Zoë', 'Łukasz', 'Anna van Zee'} - set(found or ['Anna van Zee'])
        for other in others:
            desk.follows(line, other, gone=True)
        assert desk.names == (found or ['Anna van Zee'])


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
    for nickname in ('Zoë', 'Łukasz', 'Anna van Zee'):
        Guest(noor, nickname)
    return noor, Desk(noor)


# together


def test_beginning_together_is_on_disk_and_leads_to_the_compass(noor: Colleague, sam: Guest) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line, sam.on_disk.changes():
        desk.taps(line, 'Begin het gesprek')
        desk.follows(line, 'in gesprek')
        assert line.hears('open')['path'] == f'/kompas/{sam.id}'
    assert sam.on_disk.document['contact']['worker'] == sam.colleague_id
    assert Desk(noor).tiles[0].startswith('Sam nog geen stap in gesprek Klaar')


def test_ready_without_a_step_asks_for_one_and_ends_nothing(noor: Colleague, sam: Guest) -> None:
    desk = together(noor)
    with noor.socket(desk.page) as line:
        desk.taps(line, 'Klaar')
        assert line.hears('open')['path'] == f'/kompas/{sam.id}/klaar'
    assert sam.on_disk.document['contact']['worker'] == sam.colleague_id


def test_ready_with_a_step_rounds_the_contact_off(noor: Colleague, sam: Guest) -> None:
    sam.steps_on('taart bakken', day=1)
    desk = together(noor)
    with noor.socket(desk.page) as line:
        desk.taps(line, 'Klaar')
        desk.follows(line, 'laatste gesprek: vandaag')
    assert sam.on_disk.document['contact'] is None
    assert [visit.worker for visit in visits_of(sam.server, sam.id)][-1] == sam.colleague_id


def together(noor: Colleague) -> Desk:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        desk.taps(line, 'Begin het gesprek')
        desk.follows(line, 'in gesprek')
    return Desk(noor)


# photos


def test_photos_are_new_until_the_worker_looks(noor: Colleague, sam: Guest) -> None:
    sam.sends_a_photo()
    assert '1 nieuwe foto' in Desk(noor).text
    sam.sends_a_photo()
    assert "2 nieuwe foto's" in Desk(noor).text
    assert noor.opens(f'/kompas/{sam.id}').status_code == 200
    assert 'nieuwe foto' not in Desk(noor).text


def test_a_photo_of_the_worker_is_not_news_and_one_that_waits_for_a_yes_is_not_shown(
    noor: Colleague, sam: Guest
) -> None:
    photo = sam.sends_a_photo()
    with changed(sam.server, sam.id) as compass:
        held = compass.album.find(photo.id)
        assert held
        held.added = Added(at=photo.added.at, key=photo.added.key, own_device=True, worker=sam.colleague_id)
    assert 'nieuwe foto' not in Desk(noor).text
    with changed(sam.server, sam.id) as compass:
        held = compass.album.find(photo.id)
        assert held
        held.added = Added(at=photo.added.at, key=photo.added.key, own_device=False)
    assert 'nieuwe foto' not in Desk(noor).text


# live


def test_a_tile_changes_when_the_person_taps(noor: Colleague, sam: Guest) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        sam.writes('nieuwe-stap', 'fietsen maken')
        desk.follows(line, 'Fietsen maken', seconds=2)
        sam.writes('ik', 'Sammie')
        desk.follows(line, 'Sammie', seconds=2)
        sam.sends_a_photo()
        desk.follows(line, '1 nieuwe foto', seconds=2)


def test_a_new_person_is_seen_first_and_the_others_stay_where_they_are(noor: Colleague, sam: Guest) -> None:
    mimi = Guest(noor, 'Mimi')
    mimi.taps('meekijken', 'Niets')
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        assert desk.names == ['Sam']
        mimi.taps('meekijken', 'Mijn kompas en mijn stappen')
        desk.follows(line, 'Mimi')
        assert desk.names == ['Mimi', 'Sam']
        sam.steps_on('oma bellen')
        desk.follows(line, 'Oma bellen')
        assert desk.names == ['Mimi', 'Sam']
    assert mimi.id != sam.id


def test_a_share_that_is_taken_away_takes_the_tile_away(noor: Colleague, sam: Guest) -> None:
    desk = Desk(noor)
    began = desk.listener('Begin het gesprek')
    with noor.socket(desk.page) as line:
        with changed(sam.server, sam.id) as compass:
            compass.sharing.let(sam.colleague_id, Reach.NOTHING, compass.made)
        sam.says_something()
        desk.follows(line, 'Sam', gone=True, seconds=2)
        before = sam.on_disk.bytes
        line.triggers(desk.page.client_id, began.element, began.id)
        desk.searches(line, 'x')
    assert sam.on_disk.bytes == before
    assert Desk(noor).tiles == []
    assert noor.opens(f'/kompas/{sam.id}').status_code == 404


def test_a_button_of_a_tile_does_nothing_any_more_in_the_moment_a_share_is_taken_away(
    noor: Colleague, sam: Guest
) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        with changed(sam.server, sam.id) as compass:
            compass.sharing.let(sam.colleague_id, Reach.NOTHING, compass.made)
        before = sam.on_disk.bytes
        desk.taps(line, 'Begin het gesprek')
        desk.follows(line, 'Sam', gone=True)
    assert sam.on_disk.bytes == before


# leaving


def test_signing_out_wipes_every_open_desk_of_that_browser(noor: Colleague, sam: Guest) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        noor.signs_out()
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert line.is_cut_within(2)
    assert noor.opens('/werk').headers['location'] == DOOR


def test_a_tablet_that_is_handed_over_shows_no_desk(noor: Colleague, sam: Guest) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        assert noor.posts('/werk/tablet', kompas=sam.id).status_code == 303
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert line.is_cut_within(2)
    assert noor.opens('/werk').headers['location'] == DOOR
    with pytest.raises(Refused), noor.socket(desk.page):
        pass


def test_a_desk_of_a_key_that_ended_unheard_goes_blank_at_the_next_change(noor: Colleague, sam: Guest) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        sam.on_disk.rewrite_key(noor.session['worker'], seen='2020-01-01T00:00:00+01:00')
        sam.says_something()
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)


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
