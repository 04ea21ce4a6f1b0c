"""A code of pictures, drawn by the program: kept in mind, tapped once more, and asked of who scans the sheet."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from model.compass.sharing.picture_pin import PICTURES
from tests.browser.cast.look import flaws
from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE
from tests.server import Server

CLOSED = 'Alleen met jouw plaatjes kun je erin.'
OPEN = 'Iedereen met je blad kan er nu in.'


@pytest.fixture
def sheet(owner: Person) -> str:
    """The address on the sheet of the owner, who is at the screen of the code."""
    owner.begins()
    address = owner.shares()
    owner.taps_link('Een code van plaatjes')
    owner.sees_title('Een code van plaatjes')
    return address


def draws(person: Person) -> list[str]:
    """The words of the four pictures that are drawn."""
    row = person.page.locator('.four li')
    expect(row).to_have_count(4)
    return row.all_inner_texts()


def closes(person: Person) -> list[str]:
    """Make a code; answers its words."""
    person.taps_button('Maak een code')
    words = draws(person)
    person.taps_button('Deze wil ik')
    taps(person, words)
    person.sees(CLOSED)
    return words


def taps(person: Person, words: list[str]) -> None:
    expect(person.page.locator('.twelve .tile')).to_have_count(len(PICTURES))
    for word in words:
        person.taps_button(word)


def others(words: list[str], person: Person) -> list[str]:
    """Four pictures of the tiles that are not those."""
    return [one for one in person.page.locator('.twelve .tile .word').all_inner_texts() if one not in words][:4]


def scans(new_person: Callable[..., Person], sheet: str, **options: object) -> Person:
    finder = new_person(PHONE, **options)
    finder.opens(sheet)
    finder.taps_button('Dit is mijn kompas')
    finder.sees_title('Tik jouw vier plaatjes aan')
    return finder


@pytest.mark.long
def test_four_pictures_are_drawn_repeated_and_then_asked(
    new_person: Callable[..., Person], owner: Person, sheet: str
) -> None:
    words = closes(owner)
    finder = scans(new_person, sheet)
    taps(finder, words)
    finder.taps_button('Van mij')
    finder.taps_button('Ja')
    finder.is_at('')
    finder.sees_title('Mijn kompas')
    # who has the sheet and knows the pictures is the person
    expect(finder.link('Wat is er gebeurd?')).to_be_visible()
    expect(owner.page.get_by_text('Mag deze')).to_have_count(0)


@pytest.mark.expects('ERR_FAILED .*picture_pin.js', why='it gets lost once')
def test_a_tap_from_before_the_script_was_there_counts(
    new_person: Callable[..., Person], owner: Person, sheet: str
) -> None:
    words = closes(owner)
    finder = new_person(PHONE, service_workers='block')
    finder.page.route('**/picture_pin.js*', lambda route: route.abort(), times=1)
    finder.opens(sheet)
    finder.taps_button('Dit is mijn kompas')
    finder.sees_title('Tik jouw vier plaatjes aan')
    taps(finder, words[:1])
    expect(finder.page.locator('.tile[data-order="1"]:enabled')).to_have_count(1)
    taps(finder, words[1:])
    finder.sees_title('Van wie is deze computer?')


def test_other_pictures_are_drawn_as_often_as_one_likes(owner: Person, sheet: str) -> None:
    assert sheet
    owner.taps_button('Maak een code')
    first = draws(owner)
    owner.taps_button('Andere plaatjes')
    expect(owner.page.locator('.four')).not_to_have_text(''.join(first))
    assert len(set(draws(owner))) == 4


def test_nothing_is_closed_before_they_were_repeated_right(owner: Person, sheet: str, server: Server) -> None:
    assert sheet
    owner.taps_button('Maak een code')
    words = draws(owner)
    owner.taps_button('Deze wil ik')
    taps(owner, words[::-1])
    owner.sees('Dat klopt niet. Kijk nog een keer goed.')
    assert draws(owner) == words
    assert not compass_of(server, owner.compass_id).picture_pin.is_set


def test_a_tap_is_numbered_and_taken_back_by_another(owner: Person, sheet: str) -> None:
    assert sheet
    owner.taps_button('Maak een code')
    words = draws(owner)
    owner.taps_button('Deze wil ik')
    for number, word in enumerate(words[:3], start=1):
        owner.taps_button(word)
        owner.sees_pressed(f'{word} {number}')
    owner.taps_button(f'{words[0]} 1')
    owner.sees_pressed(words[0], pressed=False)
    owner.sees_pressed(f'{words[1]} 1')


@pytest.mark.long
@pytest.mark.parametrize('script', [True, False], ids=['script', 'no script'])
def test_wrong_pictures_are_tried_three_times_on_a_device(
    new_person: Callable[..., Person], owner: Person, sheet: str, *, script: bool
) -> None:
    words = closes(owner)
    finder = scans(new_person, sheet)
    if not script:  # the key of the sheet is read by one; from here on it goes without
        cookies = finder.page.context.cookies()
        finder = new_person(PHONE, java_script_enabled=False)
        finder.page.context.add_cookies(cookies)  # type: ignore[arg-type]
        finder.opens('/plaatjescode')
    for left in range(2, -1, -1):
        taps(finder, others(words, finder))
        if left:
            expect(finder.page.get_by_role('alert')).to_have_text('Dat klopt niet. Nog een keer.')
    finder.sees_title('De plaatjes zitten op slot')
    owner.sees('Iemand koos vandaag de verkeerde plaatjes.')
    another = scans(new_person, sheet)
    taps(another, words)
    another.sees_title('Van wie is deze computer?')
    owner.sees(CLOSED)


@pytest.mark.long
def test_ten_wrong_ones_a_day_close_the_sheet_for_everyone_until_tomorrow(
    new_person: Callable[..., Person], owner: Person, sheet: str
) -> None:
    words = closes(owner)
    for tries in (3, 3, 3, 1):
        finder = scans(new_person, sheet)
        for _ in range(tries):
            taps(finder, others(words, finder))
            finder.page.wait_for_url('**/plaatjescode?nog' if tries > 1 else '**/plaatjescode')
    finder.sees_title('De plaatjes zitten op slot')
    finder.sees('Morgen kun je het weer proberen. Op een andere telefoon van jou kan het nu.')
    owner.sees('Iemand koos te vaak de verkeerde plaatjes. Morgen kan het weer.')
    # nobody opens it sooner, and the device that is surely the person's goes on
    expect(owner.button('Weer openmaken')).to_have_count(0)
    owner.taps_link('Kompas', 'Jezelf zijn')
    owner.picks('muziek')


@pytest.mark.long
def test_taking_it_off_takes_two_taps(new_person: Callable[..., Person], owner: Person, sheet: str) -> None:
    closes(owner)
    owner.button('Haal de plaatjes weg').first.dblclick()
    owner.sees('Dan kan iedereen met je blad er weer in.')
    owner.page.get_by_role('alertdialog').get_by_role('button', name='Haal de plaatjes weg').click()
    owner.sees(OPEN)
    new_person(PHONE).enters(sheet)


def test_who_only_came_to_look_makes_no_code(new_person: Callable[..., Person], owner: Person, sheet: str) -> None:
    assert owner
    guest = new_person(PHONE)
    guest.enters(sheet, 'Even kijken')
    guest.goes_to('code')
    guest.sees(OPEN)
    expect(guest.button('Maak een code')).to_have_count(0)


@pytest.mark.long
def test_the_page_that_asks_is_as_it_should_be(new_person: Callable[..., Person], owner: Person, sheet: str) -> None:
    closes(owner)
    assert flaws(scans(new_person, sheet).page) == []
