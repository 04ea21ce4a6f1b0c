"""Every page of a worker in every shape of a screen: nothing beside it, no word broken, one row that sticks at most."""

from collections.abc import Callable, Iterator

import pytest

from tests.browser.cast.at_work import signs_in_here
from tests.browser.cast.person import Person
from tests.browser.cast.reflow.shapes import Offenders, Shaped
from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague, coordinator_of
from tests.server import Server

LONG_NAME = 'Maria-Antoinette van der Meer-Oosterhuis'
LONG_TEAM = 'Arbeidsongeschiktheidsverzekeringen'
FEWEST = 15


@pytest.fixture(scope='module')
def seen() -> dict[str, dict[str, Offenders]]:
    """What was found on the pages that were walked over once, for all tests of this file."""
    return {}


@pytest.fixture
def found(seen: dict[str, dict[str, Offenders]], new_person: Callable[..., Person], server: Server) -> str:
    if not seen:
        bea = new_person(fresh=True)
        shaped = Shaped(bea.page)
        for screen in every_page(bea, server):
            seen[screen] = shaped.offenders(type_too=True, number=len(seen))
    assert len(seen) >= FEWEST
    return '\n'.join(
        f'{screen}, {shape}: {what}: {offender}'
        for screen, shapes in seen.items()
        for shape, offenders in shapes.items()
        for what, those in offenders.items()
        for offender in those
    )


@pytest.mark.long
def test_every_page_of_a_worker_fits(found: str) -> None:
    assert not found, found


def every_page(bea: Person, server: Server) -> Iterator[str]:
    """Open each page in turn; its name."""
    boss = Colleague(server, 'Bea', team=LONG_TEAM, coordinator=True)  # type: ignore[arg-type]
    signs_in_here(bea, boss)
    yield from pages(bea, {'empty desk': '/werk'})
    guests = [Guest(boss, name) for name in (LONG_NAME, 'Sam')]
    guests[0].writes('jezelf-zijn', 'naar de arbeidsongeschiktheidsverzekering bellen')
    for one in guests:
        one.steps_on('naar de arbeidsongeschiktheidsverzekering bellen')
    coordinator_of(server)  # type: ignore[arg-type]
    yield from pages(bea, {'desk': '/werk', 'team': '/werk/team', 'log': '/werk/logboek', 'own ways in': '/werk/ik'})
    yield from pages(bea, {'worksheets': '/werk/werkbladen'})
    compass = f'/kompas/{guests[0].id}'
    for name in ('', '/jezelf-zijn', '/stappen', '/nieuwe-stap', '/fotos', '/delen', '/voorbereiden', '/doorgeven'):
        yield from pages(bea, {f'compass{name}': f'{compass}{name}'})
    bea.page.locator('#toolbar form button').click()
    bea.page.locator('#toolbar [data-exit]').wait_for()
    yield from pages(
        bea, {'lent': compass, 'lent strengths': f'{compass}/jezelf-zijn', 'lent sheet': f'{compass}/tekenen/album'}
    )
    yield from pages(bea, {'take back': '/werk/terug'})


def pages(bea: Person, addresses: dict[str, str]) -> Iterator[str]:
    for name, address in addresses.items():
        bea.opens(address)
        bea.page.get_by_role('heading', level=1).wait_for()
        yield name
