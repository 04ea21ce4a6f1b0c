"""A chip: something chosen, a link to a screen of its own, with a button that is pressed or not."""

from nicegui import ui

from ui.live.here import Here, Tap
from ui.look.kept_pictograms import pictogram


class Chip:
    """The link and the button stay the same elements, so that neither loses the focus."""

    def __init__(self, here: Here, page: str, on_press: Tap) -> None:
        """`page` is the sub-page that the link opens."""
        with ui.element('div').classes('chip') as self.element:
            self._link = ui.html('', sanitize=False, tag='a').classes('open').props(f'href={here.link(page)}')
            self._button = (
                ui.html('', sanitize=False, tag='button').props('type=button data-said=pressed').classes('press')
            )
            self._button.on('click', on_press, args=[])
        self._shown: object = None

    def show(self, content: str, name: str, key: str, *, pressed: bool, can_press: bool = True) -> None:
        """Show the picture and word of it; `name` and the pictogram `key` are those of the button."""
        shown = content, name, key, pressed, can_press
        if shown == self._shown:
            return  # whatever is set again is sent again
        self._shown = shown
        self._link.set_content(content)
        self._button.set_content(pictogram(key))
        self._button.props(f'aria-pressed={str(pressed).lower()}')
        self._button.props['aria-label'] = name
        self._button.set_visibility(can_press)
        is_pressed = pressed and can_press
        self.element.classes(add='is-pressed' if is_pressed else '', remove='' if is_pressed else 'is-pressed')
