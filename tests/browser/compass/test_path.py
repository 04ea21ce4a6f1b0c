"""The path of the first time on a tablet that was handed over: its dots, a reload, and the way home."""

import pytest
from playwright.sync_api import expect

from tests.browser.cast.at_work import signs_in_here
from tests.browser.cast.person import Person
from tests.page.cast.people.colleague import Colleague
from tests.server import Server


def sees_dot(person: Person, number: int) -> None:
    expect(person.page.get_by_role('img', name=f'Vraag {number} van 9')).to_be_visible()


@pytest.mark.long
def test_on_a_tablet_that_a_worker_hands_over_it_runs_from_the_first_question_to_the_compass(
    owner: Person, server: Server
) -> None:
    anna = Colleague(server, 'Anna')  # type: ignore[arg-type]
    compass_id = anna.posts('/werk/nieuw').headers['location'].split('/')[2]
    anna.posts('/werk/tablet', kompas=compass_id)
    signs_in_here(owner, anna)
    owner.opens(f'/kompas/{compass_id}')
    owner.is_at('ik')
    sees_dot(owner, 1)
    for number, page in enumerate(('jezelf-zijn', 'ertoe-doen', 'meedoen', 'erbij-horen', 'wens', 'nieuwe-stap'), 2):
        owner.taps_button('Verder')
        owner.is_at(page)
        sees_dot(owner, number)
    owner.page.reload()
    owner.is_at('nieuwe-stap')
    owner.picks('wandelen')
    owner.opens(f'/kompas/{compass_id}')
    owner.is_at('stap/[0-9a-f]+/wat')
    owner.sees_pressed('wandelen')
    owner.taps_button('Verder')
    sees_dot(owner, 8)
    owner.taps_button('Verder')
    sees_dot(owner, 9)
    owner.taps_button('Verder')
    owner.is_at('')
    owner.sees('Wandelen')
    owner.opens(f'/kompas/{compass_id}')
    owner.is_at('')
    owner.taps_link('Mijn wens')
    expect(owner.page.locator('.dots')).to_have_count(0)


@pytest.mark.long
def test_who_goes_home_in_the_middle_is_home_from_then_on(owner: Person) -> None:
    owner.opens()
    owner.taps_button('Nieuw kompas')
    owner.taps_button('Van iedereen hier')
    owner.is_at('ik')
    owner.taps_button('Verder')
    owner.is_at('jezelf-zijn')
    owner.taps_link('Kompas')
    owner.is_at('')
    owner.page.reload()
    owner.is_at('')
    owner.taps_link('Jezelf zijn')
    owner.taps_button('Verder')
    owner.is_at('')
