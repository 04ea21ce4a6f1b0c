"""A worker who was away: a passkey or six digits open the same session again, and they are where they were."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.page.cast.at_desk import Guest
from tests.page.cast.at_door import Holder
from tests.page.cast.outsiders import FOREIGN_POSTS
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Stranger
from tests.page.cast.session_on_disk import nobody_touches, session_key, signed_in_ago
from tests.page.cast.socket import Refused

HERE = '/werk/nog'
WRONG = '000000'
ELSEWHERE = [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/werk//evil.example',
    '/werk/../evil',
    '/werk\r\nX: y',
    '/slot',
    '/',
    '',
    'x' * 400,
]


@pytest.fixture
def sams(noor: Colleague) -> str:
    """The compass of somebody she sits with."""
    return Guest(noor).id


def puts_down(browser: Stranger, where: str) -> None:
    answer = browser.posts('/slot', naar=where)
    assert (answer.status_code, answer.headers['location']) == (303, '/slot')
    assert browser.opens('/slot').headers['location'] == HERE


def test_six_digits_open_it_and_lead_back(noor: Colleague, sams: str) -> None:
    where = f'/kompas/{sams}/stappen'
    before = session_key(noor)
    puts_down(noor, where)
    page = noor.opens(HERE)
    assert (page.status_code, page.headers['cache-control']) == (200, 'no-store')
    assert 'Ben je er nog?' in page.text
    assert 'Alleen Noor kan verder.' in page.text
    assert sams not in page.text
    assert noor.posts(HERE, code=noor.code()).headers['location'] == where
    assert noor.opens(where).status_code == 200
    assert {name: session_key(noor)[name] for name in ('id', 'made')} == {name: before[name] for name in ('id', 'made')}


def test_a_passkey_opens_it_too(server: Machine) -> None:
    priya = Holder(server)
    puts_down(priya, '/werk/ik')
    assert 'data-post="/werk/nog/sleutel"' in priya.opens(HERE).text
    answer = priya.sends(f'{HERE}/sleutel', priya.device.sign_in(priya.asked(), server.url))
    assert answer.json() == {'page': '/werk/ik'}
    assert priya.is_in


@pytest.mark.parametrize('own', [False, True])
def test_after_the_idle_time_every_page_leads_there_and_back(noor: Colleague, sams: str, own: bool) -> None:
    assert noor.signs_in(own=own).status_code == 303
    nobody_touches(noor, minutes=29 if own else 4)
    assert noor.opens('/werk/ik').status_code == 200
    nobody_touches(noor, minutes=31 if own else 6)
    for path in ('/werk', '/werk/ik', '/werk/bestaat-niet', f'/kompas/{sams}/stappen'):
        assert noor.opens(path).headers['location'] == HERE, path
    assert noor.posts('/werk/nieuw').headers['location'] == HERE
    assert noor.posts(HERE, code=noor.code()).headers['location'] == f'/kompas/{sams}/stappen'


def test_a_form_that_is_sent_after_the_idle_time_leads_back_to_its_page(noor: Colleague) -> None:
    nobody_touches(noor, minutes=6)
    assert noor.posts('/werk/ik/herstelcodes', {'X-Kompas': '1'}).json() == {'page': HERE}
    assert noor.posts('/werk/ik/wachtwoord', wachtwoord='x', code='1').headers['location'] == HERE
    assert noor.posts(HERE, code=noor.code()).headers['location'] == '/werk/ik'


def test_a_plain_page_on_which_somebody_types_says_that_they_are_there(noor: Colleague, stranger: Stranger) -> None:
    assert 'data-stay="/werk/hier"' in noor.opens('/werk/ik/wachtwoord').text
    nobody_touches(noor, minutes=4)
    assert noor.posts('/werk/hier', {'X-Kompas': '1'}).status_code == 204
    seen = datetime.fromisoformat(session_key(noor)['seen'])
    assert datetime.now(UTC) - seen < timedelta(minutes=1)
    nobody_touches(noor, minutes=6)
    assert noor.posts('/werk/hier', {'X-Kompas': '1'}).json() == {'page': HERE}
    assert noor.opens('/werk').headers['location'] == HERE, 'too late'
    assert stranger.posts('/werk/hier', {'X-Kompas': '1'}).status_code == 404
    assert noor.posts('/werk/hier').status_code == 403


def test_until_then_nothing_opens(noor: Colleague, sams: str) -> None:
    page, desk = Page(noor.opens(f'/kompas/{sams}/wens')), Page(noor.opens('/werk'))
    with noor.socket(page) as line, noor.socket(desk) as desk_line:
        puts_down(noor, '/werk')
        for one in (line, desk_line):
            one.hears('run_javascript', 'kompas.wipe(', seconds=2)
            assert one.is_cut_within(2)
    for live in (page, desk):
        with pytest.raises(Refused), noor.socket(live):
            pass
    for path in (f'/kompas/{sams}/poster.pdf', '/werk/team', '/werk/logboek'):
        assert noor.opens(path).headers['location'] == HERE
    photo = noor.opens(f'/kompas/{sams}/bijlage/{"a" * 16}/tegel', headers={'Sec-Fetch-Dest': 'image'})
    assert photo.status_code == 404
    assert noor.posts('/werk/tablet', kompas=sams).headers['location'] == HERE


def test_a_picture_or_a_script_is_not_where_somebody_was(noor: Colleague, sams: str) -> None:
    nobody_touches(noor, minutes=6)
    noor.opens('/werk/ik')
    noor.opens(f'/kompas/{sams}/bijlage/{"a" * 16}/tegel', headers={'Sec-Fetch-Dest': 'image'})
    assert noor.posts(HERE, code=noor.code()).headers['location'] == '/werk/ik'


@pytest.mark.parametrize('where', ELSEWHERE)
def test_it_never_leads_to_another_site(noor: Colleague, where: str) -> None:
    assert noor.posts('/slot', naar=where).status_code == 303
    assert noor.posts(HERE, code=noor.code()).headers['location'] == '/werk'


def test_five_wrong_codes_end_it_and_leave_the_account_alone(noor: Colleague) -> None:
    puts_down(noor, '/werk/ik')
    for _ in range(5):
        answer = noor.posts(HERE, code=WRONG)
        assert answer.status_code == 403
        assert 'Die code klopt niet.' in answer.text
    code = noor.code()
    assert noor.posts(HERE, code=code).headers['location'] == '/werk/in'
    assert not noor.is_in
    assert noor.signs_in(code=code).headers['location'] == '/werk/ik', 'where they were, all the same'


def test_a_code_opens_it_once(noor: Colleague) -> None:
    code = noor.code()
    puts_down(noor, '/werk')
    assert noor.posts(HERE, code=code).status_code == 303
    puts_down(noor, '/werk')
    assert noor.posts(HERE, code=code).status_code == 403


def test_a_colleague_does_not_open_it(noor: Colleague, server: Machine) -> None:
    piet, priya = Colleague(server), Holder(server)
    puts_down(noor, '/werk')
    assert noor.posts(HERE, code=piet.code()).status_code == 403
    answer = priya.device.sign_in(priya.asked(), server.url)
    headers = {'X-Kompas': '1', 'Origin': server.url}
    assert noor.http.post(f'{HERE}/sleutel', content=answer, headers=headers).status_code == 403
    assert not noor.is_in


def test_in_two_tabs_the_second_goes_on_as_well(noor: Colleague) -> None:
    puts_down(noor, '/werk/ik')
    assert noor.posts(HERE, code=noor.code()).headers['location'] == '/werk/ik'
    again = noor.posts(HERE, code=noor.code())
    assert again.headers['location'] == '/werk/in'
    assert noor.opens('/werk/in').headers['location'] == '/werk'
    assert noor.opens(HERE).headers['location'] == '/werk/in'


def test_after_twelve_hours_one_signs_in_anew_and_goes_on_where_one_was(noor: Colleague) -> None:
    puts_down(noor, '/werk/ik')
    signed_in_ago(noor, hours=12.1)
    assert noor.opens(HERE).headers['location'] == '/werk/in'
    assert noor.posts(HERE, code=noor.code()).headers['location'] == '/werk/in'
    assert noor.signs_in().headers['location'] == '/werk/ik'


@pytest.mark.parametrize('method', ['get', 'post'])
def test_where_nobody_waits_there_is_nothing_to_open(stranger: Stranger, method: str) -> None:
    assert getattr(stranger, {'get': 'opens', 'post': 'posts'}[method])(HERE).headers['location'] == '/werk/in'


def test_another_website_opens_nothing(noor: Colleague) -> None:
    puts_down(noor, '/werk')
    for headers in FOREIGN_POSTS:
        assert noor.posts(HERE, headers, code=noor.last_code).status_code == 403
    assert not noor.is_in


def test_what_is_left_in_the_browser_opens_nothing(noor: Colleague, sams: str) -> None:
    noor.opens(f'/kompas/{sams}')
    answer = noor.posts('/slot', naar=f'/kompas/{sams}')
    assert answer.headers['clear-site-data'] == '"cache", "storage"'
    thief = Stranger(noor.server, Cookie=noor.cookie)
    assert thief.opens(f'/kompas/{sams}').headers['location'] == HERE
    assert thief.posts('/werk/tablet', kompas=sams).headers['location'] == HERE


def test_a_page_that_was_typed_on_for_long_is_answered_and_nothing_is_lost(machine: Callable[..., Machine]) -> None:
    """An invitation that is being accepted, beside a device that is put down: name and app are as they were."""
    server = machine().start()
    coby = Colleague.first(server)
    guest = Stranger(server)
    guest.posts('/werk/uitnodiging', sleutel=coby.invites().partition('#')[2])
    guest.posts('/werk/welkom', voornaam='Gus')
    first = guest.opens('/werk/welkom/wachtwoord').text
    refused = guest.posts('/werk/welkom/wachtwoord', naam='gus', wachtwoord='kastanje trommel wolk', code='000000')
    assert refused.status_code == 400
    assert 'value="gus"' in refused.text
    shown = [page.partition('<code dir="ltr">')[2][:39] for page in (first, refused.text)]
    assert shown[0] == shown[1]
    assert 'data-keep=' in first, 'with a script the password stays too'
