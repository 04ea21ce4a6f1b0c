"""The places of a compass: Kompas, Leven, Stappen, Album, Delen; below on a phone, at the side on a tablet."""

from html import escape

from nicegui import ui

from ui.live.here import Here
from ui.plain.page import pictogram


def places(here: Here, current: str) -> None:
    """The links; `current` is the sub-page that is open."""
    say = here.say
    links = ''.join(
        f'<a class="place" href="{here.link(page)}"{" aria-current=page" if page == current else ""}>'
        f'{pictogram(key)}<span>{escape(words)}</span></a>'
        for page, key, words in (
            ('', 'compass', say('Kompas')),
            ('leven', 'life', say('Leven')),
            ('stappen', 'steps', say('Stappen')),
            ('fotos', 'photos', say('Album')),
            ('delen', 'share', say('Delen')),
        )
    )
    ui.html(links, sanitize=False, tag='nav').classes('places')
