"""A worker at a screen: signed in without one, because how that looks is another test's."""

from tests.browser.cast.person import Person
from tests.page.cast.people import Colleague
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
