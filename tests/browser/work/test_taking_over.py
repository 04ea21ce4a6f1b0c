"""A worker left: at screens, from the coordinator who asks to the person who answers on the tablet of a colleague."""

import pytest
from playwright.sync_api import expect

from tests.browser.cast.at_work import signs_in_here
from tests.browser.cast.look import THREE_SIZES, flaws
from tests.browser.conftest import PHONE
from tests.page.cast.team import Team


@pytest.fixture
def team(server):
    team = Team(server)
    team.stops(team.noor)
    return team


@pytest.mark.long
def test_somebody_says_yes_on_the_tablet_of_the_colleague_who_takes_over(new_person, team):
    coby, piet = new_person(PHONE, fresh=True), new_person(PHONE, fresh=True)
    signs_in_here(coby, team.coby)
    signs_in_here(piet, team.piet)
    piet.opens('/werk')
    coby.opens('/werk/team')
    name = coby.page.get_by_text(team.noor.name, exact=True)
    coby.page.locator('.colleague summary:not(.button)').filter(has=name).click()
    coby.sees(f'1 persoon werkte met {team.noor.name}')
    assert flaws(coby.page, THREE_SIZES) == []
    coby.page.get_by_label('Welke collega neemt het over?').filter(visible=True).select_option(label=team.piet.name)
    coby.taps_button('Vraag het')
    piet.sees('Mag jij met hen meekijken?')
    assert flaws(piet.page, THREE_SIZES) == []
    piet.taps_button('Geef de tablet aan Sam')
    piet.sees_title(f'Mag {team.piet.name} meekijken?')
    expect(piet.page.get_by_role('link', name='Kompas', exact=True)).to_have_count(0)
    assert flaws(piet.page, THREE_SIZES) == []
    piet.taps_button('Ja, mijn kompas en mijn stappen')
    piet.sees_title('Geef de tablet terug')
