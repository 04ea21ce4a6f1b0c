"""One photo, drawing or voice on the whole screen: the next by a swipe, on paper or not, away and back."""

import asyncio
from contextlib import suppress
from html import escape

from nicegui import background_tasks, ui

from model.access.refusals import NoSuchCompass
from model.compass.album import UNDO, Attachment, Size, Sort
from model.compass.compass import Compass
from model.compass.document import NotThere
from model.compass.part import Part
from ui.components.answers.tile import Tile
from ui.components.button import button
from ui.components.frame import frame
from ui.components.voice_player import voice_player
from ui.live import path
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import address, drawn, mark, word
from ui.words import saying


def photo(here: Here, attachment_id: str) -> None:
    """The screen. Raises `NotThere`."""
    say = here.say
    seen = here.look()
    shown = seen.album.find(attachment_id)
    if shown is None or shown.is_asked:
        raise NotThere(attachment_id)
    # who sees the steps alone has no album: the photo stands beside a step
    back = 'fotos' if Part.RING in here.grant.parts else path.HOME
    with frame(here, saying.attachment_name(shown, say), key='photos', back=back):
        _stage(here, seen, shown)
        with ui.element('div').classes('row photo-ways'):
            if shown.is_picture:
                _print(here, attachment_id)
            _take_away(here, attachment_id)


def _stage(here: Here, seen: Compass, shown: Attachment) -> None:
    """The picture, with the ways to its neighbours beside it."""
    pictures = [one.id for one in seen.album.shown]
    index = pictures.index(shown.id) if shown.id in pictures else -1
    stage = ui.html('', sanitize=False).classes('stage').props('data-script=live/photo.js')
    newer = pictures[index - 1] if index > 0 else None
    older = pictures[index + 1] if 0 <= index < len(pictures) - 1 else None

    def redraw(now: Compass) -> None:
        inside = _picture(here, now, shown) if now.album.get(shown.id) else drawn('picture-gone')
        stage.set_content(_neighbour(here, newer, 'prev') + inside + _neighbour(here, older, 'next'))

    here.live(redraw)


def _picture(here: Here, seen: Compass, shown: Attachment) -> str:
    if not shown.is_picture:
        return voice_player(here, shown.id)
    name = escape(saying.attachment_name(shown, here.say))
    source = address(seen.id, shown, Size.SCREEN)
    image = f'<img class="whole" src="{source}" alt="{name}" draggable="false">'
    if shown.sort is not Sort.DRAWING:
        return image
    play = f'{pictogram("play")}<span>{escape(here.say("Speel af"))}</span>'
    replay = f'<button type="button" class="button replay">{play}</button>'
    return f'<div class="whole" data-script="draw/replay.js" data-drawing="{source}">{image}{replay}</div>'


def _neighbour(here: Here, attachment_id: str | None, way: str) -> str:
    """The link to the photo on this side; its place stays when there is none."""
    if attachment_id is None:
        return '<span class="way neighbour nowhere"></span>'
    say = here.say
    parts = [mark('back'), word(say('Vorige'), say)] if way == 'prev' else [word(say('Volgende'), say), mark('next')]
    return f'<a class="way neighbour" rel="{way}" href="{here.link(f"foto/{attachment_id}")}">{"".join(parts)}</a>'


def _print(here: Here, attachment_id: str) -> None:
    def turn() -> None:
        with here.change() as compass:
            compass.album.set_on_paper(attachment_id, on_paper=not tile.pressed)

    tile = Tile(here.say('Op mijn blad'), drawn('on-paper'), here.tap(turn), flat=True)

    def redraw(seen: Compass) -> None:
        shown = seen.album.get(attachment_id)
        tile.element.set_visibility(shown is not None)
        tile.press(pressed=shown is not None and shown.on_paper)

    here.live(redraw)


def _take_away(here: Here, attachment_id: str) -> None:
    def take() -> None:
        with here.change() as compass:
            compass.album.take_away(attachment_id, here.access.settings.now())
        background_tasks.create(_let_go(here), name='let go of what was taken away')

    def put_back() -> None:
        with here.change() as compass:
            compass.album.put_back(attachment_id)

    away = button(here.say('Weghalen'), 'take-off', here.tap(take))
    back = button(here.say('Zet terug'), 'put-back', here.tap(put_back), go=True)

    def redraw(seen: Compass) -> None:
        shown = seen.album.get(attachment_id) is not None
        away.set_visibility(shown)
        back.set_visibility(not shown and seen.album.find(attachment_id) is not None)

    here.live(redraw)


async def _let_go(here: Here) -> None:
    await asyncio.sleep(UNDO.total_seconds() + 1)
    with suppress(NoSuchCompass):  # erased in the meantime
        here.access.gate.let_go_overdue(here.id)
