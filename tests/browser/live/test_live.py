"""P2, P3 and P31: a tap is on disk, shows on every other screen of that compass, and disturbs nobody there."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.server import Server

A_SECOND = 1_000


def test_a_tap_shows_on_the_other_device_within_a_second(owner: Person, phone: Person) -> None:
    owner.taps_link('Kompas', 'Jezelf zijn')
    phone.taps_link('Jezelf zijn')
    phone.sees_title('Wat geeft jou kracht?')
    owner.taps_button('muziek')
    phone.sees_pressed('muziek', within=A_SECOND)
    phone.taps_button('rust')
    owner.sees_pressed('rust', within=A_SECOND)
    phone.taps_button('muziek')
    owner.sees_pressed('muziek', pressed=False, within=A_SECOND)


@pytest.mark.long
def test_a_step_done_on_the_phone_is_done_on_the_tablet_within_a_second(owner: Person, phone: Person) -> None:
    owner.taps_link('Kompas')
    owner.sets_step('wandelen')
    phone.taps_button('Gedaan')
    owner.sees_pressed('Gedaan', within=A_SECOND)


@pytest.mark.long
def test_tapping_never_loads_a_page(owner: Person, phone: Person) -> None:
    with owner.without_a_reload(), phone.without_a_reload():
        owner.taps_link('Kompas')
        owner.taps_link('Jezelf zijn')
        owner.picks('muziek')
        owner.taps_button('Verder')
        owner.is_at('')
        phone.taps_link('Jezelf zijn')
        phone.sees_pressed('muziek')
        phone.taps_button('Terug')
        phone.is_at('')


@pytest.mark.long
def test_half_typed_words_and_the_cursor_stay_while_the_other_device_changes_that_screen(
    owner: Person, phone: Person
) -> None:
    phone.taps_link('Jezelf zijn')
    owner.taps_link('Kompas', 'Jezelf zijn')
    phone.line().focus()
    phone.page.keyboard.type('voetl')
    phone.page.keyboard.press('ArrowLeft')
    owner.picks('lachen')
    owner.picks('Belangrijk: lachen')
    owner.writes('zwemmen')
    phone.sees_pressed('lachen')
    phone.sees_pressed('Belangrijk: lachen')
    phone.sees_pressed('zwemmen')
    phone.page.keyboard.type('ba')
    expect(phone.line()).to_be_focused()
    expect(phone.line()).to_have_value('voetbal')


@pytest.mark.long
def test_a_link_of_the_compass_keeps_the_focus_while_the_other_device_changes_the_compass(
    owner: Person, phone: Person
) -> None:
    owner.taps_link('Kompas')
    owner.link('Meedoen').focus()
    phone.taps_link('Jezelf zijn')
    phone.writes('Zwemmen')
    expect(words_on_the_compass(owner, 'Zwemmen')).to_be_visible()
    expect(owner.link('Meedoen')).to_be_focused()
    owner.page.keyboard.press('Enter')
    owner.is_at('meedoen')


def test_what_the_screen_shows_is_on_disk(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_link('Ertoe doen')
    owner.picks('luisteren')
    assert on_disk(owner, server).strengths.items[0].answer.tile == 'listening'
    owner.picks('Belangrijk: luisteren')
    assert on_disk(owner, server).strengths.items[0].heart
    owner.lets_go('luisteren')
    assert not on_disk(owner, server).strengths.items
    owner.taps_link('Kompas', 'Mijn wens')
    owner.picks('liefde')
    assert on_disk(owner, server).wish.answer.tile == 'love'
    owner.taps_link('Kompas')
    owner.taps_button('Nieuwe stap')
    owner.picks('wandelen')
    assert on_disk(owner, server).steps.open[0].answer.tile == 'walk'


def on_disk(person: Person, server: Server):
    return compass_of(server, person.compass_id)


def words_on_the_compass(person: Person, words: str) -> Locator:
    return person.page.locator('svg.compass').get_by_text(words, exact=True)
