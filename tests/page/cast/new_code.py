"""The screen to share, a new code that ends other keys, and everything wiped."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.page.cast.people.live_page import Page
from tests.page.cast.people.person import Owner, Person
from tests.page.cast.socket import Socket
from tests.patience import eventually

OTHERS_TOO = 'Andere telefoons kunnen er dan ook niet meer in'


@contextmanager
def share_screen(owner: Person) -> Iterator[tuple[Page, Socket]]:
    page = owner.page('delen')
    with owner.socket(page) as line:
        yield page, line


def asks_for_new_code(owner: Person, page: Page, line: Socket, *, devices_too: bool = False) -> None:
    """Tap "Nieuwe code", and once more when it asks; there is another sheet on disk when this ends."""
    [old] = [key for key in owner.on_disk.document['keys'] if owner.on_disk.is_sheet(key)]
    for words in [OTHERS_TOO] * devices_too + ['Nieuwe code']:
        for listener in [one for one in page.listeners if one.words == words]:
            line.triggers(page.client_id, listener.element, listener.id)
    eventually(lambda: old not in owner.on_disk.document['keys'], 'the code stayed as it was')


def ends_other_keys(owner: Owner, *, devices_too: bool) -> None:
    """Have a new code made."""
    with share_screen(owner) as (page, line):
        asks_for_new_code(owner, page, line, devices_too=devices_too)


def wipes_everything(owner: Person, page: Page, line: Socket) -> None:
    """Tap "Alles wissen", and show that it is the person, who has no picture."""
    for words in ('Alles wissen', 'Ik heb geen plaatje'):
        for listener in [one for one in page.listeners if one.words == words]:
            line.triggers(page.client_id, listener.element, listener.id)
    eventually(lambda: not owner.on_disk.file.exists(), 'it is still there')


def erases(owner: Person) -> None:
    """The compass is gone when this ends, and every page of it heard so."""
    with share_screen(owner) as (page, line):
        wipes_everything(owner, page, line)
        line.hears('run_javascript', 'kompas.wipe(')
