"""What a key opens, and what everything else is answered (P7)."""

import json
import statistics
import time

import pytest

from model.key import Row
from tests.page.cast.new_code import ends_other_keys, share_screen, wipes_everything
from tests.page.cast.outsiders import seen
from tests.page.cast.people.person import Owner, Stranger, Worker
from tests.patience import within
from tests.soak import rounds


def test_entering_twice_keeps_one_key(owner: Owner) -> None:
    worker = Worker(owner)
    token = worker.token_of(owner.id)
    worker.enters(owner.on_disk.sheet_token)
    assert worker.token_of(owner.id) == token
    assert len(owner.on_disk.document['keys']) == 3


def test_a_device_that_becomes_the_persons_own_has_one_key_still(owner: Owner) -> None:
    worker = Worker(owner)
    token = worker.token_of(owner.id)
    worker.enters(owner.on_disk.sheet_token, own=True)
    assert owner.on_disk.key(token)['row'] == Row.UNCONFIRMED
    worker.enters(owner.on_disk.sheet_token)
    assert worker.token_of(owner.id) == token
    assert owner.on_disk.key(token)['row'] == Row.UNCONFIRMED


def test_who_came_to_look_comes_in_with_the_same_sheet_and_has_one_key_still(owner: Owner, stranger: Stranger) -> None:
    stranger.enters(owner.on_disk.sheet_token, looks=True)
    looked = stranger.token_of(owner.id)
    assert owner.on_disk.key(looked)['row'] == Row.LOOKING
    stranger.enters(owner.on_disk.sheet_token)
    assert not owner.on_disk.key_file(looked).exists()
    assert owner.on_disk.key(stranger.token_of(owner.id))['row'] == Row.EVERYONE
    stranger.enters(owner.on_disk.sheet_token, looks=True)
    assert owner.on_disk.key(stranger.token_of(owner.id))['row'] == Row.EVERYONE


@pytest.mark.parametrize(('own', 'row'), [(False, Row.EVERYONE), (True, Row.CONFIRMED)])
def test_entering_on_the_device_that_made_it_keeps_all_of_it_open(owner: Owner, own: bool, row: Row) -> None:
    owner.enters(owner.on_disk.sheet_token, own=own)
    assert owner.on_disk.key(owner.token_of(owner.id))['row'] == row
    assert owner.page('gebeurd').client_id


def test_a_scanned_sheet_opens_all_but_the_private_parts(worker: Worker, owner: Owner) -> None:
    key = owner.on_disk.key(worker.token_of(owner.id))
    assert key | {'made': '', 'seen': '', 'id': ''} == {
        'id': '',
        'compass': owner.id,
        'worker': '',
        'kind': 'device',
        'device': 'computer',
        'own': False,
        'row': 'everyone',
        'family': False,
        'began': False,
        'private': False,
        'vouched_parts': [],
        'pin': False,
        'shut': False,
        'locked': False,
        'was_locked': False,
        'tries': 0,
        'proved': None,
        'tried': None,
        'symbol': '',
        'sheet_by': '',
        'announced': None,
        'about': '',
        'holds': [],
        'made': '',
        'seen': '',
    }
    assert worker.opens(f'/kompas/{owner.id}/gebeurd').status_code == 404


def test_many_devices_do_not_slow_the_sheet_down(owner: Owner) -> None:
    for _ in range(25):
        visitor = Worker(owner)
        owner.on_disk.rewrite_key(visitor.token_of(owner.id), seen='2020-01-01T00:00:00+01:00')
    Worker(owner)
    assert len(owner.on_disk.document['keys']) < 20


@pytest.mark.parametrize('token', ['', 'x', 'A' * 22, 'A' * 23, '../' * 7 + 'A', 'é' * 22, 'A' * 200, 'A' * 21 + '\n'])
def test_what_is_no_key_gets_the_same_answer(owner: Owner, stranger: Stranger, token: str) -> None:
    unknown, wrong = stranger.enters('B' * 22), Stranger(owner.server).enters(token)
    assert (wrong.status_code, wrong.text) == (unknown.status_code, unknown.text)
    assert wrong.status_code == 404
    assert 'set-cookie' not in wrong.headers


def test_the_holder_of_an_old_sheet_is_told_that_it_ended_and_what_to_do(owner: Owner, stranger: Stranger) -> None:
    sheet = owner.on_disk.sheet_token
    ends_other_keys(owner, devices_too=False)
    answer = stranger.enters(sheet)
    assert answer.status_code == 404
    assert '<h1>Deze code werkt niet meer.</h1>' in answer.text
    assert 'Pak je nieuwe blad, of vraag je begeleider.' in answer.text
    assert 'set-cookie' not in answer.headers
    assert owner.id not in answer.text


def test_of_an_erased_compass_the_old_sheet_says_the_same(owner: Owner, other: Owner) -> None:
    erased, renewed = owner.on_disk.sheet_token, other.on_disk.sheet_token
    ends_other_keys(other, devices_too=False)
    with share_screen(owner) as (page, line):
        wipes_everything(owner, page, line)
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
    answers = [seen(Stranger(owner.server).enters(token)) for token in (erased, renewed)]
    assert answers[0] == answers[1]
    assert 'Deze code werkt niet meer.' in answers[0][1]


def test_what_is_left_of_a_sheet_says_nothing_of_its_compass(owner: Owner) -> None:
    sheet = owner.on_disk.sheet_token
    ends_other_keys(owner, devices_too=False)
    left = owner.on_disk.key_file(sheet)
    assert not left.exists()
    mark = left.parent / 'ended' / left.name
    assert set(json.loads(mark.read_text())) == {'kind', 'on'}


def test_old_sheets_count_as_wrong_keys(owner: Owner) -> None:
    sheet = owner.on_disk.sheet_token
    ends_other_keys(owner, devices_too=False)
    guesser = Stranger(owner.server)
    statuses = [guesser.enters(sheet if number % 2 else 'A' * 22).status_code for number in range(25)]
    assert statuses == [404] * 20 + [429] * 5


def test_unknown_malformed_and_old_keys_take_as_long(owner: Owner) -> None:
    sheet = owner.on_disk.sheet_token
    ends_other_keys(owner, devices_too=False)
    tokens = {
        'unknown': 'A' * 22,
        'malformed': 'x',
        'long': 'A' * 200,
        'old': sheet,
        'device': owner.token_of(owner.id),
    }
    someone = Stranger(owner.server)
    took: dict[str, list[float]] = {name: [] for name in tokens}
    for number in range(rounds(1000, 60)):
        for name, token in tokens.items():
            # another address each time: what is measured is the answer, not the limit
            someone.http.headers['X-Forwarded-For'] = f'203.0.{number // 250}.{number % 250 + 1}'
            began = time.perf_counter()
            assert someone.enters(token).status_code == 404
            took[name].append(time.perf_counter() - began)
    medians = {name: statistics.median(times) for name, times in took.items()}
    assert max(medians.values()) - min(medians.values()) < within(0.005), medians


def test_the_key_of_a_device_is_no_key_to_enter_with(owner: Owner, stranger: Stranger) -> None:
    answer = stranger.enters(owner.token_of(owner.id))
    assert answer.status_code == 404
    assert 'set-cookie' not in answer.headers


def test_a_form_without_a_key_gets_the_same_answer(stranger: Stranger) -> None:
    wrong = stranger.enters('A' * 22)
    assert stranger.posts('/k').text == wrong.text
    nothing = stranger.http.post('/k', json={'sleutel': 'A' * 22})
    assert (nothing.status_code, nothing.text) == (404, wrong.text)


def test_the_key_as_a_file_gets_a_plain_answer(stranger: Stranger) -> None:
    answer = stranger.http.post('/k', files={'sleutel': ('key.txt', b'A' * 22)})
    assert 400 <= answer.status_code < 500
    assert answer.headers['content-type'].startswith('text/html')


def test_more_than_twenty_wrong_keys_a_minute_have_to_wait_but_right_ones_never(owner: Owner) -> None:
    sheet = owner.on_disk.sheet_token
    guesser = Stranger(owner.server)
    statuses = [guesser.enters(f'{number:022}').status_code for number in range(25)]
    assert statuses == [404] * 20 + [429] * 5
    colleague = Stranger(owner.server, **{'X-Forwarded-For': guesser.address})
    assert colleague.enters(sheet).status_code == 303
    assert guesser.enters('A' * 22).status_code == 429
    assert Stranger(owner.server).enters('A' * 22).status_code == 404
