""" "Van wie is deze telefoon?": asked once, where it can be somebody's own, and what follows from the answer."""

from typing import Any

import pytest

from model.key import Row
from tests.page.cast.at_desk import lent_for_a_moment
from tests.page.cast.outsiders import cookie_secret, signed
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import OnDisk
from tests.page.cast.people.person import Owner, Stranger

PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36'
TABLET = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Safari/537.36'
COMPUTER = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'


def on(server: Machine, looks: str) -> Stranger:
    """Somebody with a device of this sort."""
    return Stranger(server, **{'User-Agent': looks})


def begins(browser: Stranger) -> str:
    """A new compass, before the question is answered; its id."""
    return browser.posts('/nieuw').headers['location'].split('/')[2]


def key_of(browser: Stranger, compass_id: str) -> dict[str, Any]:
    return OnDisk(browser.server, compass_id).key(browser.token_of(compass_id))


def is_asked(browser: Stranger, compass_id: str) -> bool:
    answer = browser.opens(f'/van-wie/{compass_id}')
    return answer.status_code == 200 and 'Van iedereen hier' in answer.text


@pytest.mark.parametrize(
    ('looks', 'words'),
    [
        (PHONE, 'Van wie is deze telefoon?'),
        (TABLET, 'Van wie is deze tablet?'),
        (COMPUTER, 'Van wie is deze computer?'),
    ],
)
def test_it_is_asked_before_the_first_screen_in_two_pictures(server: Machine, looks: str, words: str) -> None:
    browser = on(server, looks)
    asked = browser.posts('/nieuw').headers['location']
    page = browser.opens(asked).text
    assert f'<h1>{words}</h1>' in page
    assert page.count('class="door"') == 2
    assert browser.posts(asked, wiens='iedereen').headers['location'] == f'/kompas/{asked.split("/")[2]}/ik'


def test_a_phone_of_ones_own_on_which_the_compass_began_is_surely_that(server: Machine) -> None:
    browser = on(server, PHONE)
    compass_id = begins(browser)
    assert browser.posts(f'/van-wie/{compass_id}', wiens='eigen').headers['location'] == f'/kompas/{compass_id}/ik'
    assert key_of(browser, compass_id)['row'] == Row.CONFIRMED
    assert not is_asked(browser, compass_id), 'it is asked once'


def test_skipping_it_is_everyones(server: Machine) -> None:
    browser = on(server, PHONE)
    compass_id = begins(browser)
    assert browser.opens(f'/kompas/{compass_id}/ik').status_code == 200
    assert key_of(browser, compass_id)['row'] == Row.EVERYONE


@pytest.mark.parametrize('looks', [TABLET, COMPUTER])
@pytest.mark.parametrize(('answer', 'row'), [('mee', Row.CONFIRMED), ('iedereen', Row.EVERYONE)])
def test_a_tablet_or_computer_asks_whether_it_goes_home(server: Machine, looks: str, answer: str, row: Row) -> None:
    browser = on(server, looks)
    compass_id = begins(browser)
    asked = f'/van-wie/{compass_id}'
    page = browser.http.post(asked, data={'wiens': 'eigen'}, follow_redirects=True).text
    assert 'Neem je deze mee naar huis?' in page
    assert key_of(browser, compass_id)['row'] == Row.EVERYONE, 'not before that is answered'
    assert browser.posts(asked, wiens=answer).headers['location'] == f'/kompas/{compass_id}/ik'
    assert key_of(browser, compass_id)['row'] == row


def test_it_is_not_offered_beside_another_compass_that_lies_there(server: Machine) -> None:
    browser = on(server, TABLET)
    first = begins(browser)
    second = browser.posts('/nieuw').headers['location']
    assert second.endswith('/ik'), 'nothing is asked'
    compass_id = second.split('/')[2]
    browser.posts(f'/van-wie/{compass_id}', wiens='mee')
    assert key_of(browser, compass_id)['row'] == Row.EVERYONE
    assert not is_asked(browser, first)


def test_it_is_not_offered_beside_one_that_lies_there_locked(server: Machine) -> None:
    browser = on(server, TABLET)
    begins(browser)
    browser.posts('/slot')
    assert browser.posts('/nieuw').headers['location'].endswith('/ik')


def test_it_is_not_offered_in_a_browser_that_a_coordinator_marked_as_everyones(server: Machine) -> None:
    browser = on(server, TABLET)
    browser.http.cookies.set('kompas', signed({'everyones': True}, cookie_secret(browser)))
    answer = browser.posts('/nieuw')
    compass_id = answer.headers['location'].split('/')[2]
    assert answer.headers['location'].endswith('/ik')
    browser = Stranger(server, **{'User-Agent': TABLET, 'Cookie': f'kompas={answer.cookies["kompas"]}'})
    browser.posts(f'/van-wie/{compass_id}', wiens='mee')
    assert not is_asked(browser, compass_id)


def test_a_coordinator_marks_a_browser_as_everyones_and_takes_that_back(server: Machine) -> None:
    boss = Colleague(server, 'Bea', coordinator=True)
    for said, marked in (('ja', True), ('nee', False)):
        assert boss.posts('/werk/team/deze-tablet', iedereen=said).status_code == 303
        assert boss.session.get('everyones', False) is marked
    noor = Colleague(server, 'Noor')
    assert noor.posts('/werk/team/deze-tablet', iedereen='ja').status_code == 404
    assert 'everyones' not in noor.session


def test_it_is_not_offered_on_the_tablet_that_a_worker_lent(server: Machine, owner: Owner) -> None:
    noor = Colleague(server, 'Noor')
    with lent_for_a_moment(noor):
        assert noor.enters(owner.on_disk.sheet_token).headers['location'].startswith(f'/kompas/{owner.id}/mag-')
        assert not is_asked(noor, owner.id)
        noor.posts(f'/van-wie/{owner.id}', wiens='mee')
        assert key_of(noor, owner.id)['row'] == Row.HANDED_OVER


def test_a_phone_that_came_in_with_the_sheet_waits_for_a_yes(owner: Owner) -> None:
    browser = on(owner.server, PHONE)
    asked = browser.posts('/k', sleutel=owner.on_disk.sheet_token, wiens='mijn').headers['location']
    assert asked == f'/van-wie/{owner.id}'
    browser.posts(asked, wiens='eigen')
    key = key_of(browser, owner.id)
    assert key['row'] == Row.UNCONFIRMED
    assert key['symbol']
    assert [one['key'] for one in owner.on_disk.document['arrivals']['items']] == [key['id']]


def test_who_only_looks_is_not_asked(owner: Owner) -> None:
    browser = on(owner.server, PHONE)
    answer = browser.posts('/k', sleutel=owner.on_disk.sheet_token, wiens='kijken')
    assert answer.headers['location'] == f'/kompas/{owner.id}'
    assert not is_asked(browser, owner.id)


def test_nobody_else_is_asked_and_nobody_else_answers(owner: Owner, stranger: Stranger) -> None:
    assert stranger.opens(f'/van-wie/{owner.id}').status_code == 404
    assert stranger.posts(f'/van-wie/{owner.id}', wiens='mee').status_code == 404
    foreign = {'Origin': 'https://elsewhere.test'}
    assert owner.posts(f'/van-wie/{owner.id}', foreign, wiens='mee').status_code == 403
    assert key_of(owner, owner.id)['row'] == Row.EVERYONE


# the beginning


def test_the_beginning_of_an_own_device_is_its_compass_and_another_is_found_past_it(owner: Owner) -> None:
    assert owner.opens('/').status_code == 200, 'not on everyone’s'
    owner.posts(f'/van-wie/{owner.id}', wiens='mee')
    answer = owner.opens('/')
    assert (answer.status_code, answer.headers['location']) == (303, f'/kompas/{owner.id}')
    assert 'Ik heb een kompas' in owner.opens('/?ander').text
    assert '?ander' in owner.page('delen').text


def test_the_beginning_leads_nowhere_after_snel_weg(owner: Owner) -> None:
    owner.posts(f'/van-wie/{owner.id}', wiens='mee')
    owner.posts('/weg')
    page = owner.opens('/')
    assert page.status_code == 200
    assert owner.id not in page.text
    owner.posts('/ik-heb-een-kompas')
    assert owner.opens('/').status_code == 303
