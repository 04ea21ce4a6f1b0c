"""A walk over every screen that a person can see."""

from collections.abc import Iterator

from playwright.sync_api import expect

from tests.browser.cast.person import Person
from tests.browser.cast.screens import PLAIN, fill, screens
from tests.server import Server


def every_screen(person: Person, server: Server, name: str, language: str) -> Iterator[str]:
    """Open each screen in turn, in the language of this name: plain pages, an empty compass, a full one; its name."""
    person.opens()
    person.taps_button(name)
    expect(person.page.locator('html')).to_have_attribute('lang', language)
    for address in PLAIN:
        person.opens(address)
        yield address
    person.opens()
    person.page.locator('form[action^="/nieuw"] button').click()
    person.page.wait_for_url('**/van-wie/*')
    yield 'whose device'
    person.page.locator('button[value=iedereen]').click()
    person.is_at('ik')
    person.page.locator('.dots').wait_for()
    yield 'first question'
    person.page.locator('.head a.square').click()  # past all questions at once
    person.is_at('')
    for page in ('', 'jezelf-zijn', 'stappen', 'fotos', 'klaar'):
        person.goes_to(page)
        yield f'empty {page or "home"}'
    things = fill(person, server)
    for page in screens(things):
        person.goes_to(page)
        yield things.named(page)
    yield from _open_questions(person)


def _open_questions(person: Person) -> Iterator[str]:
    """What appears on a screen after a tap, or lies over it."""
    person.goes_to('delen')
    person.page.locator('.danger > button').filter(has=person.page.locator('[data-key=erase]')).click()
    person.page.get_by_role('alertdialog').wait_for()
    yield 'erase?'
    person.goes_to('wens')
    person.page.locator('.own input').fill('a' * 100)
    person.page.locator('.own button').click()
    person.page.get_by_role('alert').wait_for()
    yield 'too long'
    person.goes_to('')
    person.page.locator('#still-here').evaluate('(dialog) => dialog.showModal()')
    yield 'still here?'
    person.opens(f'/van-wie/{person.compass_id}')
    person.page.locator('button[value=eigen]').click()
    person.page.locator('button[value=mee]').click()
    person.is_at('')
    person.goes_to('erbij')
    person.page.locator('.eight').wait_for()
    yield 'eight digits'
