"""Looking back together, one question after another."""

import pytest
from playwright.sync_api import expect

from tests.browser.cast.person import Person


@pytest.mark.long
def test_two_taps_from_the_compass_three_questions_and_then_the_story(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Jezelf zijn')
    owner.picks('muziek')
    owner.taps_link('Kompas')
    owner.taps_link('Mijn verhaal', 'Wat ging goed?')
    owner.sees_title('Wat ging goed?')
    owner.picks('muziek')
    owner.taps_button('Verder')
    owner.sees_title('Wat heb je geleerd?')
    owner.picks('hulp vragen')
    owner.writes('dat ik het kan')
    owner.sees_pressed('dat ik het kan')
    owner.taps_button('Verder')
    owner.sees_title('Wat nu?')
    expect(owner.page.get_by_role('link', name='Nieuwe stap')).to_be_visible()
    owner.taps_button('Verder')
    said = owner.page.locator('.story .said')
    expect(said).to_contain_text(['Ging goed', 'Geleerd'])
    expect(said.last.locator('li')).to_have_text(['hulp vragen', 'dat ik het kan'])
