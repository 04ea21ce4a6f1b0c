"""The pictograms of live pages, in one file that the browser keeps: a page only says which of them stands where.

It holds what can stand on a compass and what stands on every page, the same for everybody: neither what a browser asks
for nor what it keeps tells what somebody chose. Any other pictogram stands in the page itself, as on plain pages.

The first picture of a browser that cannot have the file yet is written out whole: it waits for nothing but the page.
"""

import hashlib
import re
from functools import cache

from fastapi import Request
from fastapi.responses import Response
from nicegui import app

from model.catalogue.choices import AVATARS
from model.catalogue.every_tile import THINGS
from model.pictures import pictogram as drawings
from model.pictures.pictogram import DRAWN, GRID, Tint
from ui.look.colours import PICTOGRAM_TINTS, TINTS, tint_of
from ui.look.static_files import FOREVER, PublicFile, sent
from ui.plain import page

ADDRESS = '/assets/pictograms.svg'
AROUND = frozenset(
    (
        *('back', 'next', 'done', 'plus', 'compass', 'life', 'steps', 'photos', 'share', 'sorry', 'me'),
        *('quick-exit', 'take-back', 'hand-over', 'pass-on', 'my-people', 'reading'),
        *('be-yourself', 'matter', 'take-part', 'belong', 'wish', 'heart', 'pencil', 'picture-gone'),
        *('values', 'story', 'what-happened', 'in-the-way', 'restored'),
        *('voice-note', 'drawing', 'reopen', 'take-off'),
    )
)
"""What stands around every screen, and on home whatever is chosen."""
ROUND = 'stroke-linejoin="round" stroke-linecap="round"'
_USE = re.compile(rf'<use href="{re.escape(ADDRESS)}[^#"]*#([\w-]+)"(?: data-tint="([\w-]+)")?/>')
_BETWEEN = re.compile(r'>\s+<')
_NAMES = {DRAWN: '', **{tint: f' data-tint="{name}"' for name, tint in TINTS.items()}}
"""How a pictogram says in which colours it is drawn: `style_variables` has what they are."""


def register() -> None:
    """The route of the file."""

    @app.get(ADDRESS)
    async def kept(request: Request) -> Response:
        file = _file()
        # a page of before asks for another one: it gets this, but keeps it under no name that is not its own
        return sent(file, request, FOREVER if request.query_params.get('v') == file.version else 'no-store')


def address() -> str:
    """Where the file is found; the address changes when a drawing in it does."""
    return f'{ADDRESS}?v={_file().version}'


def preloaded() -> str:
    """For a page: where it stands the file is fetched, before anything is drawn from it."""
    return f'<link rel="preload" as="image" href="{address()}">'


def pictogram(key: str, tint: Tint | None = None) -> str:
    """A pictogram beside a word, so nothing of it is read aloud."""
    if (used := _used(key, tint or PICTOGRAM_TINTS.get(key, DRAWN))) is None:
        return page.pictogram(key, tint)
    box = f'viewBox="0 0 {GRID} {GRID}"'
    return f'<svg class="pictogram" data-key="{key}" aria-hidden="true" {box}>{used}</svg>'


def inside(key: str, tint: Tint = DRAWN) -> str:
    """A pictogram to be placed in a larger drawing on a live page."""
    used = _used(key, tint)
    return drawings.inside(key, tint) if used is None else used


def written_out(html: str) -> str:
    """The same with each drawing in its place, for a browser that does not have the file."""
    return _USE.sub(lambda used: f'<g {ROUND}>{drawings.inside(used[1], tint_of(used[2]))}</g>', html)


def _used(key: str, tint: Tint) -> str | None:
    if key not in _keys() or tint not in _NAMES:
        return None
    return f'<use href="{address()}#{key}"{_NAMES[tint]}/>'


@cache
def _keys() -> frozenset[str]:
    """Those in the file: an installation's own are nobody else's to see."""
    chosen = {*THINGS, *(avatar.key for avatar in AVATARS)}
    return (AROUND | chosen) & drawings.shipped()


@cache
def _file() -> PublicFile:
    shapes = ''.join(_shape(key) for key in sorted(_keys()))
    content = f'<svg xmlns="http://www.w3.org/2000/svg">{shapes}</svg>'.encode()
    return PublicFile(content, 'image/svg+xml', hashlib.sha256(content).hexdigest()[:12])


def _shape(key: str) -> str:
    """One drawing, in the colours of the place where it is used."""
    shapes = _BETWEEN.sub('><', drawings.inside(key))
    for name, colour in (('tint', DRAWN.tint), ('light', DRAWN.light)):
        shapes = shapes.replace(f'"{colour}"', f'"var(--drawn-{name},{colour})"')
    return f'<g id="{key}" {ROUND}>{shapes}</g>'
