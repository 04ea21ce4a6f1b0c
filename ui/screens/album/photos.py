"""The place "Album": every photo, drawing and voice of the compass, and the ways to add one."""

from html import escape

from nicegui import ui

from model.compass.album import Attachment
from model.compass.compass import Compass
from model.compass.target import ALBUM
from ui.components.answers.own_ways import own_ways
from ui.components.frame import frame
from ui.components.places import places
from ui.components.thumbnail import thumbnail
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.screens.album import question
from ui.words.months import by_month


def photos(here: Here) -> None:
    """The screen."""
    say = here.say
    with frame(here, say('Mijn album'), key='photos', here_to_stay=True):
        question.waiting(here)
        own_ways(here, str(ALBUM))
        grid = ui.html('', sanitize=False).classes('album')
        words = escape(say("Hier komen je foto's en tekeningen."))
        empty = ui.html(f'{pictogram("photos")}<p>{words}</p>', sanitize=False).classes('nothing-yet')

    def redraw(seen: Compass) -> None:
        shown = seen.album.shown
        grid.set_content(_under_months(here, seen, shown))
        empty.set_visibility(not shown)

    here.live(redraw)
    places(here, 'fotos')


def _under_months(here: Here, seen: Compass, shown: list[Attachment]) -> str:
    months = by_month(shown, lambda one: one.added.at.date(), here.say)
    return ''.join(
        (f'<h2>{escape(month)}</h2>' if month else '') + ''.join(thumbnail(here, seen, one) for one in found)
        for month, found in months.items()
    )
