"""`coordinator`: an invitation for one more coordinator, by who runs the machine."""

from collections.abc import Iterator

from model.access.access import Access
from model.access.table import INVITATION_KEPT
from ui.terminal import qr


def coordinator(access: Access) -> Iterator[str]:
    """Make the invitation; yields its link and a QR code of it. Raises `OSError`."""
    link = access.accounts.invite_coordinator()
    yield f'An invitation for a coordinator. It works once, within {INVITATION_KEPT.days} days:'
    yield f'  {link}'
    yield from qr.lines(link)
