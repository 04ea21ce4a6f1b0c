"""HTML that stands in the first picture of a page already: the script carries it into the live one, sent only once.

The element around it in the first picture has the attribute `data-carried` with the same name.
"""

from nicegui import ui

from ui.live.here import Here


class Carried:
    """A place on the live page, filled from the first picture while that stands, and by the server from then on."""

    def __init__(self, here: Here, name: str, tag: str = 'div') -> None:
        self.element = ui.html('', sanitize=False, tag=tag)
        self._stands = here.first_picture
        self._shown = ''
        if self._stands:
            self.element.props(f'data-carries={name}')

    def show(self, html: str) -> None:
        """Show this; nothing is sent when it is what stands there."""
        if html == self._shown:
            return
        if not self._stands:
            self.element.set_content(html)
        self._stands = False
        self._shown = html
