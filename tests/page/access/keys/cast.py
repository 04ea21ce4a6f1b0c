"""What the tests of keys ask of a browser."""

from collections.abc import Callable

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Worker

Make = Callable[..., Machine]


def opens(person: Owner | Worker) -> bool:
    return person.opens(f'/kompas/{person.id}').status_code == 200
