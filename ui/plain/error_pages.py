"""What goes wrong before a page stands: one plain page with a pictogram for each."""

from collections.abc import Callable

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from nicegui import app
from nicegui.logging import log
from starlette.exceptions import HTTPException

from model.access.refusals import (
    Away,
    BrokenCompass,
    ForeignPost,
    NewerCompass,
    NoSuchCompass,
    Paused,
    ProofAsked,
    Stranger,
    TooManyTries,
    Unreadable,
)
from model.one_at_a_time import Busy
from ui.http.session import session_of
from ui.plain.page import language_of, script, sorry_page
from ui.work.own.places import OWN, PROOF
from ui.work.page import go_on
from ui.work.way_on import STILL_HERE, remember

PARTS_OF_PAGES = {'image', 'audio', 'video', 'script', 'style', 'font', 'manifest'}
"""What a browser says it wants when that is no page; behind a service worker it does not say that it is one."""


def not_found(request: Request) -> Response:
    """The same answer for what does not exist and for whoever holds no key."""
    say = language_of(request)
    return sorry_page(say, say('We kunnen dit niet vinden.'), status=404)


def register() -> None:
    """Answers for every exception that a route can raise, and the page for when there is no network."""

    @app.get('/geen-verbinding')
    async def no_network(request: Request) -> Response:
        say = language_of(request)
        words = say('Even geen verbinding')
        return sorry_page(say, words, status=200, key='no-connection', scripts=script('plain/offline_page.js'))

    def stranger(request: Request, _: Exception) -> Response:
        return not_found(request)

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

    def too_many(request: Request, _: Exception) -> Response:
        say = language_of(request)
        return sorry_page(say, say('Even wachten. Probeer het over een minuut.'), status=429, key='wait')

    def foreign(request: Request, _: Exception) -> Response:
        say = language_of(request)
        return sorry_page(say, say('Dat lukt niet. Begin hier opnieuw.'), status=403, key='sorry')

    def newer(request: Request, _: Exception) -> Response:
        say = language_of(request)
        words = say('Dit kompas is van een nieuwere versie. Vraag of iemand het programma bijwerkt.')
        return sorry_page(say, words, status=409, key='too-new')

    def broken(request: Request, _: Exception) -> Response:
        say = language_of(request)
        words = say('Dit kompas is beschadigd. We hebben het bewaard. Vraag om hulp.')
        return sorry_page(say, words, status=500, key='restored')

    def disk(request: Request, error: Exception) -> Response:
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
        Away: elsewhere,
        Paused: paused,
        ProofAsked: proof_asked,
        NoSuchCompass: stranger,
        TooManyTries: too_many,
        Busy: too_many,
        ForeignPost: foreign,
        NewerCompass: newer,
        BrokenCompass: broken,
        OSError: disk,
        HTTPException: other,
        RequestValidationError: other,
        404: stranger,
    }
    for kind, answer in answers.items():
        app.add_exception_handler(kind, answer)
