"""Eight digits from outside: what they open, once, and what who guesses hears."""

import re
import threading

import httpx
import pytest

from model.key import Row
from tests.page.cast.outsiders import seen
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import files_below
from tests.page.cast.people.person import Owner, Stranger, Worker

PAGE = '/ik-heb-een-kompas'
NO = 'Deze cijfers werken niet.'
WAIT = 'Te vaak andere cijfers.'
MOST = 10


@pytest.fixture
def sure(owner: Owner) -> Owner:
    """The owner, who said that the device is theirs."""
    owner.posts(f'/van-wie/{owner.id}', wiens='mee')
    assert owner.on_disk.key(owner.token_of(owner.id))['row'] == Row.CONFIRMED
    return owner


def shown(owner: Owner) -> str:
    """New digits on the screen of a device that is surely theirs."""
    elements = owner.page('erbij').elements.values()
    content = next(
        one['props']['innerHTML'] for one in elements if 'class="eight"' in str(one.get('props', {}).get('innerHTML'))
    )
    return ''.join(re.findall(r'<span>(\d{4})</span>', content))


def types(one: Stranger, digits: str) -> httpx.Response:
    return one.posts(PAGE, cijfers=digits)


def test_they_open_the_compass_and_ask_whose_device_it_is(sure: Owner, stranger: Stranger) -> None:
    answer = types(stranger, shown(sure))
    assert (answer.status_code, answer.headers['location']) == (303, f'/van-wie/{sure.id}')
    stranger.posts(f'/van-wie/{sure.id}', wiens='mee')
    key = sure.on_disk.key(stranger.token_of(sure.id))
    assert key['row'] == Row.UNCONFIRMED
    assert key['symbol']
    assert sure.page('').listener('Ja')  # the question stands where they were shown


def test_they_work_once_and_used_wrong_and_old_ones_hear_the_same(
    sure: Owner, stranger: Stranger, server: Machine
) -> None:
    replaced, used = shown(sure), shown(sure)
    types(stranger, used)
    answers = []
    for digits in (replaced, used, '00000000', '1234', 'niets'):
        answer = types(Stranger(server), digits)
        assert answer.status_code == 400
        answers.append(seen(answer)[1].replace(digits, ''))
    assert NO in answers[0]
    assert len(set(answers)) == 1


def test_what_was_typed_stands_there_still(server: Machine) -> None:
    answer = types(Stranger(server), '1234 56<7>')
    assert 'value="1234 56&lt;7&gt;"' in answer.text


def test_of_two_who_type_the_same_at_once_one_comes_in(sure: Owner, server: Machine) -> None:
    for _ in range(5):
        digits, people = shown(sure), [Stranger(server) for _ in range(4)]
        start, answers = threading.Barrier(len(people)), list[int]()

        def type_them(one: Stranger, digits: str = digits, start: threading.Barrier = start) -> None:
            start.wait()
            answers.append(types(one, digits).status_code)  # noqa: B023  ended before the next round

        threads = [threading.Thread(target=type_them, args=(one,)) for one in people]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answers) == [303, 400, 400, 400]


def test_after_ten_wrong_ones_right_ones_are_refused_there_and_nowhere_else(
    sure: Owner, stranger: Stranger, server: Machine
) -> None:
    for number in range(MOST):
        assert types(stranger, f'{number:08}').status_code == 400
    digits = shown(sure)
    answers = [types(stranger, one) for one in (digits, '00000000', 'niets')]
    assert {answer.status_code for answer in answers} == {429}
    assert all(WAIT in answer.text for answer in answers)
    assert not stranger.session.get('keys')
    assert types(Stranger(server), digits).status_code == 303


def test_who_was_shut_out_comes_in_with_a_link_all_the_same(sure: Owner, stranger: Stranger) -> None:
    for number in range(MOST + 1):
        types(stranger, f'{number:08}')
    answer = stranger.posts(PAGE, link=f'https://kompas.example/k#{sure.on_disk.sheet_token}')
    assert answer.headers['location'] == f'/k#{sure.on_disk.sheet_token}'
    assert stranger.enters(sure.on_disk.sheet_token).status_code == 303


def test_they_are_nowhere_but_on_that_screen(sure: Owner, stranger: Stranger) -> None:
    digits = shown(sure)
    wrong = types(stranger, '13572468')
    answer = types(stranger, digits)
    said = sure.server.log + ''.join(str(one.headers) + str(one.url) for one in (wrong, answer)) + answer.text
    said += ''.join(path.read_bytes().decode('latin1') + path.name for path in files_below(sure.server.data))
    for one in (digits, f'{digits[:4]} {digits[4:]}', '13572468'):
        assert one not in said


def test_they_end_with_the_device_that_shows_them(sure: Owner, stranger: Stranger) -> None:
    digits = shown(sure)
    sure.on_disk.rewrite_key(sure.token_of(sure.id), seen='2020-01-01T00:00:00+01:00')
    assert types(stranger, digits).status_code == 400


@pytest.mark.parametrize('own', [False, True])
def test_the_screen_is_not_there_on_a_device_that_is_not_surely_theirs(owner: Owner, own: bool) -> None:
    assert owner.opens(f'/kompas/{owner.id}/erbij').status_code == 404
    assert Worker(owner, own=own).opens(f'/kompas/{owner.id}/erbij').status_code == 404


def test_no_form_of_another_site_types_them(sure: Owner, stranger: Stranger) -> None:
    digits = shown(sure)
    answer = stranger.posts(PAGE, {'Origin': 'https://elsewhere.example'}, cijfers=digits)
    assert answer.status_code == 403
    assert types(stranger, digits).status_code == 303


def test_pasted_beside_their_own_field_they_open_too(sure: Owner, stranger: Stranger) -> None:
    digits = shown(sure)
    assert stranger.posts(PAGE, link=f'{digits[:4]} {digits[4:]}').headers['location'] == f'/van-wie/{sure.id}'


def test_a_script_hears_where_to_go(sure: Owner, stranger: Stranger) -> None:
    answer = stranger.posts(PAGE, {'X-Kompas': '1'}, cijfers=shown(sure))
    assert answer.json() == {'page': f'/van-wie/{sure.id}'}


def test_a_worker_who_types_them_hands_the_tablet_over(sure: Owner, noor: Colleague) -> None:
    answer = types(noor, shown(sure))
    assert re.fullmatch(f'/kompas/{sure.id}/mag-meekijken/[0-9a-f]+', answer.headers['location'])
    assert sure.on_disk.key(noor.token_of(sure.id))['row'] == Row.HANDED_OVER
