"""Workers who come in, and what the door answers."""

import json
import re
from typing import Any

import httpx

from tests.page.cast.people.colleague import coordinator_of
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Stranger
from tests.unit.workers.authenticator import Authenticator

DOOR = '/werk/in'
"""Where whoever is not signed in is led to."""
GUESS = 'g3ss-n0th-1ng0'
"""As long as a recovery code."""
WRONG = 'Dat klopt niet. Probeer het nog eens.'


def sentence(answer: httpx.Response) -> str:
    found = re.search(r'role="alert">.*?<span>(.*?)</span>', answer.text, re.DOTALL)
    return found[1] if found else ''


def seen(answer: httpx.Response) -> tuple[int, str, dict[str, str]]:
    """What somebody outside can tell an answer by, but for the login that they typed themselves."""
    text = re.sub(r'(id="naam".*?value=")[^"]*', r'\1', answer.text)
    return answer.status_code, text, {**answer.headers, 'date': '', 'content-length': ''}


def not_found(server: Machine) -> tuple[int, str, dict[str, str]]:
    """How an invitation that never was is answered."""
    return seen(Stranger(server).posts('/werk/uitnodiging', sleutel='A' * 22))


def is_told(answer: httpx.Response) -> bool:
    """Whether whoever holds an invitation is told that it ended, and what to do."""
    words = '<h1>Deze uitnodiging is gebruikt of gestopt.</h1><p>Vraag een nieuwe.</p>'
    return answer.status_code == 404 and words in answer.text


ASK_IN, IN = '/werk/sleutel/vraag', '/werk/sleutel'
ASK_NEW, NEW = '/werk/welkom/sleutel/vraag', '/werk/welkom/sleutel'


class Holder(Stranger):
    """A worker with a passkey in their device; joined and signed in unless told otherwise."""

    def __init__(self, server: Machine, *, joins: bool = True, **device: Any) -> None:
        super().__init__(server)
        self.device = Authenticator(**device)
        self.link = coordinator_of(server).invites()
        self.posts('/werk/uitnodiging', sleutel=self.link.partition('#')[2])
        self.posts('/werk/welkom', voornaam='Priya')
        if joins:
            assert self.joins().json() == {'page': '/werk'}

    def sends(self, path: str, body: str = '', **headers: str | None) -> httpx.Response:
        """As our script does; a header of None is left out."""
        usual: dict[str, str | None] = {'Origin': self.server.url, 'X-Kompas': '1'}
        sent = {name.replace('_', '-'): value for name, value in (usual | headers).items() if value is not None}
        return self.http.post(path, content=body, headers=sent)

    def asked(self, path: str = ASK_IN) -> str:
        """What the browser is asked."""
        answer = self.sends(path)
        assert answer.status_code == 200, answer.text
        return json.dumps(answer.json()['options'])

    def joins(self) -> httpx.Response:
        return self.sends(NEW, self.device.register(self.asked(ASK_NEW), self.server.url))

    def signs_in(self, more: str = '') -> httpx.Response:
        return self.sends(IN + more, self.device.sign_in(self.asked(), self.server.url))

    @property
    def is_in(self) -> bool:
        return self.opens('/werk/in').status_code == 303


def tries(server: Machine, login: str, password: str = 'x', code: str = GUESS, **form: str) -> httpx.Response:
    """Somebody from somewhere tries to come in."""
    return Stranger(server).posts(DOOR, naam=login, wachtwoord=password, code=code, **form)
