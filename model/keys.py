"""Keys of sheets and devices: capability tokens derived from a secret that is not with the data."""

import base64
import hashlib
import hmac
import json
import re
import secrets
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from blinker import Signal
from pydantic import BaseModel, ConfigDict, ValidationError

from model.storage import sync_folder, write_atomically

TOKEN_BYTES = 16
OWN_DEVICE_KEPT = timedelta(days=365)
SHARED_DEVICE_KEPT = timedelta(minutes=10)
SEEN_STEP = timedelta(minutes=1)
"""How far behind the moment of last use may lag on disk, so that a tap costs no second write."""

_TOKEN = re.compile(r'[A-Za-z0-9_-]{22}')


class Kind(StrEnum):
    """What carries the key."""

    SHEET = 'sheet'
    DEVICE = 'device'


class Scope(StrEnum):
    """What the key opens: everything, or all but what happened and what is in the way."""

    FULL = 'full'
    OPEN = 'open'


class Key(BaseModel):
    """What lies on disk about one key; the token itself does not."""

    model_config = ConfigDict(extra='forbid', frozen=True)

    id: str
    compass: str
    kind: Kind
    scope: Scope
    own: bool = False
    """A device of the person's own, remembered for a year; a shared one forgets after ten idle minutes."""
    made: datetime
    seen: datetime

    def has_expired(self, now: datetime) -> bool:
        """Whether a device was not used for too long; sheets do not expire."""
        if self.kind is Kind.SHEET:
            return False
        return now - self.seen > (OWN_DEVICE_KEPT if self.own else SHARED_DEVICE_KEPT + 2 * SEEN_STEP)


class Keys:
    """The keys of one installation: issue, find, use, revoke."""

    def __init__(self, folder: Path, secret: bytes) -> None:
        """`folder` keeps the files, `secret` (32 bytes) is what tokens are derived from."""
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True)
        self._secret = secret
        self.revoked = Signal()
        """Sent with the id of each key that ended, after it is gone from disk."""

    def issue(self, compass_id: str, kind: Kind, scope: Scope, now: datetime, *, own: bool = False) -> Key:
        """A new key, on disk. The caller lets the compass hold its id."""
        key = Key(id=secrets.token_hex(16), compass=compass_id, kind=kind, scope=scope, own=own, made=now, seen=now)
        self._write(key)
        return key

    def token(self, key_id: str) -> str:
        """The 22 characters that open what the key opens: the same ones each time they are asked for."""
        digest = hmac.digest(self._secret, key_id.encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).rstrip(b'=').decode()

    def find(self, token: str, now: datetime) -> Key | None:
        """The key of a token; None when it is unknown, revoked, expired or no token at all."""
        if not _TOKEN.fullmatch(token):
            return None
        try:
            key = Key.model_validate_json(self._path(token).read_bytes())
        except (FileNotFoundError, ValidationError):
            return None
        # a file that somebody planted, or that was made with another secret, opens nothing
        genuine = hmac.compare_digest(self.token(key.id), token)
        return key if genuine and not key.has_expired(now) else None

    def get(self, key_id: str, now: datetime) -> Key | None:
        """The key with this id, None when it no longer opens anything."""
        return self.find(self.token(key_id), now)

    def use(self, key: Key, now: datetime) -> None:
        """Remember that a key was used, so that its time begins anew."""
        # a page may still hold a key that was revoked meanwhile; using it must not bring it back
        if now - key.seen >= SEEN_STEP and self._path(self.token(key.id)).exists():
            self._write(key.model_copy(update={'seen': now}))

    def revoke(self, key_id: str) -> None:
        """End a key: on disk first, then for everyone who listens."""
        self._path(self.token(key_id)).unlink(missing_ok=True)
        sync_folder(self._folder)
        self.revoked.send(key_id)

    def _write(self, key: Key) -> None:
        content = json.dumps(key.model_dump(mode='json')).encode()
        write_atomically(self._path(self.token(key.id)), content)

    def _path(self, token: str) -> Path:
        return self._folder / f'{hashlib.sha256(token.encode()).hexdigest()}.json'
