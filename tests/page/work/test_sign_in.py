"""Workers sign in with two things, and whoever does not hears the same whatever was wrong."""

import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from statistics import median

import httpx
import pytest

from model.access.limits import WIDER, Limit
from model.access.session import Session
from model.key import Key
from model.settings import Settings
from model.storage.files.workers import WorkerFiles
from model.workers.workers import Workers
from tests.page.cast.at_door import WRONG, seen, sentence
from tests.page.cast.outsiders import FOREIGN_POSTS, signed, with_cookie
from tests.page.cast.people import Colleague, Machine, Owner, Stranger, keys_of
from tests.patience import within
from ui.work.way_on import remember, way_on

WAIT = 'Even wachten.'
GUESS = 'g3ss-n0th-1ng0'
"""As long as a recovery code."""
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


@pytest.fixture(scope='module')
def noor(server: Machine) -> Colleague:
    """A worker; whoever signs in as her begins with nothing."""
    return Colleague(server)


def tries(server: Machine, login: str, password: str = 'x', code: str = GUESS, **form: str) -> httpx.Response:
    """Somebody from somewhere tries to come in."""
    return Stranger(server).posts('/werk/in', naam=login, wachtwoord=password, code=code, **form)


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


# not coming in


def test_whatever_is_wrong_the_answer_is_the_same(server: Machine) -> None:
    worker = Colleague(server)
    used = worker.last_code
    gone, good, *_ = worker.recovery
    assert worker.signs_in(code=gone).status_code == 303
    answers = {
        'unknown login': tries(server, 'nobody'),
        'wrong password': tries(server, worker.login, 'x', good),
        'wrong code': tries(server, worker.login, worker.password, '000000'),
        'used code': tries(server, worker.login, worker.password, used),
        'used recovery code': tries(server, worker.login, worker.password, gone),
        'nothing': tries(server, '', '', ''),
        'only a login': tries(server, worker.login, '', ''),
        'only a password': tries(server, worker.login, worker.password, ''),
        'only a code': tries(server, worker.login, '', good),
        'endless login': tries(server, 'a' * 4000),
        'endless password': tries(server, worker.login, 'a' * 4000),
        'endless code': tries(server, worker.login, worker.password, 'a' * 4000),
        'odd signs': tries(server, '\x00\u202e<b>', '\x00', '\uffff'),
    }
    expected = seen(answers['unknown login'])
    assert (expected[0], sentence(answers['unknown login'])) == (403, WRONG)
    for what, answer in answers.items():
        assert seen(answer) == expected, what
        assert 'set-cookie' not in answer.headers, what
    assert worker.signs_in(code=good).status_code == 303


def test_a_worker_who_is_switched_off_hears_nothing_else(machine: Callable[..., Machine]) -> None:
    server = machine().start()
    coby = Colleague.first(server)
    server.stop()
    settings = Settings(data=server.data)
    workers = Workers(WorkerFiles(server.data / 'workers', settings.derived('workers')))
    with workers.change(workers.all()[0].id) as worker:
        worker.disable(settings.now())
    server.start()
    assert not coby.is_in
    assert seen(coby.signs_in()) == seen(tries(server, 'nobody'))


def test_a_login_takes_as_long_whether_or_not_somebody_has_it(full_cost_server: Machine) -> None:
    server = full_cost_server
    sam = Colleague(server, 'Sam')

    def seconds(login: str) -> float:
        began = time.perf_counter()
        assert tries(server, login).status_code == 403
        return time.perf_counter() - began

    rounds = [(seconds(sam.login), seconds('nobody')) for _ in range(9)]
    known, unknown = (median(times) for times in zip(*rounds, strict=True))
    assert 0.4 < known / unknown < 2.5  # without a look at the password it is thirty times as fast


def test_what_was_typed_stays_but_not_what_is_secret(server: Machine) -> None:
    page = tries(server, 'no"or', 'geheim wachtwoord', '123456', eigen='ja').text
    assert 'value="no&quot;or"' in page
    assert 'value="ja" checked' in page
    assert 'geheim wachtwoord' not in page
    assert '123456' not in page


def test_bytes_that_are_no_text_are_just_wrong(stranger: Stranger) -> None:
    headers = {'Content-Type': 'application/x-www-form-urlencoded'}
    body = b'naam=%ED%A0%80%FF&wachtwoord=%ED%A0%80%FF&code=%ED%A0%80%FF'
    assert stranger.http.post('/werk/in', content=body, headers=headers).status_code == 403


def test_a_file_where_a_word_is_asked_for_is_refused(stranger: Stranger) -> None:
    assert stranger.http.post('/werk/in', files={'naam': b'x', 'code': b'y'}).status_code == 400


# replays


def test_a_code_opens_once(server: Machine) -> None:
    worker = Colleague(server)
    code = worker.code()
    assert worker.signs_in(code=code).status_code == 303
    worker.signs_out()
    assert sentence(worker.signs_in(code=code)) == WRONG
    assert not worker.is_in


def test_the_code_an_account_was_made_with_opens_nothing(server: Machine) -> None:
    worker = Colleague(server)
    assert worker.signs_in(code=worker.last_code).status_code == 403


def test_a_recovery_code_opens_once_however_it_is_typed(server: Machine) -> None:
    worker = Colleague(server)
    typed = f' {worker.recovery[0].upper().replace("-", " ")} '
    assert worker.signs_in(code=typed).status_code == 303
    assert worker.signs_in(code=worker.recovery[0]).status_code == 403
    assert worker.signs_in(code=worker.recovery[1]).status_code == 303


def test_a_cookie_from_before_signing_out_opens_nothing(server: Machine) -> None:
    worker = Colleague(server)
    stolen = str(worker.http.cookies['kompas'])
    worker.signs_out()
    thief = with_cookie(Stranger(server), stolen)
    assert thief.opens('/werk/in').status_code == 200


def test_signing_in_again_ends_the_session_that_was(server: Machine) -> None:
    worker = Colleague(server)
    before = str(worker.http.cookies['kompas'])
    worker.signs_in()
    thief = with_cookie(Stranger(server), before)
    assert thief.opens('/werk/in').status_code == 200


def test_no_other_key_stands_for_a_worker(server: Machine, owner: Owner, noor: Colleague) -> None:
    secret = Settings(data=server.data).derived('cookie').hex()
    good = str(noor.http.cookies['kompas'])
    forged = [
        'nonsense',
        good[:-3] + 'AAA',
        signed({'worker': noor.session['worker']}, 'another secret'),
        signed({'worker': 'A' * 22}, secret),
        signed({'worker': ''}, secret),
        signed({'worker': owner.on_disk.sheet_token}, secret),
        signed({'worker': owner.token_of(owner.id)}, secret),
        signed({'lent': noor.session['worker']}, secret),
        signed({'worker': {'id': 1}}, secret),
    ]
    for value in forged:
        thief = Stranger(server)
        thief.http.cookies.set('kompas', value)
        assert thief.opens('/werk/in').status_code == 200, value


# how often


def test_five_wrong_tries_close_a_login_for_codes_whether_or_not_somebody_has_it(server: Machine) -> None:
    worker = Colleague(server)
    for login in (worker.login, 'nobody at all'):
        for spelled in (login, login.upper(), f' {login}  ', login.title(), login.replace(' ', '  ')):
            assert tries(server, spelled, code='000000').status_code == 403
        answer = tries(server, login, worker.password, worker.code())
        assert answer.status_code == 429
        assert sentence(answer).startswith(WAIT)


def test_a_stranger_who_closes_a_login_keeps_no_recovery_code_out(server: Machine) -> None:
    worker = Colleague(server)
    for _ in range(6):
        tries(server, worker.login, code='000000')
    assert worker.signs_in(code=worker.recovery[0]).status_code == 303
    assert worker.is_in


def test_who_signs_in_rightly_is_not_counted(server: Machine) -> None:
    worker = Colleague(server)
    for code in worker.recovery[:6]:
        assert tries(server, worker.login, worker.password, code).status_code == 303
    for _ in range(4):
        assert tries(server, worker.login, code='000000').status_code == 403
    assert worker.signs_in().status_code == 303


def test_guessing_at_once_gives_no_more_tries_than_guessing_in_turn(server: Machine) -> None:
    worker = Colleague(server)
    with ThreadPoolExecutor(30) as pool:
        statuses = list(pool.map(lambda _: tries(server, worker.login, code='000000').status_code, range(30)))
    assert set(statuses) <= {403, 429}
    assert 1 <= statuses.count(403) <= 5


def test_one_network_may_not_try_without_end_and_others_go_on(server: Machine) -> None:
    guesser = Stranger(server)
    form = {'wachtwoord': 'x', 'code': '000000'}
    statuses = [guesser.posts('/werk/in', naam=f'anybody {number}', **form).status_code for number in range(12)]
    assert statuses == [403] * 10 + [429] * 2
    assert sentence(guesser.posts('/werk/in', naam='anybody', **form)).startswith(WAIT)
    assert tries(server, 'anybody else').status_code == 403
    # passkeys, which nobody can guess, are asked for all the same
    headers = {'X-Kompas': '1', 'Origin': server.url}
    assert guesser.posts('/werk/sleutel/vraag', headers).status_code == 200


IN_ONE_48 = '2001:db8:bad:{:x}::1'
ALL_OVER = '198.18.0.{0}'


@pytest.mark.parametrize(
    ('network', 'times', 'most'), [(IN_ONE_48, 300, WIDER * Limit.SIGN_IN.rate.amount), (ALL_OVER, 250, 250)]
)
def test_a_burst_from_many_networks_keeps_nobody_waiting(
    full_cost_server: Machine, network: str, times: int, most: int
) -> None:
    server = full_cost_server
    mila = Colleague(server, 'Mila')
    mila.signs_out()
    code = mila.code()

    def guesses(number: int) -> int:
        one = Stranger(server)
        one.http.headers['X-Forwarded-For'] = network.format(number)
        one.http.timeout = 120
        return one.posts('/werk/in', naam=f'flood {number}', wachtwoord='x', code='000000').status_code

    with ThreadPoolExecutor(60) as pool:
        flood = [pool.submit(guesses, number) for number in range(times)]
        time.sleep(0.5)
        began = time.perf_counter()
        assert mila.signs_in(code=code).status_code == 303
        waited = time.perf_counter() - began
        statuses = [one.result() for one in flood]
    assert waited < within(3)
    assert set(statuses) == {403, 429}
    assert statuses.count(403) <= most


def test_with_a_hundred_logins_at_once_pages_go_on(full_cost_server: Machine) -> None:
    server = full_cost_server
    sam, owner = Colleague(server, 'Sam'), Owner(server)

    def log_in(number: int) -> int:
        someone = sam if number == 50 else Stranger(server)
        someone.http.timeout = 120  # they stand in line
        if someone is sam:
            return sam.signs_in().status_code
        return someone.posts('/werk/in', naam=f'crowd {number}', wachtwoord='x', code='000000').status_code

    with ThreadPoolExecutor(100) as pool:
        going_on = [pool.submit(log_in, number) for number in range(100)]
        pages = [owner.opens(path).status_code for path in ('/', f'/kompas/{owner.id}', '/gezond', '/werk/in') * 5]
        statuses = [one.result() for one in going_on]
    assert set(pages) == {200}
    assert set(statuses) <= {303, 403, 429}
    assert statuses.count(403) >= 20
    assert tries(server, 'after the crowd').status_code == 403


# from elsewhere


@pytest.mark.parametrize('path', ['/werk/in', '/werk/uit'])
def test_a_form_from_elsewhere_does_nothing(server: Machine, path: str) -> None:
    worker = Colleague(server)
    for headers in FOREIGN_POSTS:
        form = {'naam': worker.login, 'wachtwoord': worker.password, 'code': worker.recovery[0]}
        answer = worker.posts(path, headers, **form)
        assert answer.status_code == 403, headers
        assert 'set-cookie' not in answer.headers, headers
    assert worker.is_in
    # and the code was not used up
    assert worker.signs_in(code=worker.recovery[0]).status_code == 303


def test_a_form_of_ours_works_though_our_pages_send_no_referrer(server: Machine, noor: Colleague) -> None:
    form = {'naam': noor.login, 'wachtwoord': noor.password, 'code': noor.recovery.pop()}
    headers = {'Origin': 'null', 'Sec-Fetch-Site': 'same-origin'}
    assert Stranger(server).posts('/werk/in', headers, **form).status_code == 303


def test_nothing_secret_stands_in_the_log(server: Machine) -> None:
    worker = Colleague(server, 'Meriam')
    worker.signs_out()
    worker.opens('/werk/geheim')
    worker.signs_in()
    worker.signs_in(code='135790')
    secrets = [worker.password, worker.app.secret, worker.login, 'Meriam', '135790', '/werk/geheim', *worker.recovery]
    assert not [secret for secret in secrets if secret in server.log]
