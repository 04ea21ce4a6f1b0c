"""The places of a compass: Kompas, Leven, Stappen, Album, Delen; below on a phone, at the side on a tablet."""

from html import escape

from nicegui import ui

from model.compass.part import Part
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram


def places(here: Here, current: str) -> None:
    """The links; `current` is the sub-page that is open. Who sees the steps alone has no doors to anything else."""
    say, sees_ring = here.say, Part.RING in here.grant.parts
    links = ''.join(
        f'<a class="place" href="{here.link(page)}"{" aria-current=page" if page == current else ""}>'
        f'{pictogram(key)}<span>{escape(words)}</span></a>'
        for page, key, words, is_there in (
            ('', 'compass', say('Kompas'), sees_ring),
            ('leven', 'life', say('Leven'), sees_ring or bool(here.grant.domains)),
            ('stappen', 'steps', say('Stappen'), True),
            ('fotos', 'photos', say('Album'), sees_ring),
            ('delen', 'share', say('Delen'), sees_ring),
        )
        if is_there
    )
    ui.html(links, sanitize=False, tag='nav').classes('places')
