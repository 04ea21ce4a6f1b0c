"""Every screen, for everyone and for a device of each row."""

import re

import pytest

from model.access.table import May
from model.compass.part import PRIVATE_PARTS
from model.key import Row
from tests.page.access.matrix.cases import CASES, LOCKED
from tests.page.access.matrix.cast import INSIDERS, OUTSIDERS, WORKERS, Cast
from tests.page.access.matrix.screens import hidden_words, screens
from tests.soak import share
from ui.screens.compass_page import SURE_SCREENS, TAKING_SCREENS, WORKER_SCREENS

WAYS = 8
"""Screens that open are drawn: in a sample each row draws an eighth. Those that stay closed are asked for in full."""


@pytest.mark.parametrize('name', [*INSIDERS, *OUTSIDERS])
def test_everyone_opens_the_screens_that_are_theirs_and_reads_nothing_else(cast: Cast, name: str) -> None:
    one, parts = cast.one(name), cast.parts[name]
    wanted = {screen: part in parts or (part is None and bool(parts)) for screen, part in screens(cast).items()}
    wanted |= {page.strip('/'): name in WORKERS for page in WORKER_SCREENS}
    wanted |= {page.strip('/'): name == 'owner' for page in TAKING_SCREENS}
    wanted |= {page.strip('/'): name == 'owner' for page in SURE_SCREENS}
    for screen, may in wanted.items():
        answer = one.opens(f'/kompas/{cast.owner.id}/{screen}'.rstrip('/'))
        assert answer.status_code == (200 if may else 404), screen
        for words in hidden_words(parts):
            assert words not in answer.text, screen


@pytest.mark.parametrize('name', WORKERS)
def test_every_page_of_a_worker_says_whose_compass_it_is(cast: Cast, name: str) -> None:
    one, said = cast.one(name), []
    for screen in [*screens(cast), *(page.strip('/') for page in WORKER_SCREENS)]:
        answer = one.opens(f'/kompas/{cast.owner.id}/{screen}'.rstrip('/'))
        if answer.status_code != 200:
            continue
        strip = answer.text.partition('id="toolbar"')[2].partition('</nav>')[0]
        assert re.search(r'class="of">.*data-key="me".*<b dir="auto">Zonder naam</b>', strip, re.DOTALL), screen
        said.append(screen)
    assert len(said) > len(WORKER_SCREENS) + 10


@pytest.mark.parametrize('name', CASES)
def test_a_device_opens_the_screens_of_its_row_and_reads_nothing_else(cast: Cast, name: str) -> None:
    case = CASES[name]
    one, every = cast.device(case), screens(cast)
    opened = [screen for screen, part in every.items() if case.opens and (part is None or part in case.parts)]
    passed_over = set(opened).difference(share(opened, [*CASES].index(name), WAYS))
    for screen, part in every.items():
        if screen in passed_over:
            continue
        answer = one.opens(f'/kompas/{cast.owner.id}/{screen}'.rstrip('/'))
        for words in hidden_words(case.parts):
            assert words not in answer.text, screen
        if case.sees == LOCKED:
            assert (answer.status_code, answer.headers['location']) == (303, '/slot'), screen
        elif screen in opened:
            assert answer.status_code == 200, screen
        elif case.opens and (part in PRIVATE_PARTS or case.row is Row.ASKED) and answer.status_code == 200:
            assert 'Ben jij het?' in answer.text, screen  # whose picture, or picture PIN, shows it again
        else:
            assert answer.status_code == 404, screen
    for page in WORKER_SCREENS:
        assert one.opens(f'/kompas/{cast.owner.id}/{page.strip("/")}').status_code != 200
    for page in TAKING_SCREENS:
        answer = one.opens(f'/kompas/{cast.owner.id}/{page.strip("/")}')
        assert (answer.status_code == 200) is (May.CHANGE in case.may)
        for words in hidden_words(case.parts):
            assert words not in answer.text
    for page in SURE_SCREENS:
        answer = one.opens(f'/kompas/{cast.owner.id}/{page.strip("/")}')
        assert (answer.status_code == 200) is (case.opens and case.row is Row.CONFIRMED)
