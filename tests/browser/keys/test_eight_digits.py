"""Eight digits: shown on a device that is surely the person's, typed on another, and the same picture on both."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from model.access.digits import DIGITS
from tests.browser.cast.made.voice import voices
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE

A_PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile Safari/604.1'
TITLE = 'Op een andere telefoon of tablet'
LINE = 'Ik heb acht cijfers'
NO = 'Deze cijfers werken niet. Vraag op je andere telefoon om nieuwe.'
OVER = 'Deze cijfers werken niet meer.'
PICTURE = 'Daar staat ook dit plaatje: '
REFUSED = 'answer: 400 POST .*/ik-heb-een-kompas'
WRONG = 'what was typed is wrong'


@pytest.fixture
def sure(owner: Person) -> Person:
    """The owner, at the place to share on a device of their own."""
    owner.begins()
    owner.says_it_is_theirs()
    owner.taps_link('Delen')
    return owner


def shown(person: Person) -> str:
    digits = person.page.locator('.eight b').inner_text().split()
    assert [len(one) for one in digits] == [DIGITS // 2] * 2
    return ' '.join(digits)


def types(person: Person, digits: str) -> None:
    person.line(LINE).fill(digits)
    person.page.locator('form', has=person.line(LINE)).get_by_role('button').click()


def comes(new_person: Callable[..., Person], **options: bool) -> Person:
    """Somebody with a phone that was never here, at the door."""
    one = new_person(PHONE, user_agent=A_PHONE, **options)
    one.opens()
    one.taps_button('Ik heb een kompas')
    one.sees_title('Ik heb een kompas')
    return one


def symbol(person: Person) -> str:
    told = person.page.get_by_text(PICTURE)
    expect(told).to_be_visible()
    return told.inner_text().partition(PICTURE)[2].strip()


@pytest.mark.long
def test_a_new_phone_comes_in_and_the_person_says_yes_to_its_picture(
    sure: Person, new_person: Callable[..., Person]
) -> None:
    sure.taps_link(TITLE)
    sure.sees_title(TITLE)
    phone = comes(new_person)
    types(phone, shown(sure))
    phone.sees_title('Van wie is deze telefoon?')
    sure.sees(OVER)
    phone.taps_button('Van mij')
    phone.is_at('')
    question = sure.page.get_by_role('group')
    expect(question).to_contain_text('Mag deze telefoon erin?')
    assert symbol(sure) == symbol(phone)
    question.get_by_role('button', name='Ja', exact=True).click()
    question.get_by_role('button', name='Ik heb geen plaatje', exact=True).click()
    question.get_by_role('button', name='Nee', exact=True).click()
    expect(question).to_have_count(0)
    expect(phone.page.get_by_text(PICTURE)).to_have_count(0)
    phone.goes_to('sleutels')
    expect(phone.page.locator('.card.is-this')).to_contain_text('van jou')
    expect(phone.page.locator('.card.is-this')).not_to_contain_text('misschien')
    assert sure.compass_id == phone.compass_id


@pytest.mark.long
@pytest.mark.expects(REFUSED, why=WRONG)
@pytest.mark.expects('request: csp GET', why='its browser runs none')
def test_without_scripts_they_open_too(sure: Person, new_person: Callable[..., Person]) -> None:
    sure.taps_link(TITLE)
    phone = comes(new_person, java_script_enabled=False)
    types(phone, '12345678')
    phone.sees(NO)
    expect(phone.line(LINE)).to_have_value('12345678')
    types(phone, shown(sure))
    phone.taps_button('Van mij')
    assert phone.compass_id == sure.compass_id


@pytest.mark.long
@pytest.mark.expects(REFUSED, why=WRONG)
def test_what_was_typed_stays_and_they_open_once(sure: Person, new_person: Callable[..., Person]) -> None:
    sure.taps_link(TITLE)
    digits, phone, late = shown(sure), comes(new_person), comes(new_person)
    types(phone, '1234 567')
    phone.sees(NO)
    expect(phone.line(LINE)).to_have_value('1234 567')
    types(phone, digits)
    phone.sees_title('Van wie is deze telefoon?')
    types(late, digits)
    late.sees(NO)
    expect(late.line(LINE)).to_have_value(digits)
    sure.taps_button('Nieuwe cijfers')
    assert shown(sure) != digits
    types(late, shown(sure))
    late.sees_title('Van wie is deze telefoon?')


@pytest.mark.long
def test_they_stand_in_no_address_and_no_title(sure: Person, new_person: Callable[..., Person]) -> None:
    sure.taps_link(TITLE)
    digits, phone = shown(sure), comes(new_person)
    asked: list[str] = []
    phone.page.on('request', lambda request: asked.append(f'{request.url} {request.headers.get("referer")}'))
    types(phone, digits)
    phone.sees_title('Van wie is deze telefoon?')
    said = ' '.join([*asked, phone.page.title(), sure.page.title(), sure.page.url])
    for one in (digits, digits.replace(' ', ''), digits.replace(' ', '+')):
        assert one not in said


def test_who_listens_hears_each_digit(sure: Person) -> None:
    sure.page.add_init_script(voices('nl-NL'))
    sure.goes_to('erbij')
    digits = shown(sure)
    sure.page.locator('.eight .listen').click()
    [said] = sure.page.evaluate('window.said.map((one) => one.text)')
    assert said == f'{" ".join(digits[:4])}, {" ".join(digits[5:])}'


@pytest.mark.long
@pytest.mark.parametrize('whose', ['Van mij', 'Van iedereen hier', 'Even kijken'])
def test_a_phone_that_came_by_the_sheet_shows_none(sure: Person, new_person: Callable[..., Person], whose: str) -> None:
    phone = new_person(PHONE, user_agent=A_PHONE)
    phone.enters(sure.shows_code(), whose)
    phone.taps_link('Delen')
    expect(phone.link('Wie kan erin?')).to_be_visible()
    expect(phone.link(TITLE)).to_have_count(0)


@pytest.mark.long
def test_they_confirm_a_phone_that_is_in_already(sure: Person, new_person: Callable[..., Person]) -> None:
    code = sure.shows_code()
    phone = new_person(PHONE, user_agent=A_PHONE)
    phone.enters(code, 'Van mij')
    phone.goes_to('sleutels')
    sure.taps_link('Wie kan erin?')
    sure.taps_button(TITLE)
    digits = shown(sure)
    line = 'De acht cijfers'
    phone.writes(f'{(int(digits[0]) + 1) % 10}{digits[1:]}', line)
    phone.sees(NO)
    phone.writes(digits, line)
    expect(phone.page.locator('.card.is-this')).to_contain_text('van jou')
    expect(phone.page.locator('.card.is-this')).not_to_contain_text('misschien')
