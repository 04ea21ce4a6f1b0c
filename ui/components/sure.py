"""A button for what cannot be undone: it asks first, and the second button never lies under the finger of the first."""

import time
from html import escape

from nicegui import ui

from ui.components.button import button
from ui.live.here import Here, Tap

SAME_TAP = 0.5
"""Seconds in which another tap is the second half of a double one, and answers nothing."""


def sure(here: Here, words: str, key: str, question: str, keep: str, do: Tap) -> None:
    """A button with these words. `keep` is the way out, where the first button was; only the second tap does it."""

    since = 0.0

    def ask(*, asked: bool) -> None:
        nonlocal since
        if not asked and time.monotonic() - since < SAME_TAP:
            return
        since = time.monotonic()
        first.set_visibility(not asked)
        dialog.set_visibility(asked)
        focused = no if asked else first
        focused.client.run_javascript(f'getHtmlElement({focused.id})?.focus()')

    first = button(words, key, lambda: ask(asked=True))
    with ui.element('div').classes('notice sure').props('role=alertdialog') as dialog:
        dialog.props['aria-label'] = question
        no = button(keep, 'heart', lambda: ask(asked=False))
        ui.html(escape(question), sanitize=False, tag='p')
        button(words, key, here.tap(do))
    dialog.set_visibility(False)
