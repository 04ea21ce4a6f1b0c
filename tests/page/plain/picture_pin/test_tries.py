"""The picture PIN: the sheet alone opens nothing; three wrong tries a device, ten in all, however they are sent."""

import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import httpx
import pytest

from model.key import Row
from tests.browser.cast.on_disk import changed
from tests.page.cast.as_read import NO_TLS
from tests.page.cast.at_desk import Guest
from tests.page.cast.new_code import ends_other_keys
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner
from tests.page.plain.picture_pin.cast import (
    AGAIN,
    LATER,
    LOCKED,
    PAGE,
    RIGHT,
    WRONG,
    closes,
    finds_the_sheet,
    guesses_in_the_log,
    taps,
    tried_in_vain,
    wrong,
)


def test_the_right_pictures_open_the_compass_and_confirm_a_device_of_the_persons_own(closed: Owner) -> None:
    closed.writes('gebeurd', 'brommergedoe')
    finder = finds_the_sheet(closed)
    assert f'data-length="{len(RIGHT)}"' in finder.opens(PAGE).text, 'the script sends them when there are so many'
    assert finder.opens(f'/kompas/{closed.id}').status_code == 404
    asked = taps(finder, RIGHT).headers['location']
    assert asked == f'/van-wie/{closed.id}'
    finder.posts(asked, wiens='mee')
    assert closed.on_disk.key(finder.token_of(closed.id))['row'] == Row.CONFIRMED
    assert 'brommergedoe' in finder.opens(f'/kompas/{closed.id}/gebeurd').text
    assert 'waiting' not in finder.session


def test_who_only_looks_needs_the_pictures_too_and_changes_nothing(closed: Owner) -> None:
    closed.writes('gebeurd', 'brommergedoe')
    finder = finds_the_sheet(closed, looks=True)
    assert taps(finder, RIGHT).headers['location'] == f'/kompas/{closed.id}'
    assert closed.on_disk.key(finder.token_of(closed.id))['row'] == Row.LOOKING
    assert finder.opens(f'/kompas/{closed.id}/gebeurd').status_code == 404


@pytest.mark.parametrize('pictures', [WRONG, RIGHT[::-1], [*RIGHT[:3], WRONG[0]]], ids=['others', 'order', 'last'])
def test_others_or_another_order_do_not(closed: Owner, pictures: list[str]) -> None:
    finder = finds_the_sheet(closed)
    assert taps(finder, pictures).headers['location'] == AGAIN
    page = finder.opens(AGAIN)
    assert 'Dat klopt niet. Nog een keer.' in page.text
    assert finder.opens(f'/kompas/{closed.id}').status_code == 404
    assert wrong(closed) == 1


def test_how_many_tries_are_left_is_not_told_before_the_last(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    pages = set()
    for _ in range(2):
        assert taps(finder, WRONG).headers['location'] == AGAIN
        pages.add(re.sub(r'value="\d+"|<div class="twelve">.*?</div>', '', finder.opens(AGAIN).text, flags=re.DOTALL))
    assert len(pages) == 1


def test_right_pictures_give_all_tries_back(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    for _ in range(2):
        taps(finder, WRONG)
    assert taps(finder, RIGHT).headers['location'] == f'/van-wie/{closed.id}'
    assert wrong(closed) == 0


def test_after_three_wrong_tries_even_the_right_ones_do_not_open_it_on_this_device(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    for _ in range(3):
        taps(finder, WRONG)
    locked = taps(finder, RIGHT)
    assert locked.status_code == LOCKED
    assert LATER in locked.text
    assert taps(finds_the_sheet(closed), RIGHT).status_code == 303, 'on another device they do'


def test_after_ten_wrong_tries_in_all_they_open_nothing_anywhere(closed: Owner) -> None:
    tried_in_vain(closed, 10)
    finder = finds_the_sheet(closed)
    locked = taps(finder, RIGHT)
    assert locked.status_code == LOCKED
    assert LATER in locked.text
    assert finder.opens(PAGE).text == locked.text
    assert finds_the_sheet(closed).opens(PAGE).status_code == LOCKED
    assert wrong(closed) == 10


@pytest.mark.long
@pytest.mark.full_cost
def test_of_fifty_guesses_at_once_at_most_ten_are_weighed(slowly_opened: Owner) -> None:
    closed = slowly_opened
    finder = finds_the_sheet(closed)

    def guess(number: int) -> int:
        # from everywhere: no limit for one address helps here
        return httpx.post(
            f'{closed.server.url}{PAGE}',
            data={'plaatje': WRONG},
            headers={
                'X-Forwarded-For': f'203.0.113.{number}',
                'Cookie': finder.cookie,
                'Origin': closed.server.origin,
            },
            timeout=120,
            trust_env=False,
            verify=NO_TLS,
        ).status_code

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(guess, range(50)))
    assert answers.count(LOCKED) >= 41
    assert 1 <= guesses_in_the_log(closed) <= 10
    assert wrong(closed) == 10
    assert taps(finder, RIGHT).status_code == LOCKED


@pytest.mark.long
@pytest.mark.full_cost
def test_the_right_pictures_among_fifty_guesses_open_nothing_that_is_locked(slowly_opened: Owner) -> None:
    closed = slowly_opened
    tried_in_vain(closed, 9)
    finder = finds_the_sheet(closed)
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda pictures: taps(finder, pictures).status_code, [WRONG] * 9 + [RIGHT]))
    assert answers.count(LOCKED) >= 8
    assert wrong(closed) in {0, 10}


def test_tries_survive_a_restart(machine: Callable[..., Machine]) -> None:
    server = machine().start()
    owner = Owner(server)
    closes(owner)
    tried_in_vain(owner, 9)
    server.stop()
    server.start()
    finder = finds_the_sheet(owner)
    assert taps(finder, WRONG).status_code == LOCKED
    server.stop()
    server.start()
    assert taps(finder, RIGHT).status_code == LOCKED
    assert taps(finds_the_sheet(owner), RIGHT).status_code == LOCKED


@pytest.mark.long
@pytest.mark.full_cost
def test_a_power_cut_while_a_guess_is_weighed_gives_no_try_back(machine: Callable[..., Machine]) -> None:
    server = machine(full_cost=True).start()
    owner = Owner(server)
    closes(owner)
    tried_in_vain(owner, 5)
    finder = finds_the_sheet(owner)
    for cut in range(6, 11):
        with ThreadPoolExecutor(1) as pool:
            guess = pool.submit(taps, finder, WRONG)
            while wrong(owner) < cut:  # the guess is not answered yet: that takes a tenth of a second
                time.sleep(0.001)
            server.kill()
            guess.exception()
        server.start()
        assert wrong(owner) == cut
    assert taps(finder, RIGHT).status_code == LOCKED


def test_a_new_sheet_asks_for_the_same_pictures(closed: Owner) -> None:
    ends_other_keys(closed, devices_too=False)
    assert taps(finds_the_sheet(closed), RIGHT).status_code == 303


def test_a_sheet_that_ended_meanwhile_opens_nothing(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    closed.on_disk.key_file(closed.on_disk.sheet_token).unlink()
    assert taps(finder, RIGHT).status_code == 404


def test_nobody_opens_it_again_but_the_next_day(server: Machine) -> None:
    sanne = Colleague(server, 'Sanne')
    sam = Guest(sanne)
    closes(sam)
    tried_in_vain(sam, 10)
    for words in ('openmaken', 'Openmaken'):
        assert words not in sam.page('code').text
        assert words not in sanne.opens(f'/kompas/{sam.id}/delen').text
    for page in ('code', 'sleutels'):
        assert sanne.opens(f'/kompas/{sam.id}/{page}').status_code == 404
    finder = finds_the_sheet(sam)
    assert taps(finder, RIGHT).status_code == LOCKED
    with changed(server, sam.id) as compass:
        compass.picture_pin.day = date(2020, 1, 1)
    assert taps(finds_the_sheet(sam), RIGHT).headers['location'] == f'/van-wie/{sam.id}'
