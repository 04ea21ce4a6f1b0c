"""Keys of sheets, devices and workers: capability tokens derived from a secret that is not with the data."""

import base64
import hashlib
import hmac
import json
import re
import secrets
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from blinker import Signal
from pydantic import BaseModel, ConfigDict, ValidationError

from model.storage.files.atomic import sync_folder, write_atomically

TOKEN_BYTES = 16
OWN_DEVICE_KEPT = timedelta(days=365)
IDLE = timedelta(minutes=2)
"""After this a shared device is locked: a tablet is put down and walked away from."""
SOLE_KEPT = timedelta(minutes=10)
"""How long a locked device stays that is the only way to a compass."""
WORKER_OWN_IDLE = timedelta(minutes=30)
WORKER_KEPT = timedelta(hours=12)
"""After this a worker signs in again, whatever happens."""
INVITATION_KEPT = timedelta(days=7)
SEEN_STEP = timedelta(seconds=20)
"""How far behind the moment of last use may lag on disk, so that a tap costs no second write."""

_TOKEN = re.compile(r'[A-Za-z0-9_-]{22}')


class Kind(StrEnum):
    """What carries the key."""

    SHEET = 'sheet'
    DEVICE = 'device'
    WORKER = 'worker'
    """A browser in which a worker signed in."""
    INVITE = 'invite'
    """A link that makes an account, once."""


class Device(StrEnum):
    """What a device looks like."""

    PHONE = 'phone'
    TABLET = 'tablet'
    COMPUTER = 'computer'


class Scope(StrEnum):
    """What the key opens: everything, or all but what happened and what is in the way."""

    FULL = 'full'
    OPEN = 'open'


class Key(BaseModel):
    """What lies on disk about one key; the token itself does not."""

    model_config = ConfigDict(extra='forbid', frozen=True)

    id: str
    compass: str = ''
    """The compass it opens; empty for a worker's key and an invitation."""
    worker: str = ''
    """The worker it stands for; of a device, the one who handed it to the person."""
    kind: Kind
    scope: Scope
    device: Device = Device.TABLET
    own: bool = False
    """A device of the person's own, remembered for a year; a shared one is locked after two idle minutes."""
    sole: bool = False
    """The only way to a compass, as long as nobody took the sheet along: ended later than others."""
    locked: bool = False
    """Opens nothing until somebody shows who they are; a worker's, when the tablet was handed to a person."""
    vouched: datetime | None = None
    """When a worker vouched for this device, so that it sees everything."""
    wants_all: bool = False
    """This device asks to see the private parts too."""
    tries: int = 0
    """Wrong answers since it was locked."""
    made: datetime
    seen: datetime

    @property
    def idle(self) -> timedelta | None:
        """How long nobody need touch this device before it is locked; None for the person's own."""
        if self.kind is Kind.WORKER:
            return WORKER_OWN_IDLE if self.own else IDLE
        return None if self.own else IDLE

    def is_idle(self, now: datetime) -> bool:
        """Whether nobody touched this shared device for too long."""
        if self.own or self.kind is not Kind.DEVICE:
            return False
        return now - self.seen > IDLE + 2 * SEEN_STEP

    def has_expired(self, now: datetime) -> bool:
        """Whether it was not used for too long; sheets do not expire."""
        unused = now - self.seen
        if self.kind is Kind.SHEET:
            return False
        if self.kind is Kind.INVITE:
            return now - self.made > INVITATION_KEPT
        if self.kind is Kind.WORKER:
            idle = WORKER_KEPT if self.locked else WORKER_OWN_IDLE if self.own else IDLE + 2 * SEEN_STEP
            return now - self.made > WORKER_KEPT or unused > idle
        if self.own:
            return unused > OWN_DEVICE_KEPT
        if self.worker and now - self.made > WORKER_KEPT:
            return True
        return unused > (SOLE_KEPT if self.sole else IDLE) + 2 * SEEN_STEP


class Keys:
    """The keys of one installation: issue, find, use, revoke."""

    def __init__(self, folder: Path, secret: bytes) -> None:
        """`folder` keeps the files, `secret` (32 bytes) is what tokens are derived from."""
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True)
        self._secret = secret
        self.ended = Signal()
        """Sent with the id of each key that ended, after it is gone from disk."""
        self.changed = Signal()
        """Sent with the id of each key that changed, and `key`, what it is now: open pages need not read it again."""
        self.locked = Signal()
        """Sent with the id of each key that was locked: its pages go blank, but it may open again."""
        self.blanked = Signal()
        """Sent with the id of each key whose pages must show nothing now; it opens as before."""

    def issue(self, compass_id: str, kind: Kind, scope: Scope, now: datetime, **more: Any) -> Key:
        """A new key, on disk, with `more` fields of `Key`. The caller lets the compass or the worker hold its id."""
        key = Key(id=secrets.token_hex(16), compass=compass_id, kind=kind, scope=scope, made=now, seen=now, **more)
        self._write(key)
        return key

    def token(self, key_id: str) -> str:
        """The 22 characters that open what the key opens: the same ones each time they are asked for."""
        digest = hmac.digest(self._secret, key_id.encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).rstrip(b'=').decode()

    def find(self, token: str, now: datetime) -> Key | None:
        """The key of a token; None when it is unknown, revoked, expired or no token at all."""
        key = self._read(token)
        return key if key is not None and not key.has_expired(now) else None

    def get(self, key_id: str, now: datetime) -> Key | None:
        """The key with this id, None when it no longer opens anything."""
        return self.find(self.token(key_id), now)

    def use(self, key: Key, now: datetime) -> None:
        """Remember that a key was used, so that its time begins anew."""
        if now - key.seen >= SEEN_STEP:
            self.update(key, seen=now)

    def update(self, key: Key, **fields: Any) -> Key:
        """Change fields of a key, on disk; the key as it is now."""
        # a page may still hold a key that was revoked meanwhile; changing it must not bring it back
        current = self._read(self.token(key.id))
        if current is None:
            return key
        changed = current.model_copy(update=fields)
        self._write(changed)
        self.changed.send(key.id, key=changed)
        if changed.locked and not current.locked:
            self.locked.send(key.id)
        return changed

    def revoke(self, key_id: str) -> None:
        """End a key: on disk first, then for everyone who listens."""
        self._path(self.token(key_id)).unlink(missing_ok=True)
        sync_folder(self._folder)
        self.ended.send(key_id)

    def _read(self, token: str) -> Key | None:
        if not _TOKEN.fullmatch(token):
            return None
        try:
            key = Key.model_validate_json(self._path(token).read_bytes())
        except (FileNotFoundError, ValidationError):
            return None
        # a file that somebody planted, or that was made with another secret, opens nothing
        return key if hmac.compare_digest(self.token(key.id), token) else None

    def _write(self, key: Key) -> None:
        content = json.dumps(key.model_dump(mode='json')).encode()
        write_atomically(self._path(self.token(key.id)), content)

    def _path(self, token: str) -> Path:
        return self._folder / f'{hashlib.sha256(token.encode()).hexdigest()}.json'
