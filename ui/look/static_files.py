"""Public files: stylesheet, scripts, fonts, icons, manifest, service worker. Read once, sent compressed."""

import hashlib
import json
import mimetypes
import posixpath
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from fastapi import Request
from fastapi.responses import Response
from nicegui import app

from model.words import language
from ui.look.colours import PAPER, style_variables
from ui.look.pressed import Pressed

FOLDER = Path(__file__).parents[2] / 'assets'
FOREVER = 'public, max-age=31536000, immutable'
COMPRESSED = {'text/css', 'text/javascript', 'image/svg+xml'}
PUBLIC = {'.css', '.js', '.woff2', '.png', '.svg'}

mimetypes.add_type('font/woff2', '.woff2')
mimetypes.add_type('text/javascript', '.js')  # a browser runs no module that calls itself something else

_COMMENT = re.compile(rb'^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/)$', re.DOTALL | re.MULTILINE)
"""A comment on lines of its own."""
_IMPORT = re.compile(rb"(?:^import|\bfrom) '(\.[^']+)';$", re.MULTILINE)
_AGAIN = re.compile(r'^again-\d{1,2}/')


@dataclass(frozen=True)
class PublicFile:
    """A file as it is sent: its content, its type and its version."""

    content: bytes
    media_type: str
    version: str

    @cached_property
    def pressed(self) -> Pressed | None:
        """The same in Brotli where that helps: made when it is first sent, for it takes a while."""
        return Pressed(self.content) if self.media_type in COMPRESSED else None


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
    if path.suffix in {'.css', '.js'}:
        content = _COMMENT.sub(_only_its_lines, content)
    if name == 'styles/app.css':
        content = _stylesheet(content)
    media_type = mimetypes.guess_type(name)[0] or 'application/octet-stream'
    return PublicFile(content, media_type, hashlib.sha256(content).hexdigest()[:12])


def address(name: str) -> str:
    """Where a public file is found; the address changes when the file does."""
    return f'/assets/{name}?v={public_file(name).version}'


def script_address(name: str) -> str:
    """Where a script is found, as `live/page.js`. Raises `FileNotFoundError`.

    All scripts lie below one version, so that one imports another by its place beside it, and whatever is new in
    any of them reaches every browser. That is also what a browser has to fetch anew then: all of them are 20 kB.
    """
    public_file(f'scripts/{name}')
    return f'/assets/scripts/{scripts_version()}/{name}'


@cache
def scripts_version() -> str:
    """A name for all scripts as they are now."""
    names = sorted(name for name in _names() if name.startswith('scripts/'))
    return hashlib.sha256(''.join(f'{name} {public_file(name).version}\n' for name in names).encode()).hexdigest()[:12]


@cache
def imports(name: str) -> tuple[str, ...]:
    """The scripts that this one cannot begin without, those behind others too, each once."""
    found: dict[str, None] = {}
    for there in _IMPORT.findall(public_file(f'scripts/{name}').content):
        one = posixpath.normpath(f'{posixpath.dirname(name)}/{there.decode()}')
        found |= dict.fromkeys((one, *imports(one)))
    return tuple(found)


def register() -> None:
    """Routes for all public files."""

    @app.get('/assets/scripts/{version}/{name:path}')
    async def script(version: str, name: str, request: Request) -> Response:
        try:
            file = public_file(f'scripts/{_AGAIN.sub("", name)}')
        except FileNotFoundError:
            return Response(status_code=404)
        # Whoever has a page open while a new version begins asks for what that page was made with. They get the one
        # there is, whole, since what it imports comes from below the same address: a camera that opens is kinder than
        # one that never does, and a page with a line begins anew within seconds. But nobody keeps it under that name.
        return sent(file, request, FOREVER if version == scripts_version() else 'no-store')

    @app.get('/assets/{name:path}')
    async def asset(name: str, request: Request) -> Response:
        try:
            file = public_file(name)
        except FileNotFoundError:
            return Response(status_code=404)
        return sent(file, request, FOREVER if 'v' in request.query_params else 'public, max-age=3600')

    @app.get('/sw.js')
    async def service_worker(request: Request) -> Response:
        answer = sent(_service_worker(), request, 'no-cache')
        answer.headers['Content-Security-Policy'] = "default-src 'none'; connect-src 'self'"  # it fetches by itself
        return answer

    @app.get('/favicon.ico')
    async def tab_icon(request: Request) -> Response:
        return sent(public_file('icons/favicon.png'), request, 'public, max-age=604800')

    @app.get('/manifest.webmanifest')
    async def manifest() -> Response:
        return Response(json.dumps(_manifest()), media_type='application/manifest+json')

    @app.get('/gezond')
    async def health() -> Response:
        return Response('gezond', media_type='text/plain')


def sent(file: PublicFile, request: Request, caching: str) -> Response:
    """The answer with a public file, in Brotli where the browser takes that; `caching` is how it may be kept."""
    headers = {'Cache-Control': caching, 'Vary': 'Accept-Encoding'}
    if file.pressed is not None and 'br' in request.headers.get('accept-encoding', ''):
        return Response(file.pressed.bytes, media_type=file.media_type, headers={**headers, 'Content-Encoding': 'br'})
    return Response(file.content, media_type=file.media_type, headers=headers)


@cache
def _service_worker() -> PublicFile:
    """The service worker of these scripts and styles: others make it another one, which drops the copies of before."""
    styles = sorted(name for name in _names() if name.startswith('styles/'))
    versions = scripts_version() + ''.join(public_file(name).version for name in styles)
    version = hashlib.sha256(versions.encode()).hexdigest()[:12]
    file = public_file('scripts/plain/sw.js')
    content = file.content.replace(b"VERSION = '1'", f"VERSION = '{version}'".encode(), 1)
    return PublicFile(content, file.media_type, version)


def _only_its_lines(comment: re.Match[bytes]) -> bytes:
    """What is left of a comment on its way to a phone with little data: errors keep the number of their line."""
    return b'\n' * comment[0].count(b'\n')


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
