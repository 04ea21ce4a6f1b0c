"""What is private does not stay open on an own device that nobody touches."""

from nicegui import ui

from model.access.table import PRIVATE_IDLE
from model.key import SEEN_STEP
from ui.live.here import Here


def shut_after_a_while(here: Here) -> None:
    """Everyone's device locks as a whole; an own one only asks for the person's picture before it shows this again."""
    if not here.key.is_own:
        return
    times = f'data-idle="{PRIVATE_IDLE.total_seconds():.0f}" data-seen-step="{SEEN_STEP.total_seconds():.0f}"'
    ui.html(f'<div data-script="live/private.js" {times} hidden></div>', sanitize=False).set_visibility(False)
