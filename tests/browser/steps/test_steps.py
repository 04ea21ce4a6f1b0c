"""A step: chosen, changed, done with a party, put back, taken off; and nothing of it is ever lost or doubled."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.party import COUNT_PARTIES, sees_parties
from tests.browser.cast.person import Person
from tests.server import Server


@pytest.mark.parametrize(('motion', 'parties'), [('no-preference', 1), ('reduce', 0)])
def test_a_step_that_is_done_is_one_party_and_none_for_who_wants_no_motion(
    new_person: Callable[..., Person], motion: str, parties: int
) -> None:
    sam = new_person(reduced_motion=motion)
    sam.page.add_init_script(COUNT_PARTIES)
    sam.begins()
    sam.sets_step('wandelen')
    sam.picks('Gedaan')
    # putting it back is no party, and its answer comes after all that belonged to the first
    sam.lets_go('Gedaan')
    sam.picks('Gedaan')
    sam.lets_go('Gedaan')
    sees_parties(sam.page, 2 * parties)


def test_a_step_that_is_done_stands_with_what_was_done(owner: Person) -> None:
    owner.begins()
    owner.sets_step('wandelen')
    owner.taps_link('Stappen')
    owner.sees_title('Mijn stappen')
    expect(card(owner, 'Wandelen')).to_be_visible()
    expect(done(owner)).to_have_count(0)
    owner.picks('Gedaan')
    expect(done(owner)).to_have_text('Wandelen')
    owner.lets_go('Gedaan')
    expect(done(owner)).to_have_count(0)
    expect(card(owner, 'Wandelen')).to_be_visible()


@pytest.mark.long
def test_what_and_with_whom_and_when_can_be_changed(owner: Person) -> None:
    owner.begins()
    owner.sets_step('wandelen')
    card(owner, 'Wandelen').click()
    owner.taps_link('Te groot? Maak hem kleiner')
    owner.is_at('stap/[0-9a-f]+/anders')
    owner.taps_link('Iets anders')
    owner.sees_title('Wat ga je doen?')
    owner.picks('fietsen')
    owner.sees_pressed('wandelen', pressed=False)
    owner.taps_button('Verder')
    owner.sees_title('Wat en wie helpt je?')
    owner.picks('begeleider')
    owner.taps_button('Verder')
    owner.sees_title('Wanneer?')
    owner.picks('morgen')
    owner.picks('ochtend')
    owner.taps_button('Verder')
    owner.is_at('')
    expect(card(owner, 'Fietsen')).to_contain_text('met mijn begeleider · morgenochtend')
    card(owner, 'Fietsen').click()
    owner.taps_link('Met wie')
    owner.lets_go('begeleider')
    owner.picks('alleen')
    owner.taps_button('Verder')
    owner.picks('later')
    owner.sees_pressed('morgen', pressed=False)
    owner.taps_button('Verder')
    expect(card(owner, 'Fietsen')).to_contain_text("alleen · later · 's ochtends")


def test_a_step_can_be_taken_off_and_put_back(owner: Person) -> None:
    owner.begins()
    owner.sets_step('wandelen')
    card(owner, 'Wandelen').click()
    owner.taps_button('Weghalen')
    expect(owner.button('Zet terug')).to_be_visible()
    expect(owner.link('Wanneer')).to_be_hidden()
    owner.taps_button('Terug')
    owner.sees_title('Mijn stappen')
    expect(card(owner, 'Wandelen')).to_have_count(0)
    owner.sees('Weggehaald: Wandelen')
    owner.goes_back('stappen')
    owner.sees_title('Wandelen')
    owner.taps_button('Zet terug')
    expect(owner.button('Weghalen')).to_be_focused()
    owner.taps_button('Terug')
    expect(card(owner, 'Wandelen')).to_be_visible()
    owner.sees_nothing_of('Weggehaald')


def test_a_step_can_have_own_words_and_an_own_companion(owner: Person) -> None:
    owner.begins()
    owner.taps_button('Nieuwe stap')
    owner.writes('taart bakken')
    owner.sees_pressed('taart bakken')
    owner.taps_button('Verder')
    owner.sees_title('Wat en wie helpt je?')
    owner.writes('tante Mia', 'Iemand anders')
    owner.sees_pressed('tante Mia')
    owner.taps_link('Kompas')
    expect(card(owner, 'Taart bakken')).to_contain_text('met tante Mia')


def test_own_words_can_be_added_to_a_tile(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_button('Nieuwe stap')
    owner.picks('koken of bakken')
    owner.writes('taart bakken met papa')
    owner.taps_link('Kompas')
    expect(card(owner, 'Taart bakken met papa')).to_be_visible()
    assert [step.answer.tile for step in compass_of(server, owner.compass_id).steps.items] == ['cook-or-bake']


def test_a_reload_while_choosing_makes_no_second_step(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_button('Nieuwe stap')
    owner.picks('wandelen')
    owner.is_at('stap/[0-9a-f]+/wat')
    owner.page.reload()
    owner.sees_pressed('wandelen')
    owner.picks('fietsen')
    assert [step.answer.tile for step in compass_of(server, owner.compass_id).steps.items] == ['cycle']


def test_a_second_tap_takes_back_the_step_that_was_just_chosen(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_button('Nieuwe stap')
    owner.picks('wandelen')
    owner.lets_go('wandelen')
    owner.taps_button('Verder')
    owner.is_at('')
    assert not compass_of(server, owner.compass_id).steps.items


def test_back_never_loses_anything(owner: Person, server: Server) -> None:
    owner.begins()
    owner.taps_link('Jezelf zijn')
    owner.picks('muziek')
    owner.taps_button('Verder')
    owner.is_at('')
    owner.taps_button('Nieuwe stap')
    owner.is_at('nieuwe-stap')
    owner.picks('wandelen')
    owner.taps_button('Verder')
    owner.sees_title('Wat en wie helpt je?')
    owner.picks('alleen')
    owner.taps_button('Verder')
    owner.sees_title('Wanneer?')
    owner.picks('morgen')
    owner.goes_back('stap/[0-9a-f]+/wanneer')
    owner.sees_title('Wat en wie helpt je?')
    owner.sees_pressed('alleen')
    owner.goes_back('stap/[0-9a-f]+/wie')
    owner.sees_title('Wat ga je doen?')
    owner.sees_pressed('wandelen')
    owner.goes_back('stap/[0-9a-f]+/wat')
    owner.goes_back('')
    owner.sees_title('Wat geeft jou kracht?')
    owner.sees_pressed('muziek')
    [step] = compass_of(server, owner.compass_id).steps.items
    assert (step.answer.tile, step.companions[0].tile, step.when is not None) == ('walk', 'by-myself', True)


def test_terug_walks_the_same_way_back(owner: Person) -> None:
    owner.begins()
    owner.taps_button('Nieuwe stap')
    owner.is_at('nieuwe-stap')
    owner.picks('wandelen')
    owner.taps_button('Verder')
    owner.sees_title('Wat en wie helpt je?')
    owner.picks('alleen')
    owner.taps_button('Verder')
    owner.sees_title('Wanneer?')
    owner.taps_button('Terug')
    owner.sees_title('Wat en wie helpt je?')
    owner.sees_pressed('alleen')
    owner.taps_button('Terug')
    owner.sees_title('Wat ga je doen?')
    owner.sees_pressed('wandelen')


def card(person: Person, what: str) -> Locator:
    """The card of a step that is shown."""
    return person.page.get_by_role('link').filter(has_text=what)


def done(person: Person) -> Locator:
    """What a card says under "Gedaan!"."""
    section = person.page.locator('section').filter(has=person.page.get_by_role('heading', name='Gedaan!'))
    return section.get_by_role('link').locator('.text > span')


def test_three_faces_ask_how_a_step_went_and_nobody_needs_to_answer(owner: Person) -> None:
    owner.begins()
    owner.sets_step('wandelen')
    card(owner, 'Wandelen').click()
    owner.sees_title('Wandelen')
    expect(owner.page.get_by_text('Hoe ging het?')).to_be_hidden()
    owner.picks('Gedaan')
    owner.picks('goed')
    owner.picks('ging wel')
    owner.sees_pressed('goed', pressed=False)
    owner.lets_go('ging wel')
    owner.taps_link('Kompas')
    owner.taps_link('Hoe ging het?')
    owner.picks('niet goed')
    owner.taps_link('Kompas')
    expect(card(owner, 'Wandelen').locator('[data-key=face-bad]')).to_be_visible()
    expect(owner.link('Hoe ging het?')).to_have_count(0)
