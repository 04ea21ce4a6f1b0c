"""A worker left: at screens, from the coordinator who asks to the person who answers on the tablet of a colleague."""

import pytest
from playwright.sync_api import expect

from tests.browser.cast.at_work import signs_in_here
from tests.browser.cast.look import MEASURE, SMALLEST
from tests.browser.conftest import PHONE, TABLET
from tests.page.cast.team import Team

SMALL = {'width': 320, 'height': 568}


@pytest.fixture
def team(server):
    team = Team(server)
    team.stops(team.noor)
    return team


def can_be_read_and_tapped(person):
    measured = person.page.evaluate(MEASURE, SMALLEST)
    assert measured.pop('titles') == 1
    del measured['elements']
    assert not any(measured.values()), measured


@pytest.mark.parametrize('size', [SMALL, PHONE, TABLET], ids=['small', 'phone', 'tablet'])
def test_somebody_says_yes_on_the_tablet_of_the_colleague_who_takes_over(new_person, team, size):
    coby, piet = new_person(size, fresh=True), new_person(size, fresh=True)
    signs_in_here(coby, team.coby)
    signs_in_here(piet, team.piet)
    piet.opens('/werk')
    coby.opens('/werk/team')
    name = coby.page.get_by_text(team.noor.name, exact=True)
    coby.page.locator('.colleague summary:not(.button)').filter(has=name).click()
    coby.sees(f'1 persoon werkte met {team.noor.name}')
    can_be_read_and_tapped(coby)
    coby.page.get_by_label('Welke collega neemt het over?').filter(visible=True).select_option(label=team.piet.name)
    coby.taps_button('Vraag het')
    piet.sees('Mag jij met hen meekijken?')
    can_be_read_and_tapped(piet)
    piet.taps_button('Geef de tablet aan Sam')
    piet.sees_title(f'Mag {team.piet.name} meekijken?')
    expect(piet.page.get_by_role('link', name='Kompas', exact=True)).to_have_count(0)
    can_be_read_and_tapped(piet)
    piet.taps_button('Ja, mijn kompas en mijn stappen')
    piet.sees_title('Geef de tablet terug')
