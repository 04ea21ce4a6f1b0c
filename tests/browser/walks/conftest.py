"""Phones, tablets and the desk, as they are at the beginning of a walk."""

from collections.abc import Callable

import pytest

from tests.browser.cast.at_work import is_at_work
from tests.browser.cast.person import Person
from tests.browser.cast.walking import A_PHONE, A_TABLET, fills_in
from tests.browser.conftest import PHONE, TABLET
from tests.page.cast.people.colleague import Colleague
from tests.server import Server

Phones = Callable[[], Person]


@pytest.fixture
def new_phone(new_person: Callable[..., Person]) -> Phones:
    """Phones of people's own, each with a browser that says it is one."""
    return lambda: new_person(PHONE, user_agent=A_PHONE)


@pytest.fixture
def hallway(new_person: Callable[..., Person]) -> Person:
    """The tablet in the hallway, which is everyone's."""
    return new_person(TABLET, user_agent=A_TABLET)


@pytest.fixture
def desk(new_person: Callable[..., Person], server: Server) -> tuple[Person, Colleague]:
    """The tablet of Anna, on which Sam began a compass and let her look along; she has it back."""
    tablet = new_person(TABLET, fresh=True)
    anna = is_at_work(tablet, server)
    tablet.opens('/werk')
    tablet.taps_button('Nieuw kompas')
    tablet.taps_button('Ja, mijn kompas en mijn stappen')
    fills_in(tablet, server, 'boot')
    compass_id = tablet.compass_id
    tablet.taps_link('Geef de tablet terug')
    tablet.line('Code').fill(anna.code())
    tablet.taps_button('Neem de tablet terug')
    tablet.sees_title('Mijn mensen')
    tablet.opens(f'/kompas/{compass_id}')
    return tablet, anna
