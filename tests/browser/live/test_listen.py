""" "Lees voor": every screen says itself in the language of the page, and shows no button where no voice can."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from model.compass.answer import Answer
from tests.browser.cast.made.voice import voices
from tests.browser.cast.on_disk import changed
from tests.browser.cast.person import Person
from tests.browser.cast.screens import today
from tests.server import Server


def test_a_second_tap_is_silence(owner: Person) -> None:
    owner.page.add_init_script(voices('nl-NL'))
    owner.opens()
    owner.taps_button('Lees voor')
    assert owner.page.evaluate('speechSynthesis.speaking')
    spoken = len(spoken_by(owner))
    owner.taps_button('Lees voor')
    assert not owner.page.evaluate('speechSynthesis.speaking')
    assert len(spoken_by(owner)) == spoken


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


def test_each_word_is_said_by_a_voice_of_its_language(new_person: Callable[..., Person]) -> None:
    sam = new_person(locale='en-GB')
    sam.page.add_init_script(voices('nl-NL', 'en-GB'))
    sam.opens()
    sam.page.locator('form[action^="/nieuw"] button').click()
    sam.page.locator('button[value=iedereen]').click()
    sam.is_at('ik')
    sam.page.locator('.head .listen').click()
    said = sam.page.evaluate('said.map(({ text, lang, voice }) => [text, lang, voice.lang])')
    assert ['Nederlands', 'nl', 'nl-NL'] in said
    assert ['Chosen: English', 'en', 'en-GB'] in said
    assert {tuple(rest) for text, *rest in said if text != 'Nederlands'} == {('en', 'en-GB')}


def test_a_word_in_a_language_without_a_voice_is_said_by_that_of_the_page(owner: Person) -> None:
    owner.page.add_init_script(voices('nl-NL'))
    owner.begins('ik')
    owner.taps_button('Lees voor')
    said = owner.page.evaluate('said.map(({ text, lang, voice }) => [text, lang, voice.lang])')
    assert ['English', 'nl', 'nl-NL'] in said


@pytest.fixture
def filled(new_person: Callable[..., Person], server: Server) -> Person:
    """Someone with two strengths, one with a heart, and a wish, on a device with a Dutch voice."""
    sam = new_person()
    sam.page.add_init_script(voices('nl-NL'))
    sam.begins()
    with changed(server, sam.compass_id) as compass:
        for key in ('music', 'laughing'):
            compass.strengths.choose('be-yourself', Answer(tile=key), today())
        compass.strengths.mark_heart(compass.strengths.items[0].id, heart=True)
        compass.wishes.choose(Answer(words='een tuin. En een hond'), today())
        compass.steps.start(Answer(tile='walk'), today())
    return sam


def test_what_was_chosen_is_said_and_a_heart_only_where_it_is(filled: Person) -> None:
    filled.goes_to('jezelf-zijn')
    said = hears(filled)
    assert said[1] == 'Wat geeft jou kracht?'
    assert 'Gekozen: muziek' in said
    assert 'Gekozen: lachen' in said
    assert 'rust' in said
    assert 'Belangrijk: muziek' in said
    assert 'Belangrijk: lachen' not in said
    # on its tile, and again in the row of what was chosen
    assert said.count('muziek') == 1
    filled.lets_go('Belangrijk: muziek')
    assert 'Belangrijk: muziek' not in hears(filled)


def test_the_compass_says_what_stands_on_it_and_no_open_step_to_be_done(filled: Person) -> None:
    filled.goes_to('')
    said = hears(filled)
    assert 'Jezelf zijn: Belangrijk: muziek, lachen' in said
    assert 'Wandelen' in said
    assert [one for one in said if 'Gedaan' in one] == []
    assert said[said.index('Mijn wens: een tuin.') :][:2] == ['Mijn wens: een tuin.', 'En een hond']


@pytest.mark.parametrize('page', ['', 'jezelf-zijn', 'wens', 'delen'])
def test_a_browser_that_knows_not_what_is_visible_says_the_same(filled: Person, page: str) -> None:
    filled.goes_to(page)
    said = hears(filled)
    assert len(said) > 5
    filled.page.add_init_script('delete Element.prototype.checkVisibility')
    filled.page.reload()
    assert hears(filled) == said


def hears(person: Person) -> list[str]:
    """What "Lees voor" says of this screen now, a sentence at a time."""
    person.page.evaluate('{ speechSynthesis.cancel(); said.length = 0; }')
    person.taps_button('Lees voor')
    return spoken_by(person)


def spoken_by(person: Person) -> list[str]:
    said: list[str] = person.page.evaluate('said.map(({ text }) => text)')
    assert said
    return said
