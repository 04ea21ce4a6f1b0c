"""Steps that nobody needs any more are let go together, and come back as easily."""

import pytest
from playwright.sync_api import expect

from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.server import Server

STEPS = ('wandelen', 'bellen', 'opruimen', 'fietsen')


@pytest.mark.long
def test_several_steps_are_let_go_by_a_tap_each_and_one_comes_back(owner: Person, server: Server) -> None:
    owner.begins()
    for step in STEPS:
        owner.sets_step(step)
    owner.taps_link('Stappen', 'Wat hoeft niet meer?')
    for step in ('Wandelen', 'Bellen', 'Opruimen'):
        owner.picks(step)
    owner.lets_go('Bellen')
    kept = {step.answer.tile for step in compass_of(server, owner.compass_id).steps.open}
    assert kept == {'call', 'cycle'}
    owner.taps_button('Terug')
    owner.sees('Weggehaald: Wandelen')
    expect(owner.link('Wat hoeft niet meer?')).to_be_hidden()


@pytest.mark.long
def test_who_has_one_step_is_not_asked_which_to_let_go(owner: Person) -> None:
    owner.begins()
    owner.sets_step('wandelen')
    owner.taps_link('Stappen')
    owner.sees_title('Mijn stappen')
    expect(owner.step('Wandelen')).to_be_visible()
    expect(owner.link('Wat hoeft niet meer?')).to_be_hidden()
