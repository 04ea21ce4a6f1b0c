"""Workers sign in with two things, go on to where they were, and come back with a recovery code."""

import re

import pytest

from model.access.session import Session
from model.key import Key
from model.settings import Settings
from tests.page.cast.at_door import GUESS, WRONG, sentence, tries
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import keys_of
from tests.page.cast.people.person import Stranger
from ui.work.way_on import remember, way_on

ELSEWHERE = [
    '//evil.example',
    'https://evil.example',
    'https:evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/werk//evil.example',
    '/werk/../../evil',
    '/werk/%2e%2e',
    '/werk\n',
    '/werk/team\r\nSet-Cookie: a=b',
    '/werk?naar=//evil.example',
    '/werk@evil.example',
    '/werkplek',
    '/werk.evil.example',
    '/werk/',
    '/',
    'werk',
    'javascript:alert(1)',
    '/kompas/' + 'a' * 300,
    '\u2044/evil.example',
    '',
]


# coming in


def test_a_worker_comes_in_with_a_password_and_a_code_and_goes_again(server: Machine) -> None:
    worker = Colleague(server)
    assert worker.is_in
    worker.signs_out()
    assert not worker.is_in
    assert worker.signs_in().headers['location'] == '/werk'
    assert worker.is_in
    assert worker.opens('/werk').status_code == 200


def test_a_worker_who_is_in_need_not_sign_in_again(server: Machine) -> None:
    worker = Colleague(server)
    assert worker.opens('/werk/in').headers['location'] == '/werk'


def test_the_door_shows_two_things_to_fill_in_beside_the_name(stranger: Stranger) -> None:
    page = stranger.opens('/werk/in')
    assert page.status_code == 200
    assert page.headers['cache-control'] == 'no-store'
    assert 'set-cookie' not in page.headers
    assert re.findall(r'<input id="(\w+)"', page.text) == ['naam', 'wachtwoord', 'code']
    assert re.search(r'data-passkey="in"[^>]* hidden>', page.text)


def test_a_device_of_ones_own_is_remembered_longer(server: Machine) -> None:
    worker = Colleague(server)
    for own in (True, False):
        assert worker.signs_in(own=own).status_code == 303
        assert key_on_disk(worker).own is own


def key_on_disk(worker: Colleague) -> Key:
    """The key of the session of this browser."""
    data = worker.server.data
    key = keys_of(data).find(worker.session['worker'], Settings(data=data).now())
    assert key is not None
    return key


# going on


PAGES = ['/werk', '/werk/team', '/werk/logboek', '/werk/ik', '/werk/ik/wachtwoord', '/werk/bestaat-niet']


@pytest.mark.parametrize('path', PAGES)
def test_the_way_leads_on_to_where_a_worker_was_going(server: Machine, noor: Colleague, path: str) -> None:
    visitor = Stranger(server)
    asked = visitor.opens(path)
    assert (asked.status_code, asked.headers['location']) == (303, '/werk/in')
    assert f'"{path}"' not in visitor.opens('/werk/in').text, 'it is in the signed cookie'
    form = {'naam': noor.login, 'wachtwoord': noor.password, 'code': noor.recovery.pop()}
    assert visitor.posts('/werk/in', **form).headers['location'] == path
    assert visitor.opens('/werk/in').headers['location'] == '/werk', 'once'


def test_the_last_page_that_was_asked_for_counts_and_signing_out_forgets_it(server: Machine) -> None:
    worker = Colleague(server, coordinator=True)
    worker.signs_out()
    for path in ('/werk/team', '/werk/logboek'):
        worker.opens(path)
    assert worker.signs_in().headers['location'] == '/werk/logboek'
    worker.signs_out()
    worker.opens('/werk/team')
    worker.posts('/werk/uit')
    assert worker.signs_in().headers['location'] == '/werk'


@pytest.mark.parametrize('path', ELSEWHERE)
def test_the_way_never_leads_to_another_site(server: Machine, path: str) -> None:
    session = Session({})
    remember(session, path)
    assert session.cookie == {}
    # and if it stood in the cookie all the same
    session.way = {'to': path}
    assert way_on(session, '0' * 16) == '/werk'


@pytest.mark.parametrize(
    'path', ['/werk//evil.example', '/werk/%5Cevil.example', '/werk/..%2f..%2fevil', '/werk/%0d%0aa']
)
def test_an_address_below_the_desk_that_makes_no_sense_is_not_gone_on_to(server: Machine, path: str) -> None:
    worker = Colleague(server)
    worker.signs_out()
    assert worker.opens(path).headers.get('location', '/werk/in') == '/werk/in'
    assert worker.signs_in().headers['location'] == '/werk'


def test_what_stands_in_the_query_or_the_form_leads_nowhere(server: Machine) -> None:
    worker = Colleague(server)
    worker.signs_out()
    worker.opens('/werk/in', params={'naar': '//evil.example'})
    assert worker.signs_in(naar='//evil.example', to='/werk/team').headers['location'] == '/werk'


def test_the_way_of_one_worker_is_not_gone_by_another(server: Machine) -> None:
    noor, piet = Colleague(server), Colleague(server)
    compass_id = noor.posts('/werk/nieuw').headers['location'].split('/')[2]
    noor.posts('/slot', naar=f'/kompas/{compass_id}/stappen')
    piet.http.cookies = noor.http.cookies
    assert piet.signs_in().headers['location'] == '/werk'


# with a recovery code


def test_the_page_for_a_recovery_code_asks_for_no_password(server: Machine) -> None:
    page = Stranger(server).opens('/werk/in?herstel=ja')
    assert re.findall(r'<input id="(\w+)" name="\w+"( required)?', page.text) == [
        ('naam', ' required'),
        ('wachtwoord', ''),
        ('code', ' required'),
    ]
    assert 'herstel=ja' in Stranger(server).opens('/werk/in').text


def test_a_wrong_recovery_code_is_answered_on_the_same_page(server: Machine) -> None:
    answer = tries(server, 'noor', '', GUESS, herstel='ja')
    assert (answer.status_code, sentence(answer)) == (403, WRONG)
    assert 'name="herstel" value="ja"' in answer.text


# what a script is told


def test_a_script_that_sends_the_form_is_told_the_page_and_hears_no_in_words(server: Machine) -> None:
    worker = Colleague(server)
    worker.signs_out()
    worker.opens('/werk/ik')
    form = {'naam': worker.login, 'wachtwoord': worker.password}
    refused = worker.posts('/werk/in', {'X-Kompas': '1'}, **form, code='000000')
    assert (refused.status_code, sentence(refused)) == (403, WRONG)
    assert worker.posts('/werk/in', {'X-Kompas': '1'}, **form, code=worker.code()).json() == {'page': '/werk/ik'}
