"""Workers at work, and the coordinator who invites them."""

import re
import time
from itertools import count
from pathlib import Path

import httpx
import pyotp

from model.workers.one_time import STEP
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Stranger


class Colleague(Stranger):
    """A worker at work: came by an invitation, chose a password, has a code app, and is signed in."""

    password = 'kastanje trommel wolk'

    def __init__(self, server: Machine, name: str = 'Noor', *, team: str = '', coordinator: bool = False) -> None:
        self._begin(server, name, coordinator_of(server).invites(team=team, coordinator=coordinator))

    @classmethod
    def first(cls, server: Machine) -> 'Colleague':
        """The coordinator who came by the invitation that the server printed."""
        return cls.invited(server, INVITATION.findall(server.log)[-1], 'Coby')

    @classmethod
    def invited(cls, server: Machine, link: str, name: str = 'Noor') -> 'Colleague':
        """Whoever holds this link of an invitation."""
        one = cls.__new__(cls)
        one._begin(server, name, link)
        return one

    def _begin(self, server: Machine, name: str, link: str) -> None:
        super().__init__(server)
        self.name = name
        self.login = f'{name.lower()} {next(_logins)}'
        self._last_step = 0
        self.accepts(link)
        self.recovery = self.chooses_password()

    def accepts(self, link: str) -> None:
        """Open the invitation and give a name."""
        assert self.posts('/werk/uitnodiging', sleutel=link.partition('#')[2]).headers['location'] == '/werk/welkom'
        assert self.posts('/werk/welkom', voornaam=self.name).status_code == 303

    def chooses_password(self) -> list[str]:
        """Complete the account; answers the recovery codes."""
        self.scans()
        form = {'naam': self.login, 'wachtwoord': self.password, 'code': self.code()}
        answer = self.posts('/werk/welkom/wachtwoord', **form)
        assert answer.status_code == 200, answer.text
        return self.recovery_codes(answer)

    def scans(self) -> None:
        """Let the code app know the account."""
        shown = re.search(r'<code dir="ltr">((?:[A-Z2-7]{4} ?){8})</code>', self.opens('/werk/welkom/wachtwoord').text)
        assert shown
        self.app = pyotp.TOTP(shown[1].replace(' ', ''))

    def recovery_codes(self, page: httpx.Response) -> list[str]:
        """Those on a page."""
        return re.findall(r'<code dir="ltr">([0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4})</code>', page.text)

    def code(self) -> str:
        """A code that was not used before; every third within half a minute takes a wait."""
        # the one before still counts, but not when the next begins before it arrives
        step = max(self._last_step + 1, int(time.time() + 3) // STEP - 1)
        while step > int(time.time()) // STEP + 1:
            time.sleep(0.2)
        self._last_step = step
        return self.last_code

    @property
    def last_code(self) -> str:
        """The code that was used last."""
        return str(self.app.generate_otp(self._last_step))

    def signs_in(self, *, own: bool = False, **form: str) -> httpx.Response:
        """Sign in; what is in `form` takes the place of what is right."""
        right = {'naam': self.login, 'wachtwoord': self.password} | ({'eigen': 'ja'} if own else {})
        return self.posts('/werk/in', **right | ({} if 'code' in form else {'code': self.code()}) | form)

    def signs_out(self) -> None:
        assert self.posts('/werk/uit').status_code == 303

    @property
    def is_in(self) -> bool:
        return self.opens('/werk/in').status_code == 303

    def invites(self, *, team: str = '', coordinator: bool = False) -> str:
        """As a coordinator: the link to hand to a colleague."""
        answer = self.posts('/werk/team/uitnodigen', team=team, coordinator='ja' if coordinator else '')
        found = INVITATION.search(answer.text)
        assert found, answer.text
        return found[0]


INVITATION = re.compile(r'https?://[^\s"<]+/werk/uitnodiging#[\w-]{22}')
_logins = count()
_coordinators: dict[Path, Colleague] = {}


def coordinator_of(server: Machine) -> Colleague:
    """The first coordinator of a server, signed in."""
    one = _coordinators.get(server.data) or Colleague.first(server)
    _coordinators[server.data] = one
    if not one.is_in:
        assert one.signs_in(own=True).status_code == 303
    return one
