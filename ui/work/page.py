"""Plain pages for workers: a title with a picture, and below it what it is about, in panels."""

from datetime import timedelta
from html import escape

from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from model.words import Language
from ui.http.origin import OURS
from ui.plain.page import listen_button, page_settings, pictogram, plain, script, stylesheet

HERE = '/werk/hier'
"""Where a page says that its worker is still there."""


def work_page(
    say: Language,
    title: str,
    key: str,
    body: str,
    *,
    status: int = 200,
    back: str = '',
    scripts: tuple[str, ...] = (),
    idle: timedelta | None = None,
) -> HTMLResponse:
    """A plain page; `key` is its pictogram, `body` HTML of our own, `back` where its arrow leads, if anywhere.

    With `idle`, how long nobody need touch it before it is wiped, as a live page is.
    """
    locks = page_settings(idle, HERE) if idle else ''
    if idle:
        scripts = (*scripts, 'live/safety.js', 'live/page.js')
    arrow = f'<a class="square" href="{back}" aria-label="{escape(say("Terug"))}">{pictogram("back")}</a>'
    answer = plain(
        say,
        title,
        f'<header class="top">{arrow if back else ""}<div class="brand">{pictogram(key)}'
        f'<h1>{escape(title)}</h1></div>{listen_button(say)}</header><main class="panels">{body}</main>{locks}',
        status=status,
        scripts=stylesheet('work.css') + ''.join(map(script, ('plain/submit_once.js', *scripts))),
    )
    answer.headers['Cache-Control'] = 'no-store'
    return answer


def go_on(request: Request, page: str) -> Response:
    """The answer to a form: on to a page of ours. A script that sent the form is told which, as it cannot see it."""
    if OURS in request.headers:
        return JSONResponse({'page': page})
    return RedirectResponse(page, status_code=303)


def kept_form(say: Language, action: str, body: str, *, more: str = '') -> str:
    """A form of which a no leaves all that was typed: `assets/scripts/plain/keep_typed.js`; `more` are attributes."""
    lost = escape(say('Dat ging niet. Probeer het nog eens.'))
    return f'<form method="post" action="{action}" data-keep="{lost}"{more}>{body}</form>'


def sorry_line(words: str = '', key: str = 'sorry') -> str:
    """What went wrong, in one sentence; empty, it is where a script may say so."""
    hidden = '' if words else ' hidden'
    return f'<p class="sorry" role="alert"{hidden}>{pictogram(key)}<span>{escape(words)}</span></p>'
