"""How often one may try, from one place and from many, and what others notice of it."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from model.access.limits import WIDER, Limit
from tests.page.cast.at_door import sentence, tries
from tests.page.cast.outsiders import FOREIGN_POSTS
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger
from tests.patience import within
from tests.soak import rounds

WAIT = 'Even wachten.'


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
BURST, CROWD = rounds(250, 120), rounds(100, 50)


@pytest.mark.long
@pytest.mark.parametrize(('network', 'most'), [(IN_ONE_48, WIDER * Limit.SIGN_IN.rate.amount), (ALL_OVER, BURST)])
def test_a_burst_from_many_networks_keeps_nobody_waiting(full_cost_server: Machine, network: str, most: int) -> None:
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
        flood = [pool.submit(guesses, number) for number in range(BURST)]
        time.sleep(0.5)
        began = time.perf_counter()
        assert mila.signs_in(code=code).status_code == 303
        waited = time.perf_counter() - began
        statuses = [one.result() for one in flood]
    assert waited < within(3)
    assert set(statuses) == {403, 429}
    assert statuses.count(403) <= most


@pytest.mark.long
def test_with_a_crowd_of_logins_at_once_pages_go_on(full_cost_server: Machine) -> None:
    server = full_cost_server
    sam, owner = Colleague(server, 'Sam'), Owner(server)

    def log_in(number: int) -> int:
        someone = sam if number == CROWD // 2 else Stranger(server)
        someone.http.timeout = 120  # they stand in line
        if someone is sam:
            return sam.signs_in().status_code
        return someone.posts('/werk/in', naam=f'crowd {number}', wachtwoord='x', code='000000').status_code

    with ThreadPoolExecutor(CROWD) as pool:
        going_on = [pool.submit(log_in, number) for number in range(CROWD)]
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


def test_nothing_secret_stands_in_the_log(server: Machine) -> None:
    worker = Colleague(server, 'Meriam')
    worker.signs_out()
    worker.opens('/werk/geheim')
    worker.signs_in()
    worker.signs_in(code='135790')
    secrets = [worker.password, worker.app.secret, worker.login, 'Meriam', '135790', '/werk/geheim', *worker.recovery]
    assert not [secret for secret in secrets if secret in server.log]
