"""Public files: stylesheet, scripts, fonts, icons, manifest, service worker. Read once, sent compressed."""

import hashlib
import json
import mimetypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli
from fastapi import Request
from fastapi.responses import Response
from nicegui import app

from model.words import language
from ui.look.colours import PAPER, style_variables

FOLDER = Path(__file__).parents[2] / 'assets'
FOREVER = 'public, max-age=31536000, immutable'
PUBLIC = {'.css', '.js', '.woff2', '.png', '.svg'}

mimetypes.add_type('font/woff2', '.woff2')


@dataclass(frozen=True)
class PublicFile:
    """A file as it is sent: its content, the same in Brotli where that helps, its type and its version."""

    content: bytes
    compressed: bytes | None
    media_type: str
    version: str


@cache
def _names() -> frozenset[str]:
    """What is public; anything else that is asked for never touches the disk."""
    return frozenset(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob('*') if path.suffix in PUBLIC)


@cache
def public_file(name: str) -> PublicFile:
    """A file of `assets` by its relative name. Raises `FileNotFoundError`, also for what is not public."""
    if name not in _names():
        raise FileNotFoundError(name)
    path = FOLDER / name
    content = path.read_bytes()
    if name == 'styles/app.css':
        content = _stylesheet(content)
    text = path.suffix in {'.css', '.js', '.svg'}
    return PublicFile(
        content,
        brotli.compress(content) if text else None,
        mimetypes.guess_type(name)[0] or 'application/octet-stream',
        hashlib.sha256(content).hexdigest()[:12],
    )


def address(name: str) -> str:
    """Where a public file is found; the address changes when the file does."""
    return f'/assets/{name}?v={public_file(name).version}'


def register() -> None:
    """Routes for all public files."""

    @app.get('/assets/{name:path}')
    async def asset(name: str, request: Request) -> Response:
        try:
            file = public_file(name)
        except FileNotFoundError:
            return Response(status_code=404)
        return _sent(file, request, FOREVER if 'v' in request.query_params else 'public, max-age=3600')

    @app.get('/sw.js')
    async def service_worker(request: Request) -> Response:
        answer = _sent(public_file('scripts/plain/sw.js'), request, 'no-cache')
        answer.headers['Content-Security-Policy'] = "default-src 'none'; connect-src 'self'"  # it fetches by itself
        return answer

    @app.get('/favicon.ico')
    async def tab_icon(request: Request) -> Response:
        return _sent(public_file('icons/favicon.png'), request, 'public, max-age=604800')

    @app.get('/manifest.webmanifest')
    async def manifest() -> Response:
        return Response(json.dumps(_manifest()), media_type='application/manifest+json')

    @app.api_route('/gezond', methods=['GET', 'HEAD'])
    async def health() -> Response:
        return Response('gezond', media_type='text/plain')


def _sent(file: PublicFile, request: Request, caching: str) -> Response:
    headers = {'Cache-Control': caching, 'Vary': 'Accept-Encoding'}
    if file.compressed is not None and 'br' in request.headers.get('accept-encoding', ''):
        return Response(file.compressed, media_type=file.media_type, headers={**headers, 'Content-Encoding': 'br'})
    return Response(file.content, media_type=file.media_type, headers=headers)


def _stylesheet(rules: bytes) -> bytes:
    fonts = ''.join(
        f"@font-face{{font-family:'Atkinson Hyperlegible';font-weight:{weight};font-display:swap;"
        f"src:url('{address(f'fonts/AtkinsonHyperlegible-{name}.woff2')}') format('woff2')}}"
        for name, weight in (('Regular', 400), ('Bold', 700))
    )
    return (fonts + style_variables()).encode() + rules


def _manifest() -> dict[str, object]:
    say = language(None)
    icons = [
        {'src': address(f'icons/icon-{size}.png'), 'sizes': f'{size}x{size}', 'type': 'image/png'}
        for size in (192, 512)
    ]
    maskable = {
        'src': address('icons/maskable-512.png'),
        'sizes': '512x512',
        'type': 'image/png',
        'purpose': 'maskable',
    }
    return {
        'id': '/',
        'name': 'Krachtkompas',
        'short_name': say('Kompas'),
        'lang': say.code,
        'start_url': '/',
        'scope': '/',
        'display': 'standalone',
        'background_color': PAPER,
        'theme_color': PAPER,
        'icons': [*icons, maskable],
    }
