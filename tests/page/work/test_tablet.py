"""A tablet goes from a worker to a person and back: only that compass, and nothing of the worker until they show up."""

import json
import re

import pytest

from model.compass.answer import Answer
from model.settings import Settings
from tests.browser.cast.on_disk import changed
from tests.page.cast.at_desk import Guest, on_tablet
from tests.page.cast.at_door import Holder
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import OnDisk
from tests.page.cast.people.person import Stranger
from tests.page.cast.socket import Refused
from ui.screens.compass_page import PERSON_SCREENS, PRIVATE_SCREENS, SCREENS, STEP_SCREENS, WORKER_SCREENS

SUB_PAGES = [*SCREENS, *STEP_SCREENS, *PRIVATE_SCREENS, *PERSON_SCREENS, *WORKER_SCREENS]
PAGES = [page.strip('/') for page in SUB_PAGES if '{' not in page]
WRONG = '000000'


@pytest.fixture
def anna(server: Machine) -> Colleague:
    """A worker at work, who is a coordinator too: more to be shut out from."""
    return Colleague(server, 'Anna', coordinator=True)


def begins(worker: Colleague) -> str:
    """A new compass of someone who lets this worker look along; its id."""
    return Guest(worker, '').id


def hands_over(worker: Colleague, compass_id: str) -> None:
    """From here on this browser is in the hands of the person."""
    answer = worker.posts('/werk/tablet', kompas=compass_id)
    assert (answer.status_code, answer.headers['location']) == (303, f'/kompas/{compass_id}')


def takes_back(worker: Colleague) -> None:
    answer = worker.posts('/werk/terug', code=worker.code())
    assert (answer.status_code, answer.headers['location']) == (303, '/werk')


def page_of(browser: Stranger, compass_id: str, name: str = '') -> Page:
    return Page(browser.opens(f'/kompas/{compass_id}/{name}'.rstrip('/')))


def test_the_person_gets_the_tablet_with_only_their_own_compass(anna: Colleague) -> None:
    mine, of_another = begins(anna), begins(anna)
    assert 'action="/werk/tablet"' in page_of(anna, mine).text
    hands_over(anna, mine)
    here = page_of(anna, mine).text
    assert 'Snel weg' in here
    assert 'Geef\N{NO-BREAK SPACE}de tablet\N{NO-BREAK SPACE}terug' in here
    assert 'action="/werk/tablet"' not in here
    assert 'Mijn mensen' not in here
    assert anna.opens(f'/kompas/{of_another}').status_code == 404
    assert of_another not in anna.opens('/ik-heb-een-kompas').text


def test_the_worker_takes_it_back_with_a_code_and_the_person_is_out(anna: Colleague) -> None:
    mine = begins(anna)
    hands_over(anna, mine)
    persons_page, cookie = page_of(anna, mine, 'wens'), anna.cookie
    assert 'Alleen Anna kan verder.' in anna.opens('/werk/terug').text
    with anna.socket(persons_page) as line:
        takes_back(anna)
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert line.is_cut_within(2)
    assert anna.is_in
    assert 'action="/werk/tablet"' in page_of(anna, mine).text
    assert Stranger(anna.server, Cookie=cookie).opens(f'/kompas/{mine}').status_code == 404


def test_who_said_nothing_to_their_worker_comes_back_on_that_tablet_and_has_it_in_hand(anna: Colleague) -> None:
    compass_id = anna.posts('/werk/nieuw').headers['location'].split('/')[2]
    with changed(anna.server, compass_id) as compass:
        compass.strengths.choose('be-yourself', Answer(tile='music'), Settings().today())
    takes_back(anna)
    assert anna.opens(f'/kompas/{compass_id}').status_code == 404
    assert 'href="/slot"' in anna.opens('/ik-heb-een-kompas').text
    assert anna.opens('/slot').headers['location'] == '/slot/eerder'
    answer = anna.posts('/slot/eerder', plaatje='', ding='music', klaar='ja')
    assert answer.headers['location'] == f'/kompas/{compass_id}'
    assert anna.opens(f'/kompas/{compass_id}/wens').status_code == 200
    assert not anna.is_in
    takes_back(anna)
    assert anna.opens(f'/kompas/{compass_id}').status_code == 404


def test_while_the_tablet_is_lent_no_page_is_there_that_is_for_workers(anna: Colleague) -> None:
    mine, of_another = begins(anna), begins(anna)
    cookie_at_work = anna.cookie
    hands_over(anna, mine)
    kept = Stranger(anna.server, Cookie=cookie_at_work)
    for browser in (anna, kept):
        for path in ('/werk', '/werk/team', '/werk/logboek'):
            answer = browser.opens(path)
            assert answer.status_code == 404 or answer.headers.get('location', '').startswith('/werk/in'), path
        assert not [page for page in PAGES if browser.opens(f'/kompas/{of_another}/{page}').status_code != 404]
    assert not [page for page in PAGES if kept.opens(f'/kompas/{mine}/{page}').status_code != 404]
    assert anna.opens(f'/kompas/{mine}/doorgeven').status_code == 404


def test_while_the_tablet_is_lent_no_form_does_what_workers_do(anna: Colleague) -> None:
    mine, of_another = begins(anna), begins(anna)
    hands_over(anna, mine)
    before = sorted(path.name for path in (anna.server.data / 'compasses').iterdir())
    invited = len(list((anna.server.data / 'workers').iterdir()))
    for path, form in (
        ('/werk/nieuw', {}),
        ('/werk/tablet', {'kompas': of_another}),
        ('/werk/tablet', {'kompas': mine}),
        ('/werk/team/uitnodigen', {'team': ''}),
    ):
        answer = anna.posts(path, **form)
        assert answer.status_code == 404 or answer.headers.get('location', '').startswith('/werk/in'), path
    assert sorted(path.name for path in (anna.server.data / 'compasses').iterdir()) == before
    assert len(list((anna.server.data / 'workers').iterdir())) == invited
    assert page_of(anna, mine)


def test_pages_that_a_worker_has_open_go_blank_and_are_heard_no_more(anna: Colleague) -> None:
    mine, of_another = begins(anna), begins(anna)
    open_page, cookie = page_of(anna, of_another, 'wens'), anna.cookie
    desk = Page(anna.opens('/werk'))
    tile, on_disk = open_page.listener('werk'), OnDisk(anna.server, of_another)
    before = on_disk.bytes
    with anna.socket(open_page) as line, anna.socket(desk) as desk_line:
        hands_over(anna, mine)
        for one in (line, desk_line):
            one.hears('run_javascript', 'kompas.wipe(', seconds=2)
        line.triggers(open_page.client_id, tile.element, tile.id)
        assert line.is_cut_within(2)
        assert desk_line.is_cut_within(2)
    assert on_disk.bytes == before
    for browser in (anna, Stranger(anna.server, Cookie=cookie)):
        with pytest.raises(Refused), browser.socket(open_page):
            pass


def test_after_five_wrong_codes_the_right_one_is_of_no_use_and_one_signs_in_anew(anna: Colleague) -> None:
    mine = begins(anna)
    hands_over(anna, mine)
    for _ in range(5):
        answer = anna.posts('/werk/terug', code=WRONG)
        assert answer.status_code == 403
        assert 'Die code klopt niet.' in answer.text
    assert anna.posts('/werk/terug', code=anna.code()).headers['location'] == '/werk/in'
    assert not anna.is_in
    assert anna.opens('/werk/terug').headers['location'] == '/werk/in'
    assert page_of(anna, mine), 'what the person has open stays theirs'
    assert anna.signs_in().headers['location'] == '/werk'
    assert anna.is_in


def test_the_code_of_a_colleague_takes_nothing_back(anna: Colleague, server: Machine) -> None:
    noor = Colleague(server)
    hands_over(anna, begins(anna))
    assert anna.posts('/werk/terug', code=noor.code()).status_code == 403
    assert not anna.is_in
    takes_back(anna)


def test_a_code_takes_back_once(anna: Colleague) -> None:
    mine = begins(anna)
    hands_over(anna, mine)
    code = anna.code()
    assert anna.posts('/werk/terug', code=code).headers['location'] == '/werk'
    hands_over(anna, mine)
    assert anna.posts('/werk/terug', code=code).status_code == 403


@pytest.mark.parametrize('code', ['', ' ', '12345', 'é' * 40, '9' * 200, '٠٠٠٠٠٠', '\x00'])
def test_a_code_that_makes_no_sense_is_a_wrong_one(anna: Colleague, code: str) -> None:
    hands_over(anna, begins(anna))
    assert anna.posts('/werk/terug', code=code).status_code == 403
    assert not anna.is_in


@pytest.mark.parametrize('body', ['', '{}', 'nonsense', json.dumps({'id': 'AAAA', 'rawId': 'AAAA'})])
def test_a_passkey_that_is_none_takes_nothing_back(anna: Colleague, body: str) -> None:
    hands_over(anna, begins(anna))
    headers = {'X-Kompas': '1', 'Origin': anna.server.url}
    answer = anna.http.post('/werk/terug/sleutel', content=body, headers=headers)
    assert answer.status_code == 403
    assert list(answer.json()) == ['words']
    assert not anna.is_in


def test_the_worker_takes_it_back_with_the_passkey_too(server: Machine) -> None:
    priya = Holder(server)
    compass_id = priya.posts('/werk/nieuw').headers['location'].split('/')[2]
    page = priya.opens('/werk/terug').text
    assert 'data-post="/werk/terug/sleutel"' in page
    assert 'autocomplete="one-time-code"' not in page, 'this worker has no code'
    assert not priya.is_in
    answer = priya.device.sign_in(priya.asked(), server.url)
    assert priya.sends('/werk/terug/sleutel', answer).json() == {'page': '/werk'}
    assert priya.is_in
    assert compass_id not in priya.session.get('keys', {})


def test_the_passkey_of_a_colleague_takes_nothing_back(anna: Colleague, server: Machine) -> None:
    priya, mine = Holder(server), begins(anna)
    hands_over(anna, mine)
    answer = priya.device.sign_in(priya.asked(), server.url)
    headers = {'X-Kompas': '1', 'Origin': server.url}
    assert anna.http.post('/werk/terug/sleutel', content=answer, headers=headers).status_code == 403
    assert not anna.is_in
    assert page_of(anna, mine)


def test_a_passkey_is_taken_from_our_own_pages_only(anna: Colleague) -> None:
    hands_over(anna, begins(anna))
    for headers in ({}, {'X-Kompas': '1', 'Origin': ''}, {'X-Kompas': '1', 'Origin': 'https://elsewhere.test'}):
        answer = anna.http.post('/werk/terug/sleutel', content='{}', headers=headers)
        assert answer.status_code == 403
        assert 'words' not in answer.text


def test_nothing_is_taken_back_that_was_not_lent(anna: Colleague, stranger: Stranger) -> None:
    for browser in (stranger, anna):
        assert browser.opens('/werk/terug').headers['location'] == '/werk/in'
        assert browser.posts('/werk/terug', code=WRONG).headers['location'] == '/werk/in'
        headers = {'X-Kompas': '1', 'Origin': browser.server.url}
        assert browser.http.post('/werk/terug/sleutel', content='{}', headers=headers).json() == {'page': '/werk/in'}
    assert anna.is_in


def test_only_a_worker_who_sees_a_compass_hands_it_over(anna: Colleague, server: Machine, stranger: Stranger) -> None:
    mine, noor = begins(anna), Colleague(server)
    for browser in (noor, stranger):
        for compass_id in (mine, '0' * 16, '../keys', ''):
            assert browser.posts('/werk/tablet', kompas=compass_id).status_code == 404
    assert noor.is_in
    assert stranger.session == {}


def test_a_person_sees_on_a_lent_tablet_what_happened_as_long_as_nothing_is_kept_there(anna: Colleague) -> None:
    mine = begins(anna)
    assert anna.opens(f'/kompas/{mine}/gebeurd').status_code == 404
    hands_over(anna, mine)
    live = page_of(anna, mine, 'gebeurd')
    with anna.socket(live) as line, OnDisk(anna.server, mine).changes():
        line.triggers(live.client_id, live.form.element, live.form.id, 'brommergedoe')
    assert 'brommergedoe' in page_of(anna, mine, 'gebeurd').text


def test_handing_over_shows_no_worker_what_the_person_kept_from_them(anna: Colleague) -> None:
    mine = begins(anna)
    hands_over(anna, mine)
    live = page_of(anna, mine, 'gebeurd')
    with anna.socket(live) as line, OnDisk(anna.server, mine).changes():
        line.triggers(live.client_id, live.form.element, live.form.id, 'brommergedoe')
    takes_back(anna)
    hands_over(anna, mine)  # to nobody but themselves
    assert anna.opens(f'/kompas/{mine}/gebeurd').status_code == 404
    assert anna.opens(f'/kompas/{mine}/moeilijk').status_code == 200, 'nothing was kept there'
    assert not [page for page in PAGES if 'brommergedoe' in anna.opens(f'/kompas/{mine}/{page}').text]


def test_goodbye_on_a_lent_tablet_leads_to_who_takes_it_back(anna: Colleague) -> None:
    mine = begins(anna)
    hands_over(anna, mine)
    answer = anna.posts('/tot-ziens')
    assert 'Clear-Site-Data' not in answer.headers, 'the way back is in the cookie'
    assert 'href="/werk/terug"' in anna.opens('/tot-ziens').text
    assert 'href="/werk/terug"' in anna.opens('/').text
    assert anna.opens(f'/kompas/{mine}').status_code == 404
    takes_back(anna)


def test_a_lent_tablet_that_was_put_down_opens_with_the_persons_picture_and_goes_back_all_the_same(
    anna: Colleague,
) -> None:
    mine = begins(anna)
    hands_over(anna, mine)
    on_tablet(anna, mine).taps('ik', 'zon')
    for _ in range(2):
        anna.posts('/slot')
        assert 'keys' not in anna.session, 'nothing of the person'
        assert anna.opens(f'/kompas/{mine}').headers['location'] == '/slot'
        assert 'href="/werk/terug"' in anna.opens('/slot').text
        assert anna.posts('/slot/plaatje', plaatje='avatar-sun').headers['location'] == f'/kompas/{mine}'
    anna.posts('/slot')
    takes_back(anna)
    assert anna.is_in
    assert 'locked' not in anna.session, 'the loan is over'


def test_five_wrong_pictures_on_a_lent_tablet_end_the_loan_for_the_person(anna: Colleague) -> None:
    mine = begins(anna)
    hands_over(anna, mine)
    on_tablet(anna, mine).taps('ik', 'zon')
    anna.posts('/slot')
    for _ in range(5):
        anna.posts('/slot/plaatje', plaatje='avatar-cat')
    assert anna.posts('/slot/plaatje', plaatje='avatar-sun').headers['location'] == '/slot?nog'
    takes_back(anna)
    assert page_of(anna, mine), 'the worker sees it as before'


def test_another_website_hands_nothing_over_and_takes_nothing_back(anna: Colleague) -> None:
    mine, foreign = begins(anna), {'Origin': 'https://elsewhere.test'}
    assert anna.posts('/werk/tablet', foreign, kompas=mine).status_code == 403
    hands_over(anna, mine)
    assert anna.posts('/werk/terug', foreign, code=anna.code()).status_code == 403
    assert not anna.is_in


def test_guessing_on_a_lent_tablet_closes_nothing_for_the_worker_elsewhere(anna: Colleague) -> None:
    """Nor for colleagues in the same building: that tablet has their address too."""
    compass_id = begins(anna)
    elsewhere = Stranger(anna.server)
    elsewhere.http.headers['X-Forwarded-For'] = anna.address
    for _ in range(3):
        hands_over(anna, compass_id)
        for _ in range(5):
            assert anna.posts('/werk/terug', code=WRONG).status_code == 403
        assert anna.posts('/werk/terug', code=WRONG).headers['location'] == '/werk/in'
        assert anna.signs_in(code=anna.recovery.pop()).status_code == 303
    form = {'naam': anna.login, 'wachtwoord': anna.password}
    assert elsewhere.posts('/werk/in', **form, code=anna.code()).headers['location'] == '/werk'


def test_the_page_names_the_lender_and_shows_nothing_of_the_person(anna: Colleague) -> None:
    mine = begins(anna)
    hands_over(anna, mine)
    page = anna.opens('/werk/terug')
    assert page.headers['cache-control'] == 'no-store'
    assert re.search(r'autocomplete="one-time-code"', page.text)
    assert 'data-passkey' not in page.text, 'this worker has none'
