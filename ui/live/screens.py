"""The screens of a live page, one at a time."""

from typing import Self

from nicegui.elements.sub_pages import SubPages


class Screens(SubPages):
    """`ui.sub_pages` that lets go of a screen that is gone.

    The framework's elements end in circles, and what stood on them, mostly drawings, would lie in memory until the next
    full garbage collection: a hundred kilobytes for each screen that somebody walks through.
    """

    def clear(self) -> Self:
        """Remove the screen that is shown."""
        gone = list(self.descendants())
        super().clear()
        for element in gone:
            for look in (element.props, element.classes, element.style):
                look._change_handlers.clear()  # each heard of its own changes, and so held itself
        return self
