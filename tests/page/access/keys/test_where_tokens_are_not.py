"""Where tokens are not (P6): no log, no file, no answer and no address has one."""

import re
import shutil
from pathlib import Path

from tests.page.access.keys.cast import Make
from tests.page.cast.new_code import ends_other_keys
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import files_below
from tests.page.cast.people.person import Owner, Stranger, Worker


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
