"""Who is outside a compass, in every way one can be; what they send, and what they can tell an answer by."""

import base64
import json
from collections.abc import Callable

import httpx
import itsdangerous

from model.settings import Settings
from tests.page.cast.people.live_page import Page
from tests.page.cast.people.person import Owner, Stranger, Worker


def seen(answer: httpx.Response) -> tuple[int, str, dict[str, str]]:
    """What someone outside can tell an answer by; that a key of theirs ended is their own to know."""
    headers = {name: value for name, value in answer.headers.items() if name not in {'date', 'clear-site-data'}}
    return answer.status_code, answer.text, headers


def signed(session: object, secret: str) -> str:
    """A cookie as the server makes them, when the secret is right."""
    return itsdangerous.TimestampSigner(secret).sign(base64.b64encode(json.dumps(session).encode())).decode()


def with_cookie(stranger: Stranger, value: str) -> Stranger:
    stranger.http.cookies.set('kompas', value)
    return stranger


def cookie_secret(someone: Stranger) -> str:
    """What the server signs its cookies with."""
    return Settings(data=someone.server.data).derived('cookie').hex()


def nothing(owner: Owner, stranger: Stranger) -> Stranger:
    return stranger


def nonsense(owner: Owner, stranger: Stranger) -> Stranger:
    return with_cookie(stranger, 'nonsense')


def bad_signature(owner: Owner, stranger: Stranger) -> Stranger:
    return with_cookie(stranger, str(owner.http.cookies['kompas'])[:-3] + 'AAA')


def another_secret(owner: Owner, stranger: Stranger) -> Stranger:
    return with_cookie(stranger, signed(owner.session, 'another secret'))


def unknown_key(owner: Owner, stranger: Stranger) -> Stranger:
    right_secret = Settings(data=owner.server.data).derived('cookie').hex()
    return with_cookie(stranger, signed({'keys': {owner.id: 'A' * 22}}, right_secret))


def key_of_the_sheet(owner: Owner, stranger: Stranger) -> Stranger:
    right_secret = Settings(data=owner.server.data).derived('cookie').hex()
    return with_cookie(stranger, signed({'keys': {owner.id: owner.on_disk.sheet_token}}, right_secret))


def key_of_another_compass(owner: Owner, stranger: Stranger) -> Stranger:
    other = Owner(owner.server)
    right_secret = Settings(data=owner.server.data).derived('cookie').hex()
    return with_cookie(stranger, signed({'keys': {owner.id: other.token_of(other.id)}}, right_secret))


def revoked_key(owner: Owner, stranger: Stranger) -> Stranger:
    """Who said goodbye with a sheet in their hand: without one, the key would stay, locked."""
    value = str(owner.http.cookies['kompas'])
    Worker(owner)
    owner.posts('/tot-ziens')
    return with_cookie(stranger, value)


def expired_key(owner: Owner, stranger: Stranger) -> Stranger:
    owner.on_disk.rewrite_key(owner.token_of(owner.id), seen='2020-01-01T00:00:00+01:00')
    return with_cookie(stranger, str(owner.http.cookies['kompas']))


def another_person(owner: Owner, stranger: Stranger) -> Stranger:
    return Owner(owner.server)


OUTSIDERS = [
    nothing,
    nonsense,
    bad_signature,
    another_secret,
    unknown_key,
    key_of_the_sheet,
    key_of_another_compass,
    revoked_key,
    expired_key,
    another_person,
]
Outsider = Callable[[Owner, Stranger], Stranger]


def everyone_elses_events(page: Page) -> list[tuple[str, dict[str, object]]]:
    """Every message about a page that someone could send over a line of their own."""
    client = page.client_id
    events: list[tuple[str, dict[str, object]]] = [
        ('javascript_response', {'client_id': client, 'request_id': 'x', 'result': 'x'}),
        ('ack', {'client_id': client, 'next_message_id': 99}),
        ('log', {'client_id': client, 'level': 'error', 'message': 'written by an outsider'}),
    ]
    for one in page.listeners:
        words = [json.dumps('hacked')] if one.type == 'submit' else []
        message = {'id': one.element, 'client_id': client, 'listener_id': one.id, 'args': words}
        events.append(('event', message))
    return events


FOREIGN = [
    'https://evil.example',
    'null',
    None,
    'http://localhost',
    'http://localhost:1',
    'http://localhost.evil.example',
    'file://',
    '*',
]
"""Origins that are not ours, and none."""
FOREIGN_POSTS = [
    {'Origin': 'https://evil.example'},
    {'Origin': 'http://localhost:1'},
    {'Origin': 'https://evil.example', 'Sec-Fetch-Site': 'same-origin'},
    {'Sec-Fetch-Site': 'cross-site'},
    {'Sec-Fetch-Site': 'same-site'},
    {'Origin': 'null', 'Sec-Fetch-Site': 'cross-site'},
    {'Origin': 'null', 'Sec-Fetch-Site': 'nonsense'},
]
