"""A worker: the account of somebody who sees what persons share, and every change that can be made to it."""

import secrets
import unicodedata
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from model.compass.answer import tidy
from model.compass.document import Document

SCHEMA = 1
"""Version of the document; a newer one is left as it is."""

NAME_LENGTH = 40
LOGIN_LENGTH = 60
PASSKEYS = 10
"""The most passkeys one worker has."""

Base64 = Annotated[str, Field(pattern=r'^[A-Za-z0-9_-]{1,4096}$')]
"""Bytes as base64url without padding."""
WorkerId = Annotated[str, Field(pattern=r'^[0-9a-f]{16}$')]


class Replayed(ValueError):
    """What was shown has been used before: a one-time code, a recovery code, an older counter of a passkey."""


class Nameless(ValueError):
    """An account needs a name that its colleagues know, and a password a name to sign in with."""


class TooManyPasskeys(ValueError):
    """There is no room for one more passkey."""


class NoSuchPasskey(KeyError):
    """The passkey was taken off in the meantime."""


class State(StrEnum):
    """Whether a worker can sign in."""

    INVITED = 'invited'
    """Has no way in yet."""
    ACTIVE = 'active'
    DISABLED = 'disabled'


class Passkey(Document):
    """A passkey: what is known of the key pair in somebody's phone or computer. The private half never leaves that."""

    id: Base64
    public_key: Base64
    counter: Annotated[int, Field(ge=0)]
    """How often it was used, as far as the device tells; 0 for always when it does not."""
    site: str
    """The host name it was made for."""
    made: datetime
    seen: datetime | None = None


class Worker(Document):
    """One account. Each change is a method; moments come from the caller."""

    model_config = ConfigDict(extra='forbid', validate_assignment=True, serialize_by_alias=True)

    schema_: int = Field(default=SCHEMA, alias='schema')
    id: WorkerId = Field(default_factory=lambda: secrets.token_hex(8))
    version: int = 0
    """How often it was saved, so that an older copy never replaces a newer one."""
    name: Annotated[str, Field(max_length=NAME_LENGTH)] = ''
    login: Annotated[str, Field(max_length=LOGIN_LENGTH)] = ''
    """What a worker with a password signs in with, as `login_of` makes it; empty without a password."""
    coordinator: bool = False
    team: Annotated[str, Field(max_length=NAME_LENGTH)] = ''
    made: datetime
    disabled_on: datetime | None = None
    seen: datetime | None = None
    """When the worker last signed in."""
    passkeys: list[Passkey] = []
    password: str | None = None
    """What `model.workers.password.hash_of` makes of it."""
    code_seed: str | None = None
    """What the secret of the authenticator app is derived from, see `model.workers.one_time`."""
    last_code: int = 0
    """The step of the last one-time code that was used; no earlier one is good any more."""
    recovery: list[str] = []
    """Hashes of the recovery codes that were not used yet."""
    compasses: list[str] = []
    keys: list[str] = []
    """Ids of sessions and of the invitation, so that disabling ends them all."""

    @property
    def state(self) -> State:
        """Whether this worker can sign in."""
        if self.disabled_on is not None:
            return State.DISABLED
        return State.ACTIVE if self.name and (self.passkeys or self.has_password) else State.INVITED

    @property
    def has_password(self) -> bool:
        """Whether there is a password with a one-time code; one without the other lets nobody in."""
        return bool(self.login and self.password and self.code_seed)

    # the account

    def accept(self, name: str, login: str = '') -> None:
        """Make the account one's own. Raises `TooLong`, `Nameless`."""
        tidied, tidied_login = tidy(name, NAME_LENGTH), login_of(login)
        if not tidied:
            raise Nameless
        self.name, self.login = tidied, tidied_login

    def join(self, team: str) -> None:
        """The team this worker is in, empty for none. Raises `TooLong`."""
        self.team = tidy(team, NAME_LENGTH)

    def sign_in(self, now: datetime) -> None:
        """Remember when the worker was last here."""
        self.seen = now

    def disable(self, now: datetime) -> None:
        """From now on this worker cannot sign in. The caller revokes the keys."""
        self.disabled_on = self.disabled_on or now

    def enable(self) -> None:
        """The worker can sign in again, in the same ways."""
        self.disabled_on = None

    def start_over(self) -> None:
        """Forget every way in, for a worker who lost them: what is left is to be invited again."""
        self.passkeys, self.recovery = [], []
        self.password = self.code_seed = None

    # ways in

    def add_passkey(self, passkey: Passkey) -> None:
        """One more passkey; the same one is there once. Raises `TooManyPasskeys`."""
        others = [held for held in self.passkeys if held.id != passkey.id]
        if len(others) >= PASSKEYS:
            raise TooManyPasskeys
        self.passkeys = [*others, passkey]

    def drop_passkey(self, passkey_id: str) -> None:
        """Take a passkey off; a second time does nothing."""
        self.passkeys = [held for held in self.passkeys if held.id != passkey_id]

    def passkey(self, passkey_id: str) -> Passkey:
        """One passkey. Raises `NoSuchPasskey`."""
        for held in self.passkeys:
            if held.id == passkey_id:
                return held
        raise NoSuchPasskey(passkey_id)

    def use_passkey(self, passkey_id: str, counter: int, now: datetime) -> None:
        """Remember how often a passkey says it was used. Raises `NoSuchPasskey`, `Replayed` when that went back."""
        held = self.passkey(passkey_id)
        if (counter or held.counter) and counter <= held.counter:
            raise Replayed
        held.counter, held.seen = counter, now

    def begin_code(self, seed: str) -> None:
        """An authenticator app begins anew; the password goes with the old one, until `set_password`."""
        self.code_seed = seed
        self.password, self.recovery = None, []

    def set_password(self, password_hash: str, recovery: list[str]) -> None:
        """A password beside the authenticator app that was begun, and hashes of recovery codes. Raises `Nameless`."""
        if not self.login:
            raise Nameless
        self.password, self.recovery = password_hash, recovery

    def use_code(self, step: int) -> None:
        """Use the one-time code of a step, in steps of 30 s since 1970. Raises `Replayed` for that one and earlier."""
        # a new seed makes other codes, yet it does not begin at 0: time goes on as well
        if step <= self.last_code:
            raise Replayed
        self.last_code = step

    def use_recovery(self, code_hash: str) -> None:
        """Use up a recovery code. Raises `Replayed` when it is not there, or not any more."""
        if code_hash not in self.recovery:
            raise Replayed
        self.recovery = [held for held in self.recovery if held != code_hash]

    # compasses and keys

    def take_on(self, compass_id: str) -> None:
        """Have a compass on the desk; a second time does nothing."""
        self.compasses = [*self.compasses, compass_id] if compass_id not in self.compasses else self.compasses

    def let_go(self, compass_id: str) -> None:
        """Take a compass off the desk."""
        self.compasses = [held for held in self.compasses if held != compass_id]

    def hold_key(self, key_id: str) -> None:
        """Remember a session of this worker, or the invitation."""
        self.keys = [*self.keys, key_id] if key_id not in self.keys else self.keys

    def drop_key(self, key_id: str) -> None:
        """Forget a session that ended, or the invitation."""
        self.keys = [held for held in self.keys if held != key_id]


def login_of(text: str) -> str:
    """A login as it is kept and looked up: however somebody writes it, it is the same. Raises `TooLong`."""
    return tidy(unicodedata.normalize('NFKC', tidy(text, LOGIN_LENGTH)).casefold(), LOGIN_LENGTH)
