"""The screen to share, and a new code that ends other keys."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.page.cast.people import Owner, Page
from tests.page.cast.socket import Socket


@contextmanager
def share_screen(owner: Owner) -> Iterator[tuple[Page, Socket]]:
    page = owner.page('delen')
    with owner.socket(page) as line:
        yield page, line


def ends_other_keys(owner: Owner, *, devices_too: bool) -> None:
    """Tap "Nieuwe code"."""
    with share_screen(owner) as (page, line), owner.on_disk.changes():
        for words in ['Ook andere telefoons stoppen'] * devices_too + ['Nieuwe code']:
            listener = page.listener(words)
            line.triggers(page.client_id, listener.element, listener.id)
