"""Where a worker was going who first has to sign in: remembered in the signed session, and gone on to after."""

import re

from fastapi import Request

from model.access.access import Access
from model.access.refusals import Away, Paused, Stranger
from model.access.session import Session
from model.workers.worker import Worker
from ui.http.origin import address_of
from ui.http.session import session_of

DESK = '/werk'
SIGN_IN = '/werk/in'
STILL_HERE = '/werk/nog'
_OWN_PATH = re.compile(r'/(werk|kompas)(/[A-Za-z0-9_-]+)*')
_LONGEST_PATH = 200


def remember(session: Session, path: str, worker_id: str = '') -> None:
    """Keep a path of ours until somebody signed in, or only this worker; anything else is forgotten at once."""
    is_kept = _is_ours(path) and path != DESK
    session.way = {'to': path} | ({'of': worker_id} if worker_id else {}) if is_kept else {}


def way_on(session: Session, worker_id: str) -> str:
    """Where this worker goes on to who signed in: once to where they were going, else to the desk."""
    way, session.way = session.way, {}
    to = way.get('to', DESK)
    return to if way.get('of', worker_id) == worker_id and _is_ours(to) else DESK


def _is_ours(path: object) -> bool:
    return isinstance(path, str) and len(path) <= _LONGEST_PATH and bool(_OWN_PATH.fullmatch(path))


def worker_here(access: Access, request: Request) -> Worker:
    """The worker who asks for a page. Anybody else is led to where one signs in, and back to this page after.

    Raises `Away`, `Paused`, `TooManyTries`.
    """
    session = session_of(request)
    try:
        key = access.signed_in.key(session)
    except Paused:
        raise
    except Stranger:
        remember(session, request.url.path)
        raise Away(SIGN_IN) from None
    access.limits.count_page(key.id, address_of(request))
    access.signed_in.stay(session)
    return access.signed_in.of(key)
