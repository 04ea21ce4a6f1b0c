"""Plain pages: small whole HTML documents for everyone who holds no key, without the framework."""

from datetime import timedelta
from html import escape

from fastapi import Request
from fastapi.responses import HTMLResponse

from model.access.table import WARNED
from model.key import SEEN_STEP
from model.pictures.pictogram import DRAWN, Tint, tinted
from model.words import Language, language, languages, preferred
from ui.http.session import session_of
from ui.look import static_files
from ui.look.colours import PAPER, PICTOGRAM_TINTS
from ui.words.hyphens import breakable_page

VIEWPORT = 'width=device-width, initial-scale=1, viewport-fit=cover'


def language_of(request: Request) -> Language:
    """The language chosen on this device, else the browser's if we have it, else Dutch."""
    chosen = session_of(request).language
    if chosen in languages():
        return language(chosen)
    return preferred(request.headers.get('accept-language', ''))


def plain(say: Language, title: str, body: str, *, status: int = 200, scripts: str = '') -> HTMLResponse:
    """A plain page around `body`, which is HTML of our own with everything else escaped."""
    return HTMLResponse(
        f'<!doctype html><html lang="{say.code}" dir="{say.direction}"><head><meta charset="utf-8">'
        f'<title>{escape(title)}</title><meta name="viewport" content="{VIEWPORT}">'
        f'<link rel="icon" href="/favicon.ico">{head()}{script("plain/send_waiting.js")}{scripts}</head>'
        f'<body class="plain" {_waits(say)}>{breakable_page(body, say)}</body></html>',
        status_code=status,
    )


def _waits(say: Language) -> str:
    """What `plain/send_waiting.js` says where something is on its way; hardly any browser has to."""
    picture = static_files.address('pictograms/waiting-for-network.svg')
    return f'data-waits="{escape(say("Dit is nog onderweg."))}" data-waits-picture="{picture}"'


def head() -> str:
    """What stands in the head of every page of ours, plain or live."""
    return (
        f'<link rel="stylesheet" href="{static_files.address("styles/app.css")}">'
        '<link rel="manifest" href="/manifest.webmanifest">'
        f'<link rel="apple-touch-icon" href="{static_files.address("icons/apple-touch-icon.png")}">'
        f'<meta name="theme-color" content="{PAPER}">'
        + script('live/listen.js', at_once=False)
        + script('live/install.js')
        + script('plain/fold.js')
    )


def stylesheet(name: str) -> str:
    """A stylesheet that only some pages need, beside the one of all pages."""
    return f'<link rel="stylesheet" href="{static_files.address(f"styles/{name}")}">'


def script(name: str, *, at_once: bool = True) -> str:
    """One of our own scripts, as `plain/print.js`, run when the document stands.

    What it imports is fetched beside it, unless it need not begin `at_once`: then it comes after what has to.
    """
    tag = f'<script type="module" src="{static_files.script_address(name)}"></script>'
    return _preload(*static_files.imports(name)) + tag if at_once else tag


def fetched(name: str) -> str:
    """A script that an element of a live page needs at once: fetched beside `live/page.js`, which will start it."""
    there = static_files.imports('live/page.js')
    return _preload(*(one for one in (name, *static_files.imports(name)) if one not in there))


def page_settings(idle: timedelta | None, stay: str = '') -> str:
    """What `live/lock.js` needs to know: `live/safety.js` starts it where a page locks after being `idle`.

    `stay` is where a plain page says that somebody is still there; a live one has a line for that.
    """
    if idle is None:
        return '<div id="page-settings" data-idle="0" hidden></div>'
    times = (
        f'data-idle="{idle.total_seconds():.0f}" data-warned="{WARNED.total_seconds():.0f}" '
        f'data-seen-step="{SEEN_STEP.total_seconds():.0f}"'
    )
    times += f' data-stay="{stay}"' if stay else ''
    return f'<div id="page-settings" {times} hidden></div>'


def _preload(*names: str) -> str:
    return ''.join(f'<link rel="modulepreload" href="{static_files.script_address(name)}">' for name in names)


def pictogram(key: str, tint: Tint | None = None) -> str:
    """A pictogram beside a word, so nothing of it is read aloud."""
    drawing = tinted(key, tint or PICTOGRAM_TINTS.get(key, DRAWN))
    return drawing.replace('<svg ', f'<svg class="pictogram" data-key="{key}" aria-hidden="true" ', 1)


def listen_button(say: Language, words: str = '') -> str:
    """ "Lees voor": these words, or all of the screen; shown only where the browser has a voice for this language."""
    name, chosen = escape(say('Lees voor')), escape(say('Gekozen: {what}'))
    what = f'data-words="{escape(words)}"' if words else f'data-chosen="{chosen}"'
    return f'<button type="button" class="square listen" aria-label="{name}" {what}>{pictogram("listen")}</button>'


def sorry_page(
    say: Language,
    words: str,
    *,
    status: int,
    key: str = 'not-found',
    more: str = '',
    ways: str = '',
    is_home_first: bool = True,
    scripts: str = '',
) -> HTMLResponse:
    """One plain sentence, a pictogram, and a way home, which stands out when it `is_home_first`.

    `more` is HTML between the sentence and that way, `ways` what else leads on, after it.
    """
    go = ' go' if is_home_first else ''
    return plain(
        say,
        words,
        f'<main class="alone"><div class="big-pictogram">{pictogram(key)}</div><h1>{escape(words)}</h1>{more}'
        f'<a class="button{go}" href="/">{pictogram("home-screen")}<span>{escape(say("Naar het begin"))}</span></a>'
        f'{ways}{listen_button(say)}</main>',
        status=status,
        scripts=script('plain/forget_address.js') + scripts,
    )
