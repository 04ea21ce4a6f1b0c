"""A worker at a screen: signed in without one, because how that looks is another test's."""

from playwright.sync_api import Locator

from tests.browser.cast.person import AGAIN, Person
from tests.page.cast.people.colleague import Colleague, coordinator_of
from tests.server import Server


def is_at_work(person: Person, server: Server, name: str = 'Anna') -> Colleague:
    """From here on a worker is signed in in the browser of `person`."""
    worker = Colleague(server, name)  # type: ignore[arg-type]
    signs_in_here(person, worker)
    return worker


def signs_in_here(person: Person, worker: Colleague) -> None:
    """Put the cookie of `worker` in the browser of `person`."""
    value = str(worker.http.cookies['kompas'])
    person.page.context.add_cookies([{'name': 'kompas', 'value': value, 'url': person.url, 'httpOnly': True}])


def key_button(person: Person) -> Locator:
    """Found by what it is for: it may be hidden."""
    return person.page.locator('[data-passkey]')


def is_invited(person: Person, server: Server, name: str = 'Noor') -> None:
    """Open an invitation and give a name."""
    person.opens(coordinator_of(server).invites())  # type: ignore[arg-type]
    person.taps_button('Begin')
    person.page.get_by_label('Hoe noemen mensen je?').fill(name)
    person.taps_button('Verder')
    person.sees_title('Hoe wil je inloggen?')


def signs_out(person: Person) -> None:
    """Leave, from a page of nobody: the desk would go to where one signs in, by itself."""
    person.opens('/gezond')
    person.page.context.request.post(person.url + '/werk/uit', headers={'Origin': person.url}, max_retries=AGAIN)
