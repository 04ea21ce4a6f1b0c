"""The summary: ticked part by part, read at once, copied, and kept nowhere."""

import pytest
from playwright.sync_api import expect

from tests.browser.cast.person import Person

COPIED = 'navigator.clipboard.readText()'
REFUSES = '() => { navigator.clipboard.writeText = () => Promise.reject(new Error("no")); }'


def has_something(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Jezelf zijn')
    owner.picks('muziek')
    owner.taps_link('Kompas')
    owner.is_at('')
    owner.taps_link('Delen', 'Een samenvatting')
    owner.sees_title('Een samenvatting')


def test_what_is_ticked_is_read_at_once_and_copied(owner: Person) -> None:
    has_something(owner)
    owner.page.context.grant_permissions(['clipboard-read', 'clipboard-write'])
    text = owner.page.locator('#summary-text')
    expect(text).to_be_hidden()
    owner.taps_button('Jezelf zijn')
    expect(text).to_contain_text('- muziek')
    owner.taps_button('Kopieer')
    expect(owner.button('Gekopieerd')).to_be_visible()
    assert owner.page.evaluate(COPIED) == text.text_content()
    expect(owner.page.get_by_role('link', name='Op papier')).to_have_attribute(
        'href', '/'.join(['', 'kompas', str(owner.compass_id), 'samenvatting.pdf?deel=be-yourself'])
    )
    owner.taps_button('Jezelf zijn')
    expect(text).to_be_hidden()


@pytest.mark.long
def test_nothing_of_the_choice_is_kept(owner: Person) -> None:
    has_something(owner)
    owner.taps_button('Jezelf zijn')
    owner.sees_pressed('Jezelf zijn')
    owner.page.reload()
    expect(owner.button('Jezelf zijn')).to_have_attribute('aria-pressed', 'false')


def test_where_copying_is_refused_it_says_so_and_selects_the_text(owner: Person) -> None:
    has_something(owner)
    owner.page.evaluate(REFUSES)
    owner.taps_button('Jezelf zijn')
    owner.taps_button('Kopieer')
    owner.sees('Kopiëren kan hier niet. Houd je vinger op de tekst om hem te kopiëren.')
    assert '- muziek' in owner.page.evaluate('getSelection().toString()')
