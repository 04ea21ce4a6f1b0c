"""The language: the browser's, or the one that is chosen, which the compass keeps on every device."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from model.words import Language, language
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE

QUESTION = 'Kies een plaatje voor jezelf'
NEW, HOME = 'Nieuw kompas', 'Kompas'


@pytest.fixture
def english() -> Language:
    """English, with a translation of its own for the words of these tests."""
    english = language('en')
    assert {english(words) for words in (QUESTION, NEW, HOME)}.isdisjoint({QUESTION, NEW, HOME})
    return english


@pytest.mark.long
def test_english_chosen_on_the_welcome_page_stays_with_the_compass_on_another_device(
    new_person: Callable[..., Person], owner: Person, english: Language
) -> None:
    owner.opens()
    owner.picks('English')
    speaks(owner, 'en')
    owner.taps_button(english(NEW))
    owner.taps_button(english('Van iedereen hier'))
    owner.sees_title(english(QUESTION))
    speaks(owner, 'en')
    owner.taps_link(english(HOME), english('Delen'))
    phone = new_person(PHONE)
    phone.opens(owner.shows_code(english('QR-code van dit kompas')))
    for words in ('Dit is mijn kompas', 'Van iedereen hier'):
        phone.page.get_by_role('button', name=re.compile(f'{words}|{english(words)}')).click()
    speaks(phone, 'en')
    phone.sees_title(english('Mijn kompas'))


def test_a_browser_in_english_gets_english_at_once(new_person: Callable[..., Person], english: Language) -> None:
    sam = new_person(locale='en-GB')
    sam.opens()
    speaks(sam, 'en')
    sam.taps_button(english(NEW))
    sam.taps_button(english('Van iedereen hier'))
    sam.sees_title(english(QUESTION))
    speaks(sam, 'en')


def test_a_browser_in_a_language_we_lack_gets_dutch(new_person: Callable[..., Person]) -> None:
    sam = new_person(locale='fr-FR')
    sam.opens()
    speaks(sam, 'nl')
    sam.begins()
    speaks(sam, 'nl')


def test_another_language_chosen_in_the_compass_goes_on_where_one_was(owner: Person, english: Language) -> None:
    owner.begins()
    owner.taps_link('Dit ben ik')
    owner.taps_button('English')
    owner.sees_title(english(QUESTION))
    speaks(owner, 'en')
    owner.sees_pressed('English')
    owner.is_at('ik')
    owner.taps_button('Nederlands')
    owner.sees_title(QUESTION)
    speaks(owner, 'nl')


def test_the_device_keeps_the_language_it_was_given(owner: Person, english: Language) -> None:
    owner.opens()
    owner.picks('English')
    owner.opens('/ik-heb-een-kompas')
    owner.sees_title(english('Ik heb een kompas'))
    speaks(owner, 'en')


def speaks(person: Person, code: str) -> None:
    """The page says which language it is in, for screen readers and voices."""
    page = person.page.locator('html')
    expect(page).to_have_attribute('lang', code)
    expect(page).to_have_attribute('dir', 'ltr')
