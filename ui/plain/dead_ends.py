"""What is not there: one page for whoever holds nothing of it, and for who held something what became of it.

Who may be told what: `docs/security.md`. What stands on a page depends on the cookie alone, and never on whether there
is a compass at the address that was asked for.
"""

import re
from html import escape

from fastapi import Request
from fastapi.responses import Response

from model.access.access import Access
from model.words import Language
from ui.http.old_photos import drop_old_photos
from ui.http.session import session_of
from ui.plain.page import language_of, pictogram, sorry_page
from ui.work.way_on import DESK, SIGN_IN, remember

_OF_A_COMPASS = re.compile(r'/kompas/([0-9a-f]{16})(?:/.*)?')


def not_there(access: Access, request: Request) -> Response:
    """The answer where there is nothing for this browser."""
    found = _OF_A_COMPASS.fullmatch(request.url.path)
    answer = _for_who_held_it(access, request, found[1]) if found and request.method == 'GET' else None
    return drop_old_photos(access, request, answer or _nothing(access, language_of(request)))


def keeps_nothing(say: Language) -> Response:
    """For a browser that takes no cookie: nothing was begun or opened in it, since it could never come back to it."""
    more = say('Dan kunnen we niets voor je openen. Zet cookies aan, of neem een andere browser.')
    title = say('Deze browser onthoudt niets.')
    return sorry_page(say, title, status=400, key='keeps-nothing', more=f'<p>{escape(more)}</p>')


def _nothing(access: Access, say: Language) -> Response:
    """The same to the last byte for what does not exist and for whoever holds no key."""
    more = escape(say('Staat het op je blad? Scan de code dan nog een keer.'))
    ways = _way('/ik-heb-een-kompas', 'scan', say('Ik heb een kompas'))
    if access.workers.any_active:
        ways += _way(DESK, 'worker', say('Begeleider'))
    return sorry_page(say, say('We kunnen dit niet vinden.'), status=404, more=f'<p>{more}</p>', ways=ways)


def _for_who_held_it(access: Access, request: Request, compass_id: str) -> Response | None:
    session = session_of(request)
    if access.erasing.was_erased(session, compass_id):
        return _erased(access, request, compass_id)
    if compass_id not in session.keys and access.signed_in.is_over(session):
        remember(session, request.url.path)
        return _signed_out(language_of(request))
    return None


def _erased(access: Access, request: Request, compass_id: str) -> Response:
    say, ways = language_of(request), ''
    more = say('Je kunt het hier niet meer openen.')
    if access.erasing.can_bring_back(session_of(request), compass_id):
        ways = _way(f'/gewist/{compass_id}', 'put-back', say('Toch terughalen'))
        more = say('Had je dat niet gewild? Je kunt het hier nog één dag terughalen.')
    more = escape(more)
    return sorry_page(say, say('Dit kompas is gewist.'), status=404, key='erase', more=f'<p>{more}</p>', ways=ways)


def _signed_out(say: Language) -> Response:
    more = escape(say('Log in, dan ga je verder waar je was.'))
    ways = _way(SIGN_IN, 'sign-in', say('Log in'), go=True)
    title = say('Je bent uitgelogd.')
    return sorry_page(say, title, status=404, key='sign-out', more=f'<p>{more}</p>{ways}', is_home_first=False)


def _way(page: str, key: str, words: str, *, go: bool = False) -> str:
    return f'<a class="button{" go" if go else ""}" href="{page}">{pictogram(key)}<span>{escape(words)}</span></a>'
