"""The page that asks for the pictures, and what is no answer to it."""

import re

import pytest

from model.compass.sharing import picture_pin
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger
from tests.page.plain.picture_pin.cast import PAGE, RIGHT, WRONG, closes, finds_the_sheet, on_tiles, taps, wrong


def test_the_tiles_lie_in_another_order_each_time(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    orders = [on_tiles(finder.opens(PAGE)) for _ in range(4)]
    assert all(sorted(order) == sorted(picture_pin.PICTURES) for order in orders)
    assert len({tuple(order) for order in orders}) == 4


def test_without_a_script_one_picture_a_tap_is_enough(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    page = finder.opens(PAGE)
    order = on_tiles(page)
    for number, picture in enumerate(RIGHT[:3], start=1):
        held = re.findall('<input type="hidden" name="plaatje" value="([a-z-]+)">', page.text)
        [shuffled] = re.findall(r'name="volgorde" value="(\d+)"', page.text)
        page = finder.http.post(PAGE, data={'volgorde': shuffled, 'plaatje': [*held, picture]})
        assert f'value="{picture}" aria-pressed="true" data-order="{number}"' in page.text
        assert on_tiles(page) == order
    assert wrong(closed) == 0
    held = re.findall('<input type="hidden" name="plaatje" value="([a-z-]+)">', page.text)
    assert taps(finder, [*held, RIGHT[3]]).headers['location'] == f'/van-wie/{closed.id}'


def test_who_scanned_nothing_is_told_how_to(stranger: Stranger) -> None:
    assert stranger.opens(PAGE).headers['location'] == '/ik-heb-een-kompas'
    assert taps(stranger, RIGHT).status_code == 404


def test_another_website_cannot_guess(closed: Owner) -> None:
    finder = finds_the_sheet(closed)
    answer = finder.http.post(PAGE, data={'plaatje': WRONG}, headers={'Origin': 'https://example.org'})
    assert answer.status_code == 403
    assert wrong(closed) == 0


@pytest.mark.parametrize(
    'sent',
    [
        {'plaatje': ['x'] * 4},
        {'plaatje': ['../../keys'] * 8},
        {'plaatje': [RIGHT[0]] * 4},
        {'plaatje': RIGHT[:1], 'volgorde': '9' * 50},
        {'volgorde': '²'},
        {'volgorde': '-1'},
        {},
    ],
)
def test_what_is_no_four_pictures_is_no_try(closed: Owner, sent: dict[str, str | list[str]]) -> None:
    answer = finds_the_sheet(closed).http.post(PAGE, data=sent)
    assert answer.status_code == 200
    assert sorted(on_tiles(answer)) == sorted(picture_pin.PICTURES)
    assert wrong(closed) == 0


@pytest.mark.parametrize(
    'options',
    [
        {'data': {'plaatje': ['x'] * 50}},
        {'data': {'plaatje': 'x' * 5000}},
        {'files': {'plaatje': b'x'}},
        {'content': b'\xff\xfe', 'headers': {'Content-Type': 'multipart/form-data'}},
        {'content': b'{}', 'headers': {'Content-Type': 'application/json'}},
    ],
    ids=['many', 'long', 'file', 'broken', 'json'],
)
def test_bad_forms_get_a_plain_answer(closed: Owner, options: dict[str, object]) -> None:
    answer = finds_the_sheet(closed).http.post(PAGE, **options)  # type: ignore[arg-type]
    assert answer.status_code in {200, 400}
    assert wrong(closed) == 0


def test_too_many_guesses_from_one_address_have_to_wait(server: Machine) -> None:
    one = Owner(server)
    closes(one)
    finder = finds_the_sheet(one)
    assert [taps(finder, WRONG).status_code for _ in range(31)][-1] == 429


def test_a_sheet_without_pictures_opens_as_before(owner: Owner) -> None:
    assert Stranger(owner.server).enters(owner.on_disk.sheet_token).headers['location'] == f'/kompas/{owner.id}'
