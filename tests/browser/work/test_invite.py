"""A coordinator invites somebody: the link is copied, or selected where a browser does not let a page copy."""

import pytest
from playwright.sync_api import expect

from tests.browser.cast.at_work import signs_in_here
from tests.browser.conftest import PHONE
from tests.page.cast.people.colleague import INVITATION, coordinator_of

REFUSES = 'navigator.clipboard.writeText = () => Promise.reject(new DOMException("no"))'
HAS_NONE = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })"
SELECTED = 'getSelection().toString()'


@pytest.fixture
def invites(new_person, server):
    """On the page with a new link, after this script ran on it."""

    def at_the_link(script=''):
        bea = new_person(PHONE, fresh=True)
        signs_in_here(bea, coordinator_of(server))
        if script:
            bea.page.add_init_script(script)
        bea.opens('/werk/team')
        bea.page.get_by_text('Nodig iemand uit').click()
        bea.page.get_by_label('Voor wie?').fill('Wies van de receptie')
        bea.taps_button('Maak de uitnodiging')
        bea.sees_title('Een uitnodiging')
        bea.sees('Voor Wies van de receptie')
        return bea

    return at_the_link


def test_the_link_is_copied_with_one_tap(invites):
    bea = invites()
    bea.page.context.grant_permissions(['clipboard-read', 'clipboard-write'])
    bea.taps_button('Kopieer de link')
    expect(bea.button('Gekopieerd')).to_be_visible()
    copied = bea.page.evaluate('navigator.clipboard.readText()')
    assert INVITATION.fullmatch(copied)
    assert copied == bea.page.locator('.link').inner_text()


@pytest.mark.parametrize('script', [REFUSES, HAS_NONE], ids=['refused', 'missing'])
def test_where_it_cannot_be_copied_the_link_is_selected_and_words_say_so(invites, script):
    bea = invites(script)
    bea.taps_button('Kopieer de link')
    expect(bea.page.get_by_role('alert')).to_have_text(
        'Kopiëren lukt hier niet. De link is nu gekozen: kopieer hem zelf.'
    )
    assert INVITATION.fullmatch(bea.page.evaluate(SELECTED).strip())
