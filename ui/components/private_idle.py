"""What is private does not stay open on an own device that nobody touches."""

from nicegui import ui

from model.access.table import PRIVATE_IDLE
from model.key import SEEN_STEP
from ui.components.waiting import private_seal
from ui.live.here import Here


def shut_after_a_while(here: Here) -> None:
    """Everyone's device locks as a whole; an own one only asks for the person's picture before it shows this again.

    Until then what is half written here is sealed apart.
    """
    times = f'data-idle="{PRIVATE_IDLE.total_seconds():.0f}" data-seen-step="{SEEN_STEP.total_seconds():.0f}"'
    shut = f'data-script="live/private.js" {times}' if here.key.is_own else ''
    ui.html(f'<div {private_seal(here)} {shut} hidden></div>', sanitize=False).set_visibility(False)
