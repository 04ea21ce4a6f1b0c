"""Whoever does not come in hears the same, whatever was wrong; and nothing counts twice."""

import time
from collections.abc import Callable
from statistics import median

import pytest

from model.settings import Settings
from model.storage.files.workers import WorkerFiles
from model.workers.workers import Workers
from tests.page.cast.at_door import WRONG, seen, sentence, tries
from tests.page.cast.outsiders import signed, with_cookie
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger

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


@pytest.mark.long
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
