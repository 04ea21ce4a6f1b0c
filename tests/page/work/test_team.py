"""The team: who lets colleagues in and out, and who does not even see that it can be done."""

import re
from collections.abc import Callable
from html import escape

import httpx
import pytest

from tests.page.cast.at_desk import Desk, Guest, id_of
from tests.page.cast.outsiders import seen
from tests.page.cast.people.colleague import INVITATION, Colleague, coordinator_of
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger
from tests.page.cast.socket import Socket

WAYS = ('uitnodigen', 'opnieuw', 'uit', 'aan', 'mijn', 'indeling', 'overnemen')
_numbers = iter(range(1000))


@pytest.fixture
def noor(server: Machine) -> Colleague:
    """A worker who is no coordinator."""
    return Colleague(server, f'Noortje{next(_numbers)}', team='Oost')


Someone = Callable[[Machine, Colleague], Stranger]


def a_stranger(server: Machine, noor: Colleague) -> Stranger:
    return Stranger(server)


def a_person(server: Machine, noor: Colleague) -> Stranger:
    return Owner(server)


def a_worker(server: Machine, noor: Colleague) -> Stranger:
    return noor


def row_of(coby: Colleague, name: str) -> str:
    rows = re.findall('<li class="colleague">.*?</li>', coby.opens('/werk/team').text, re.DOTALL)
    return next(row for row in rows if f'>{name}<' in row)


@pytest.mark.parametrize('someone', [a_stranger, a_person, a_worker])
def test_for_anyone_else_the_team_is_not_there(
    server: Machine, noor: Colleague, coby: Colleague, someone: Someone
) -> None:
    one = someone(server, noor)
    nowhere = one.opens('/werk/niets-van-dit-al')
    team = one.opens('/werk/team')
    if one is noor:
        assert seen(nowhere)[0] == 404
        assert seen(team) == seen(nowhere)
    else:  # whoever is not signed in is not told which pages there are
        assert {(page.status_code, page.headers['location']) for page in (team, nowhere)} == {(303, '/werk/in')}
    before = coby.opens('/werk/team').text
    other = id_of(coby, noor.name)
    for way in WAYS:
        answer = seen(one.posts(f'/werk/team/{way}', wie=other, team='X', coordinator='ja'))
        assert answer == seen(one.posts('/werk/niets-van-dit-al'))
        assert answer[0] == 404
    assert coby.opens('/werk/team').text == before


def test_the_team_stands_by_team_and_name_with_the_day_of_the_last_sign_in(coby: Colleague, noor: Colleague) -> None:
    page = coby.opens('/werk/team').text
    assert '<h2 dir="auto">Oost</h2>' in page
    assert 'laatst ingelogd: vandaag' in row_of(coby, noor.name)
    assert noor.login not in page
    assert re.search(r'\d\d:\d\d', re.sub('<[^>]*>', '', page)) is None


def test_an_invitation_is_shown_once_and_lets_one_colleague_in(server: Machine, coby: Colleague) -> None:
    answer = coby.posts('/werk/team/uitnodigen', team='West')
    link = INVITATION.findall(answer.text)[0]
    assert answer.headers['cache-control'] == 'no-store'
    assert 'svg' in answer.text
    assert link not in coby.opens('/werk/team').text
    joined = Colleague.invited(server, link, f'Wies{next(_numbers)}')
    assert Desk(joined).tiles == []
    assert joined.opens('/werk/team').status_code == 404
    assert 'West' in coby.opens('/werk/team').text


def test_two_invitations_are_told_apart_by_whom_they_are_for(server: Machine, coby: Colleague) -> None:
    names = [f'Wies {next(_numbers)}', f'de stagiair <{next(_numbers)}>']
    links = []
    for name in names:
        answer = coby.posts('/werk/team/uitnodigen', voor=name, team='West')
        assert f'Voor {escape(name)}' in answer.text
        links.append(INVITATION.findall(answer.text)[0])
    for name in names:
        assert 'uitgenodigd: vandaag' in row_of(coby, escape(name))
        assert escape(name) in coby.opens('/werk/logboek').text
    again = coby.posts('/werk/team/opnieuw', wie=id_of(coby, names[0]))
    assert f'Voor {names[0]}' in again.text
    joined = Colleague.invited(server, links[1], f'Ank{next(_numbers)}')
    assert escape(names[1]) not in coby.opens('/werk/team').text, 'they have a name of their own now'
    assert joined.name in coby.opens('/werk/team').text


def test_whom_an_invitation_is_for_may_be_left_open(coby: Colleague) -> None:
    answer = coby.posts('/werk/team/uitnodigen', voor=' \t ', team='West')
    assert INVITATION.search(answer.text)
    assert '<h2' not in answer.text
    assert 'Nieuwe collega' in coby.opens('/werk/team').text


def test_too_long_a_name_is_said_and_nothing_that_was_filled_in_is_lost(coby: Colleague) -> None:
    before = coby.opens('/werk/team').text
    answer = coby.posts('/werk/team/uitnodigen', voor='w' * 41, team='West <1>', coordinator='ja')
    assert refused(answer)
    assert 'Dat is te lang. Maak het korter.' in answer.text
    assert f'value="{"w" * 41}"' in answer.text
    assert 'value="West &lt;1&gt;"' in answer.text
    assert 'value="ja" checked' in answer.text
    assert coby.opens('/werk/team').text == before


def test_the_link_stands_there_to_be_copied_by_hand(coby: Colleague) -> None:
    page = coby.posts('/werk/team/uitnodigen', team='West').text
    link = INVITATION.findall(page)[0]
    assert re.search(rf'<p class="link" id="invitation-link"[^>]*>{re.escape(link)}</p>', page)
    assert re.search('<button [^>]*data-of="invitation-link"[^>]* hidden>', page), 'shown by its script alone'


def test_a_coordinator_may_invite_coordinators(server: Machine, coby: Colleague) -> None:
    boss = Colleague(server, f'Bea{next(_numbers)}', coordinator=True)
    assert boss.opens('/werk/team').status_code == 200
    assert 'coördinator' in row_of(coby, boss.name)


def test_a_new_invitation_ends_every_way_in_that_there_was(server: Machine, coby: Colleague, noor: Colleague) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        link = INVITATION.findall(coby.posts('/werk/team/opnieuw', wie=id_of(coby, noor.name)).text)[0]
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert line.is_cut_within(2)
    assert not noor.is_in
    assert noor.signs_in().status_code != 303
    invited = Stranger(server).posts('/werk/uitnodiging', sleutel=link.partition('#')[2])
    assert invited.headers['location'] == '/werk/welkom'


def test_a_worker_who_is_switched_off_is_out_at_once_and_comes_back_in_the_same_way(
    coby: Colleague, noor: Colleague
) -> None:
    desk, worker = Desk(noor), id_of(coby, noor.name)
    with noor.socket(desk.page) as line:
        assert coby.posts('/werk/team/uit', wie=worker).headers['location'] == '/werk/team'
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert line.is_cut_within(2)
    assert 'gestopt: vandaag' in row_of(coby, noor.name)
    assert noor.signs_in().status_code != 303
    coby.posts('/werk/team/aan', wie=worker)
    assert noor.signs_in().status_code == 303
    assert Desk(noor).tiles == []


def test_switching_off_takes_a_second_tap(coby: Colleague, noor: Colleague) -> None:
    row = row_of(coby, noor.name)
    asked, _, way = row.partition('/werk/team/uit"')
    assert 'Weet je het zeker?' in asked
    assert 'Ja, stop' in way


def test_nobody_switches_off_or_invites_themselves(server: Machine) -> None:
    boss = Colleague(server, f'Bas{next(_numbers)}', coordinator=True)
    own = id_of(coordinator_of(server), boss.name)
    for way in ('uit', 'opnieuw'):
        assert boss.posts(f'/werk/team/{way}', wie=own).status_code == 404
    assert boss.opens('/werk/team').status_code == 200


def test_a_coordinator_says_which_team_is_their_own(server: Machine) -> None:
    boss = Colleague(server, f'Bo{next(_numbers)}', coordinator=True)
    assert boss.posts('/werk/team/mijn', team='Zuid <b>').headers['location'] == '/werk/team'
    page = boss.opens('/werk/team').text
    assert '<h2 dir="auto">Zuid &lt;b&gt;</h2>' in page
    assert 'value="Zuid &lt;b&gt;"' in page


@pytest.mark.parametrize('way', ['uitnodigen', 'mijn'])
def test_a_team_with_an_endless_name_is_refused(coby: Colleague, way: str) -> None:
    before = coby.opens('/werk/team').text
    assert refused(coby.posts(f'/werk/team/{way}', team='x' * 41))
    assert refused(coby.posts(f'/werk/team/{way}', team='x' * 5_000))
    assert coby.opens('/werk/team').text == before


@pytest.mark.parametrize('worker', ['', 'x', '0' * 16, '../../keys'])
def test_nobody_is_not_switched_off(coby: Colleague, worker: str) -> None:
    for way in ('uit', 'aan', 'opnieuw'):
        assert coby.posts(f'/werk/team/{way}', wie=worker).status_code == 404


@pytest.mark.parametrize('way', WAYS)
def test_another_website_changes_nothing_in_the_team(coby: Colleague, noor: Colleague, way: str) -> None:
    before, worker = coby.opens('/werk/team').text, id_of(coby, noor.name)
    for headers in ({'Origin': 'https://elders.example'}, {'Sec-Fetch-Site': 'cross-site'}):
        assert coby.posts(f'/werk/team/{way}', headers, wie=worker, team='X').status_code == 403
    assert coby.opens('/werk/team').text == before


# who is in which team, and who coordinates


def test_the_team_of_a_colleague_is_changed_and_so_is_whom_they_pass_on_to(
    server: Machine, coby: Colleague, noor: Colleague
) -> None:
    wies = Colleague(server, f'Wies{next(_numbers)}', team='Zuidoost')
    sam = Guest(noor)
    assert wies.name not in Page(noor.opens(f'/kompas/{sam.id}/doorgeven')).text
    worker = id_of(coby, noor.name)
    assert coby.posts('/werk/team/indeling', wie=worker, team='Zuidoost').headers['location'] == '/werk/team'
    assert wies.name in Page(noor.opens(f'/kompas/{sam.id}/doorgeven')).text
    assert f'over: {noor.name}' in coby.opens('/werk/logboek').text
    assert 'koos een ander team voor iemand' in coby.opens('/werk/logboek').text


def test_who_becomes_a_coordinator_is_one_at_once_and_is_none_at_once(
    server: Machine, coby: Colleague, noor: Colleague
) -> None:
    worker, desk = id_of(coby, noor.name), Desk(noor)
    with noor.socket(desk.page) as line:
        coby.posts('/werk/team/indeling', wie=worker, team='Oost', coordinator='ja')
        line_shows(desk, line, 'Logboek', shown=True)
        assert noor.opens('/werk/team').status_code == 200
        assert 'maakte iemand coördinator' in noor.opens('/werk/logboek').text
        coby.posts('/werk/team/indeling', wie=worker, team='Oost')
        line_shows(desk, line, 'Logboek', shown=False)
    assert noor.opens('/werk/team').status_code == 404
    assert noor.posts('/werk/team/uitnodigen', team='Oost').status_code == 404
    assert 'liet iemand stoppen als coördinator' in coby.opens('/werk/logboek').text


def line_shows(desk: Desk, line: Socket, words: str, *, shown: bool) -> None:
    while (words in desk.text) is not shown:
        desk.takes_in(line.hears('update', seconds=2))


def test_the_last_coordinator_stays_one(machine: Callable[..., Machine]) -> None:
    with machine() as server:
        coby = Colleague.first(server)
        own = re.findall('name="wie" value="([0-9a-f]{16})"', coby.opens('/werk/team').text)
        assert own == [], 'there is not even a button for it'
        bea = Colleague.invited(server, coby.invites(coordinator=True), 'Bea')
        ids = {one.name: id_of(other, one.name) for one, other in ((coby, bea), (bea, coby))}
        assert bea.posts('/werk/team/indeling', wie=ids['Bea'], team='').headers['location'] == '/werk'
        assert bea.opens('/werk/team').status_code == 404
        answer = coby.posts('/werk/team/indeling', wie=ids['Coby'], team='Noord')
        assert answer.status_code == 400
        assert 'Er moet een coördinator blijven.' in answer.text
        assert coby.opens('/werk/team').status_code == 200
        assert 'Noord' not in coby.opens('/werk/team').text


@pytest.mark.parametrize('worker', ['', 'x', '0' * 16, '../../keys'])
def test_nobody_is_put_in_no_team(coby: Colleague, worker: str) -> None:
    assert coby.posts('/werk/team/indeling', wie=worker, team='Oost', coordinator='ja').status_code == 404


def test_who_was_stopped_gets_no_role(coby: Colleague, noor: Colleague) -> None:
    worker = id_of(coby, noor.name)
    coby.posts('/werk/team/uit', wie=worker)
    assert coby.posts('/werk/team/indeling', wie=worker, team='Oost', coordinator='ja').status_code == 404
    assert 'coördinator' not in row_of(coby, noor.name)


def refused(answer: httpx.Response) -> bool:
    return answer.status_code in {400, 413} and not INVITATION.search(answer.text)
