"""Another day for a step: any of the coming year, in a month of pictures."""

import re

import pytest
from playwright.sync_api import expect

from model.settings import Settings
from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.server import Server


@pytest.mark.long
def test_a_day_weeks_away_is_chosen_in_a_month_of_pictures(owner: Person, server: Server) -> None:
    owner.begins()
    owner.sets_step('wandelen')
    owner.step('Wandelen').click()
    owner.taps_link('Wanneer', 'andere dag')
    owner.sees_title('Welke dag?')
    month = owner.page.locator('.months h2')
    before = month.inner_text()
    owner.taps_button('Maand verder')
    expect(month).not_to_have_text(before)
    day = owner.page.locator('.month button').nth(10)
    name = day.get_attribute('aria-label') or ''
    owner.picks(name)
    owner.taps_button('Terug')
    owner.sees_title('Wanneer?')
    expect(owner.link(name)).to_be_visible()
    [step] = compass_of(server, owner.compass_id).steps.items
    assert step.when and step.when.day and step.when.day.day == 11
    owner.taps_link(name)
    owner.lets_go(name)
    owner.taps_button('Terug')
    expect(owner.link('andere dag')).to_be_visible()


@pytest.mark.long
def test_no_day_that_went_by_can_be_chosen_and_a_year_is_as_far_as_it_goes(owner: Person) -> None:
    owner.begins()
    owner.sets_step('wandelen')
    owner.step('Wandelen').click()
    owner.taps_link('andere dag')
    owner.sees_title('Welke dag?')
    month = owner.page.locator('.months h2')
    while owner.button('Maand terug').is_visible():
        shown = month.inner_text()
        owner.taps_button('Maand terug')
        expect(month).not_to_have_text(shown)
    today = Settings().today()
    expect(owner.page.locator('.month button').first).to_contain_text(str(today.day))
    names = {month.inner_text()}
    while owner.button('Maand verder').is_visible():
        owner.taps_button('Maand verder')
        expect(month).not_to_have_text(re.compile('|'.join(map(re.escape, names))))
        names.add(month.inner_text())
    assert len(names) == 12
