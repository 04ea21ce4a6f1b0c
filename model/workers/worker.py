"""A worker: the account of somebody who sees what persons share, and every change that can be made to it."""

import secrets
import unicodedata
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from model.activity import ActivityKind
from model.compass.document import Document, Identified
from model.writing.own_words import tidy

SCHEMA = 3
"""Version of the document; a newer one is left as it is."""

NAME_LENGTH = 40
LOGIN_LENGTH = 60
PASSKEYS = 10
"""The most passkeys one worker has."""
NOTICES = 20
"""The most that one worker is told at once; the record of activity has all of it."""
SHORT = 8
"""Characters of the id of a session, enough to know it by."""

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


class LastWayIn(ValueError):
    """Without this passkey the worker could not sign in any more."""


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
    name: Annotated[str, Field(max_length=NAME_LENGTH)] = ''
    """What its worker calls the device it is in."""


class Notice(Identified):
    """Something that changed about how a worker signs in, until they say that it was them."""

    kind: ActivityKind
    at: datetime
    key: str = ''
    """The first characters of the id of the session it was done in: nobody is asked there."""


class Worker(Document):
    """One account. Each change is a method; moments come from the caller."""

    model_config = ConfigDict(extra='forbid', validate_assignment=True, serialize_by_alias=True)

    schema_: int = Field(default=SCHEMA, alias='schema')
    id: WorkerId = Field(default_factory=lambda: secrets.token_hex(8))
    version: int = 0
    """How often it was saved, so that an older copy never replaces a newer one."""
    name: Annotated[str, Field(max_length=NAME_LENGTH)] = ''
    invited_as: Annotated[str, Field(max_length=NAME_LENGTH)] = ''
    """What whoever invited them calls them, until they say their name."""
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
    notices: list[Notice] = []
    """What the worker is still to be asked about, the oldest first."""
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

    def copied(self, *, version: int | None = None) -> 'Worker':
        """A copy, in which a change changes nothing here; as it will be saved, with another `version`.

        Field by field, in a quarter of the time that a deep copy takes: every tap asks who somebody is.
        """
        own: dict[str, Any] = {name: list(getattr(self, name)) for name in ('recovery', 'compasses', 'keys')}
        own |= {name: [one.model_copy() for one in getattr(self, name)] for name in ('passkeys', 'notices')}
        return self.model_copy(update=own | ({} if version is None else {'version': version}))

    # the account

    def accept(self, name: str, login: str = '') -> None:
        """Make the account one's own. Raises `TooLong`, `Nameless`."""
        tidied, tidied_login = tidy(name, NAME_LENGTH), login_of(login)
        if not tidied:
            raise Nameless
        self.name, self.login, self.invited_as = tidied, tidied_login, ''

    def invite_as(self, name: str) -> None:
        """Say whom an invitation is for, so that two are not mixed up; empty for nobody. Raises `TooLong`."""
        self.invited_as = tidy(name, NAME_LENGTH)

    def join(self, team: str) -> None:
        """The team this worker is in, empty for none. Raises `TooLong`."""
        self.team = tidy(team, NAME_LENGTH)

    def coordinate(self, *, coordinator: bool) -> None:
        """Say whether this worker is a coordinator. The caller looks whether there is another one."""
        self.coordinator = coordinator

    def sign_in(self, now: datetime) -> None:
        """Remember when the worker was last here."""
        self.seen = now

    def begin_session(self, key_id: str, now: datetime) -> list[ActivityKind]:
        """The worker signed in with this key; returns what they did on the way that is to be told elsewhere."""
        self.hold_key(key_id)
        self.sign_in(now)
        on_the_way = [notice for notice in self.notices if not notice.key]
        for notice in on_the_way:
            notice.key = key_id[:SHORT]
        return [notice.kind for notice in on_the_way]

    def take_login(self, login: str) -> None:
        """Choose the name to sign in with, once. Raises `TooLong`, `Nameless`."""
        self.login = self.login or login_of(login)
        if not self.login:
            raise Nameless

    def disable(self, now: datetime) -> None:
        """From now on this worker cannot sign in. The caller revokes the keys."""
        self.disabled_on = self.disabled_on or now

    def enable(self) -> None:
        """The worker can sign in again, in the same ways."""
        self.disabled_on = None

    def start_over(self) -> None:
        """Forget every way in, for a worker who lost them: what is left is to be invited again."""
        self.passkeys, self.recovery, self.notices = [], [], []
        self.password = self.code_seed = None

    # ways in

    def add_passkey(self, passkey: Passkey) -> None:
        """One more passkey; the same one is there once. Raises `TooManyPasskeys`."""
        others = [held for held in self.passkeys if held.id != passkey.id]
        if len(others) >= PASSKEYS:
            raise TooManyPasskeys
        self.passkeys = [*others, passkey]

    def name_passkey(self, passkey_id: str, name: str) -> None:
        """Say which device a passkey is in; empty for none. Raises `NoSuchPasskey`, `TooLong`."""
        self.passkey(passkey_id).name = tidy(name, NAME_LENGTH)

    def drop_passkey(self, passkey_id: str) -> None:
        """Take a passkey off; a second time does nothing. Raises `LastWayIn`."""
        left = [held for held in self.passkeys if held.id != passkey_id]
        if len(left) < len(self.passkeys) and not left and not self.has_password:
            raise LastWayIn
        self.passkeys = left

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
        self.code_seed, self.password = seed, None

    def set_password(self, password_hash: str, recovery: list[str] | None = None) -> None:
        """A password beside the authenticator app that was begun; with hashes of other recovery codes, if any.

        Raises `Nameless`.
        """
        if not self.login:
            raise Nameless
        self.password = password_hash
        self.recovery = self.recovery if recovery is None else recovery

    def renew_recovery(self, hashes: list[str]) -> None:
        """Other recovery codes, instead of all that there were. Raises `Nameless`."""
        if not self.login:
            raise Nameless
        self.recovery = hashes

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

    # what changed about them

    def tell(self, kind: ActivityKind, now: datetime, key_id: str = '') -> None:
        """Have the worker asked whether it was them, everywhere but in the session it was done in."""
        self.notices = [*self.notices, Notice(kind=kind, at=now, key=key_id[:SHORT])][-NOTICES:]

    def notices_in(self, key_id: str) -> list[Notice]:
        """What is to be asked in the session with this key."""
        return [notice for notice in self.notices if notice.key != key_id[:SHORT]]

    def close_notices(self, notice_ids: list[str], key_id: str) -> None:
        """The worker answered, in the session with this key; what was done there is not answered there."""
        answered = {notice.id for notice in self.notices_in(key_id)} & set(notice_ids)
        self.notices = [notice for notice in self.notices if notice.id not in answered]

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
