"""Where something on the compass came from: told only to who sees the life domain."""

from collections.abc import Callable
from html import escape

from nicegui import ui

from model.compass.compass import Compass
from ui.live import path
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.screens.life.asked import domain_of, drawing_of


def came_from(here: Here, on_compass: Callable[[Compass], list[str]]) -> None:
    """Ways to the domains from which these strengths or wishes, by their ids, were put on the compass."""
    place = ui.html('', sanitize=False).classes('quiet')

    def redraw(seen: Compass) -> None:
        keys = dict.fromkeys(key for one in on_compass(seen) for key in seen.life.from_where(one))
        place.set_content(''.join(_way(here, key) for key in keys))
        place.set_visibility(bool(keys))

    here.live(redraw)


def _way(here: Here, key: str) -> str:
    found = domain_of(here, key)
    if found is None:
        return ''
    words = escape(here.say('Uit: {what}', what=here.say(found.word)))
    return f'<a href="{here.link(path.of_life(key))}">{pictogram(drawing_of(found))}<span>{words}</span></a>'
