"""What was done stands under the months in which it was, once it is more than a handful of one month."""

from collections.abc import Sequence
from datetime import date, timedelta

from playwright.sync_api import Locator, expect

from model.compass.answer import Answer
from model.compass.compass import Compass
from model.words import language
from tests.browser.cast.on_disk import changed
from tests.browser.cast.person import Person
from tests.browser.cast.screens import today
from tests.server import Server
from ui.words.months import HANDFUL

MOST_ELEMENTS = 60
DUTCH = language('nl')
FRAMEWORK = '() => [...document.querySelectorAll("[id]")].filter((one) => /^c\\d+$/.test(one.id)).length'


def this_month() -> date:
    """Its first day."""
    return today().replace(day=1)


def last_month() -> date:
    """Its last day."""
    return this_month() - timedelta(days=1)


def last_year() -> date:
    """A day in February."""
    return date(today().year - 1, 2, 14)


def done_on(compass: Compass, days: Sequence[date]) -> None:
    """A step for each of these days, on which it was done."""
    for number, day in enumerate(days):
        step = compass.steps.start(Answer(words=f'stap {number}'), day)
        compass.steps.finish(step.id, day)


def months(person: Person) -> Locator:
    return person.page.locator('.done-months').get_by_role('heading', level=3)


def of_month(person: Person, number: int) -> Locator:
    """What the steps under one month are."""
    return person.page.locator('.done-months > *').nth(number).locator('.card .text > span')


def test_what_was_done_stands_under_its_months_the_newest_first(owner: Person, server: Server) -> None:
    owner.begins()
    with changed(server, owner.compass_id) as compass:
        done_on(compass, [last_year(), last_month(), this_month(), today()])
    owner.goes_to('stappen')
    days = (today(), last_month(), last_year())
    expect(months(owner)).to_have_text([DUTCH.capital(DUTCH.month(day)) for day in days])
    expect(of_month(owner, 1)).to_have_text(['Stap 1'])
    expect(of_month(owner, 2)).to_have_text(['Stap 0'])


def test_a_tick_under_a_month_opens_the_step_again_and_a_month_without_steps_goes(
    owner: Person, server: Server
) -> None:
    owner.begins()
    with changed(server, owner.compass_id) as compass:
        done_on(compass, [last_year(), last_month(), this_month()])
    owner.goes_to('stappen')
    expect(months(owner)).to_have_count(3)
    owner.page.locator('.card').filter(has_text='Stap 1').get_by_role('button', name='Gedaan').click()
    expect(months(owner)).to_have_count(2)
    expect(owner.page.locator('[data-stage=later] .card')).to_have_text(['Stap 1'])
    owner.page.locator('.card').filter(has_text='Stap 1').get_by_role('button', name='Gedaan').click()
    expect(owner.page.locator('.done-months .card').filter(has_text='Stap 1')).to_be_visible()
    expect(of_month(owner, 0).first).to_have_text('Stap 1')


def test_a_handful_of_one_month_needs_no_heading(owner: Person, server: Server) -> None:
    owner.begins()
    with changed(server, owner.compass_id) as compass:
        done_on(compass, [last_year()] * HANDFUL)
    owner.goes_to('stappen')
    expect(owner.page.locator('.done-months .card')).to_have_count(HANDFUL)
    expect(months(owner)).to_have_count(0)
    with changed(server, owner.compass_id) as compass:
        done_on(compass, [last_year()])
    owner.goes_to('stappen')
    expect(months(owner)).to_have_text([f'Februari {last_year().year}'])


def test_many_years_of_steps_are_few_elements_of_the_framework(owner: Person, server: Server) -> None:
    owner.begins()
    with changed(server, owner.compass_id) as compass:
        done_on(compass, [today() - timedelta(days=40 * number) for number in range(60)])
    owner.goes_to('stappen')
    expect(months(owner)).to_have_count(12)
    assert owner.page.evaluate(FRAMEWORK) <= MOST_ELEMENTS
