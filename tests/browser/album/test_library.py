"""The picture library: searched in one's own words, and a picture of it becomes a strength, a wish or a step."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.cast.attached import is_seen
from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.server import Server

GUITAR, PIE, BROWN_GRANDMOTHER = '1F3B8', '1F967', '1F475-1F3FD'


@pytest.fixture
def sam(owner: Person) -> Person:
    """Someone who looks for a picture of what gives them strength."""
    owner.begins()
    owner.taps_link('Jezelf zijn', 'Plaatje kiezen')
    owner.sees_title('Kies een plaatje')
    return owner


@pytest.mark.long
def test_everyday_pictures_are_there_at_once_and_words_find_others(sam: Person) -> None:
    expect(choices(sam)).to_have_count(36)
    is_seen(sam.button('huis'))
    # as it is written, in capitals, half, and misspelt
    for words in ('gitaar', 'GITAAR', 'gita', 'gietaar'):
        searches(sam, words)
        expect(choices(sam).first).to_have_attribute('data-code', GUITAR)
        is_seen(choices(sam).first)
        searches(sam, '')
        expect(choices(sam)).to_have_count(36)


@pytest.mark.long
def test_an_english_word_is_enough_for_who_has_no_other(new_person: Callable[..., Person]) -> None:
    sam = new_person(locale='en-GB')
    sam.opens()
    sam.page.locator('form[action^="/nieuw"] button').click()
    sam.page.locator('button[value=iedereen]').click()
    sam.is_at('ik')
    sam.goes_to('plaatjes/wishes')
    searches(sam, 'guitar')
    expect(choices(sam).first).to_have_attribute('data-code', GUITAR)
    expect(choices(sam).first).to_have_text('guitar')


def test_nothing_found_is_said_plainly_and_searching_goes_on(sam: Person) -> None:
    searches(sam, 'qqqqqqqq')
    sam.sees('Niets gevonden. Probeer een ander woord.')
    expect(choices(sam)).to_have_count(0)
    searches(sam, '')
    expect(choices(sam)).to_have_count(36)
    expect(sam.line('Zoek een plaatje')).to_be_focused()


@pytest.mark.long
def test_a_picture_becomes_a_strength_a_wish_and_a_step_and_is_at_hand_from_then_on(
    sam: Person, server: Server
) -> None:
    finds_guitar(sam)
    sam.is_at('jezelf-zijn')
    sam.sees_pressed('gitaar')
    is_seen(sam.button('gitaar'))
    sam.taps_link('Kompas')
    expect(sam.page.locator(f'svg.compass image[href*="{GUITAR}"]')).to_be_visible()
    sam.taps_link('Mijn wens', 'Plaatje kiezen')
    # what was used before comes first
    expect(choices(sam).first).to_have_attribute('data-code', GUITAR)
    choices(sam).first.click()
    sam.is_at('wens')
    sam.sees_pressed('gitaar')
    sam.taps_link('Kompas')
    sam.taps_button('Nieuwe stap')
    sam.taps_link('Plaatje kiezen')
    choices(sam).first.click()
    sam.is_at('stap/[0-9a-f]+/wat')
    sam.sees_pressed('gitaar')
    sam.taps_button('Verder')
    sam.sees_title('Wat en wie helpt je?')
    compass = compass_of(server, sam.compass_id)
    held = (compass.strengths.items[0], compass.wish, compass.steps.items[0])
    assert [one.answer.sticker for one in held if one] == [GUITAR] * 3


@pytest.mark.long
def test_a_picture_takes_the_place_of_the_pictogram_of_a_strength(sam: Person, server: Server) -> None:
    sam.taps_button('Terug')
    sam.picks('muziek')
    sam.taps_link('muziek', 'Plaatje kiezen')
    finds_guitar(sam)
    sam.is_at('kracht/[0-9a-f]+')
    is_seen(sam.page.locator('.face'))
    sam.taps_button('Terug')
    sam.sees_pressed('muziek')
    is_seen(sam.button('muziek'))
    [strength] = compass_of(server, sam.compass_id).strengths.items
    assert (strength.answer.tile, strength.answer.sticker) == ('music', GUITAR)


@pytest.mark.long
def test_own_words_are_offered_pictures_one_of_which_one_tap_takes(sam: Person, server: Server) -> None:
    sam.taps_button('Terug')
    sam.sees_title('Wat geeft jou kracht?')
    sam.writes('gitaar')
    offered = sam.page.get_by_role('group', name='Plaatje erbij?')
    sam.sees('Plaatje erbij?')
    is_seen(offered.get_by_role('button').first)
    offered.get_by_role('button', name='gitaar', exact=True).click()
    expect(offered).to_be_hidden()
    is_seen(sam.button('gitaar'))
    [strength] = compass_of(server, sam.compass_id).strengths.items
    assert (strength.answer.words, strength.answer.sticker) == ('gitaar', GUITAR)


@pytest.mark.long
def test_no_picture_is_fine_and_words_that_have_none_are_offered_none(sam: Person, server: Server) -> None:
    sam.taps_button('Terug')
    sam.sees_title('Wat geeft jou kracht?')
    sam.writes('gitaar')
    sam.sees('Plaatje erbij?')
    sam.writes('qqxx')
    expect(sam.page.get_by_role('group', name='Plaatje erbij?')).to_be_hidden()
    sam.sees_pressed('qqxx')
    assert [one.answer.sticker for one in compass_of(server, sam.compass_id).strengths.items] == [None, None]


@pytest.mark.long
def test_people_have_the_skin_colour_that_was_chosen_also_the_next_time(sam: Person, server: Server) -> None:
    sam.sees_pressed('geel')
    sam.picks('bruin')
    sam.sees_pressed('geel', pressed=False)
    expect(sam.button('oma')).to_have_attribute('data-code', BROWN_GRANDMOTHER)
    is_seen(sam.button('oma'))
    sam.taps_button('oma')
    sam.is_at('jezelf-zijn')
    sam.sees_pressed('oma')
    assert compass_of(server, sam.compass_id).stickers == [BROWN_GRANDMOTHER]
    sam.taps_link('Plaatje kiezen')
    sam.sees_pressed('bruin')
    expect(choices(sam).first).to_have_attribute('data-code', BROWN_GRANDMOTHER)


@pytest.mark.long
def test_words_that_are_being_typed_stay_while_the_other_device_changes_the_compass(
    owner: Person, phone: Person
) -> None:
    owner.goes_to('plaatjes/wishes')
    owner.line('Zoek een plaatje').focus()
    owner.page.keyboard.type('taar')
    expect(choices(owner).first).to_have_attribute('data-code', PIE)
    phone.taps_link('Jezelf zijn')
    phone.picks('muziek')
    owner.page.keyboard.type('t')
    expect(owner.line('Zoek een plaatje')).to_have_value('taart')
    expect(choices(owner).first).to_have_attribute('data-code', PIE)


def choices(person: Person) -> Locator:
    """The pictures that were found."""
    return person.page.locator('[data-code]')


def searches(person: Person, words: str) -> None:
    """Type words where one searches, after those that stood there."""
    line = person.page.get_by_role('searchbox')
    line.fill('')
    line.press_sequentially(words)


def finds_guitar(person: Person) -> None:
    """Search for a picture and pick it."""
    searches(person, 'gitaar')
    person.taps_button('gitaar')
