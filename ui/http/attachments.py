"""The routes of attachments: photos, drawings and voices come in, and go out to whoever may see the compass."""

import os
from asyncio import timeout, to_thread
from collections.abc import Callable
from functools import partial
from pathlib import Path

from fastapi import Request
from fastapi.responses import JSONResponse, Response
from nicegui import app
from starlette.requests import ClientDisconnect

from model.access.access import Access
from model.access.grant import Opened
from model.access.refusals import Stranger
from model.access.table import May
from model.compass.album import Added, Attachment, Size, Sort
from model.compass.target import Target
from model.media import photos, sketch, voice
from model.no_links import read_unlinked, unlinked
from model.turns import Place
from model.words import Language, language
from ui.http import attachment_errors
from ui.http.byte_range import ranged
from ui.http.compression import AS_IT_IS
from ui.http.etag import etag, is_known
from ui.http.origin import address_of, place_of, refuse_all_but_scripts
from ui.http.session import session_of
from ui.live import path
from ui.plain.page import language_of

MOST_BYTES = {
    Sort.PHOTO: photos.MOST_BYTES,
    Sort.DRAWING: sketch.MOST_BYTES,
    Sort.VOICE: voice.MOST_BYTES,
}
SILENCE = 30
"""Seconds without a byte after which a sender is gone, and after which it begins anew."""
_TYPES = {Sort.PHOTO: 'image/webp', Sort.DRAWING: 'image/svg+xml'}


def register(access: Access) -> None:
    """Both routes. What is refused on the way in is answered with one plain sentence in JSON."""

    @app.put('/kompas/{compass_id}/bijlage/{attachment_id}')
    async def receive(compass_id: str, attachment_id: str, request: Request) -> Response:
        try:
            page = await _receive(access, request, compass_id, attachment_id)
        except ClientDisconnect:
            return Response(status_code=400)
        except attachment_errors.EXPECTED as error:
            status, words = attachment_errors.answer(error, _say(access, request, compass_id))
            return JSONResponse({'words': words}, status_code=status)
        return JSONResponse({'page': page} if page else {})

    @app.get('/kompas/{compass_id}/bijlage/{attachment_id}/{size}')
    async def show(compass_id: str, attachment_id: str, size: str, request: Request) -> Response:
        opened = access.gate.open(session_of(request), compass_id)
        attachment, key = opened.seen.album.find(attachment_id), opened.grant.key
        if attachment is None or attachment.taken_off_at is not None or size not in set(Size):
            raise Stranger
        if attachment.refused_at is not None and May.SHARE not in opened.grant.may:  # only who is asked about that no
            raise Stranger
        try:
            content = access.gate.attachments(opened).read(attachment, Size(size))
        except LookupError:
            raise Stranger from None
        # Nothing of it stays on a device that others use too. On the person's own it may, but is not shown again before
        # the gate was asked: the key may have ended.
        caching = 'private, no-cache' if key.is_own else 'no-store'
        headers = AS_IT_IS | {'Cache-Control': caching, 'ETag': etag(content)}
        if is_known(request, headers['ETag']):
            return Response(status_code=304, headers=headers)
        kind = _TYPES.get(attachment.sort, f'audio/{attachment.sound}')
        return ranged(request, Response(content, media_type=kind, headers=headers))


async def _receive(access: Access, request: Request, compass_id: str, attachment_id: str) -> str | None:
    """Keep what is sent; returns the sub-page to go to, if any. Raises `attachment_errors.EXPECTED`."""
    refuse_all_but_scripts(request)
    opened = access.gate.admit_upload(session_of(request), compass_id, address_of(request))
    grant = opened.grant
    added = Added(
        at=access.settings.now(),
        key=grant.key.id,
        own_device=grant.key.is_own,
        worker=grant.worker.id if grant.worker else '',
    )
    attachment = Attachment(
        id=attachment_id,
        sort=Sort(request.query_params.get('soort', '')),
        target=Target.parse(request.query_params.get('bij', '')),
        added=added,
    )
    if opened.seen.album.find(attachment_id) is None:
        stored = access.gate.attachments(opened)
        with stored.aside() as received, stored.aside() as screen, stored.aside() as tile:
            may_grow = partial(access.gate.take_in, opened, address_of(request))
            await _write(request, received, MOST_BYTES[attachment.sort], may_grow)
            await _make(attachment, received, screen, tile, place_of(request, compass_id))
            # from here on nothing else runs: the first that is ready is the one that is kept, whole
            opened = access.gate.open(session_of(request), compass_id)
            if opened.seen.album.find(attachment_id) is None:
                opened = _keep(access, request, opened, attachment, screen, tile)
    page = path.after_sending(opened.seen, attachment_id)
    return None if page is None else f'/kompas/{compass_id}/{page}'


def _keep(access: Access, request: Request, opened: Opened, attachment: Attachment, screen: Path, tile: Path) -> Opened:
    """Store content and document, and return that as it is then.

    One that is there is left alone, also where this browser cannot see it.
    """
    stored, is_new = access.gate.attachments(opened), False
    finished = {Size.SCREEN: screen, **({Size.TILE: tile} if attachment.sort is Sort.PHOTO else {})}
    access.gate.keep(opened, address_of(request), sum(path.stat().st_size for path in finished.values()))
    try:
        with access.gate.change(session_of(request), opened.compass_id) as compass:
            is_new = compass.album.find(attachment.id) is None
            if is_new:
                stored.put(attachment, finished)
                compass.attach(attachment, access.settings.today())
    except Exception:
        if is_new:
            stored.drop({attachment.id})
        raise
    return access.gate.look_again(opened.grant.key, compass)


async def _write(request: Request, received: Path, most: int, may_grow: Callable[[int], None]) -> None:
    """The body as a file. `may_grow` is asked for each piece, by its length, and raises when that is too much.

    Raises `TooLarge` as soon as it is, `TimeoutError` when nothing comes any more.
    """
    if int(request.headers.get('content-length', 0)) > most:
        raise attachment_errors.TooLarge
    length = 0
    body = request.stream()
    with open(received, 'wb', opener=unlinked) as file:
        while True:
            async with timeout(SILENCE):
                chunk = await anext(body, None)
            if chunk is None:
                return
            length += len(chunk)
            if length > most:
                raise attachment_errors.TooLarge
            if chunk:  # the last one is empty
                may_grow(len(chunk))
            file.write(chunk)


async def _make(attachment: Attachment, received: Path, screen: Path, tile: Path, place: Place) -> None:
    """What is kept of what was received, not in its place yet. Raises what the three sorts raise."""
    if attachment.sort is Sort.PHOTO:
        await photos.shrink(received, screen, tile, place=place)
        return
    content = read_unlinked(received)
    if attachment.sort is Sort.VOICE:
        attachment.sound = voice.sound_type(content)
        await voice.keep_sound(received, screen, place=place)
        return
    content = await to_thread(sketch.svg, content)
    with open(screen, 'wb', opener=unlinked) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _say(access: Access, request: Request, compass_id: str) -> Language:
    try:
        chosen = access.gate.open(session_of(request), compass_id).seen.language
    except attachment_errors.EXPECTED:
        chosen = None
    return language(chosen) if chosen else language_of(request)
