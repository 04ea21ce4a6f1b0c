"""What goes wrong before a page stands: one plain page with a pictogram for each."""

from collections.abc import Callable
from html import escape

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from nicegui import app
from nicegui.logging import log
from starlette.exceptions import HTTPException

from model.access.access import Access
from model.access.refusals import (
    Away,
    BrokenCompass,
    EndedInvitation,
    EndedSheet,
    EnoughToday,
    ForeignPost,
    Full,
    NewerCompass,
    NoRoom,
    NoSuchCompass,
    Paused,
    ProofAsked,
    Stranger,
    TooManyTries,
    Unreadable,
)
from model.one_at_a_time import Busy
from model.words import Language, language
from ui.http.cookie_probe import KeepsNothing, NoCookieYet, send_on
from ui.http.old_photos import drop_old_photos
from ui.http.session import session_of
from ui.paper.press import TooHeavy
from ui.plain.dead_ends import keeps_nothing, not_there
from ui.plain.page import language_of, script, sorry_page
from ui.work.own.places import OWN, PROOF
from ui.work.page import go_on
from ui.work.way_on import STILL_HERE, remember

PARTS_OF_PAGES = {'image', 'audio', 'video', 'script', 'style', 'font', 'manifest'}
"""What a browser says it wants when that is no page; behind a service worker it does not say that it is one."""


def register(access: Access) -> None:
    """Answers for every exception that a route can raise, and the page for when there is no network."""

    @app.get('/geen-verbinding')
    async def no_network(request: Request) -> Response:
        say = language_of(request)
        words = say('Even geen verbinding')
        return sorry_page(say, words, status=200, key='no-connection', scripts=script('plain/offline_page.js'))

    def not_found(request: Request) -> Response:
        return not_there(access, request)

    def stranger(request: Request, _: Exception) -> Response:
        return not_found(request)

    def no_cookie_yet(request: Request, _: Exception) -> Response:
        return send_on(request)

    def no_cookies(request: Request, _: Exception) -> Response:
        return keeps_nothing(language_of(request))

    def ended_sheet(request: Request, _: Exception) -> Response:
        # one answer for whatever it was that ended it: that a compass was erased is nobody's business
        say = language_of(request)
        more = say('Misschien is er een nieuwe gemaakt. Pak je nieuwe blad, of vraag je begeleider.')
        page = sorry_page(
            say, say('Deze code werkt niet meer.'), status=404, key='new-sheet', more=f'<p>{escape(more)}</p>'
        )
        return drop_old_photos(access, request, page)

    def ended_invitation(request: Request, _: Exception) -> Response:
        say = language_of(request)
        words, more = say('Deze uitnodiging is gebruikt of gestopt.'), escape(say('Vraag een nieuwe.'))
        return sorry_page(say, words, status=404, key='invitation', more=f'<p>{more}</p>')

    def elsewhere(request: Request, error: Exception) -> Response:
        if request.method != 'GET' or not isinstance(error, Away):
            return not_found(request)
        return RedirectResponse(error.page, status_code=303, headers={'Cache-Control': 'no-store'})

    def paused(request: Request, error: Exception) -> Response:
        """A worker came back; a page is remembered, and not a picture or a voice of one."""
        is_part = request.headers.get('sec-fetch-dest') in PARTS_OF_PAGES
        if is_part or not isinstance(error, Paused) or request.method not in {'GET', 'POST'}:
            return not_found(request)
        path = request.url.path
        if request.method == 'GET' or path.startswith(OWN):
            remember(session_of(request), path if request.method == 'GET' else OWN, error.worker_id)
        answer = go_on(request, STILL_HERE)
        answer.headers['Cache-Control'] = 'no-store'
        return answer

    def proof_asked(request: Request, _: Exception) -> Response:
        remember(session_of(request), request.url.path if request.method == 'GET' else OWN)
        return go_on(request, PROOF)

    def told(request: Request, error: Exception) -> Response:
        say = language_of(request)
        words, status, key = next(said for kind, said in _sentences(say).items() if isinstance(error, kind))
        return sorry_page(say, words, status=status, key=key)

    def disk(request: Request, error: Exception) -> Response:
        if not isinstance(error, NoRoom):  # which was told of once, where it was found
            # not all its words: they hold a path
            log.error('could not read or write: %s', getattr(error, 'strerror', None) or type(error).__name__)
        say = language_of(request)
        if isinstance(error, Unreadable) or request.method == 'GET':
            return sorry_page(say, say('Openen lukt nu niet. Probeer het zo nog eens.'), status=503, key='sorry')
        return sorry_page(say, say('Bewaren lukt nu niet. Probeer het zo nog eens.'), status=507, key='sorry')

    def other(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 400
        if status in {404, 405}:
            return not_found(request)
        say = language_of(request)
        return sorry_page(say, say('Dat lukt niet. Begin hier opnieuw.'), status=status, key='sorry')

    answers: dict[int | type[Exception], Callable[[Request, Exception], Response]] = {
        Stranger: stranger,
        EndedSheet: ended_sheet,
        EndedInvitation: ended_invitation,
        Away: elsewhere,
        Paused: paused,
        ProofAsked: proof_asked,
        NoCookieYet: no_cookie_yet,
        KeepsNothing: no_cookies,
        NoSuchCompass: stranger,
        **dict.fromkeys(_sentences(language('nl')), told),
        OSError: disk,
        HTTPException: other,
        RequestValidationError: other,
        404: stranger,
    }
    for kind, answer in answers.items():
        app.add_exception_handler(kind, answer)


def _sentences(say: Language) -> dict[type[Exception], tuple[str, int, str]]:
    """What is answered with one plain sentence: with which status and which pictogram."""
    wait = say('Even wachten. Probeer het over een minuut.'), 429, 'wait'
    return {
        EnoughToday: (say('Voor vandaag is het genoeg. Morgen kan het weer.'), 429, 'tomorrow'),
        TooManyTries: wait,
        Busy: wait,
        Full: (say('Er kunnen niet meer telefoons bij. Haal er eerst een weg.'), 409, 'other-devices'),
        ForeignPost: (say('Dat lukt niet. Begin hier opnieuw.'), 403, 'sorry'),
        NewerCompass: (
            say('Dit kompas is van een nieuwere versie. Vraag of iemand het programma bijwerkt.'),
            409,
            'too-new',
        ),
        TooHeavy: (say("Er staat te veel op dit blad. Haal er een paar tekeningen of foto's af."), 503, 'on-paper'),
        BrokenCompass: (say('Dit kompas is beschadigd. We hebben het bewaard. Vraag om hulp.'), 500, 'restored'),
    }
