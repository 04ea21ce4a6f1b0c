"""Every screen is within two taps of the compass: the ways on it are walked, and those on the screens they lead to."""

import re
from collections.abc import Callable

import pytest

from model.compass.sharing.sharing import Reach
from tests.browser.cast.on_disk import changed
from tests.browser.cast.person import Person
from tests.browser.cast.screens import NOW, fill
from tests.browser.conftest import PHONE
from tests.server import Server
from ui.screens.album import question
from ui.screens.compass_page import (
    LIFE_SCREENS,
    PERSON_SCREENS,
    PRIVATE_SCREENS,
    SCREENS,
    STEP_SCREENS,
    SURE_SCREENS,
    TAKING_SCREENS,
    TOWARDS_SCREENS,
    Screen,
)
from ui.screens.keys import prove
from ui.screens.sharing import rounding_off
from ui.screens.steps import new_step, ready

ROUTES: dict[str, Screen] = {
    route: screen
    for screens in (
        SCREENS,
        STEP_SCREENS,
        TOWARDS_SCREENS,
        LIFE_SCREENS,
        PRIVATE_SCREENS,
        PERSON_SCREENS,
        SURE_SCREENS,
        TAKING_SCREENS,
    )
    for route, screen in screens.items()
}
ASKED: set[Screen] = {
    prove.prove,  # stands in the place of what is private, until the person showed who they are
    ready.ready,  # comes with "Klaar" while there is no step
    new_step.what,  # asks the question of a new step once more
}
"""Screens that nobody goes to: each comes by itself, or is one that is reached already."""
PAPERS = {rounding_off.BOOK, 'toen-en-nu.pdf', 'poster.pdf'}
BUTTONS = ('Nieuwe stap', 'Tot ziens')
"""Ways that are no links."""
ADDRESSES = """(links) => links.map((link) => new URL(link.getAttribute('href'), location).pathname)"""


def screen_at(page: str) -> Screen | None:
    """The screen of a sub-page; None for a paper, or a file."""
    for route, screen in ROUTES.items():
        if re.fullmatch(re.sub('{.*?}', '[^/]+', route.strip('/')), page):
            return screen
    return None


def ways_from(person: Person, page: str) -> set[str]:
    """The sub-pages that one tap on this one leads to."""
    home = f'/kompas/{person.compass_id}'
    person.goes_to(page)
    links = person.page.locator('a[href]:not([href^="tel:"])').filter(visible=True)
    found = {address.removeprefix(home).strip('/') for address in links.evaluate_all(ADDRESSES) if home in address}
    for name in BUTTONS:
        if person.button(name).filter(visible=True).count():
            person.taps_button(name)
            person.page.wait_for_url(lambda address: not address.rstrip('/').endswith(f'{home}/{page}'.rstrip('/')))
            found.add(person.page.url.partition(home)[2].strip('/'))
            person.goes_to(page)
    return found


@pytest.fixture
def near(new_person: Callable[..., Person], server: Server) -> set[str]:
    """All sub-pages within two taps of a compass with everything on it, on a phone."""
    sam = new_person(PHONE)
    sam.begins()
    fill(sam, server)
    with changed(server, sam.compass_id) as compass:
        compass.sharing.let('0123456789abcdef', Reach.EVERYTHING, NOW)
        compass.sharing.ask('fedcba9876543210', NOW)
    after_one = ways_from(sam, '')
    screens = sorted(page for page in after_one if screen_at(page))
    after_two = after_one.union(*(ways_from(sam, page) for page in screens))
    sam.says_it_is_theirs()  # there is more to share on a device of one's own, and no saying goodbye
    return after_two | ways_from(sam, 'delen')


@pytest.mark.long
def test_every_screen_and_paper_is_within_two_taps_of_the_compass(near: set[str]) -> None:
    assert question.question in map(screen_at, near)
    reached = {screen_at(page) for page in near} | ASKED
    assert {route for route, screen in ROUTES.items() if screen not in reached} == set()
    assert PAPERS - near == set()
