"""Where keys are not, what they open, and how they end (P6, P7, P8)."""

import json
import re
import shutil
import statistics
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from model.key import Row
from tests.page.cast.new_code import asks_for_new_code, ends_other_keys, share_screen, wipes_everything
from tests.page.cast.outsiders import seen
from tests.page.cast.people import Machine, OnDisk, Owner, Stranger, Worker, eventually, files_below, keys_of
from tests.page.cast.socket import Refused
from tests.patience import within
from tests.soak import rounds

Make = Callable[..., Machine]


def opens(person: Owner | Worker) -> bool:
    return person.opens(f'/kompas/{person.id}').status_code == 200


# where the token is not (P6)


def test_no_token_is_in_the_log_on_disk_or_in_any_answer_but_the_cookie(owner: Owner) -> None:
    server, worker = owner.server, Worker(owner, own=True)
    ends_other_keys(owner, devices_too=False)
    late = Worker(owner)
    answers = [worker.enters(owner.on_disk.sheet_token)]
    answers += [owner.page(page).answer for page in ('', 'ik', 'delen', 'klaar')]
    answers += [late.opens(path) for path in ('/', '/k', '/ik-heb-een-kompas', '/tot-ziens')]
    tokens = {owner.on_disk.keys.token(key_id) for key_id in owner.on_disk.document['keys']}
    assert tokens >= {owner.token_of(owner.id), worker.token_of(owner.id), late.token_of(owner.id)}
    said = server.log + ''.join(answer.text + str(answer.url) for answer in answers)
    said += ''.join(answer.headers.get('location', '') for answer in answers)
    said += ''.join(path.read_bytes().decode('latin1') + path.name for path in files_below(server.data))
    assert len(tokens) == 4
    assert [token for token in tokens if token in said] == []


def test_the_titles_say_nothing_of_a_key_or_a_name(owner: Owner) -> None:
    owner.writes('ik', 'Samira')
    titles = {re.findall('<title>(.*?)</title>', owner.page(page).text)[0] for page in ('', 'ik', 'delen')}
    assert titles == {'Krachtkompas'}


def test_a_scan_goes_on_to_a_clean_address(owner: Owner, stranger: Stranger) -> None:
    answer = stranger.posts('/k', sleutel=owner.on_disk.sheet_token, wiens='mijn')
    assert (answer.status_code, answer.headers['location']) == (303, f'/van-wie/{owner.id}')
    assert answer.text == ''
    cookie = answer.headers['set-cookie'].lower()
    assert {'httponly', 'samesite=lax', 'path=/'} <= set(cookie.split('; '))


def test_over_https_the_cookie_is_bound_to_the_host(machine: Make) -> None:
    with machine(url='https://kompas.example') as server:
        cookie = Stranger(server).posts('/nieuw').headers['set-cookie']
    assert cookie.startswith('__Host-kompas=')
    assert {'secure', 'httponly', 'path=/'} <= set(cookie.lower().split('; '))
    assert 'domain' not in cookie.lower()


def test_the_key_in_the_query_of_the_address_opens_nothing(owner: Owner, stranger: Stranger) -> None:
    answer = stranger.opens('/k', params={'sleutel': owner.on_disk.sheet_token})
    assert 'set-cookie' not in answer.headers
    assert owner.on_disk.sheet_token not in answer.text + owner.server.log


def test_a_copy_of_the_data_opens_nothing_without_the_secret(owner: Owner, machine: Make, tmp_path: Path) -> None:
    shutil.copytree(owner.server.data, tmp_path / 'data', ignore=shutil.ignore_patterns('*.sock'))
    with machine(secret='another secret ' * 3) as thief:
        assert Stranger(thief).enters(owner.on_disk.sheet_token).status_code == 404
        assert Stranger(thief, Cookie=owner.cookie).opens(f'/kompas/{owner.id}').status_code == 404


def test_another_server_with_the_data_and_the_secret_opens_all_old_sheets_and_cookies(
    owner: Owner, machine: Make, tmp_path: Path
) -> None:
    worker = Worker(owner, own=True)
    shutil.copytree(owner.server.folder, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns('*.sock'))
    with machine() as restarted:
        assert Stranger(restarted).enters(owner.on_disk.sheet_token).status_code == 303
        for person in (owner, worker):
            assert Stranger(restarted, Cookie=person.cookie).opens(f'/kompas/{owner.id}').status_code == 200


def test_the_secret_lies_beside_the_data_for_the_owner_of_the_process_alone(server: Machine) -> None:
    secret = server.folder / 'kompas.secret'
    assert secret.stat().st_mode & 0o777 == 0o600
    assert secret not in set(files_below(server.data))


# entering


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


# ending


def test_a_new_code_ends_the_old_sheet_and_no_device(owner: Owner) -> None:
    worker, old = Worker(owner), owner.on_disk.sheet_token
    ends_other_keys(owner, devices_too=False)
    assert Stranger(owner.server).enters(old).status_code == 404
    assert Stranger(owner.server).enters(owner.on_disk.sheet_token).status_code == 303
    assert opens(worker)
    assert opens(owner)


def test_on_choice_a_new_code_ends_other_devices_within_two_seconds(owner: Owner) -> None:
    worker = Worker(owner, own=True)
    page = worker.page('wens')
    tile = page.listener('werk')
    with worker.socket(page) as line:
        began = time.monotonic()
        ends_other_keys(owner, devices_too=True)
        before = owner.on_disk.bytes
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        line.triggers(page.client_id, tile.element, tile.id)
        assert line.is_cut_within(2)
        assert time.monotonic() - began < within(2)
    assert owner.on_disk.bytes == before
    assert not opens(worker)
    with pytest.raises(Refused), worker.socket(page):
        pass


def test_the_device_that_makes_a_new_code_goes_on(owner: Owner) -> None:
    Worker(owner)
    with share_screen(owner) as (page, line):
        for _ in range(2):
            asks_for_new_code(owner, page, line)
        assert not line.is_cut_within(1)
    assert opens(owner)


@pytest.mark.parametrize('own', [False, True])
def test_whoever_has_only_the_sheet_makes_no_new_one(owner: Owner, own: bool) -> None:
    assert 'Nieuwe code' not in [listener.words for listener in Worker(owner, own=own).page('delen').listeners]


def test_goodbye_ends_the_key_on_every_page_of_a_device_for_which_there_is_a_way_back(owner: Owner) -> None:
    Worker(owner)
    page, cookie = owner.page('wens'), owner.cookie
    with owner.socket(page) as line:
        owner.posts('/tot-ziens')
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert line.is_cut_within(2)
    assert not opens(owner)
    assert Stranger(owner.server, Cookie=cookie).opens(f'/kompas/{owner.id}').status_code == 404


def test_goodbye_without_a_way_back_locks_the_key_and_no_cookie_of_before_opens_it(owner: Owner) -> None:
    page, cookie, token = owner.page('wens'), owner.cookie, owner.token_of(owner.id)
    with owner.socket(page) as line:
        owner.posts('/tot-ziens')
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert line.is_cut_within(2)
    assert owner.on_disk.key(token)['locked'] is True
    assert list(owner.session) == ['locked']
    for browser in (owner, Stranger(owner.server, Cookie=cookie)):
        assert not browser.opens(f'/kompas/{owner.id}').is_success
    assert owner.posts('/slot/plaatje').headers['location'] == f'/kompas/{owner.id}'
    assert opens(owner)


def test_goodbye_leaves_the_persons_own_device_as_it_is(owner: Owner) -> None:
    worker = Worker(owner, own=True)
    worker.posts('/tot-ziens')
    assert opens(worker)


@pytest.mark.parametrize('damage', ['newer', 'broken'])
def test_goodbye_also_ends_the_key_of_a_compass_that_does_not_open(owner: Owner, damage: str) -> None:
    token, on_disk = owner.token_of(owner.id), owner.on_disk
    if damage == 'newer':
        on_disk.file.write_text(re.sub('"schema": [0-9]+', '"schema": 99', on_disk.file.read_text()))
    else:
        on_disk.file.write_text('')
        on_disk.previous.write_text('')
    assert owner.posts('/tot-ziens').status_code == 303
    # it may be read another time: locked, so that nothing is lost
    assert on_disk.key(token)['locked'] is True
    assert 'keys' not in owner.session


def test_of_many_compasses_a_browser_holds_the_newest_twenty_and_the_others_are_locked(stranger: Stranger) -> None:
    made = [stranger.posts('/nieuw').headers['location'].split('/')[2] for _ in range(22)]
    assert list(stranger.session['keys']) == made[2:]
    assert len(stranger.cookie) < 4000
    for one in made[:2]:
        assert stranger.opens(f'/kompas/{one}').status_code == 404
    handle = OnDisk(stranger.server, '').key(stranger.session['locked'])
    locked = [keys_of(stranger.server.data).token(key_id) for key_id in handle['holds']]
    assert [OnDisk(stranger.server, '').key(token)['compass'] for token in locked] == made[:2]


def test_erasing_takes_the_compass_and_all_its_keys(owner: Owner) -> None:
    worker, sheet = Worker(owner), owner.on_disk.sheet_token
    tokens = [sheet, worker.token_of(owner.id)]
    page = worker.page()
    with share_screen(owner) as (live, line), worker.socket(page) as theirs:
        wipes_everything(owner, live, line)
        theirs.hears('run_javascript', 'kompas.wipe(', seconds=2)
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
    assert not owner.on_disk.folder.exists()
    assert [token for token in tokens if owner.on_disk.key_file(token).exists()] == []
    assert Stranger(owner.server).enters(sheet).status_code == 404


def test_who_has_only_the_sheet_cannot_erase(worker: Worker) -> None:
    assert 'Alles wissen' not in [listener.words for listener in worker.page('delen').listeners]


def test_no_tap_is_lost_while_others_enter(owner: Owner) -> None:
    sheet, page = owner.on_disk.sheet_token, owner.page('wens')
    tiles = [one for one in page.listeners if one.type == 'click'][:10]
    visitors = [Stranger(owner.server) for _ in range(12)]
    entering = [threading.Thread(target=one.enters, args=(sheet,)) for one in visitors]
    with owner.socket(page) as line:
        for thread in entering:
            thread.start()
        for tile in tiles:
            line.triggers(page.client_id, tile.element, tile.id)
        for thread in entering:
            thread.join()
        eventually(lambda: len(owner.on_disk.document['wishes']['items']) == len(tiles), 'a tap was lost')
    assert len(owner.on_disk.document['keys']) == 2 + len(visitors)
    assert all(f'{owner.id}' in one.session['keys'] for one in visitors)
