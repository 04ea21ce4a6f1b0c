""" "Lees voor": every screen says itself in the language of the page, and shows no button where no voice can."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.cast.person import Person
from tests.browser.cast.voice import voices


def test_a_second_tap_is_silence(owner: Person) -> None:
    owner.page.add_init_script(voices('nl-NL'))
    owner.opens()
    owner.taps_button('Lees voor')
    assert owner.page.evaluate('speechSynthesis.speaking')
    owner.taps_button('Lees voor')
    assert not owner.page.evaluate('speechSynthesis.speaking')
    assert owner.page.evaluate('said.length') == 1


@pytest.mark.parametrize('spoken', [[], ['en-GB', 'fr-FR']], ids=['no voice', 'voices of other languages'])
def test_without_a_voice_for_the_language_there_is_no_button(owner: Person, spoken: list[str]) -> None:
    owner.page.add_init_script(voices(*spoken))
    owner.begins()
    expect(owner.button('Lees voor')).to_have_count(0)
    owner.taps_link('Jezelf zijn')
    owner.sees_title('Wat geeft jou kracht?')
    expect(owner.button('Lees voor')).to_have_count(0)
    owner.opens()
    expect(owner.button('Lees voor')).to_have_count(0)


def test_a_voice_that_comes_late_brings_the_button(owner: Person) -> None:
    owner.page.add_init_script(voices())
    owner.begins()
    expect(owner.button('Lees voor')).to_have_count(0)
    owner.page.evaluate('speaksNow("nl_BE")')
    expect(owner.button('Lees voor')).to_be_visible()


def test_an_english_page_is_said_by_an_english_voice(new_person: Callable[..., Person]) -> None:
    sam = new_person(locale='en-GB')
    sam.page.add_init_script(voices('nl-NL', 'en-GB'))
    sam.opens()
    sam.page.locator('.listen').click()
    assert sam.page.evaluate('said.map(({ lang, voice }) => [lang, voice.lang])') == [['en', 'en-GB']]
