"""Keys of sheets, devices and workers: capability tokens derived from a secret that is not with the data."""

import base64
import hashlib
import hmac
import re
import secrets
from datetime import datetime
from typing import Any

from blinker import Signal

from model.key import SEEN_STEP, Key, Kind, Scope
from model.storage.protocols import KeyRecords

TOKEN_BYTES = 16

_TOKEN = re.compile(r'[A-Za-z0-9_-]{22}')


class Keys:
    """The keys of one installation: issue, find, use, revoke."""

    def __init__(self, records: KeyRecords, secret: bytes) -> None:
        """`records` stores the keys, `secret` (32 bytes) is what tokens are derived from."""
        self._records = records
        self._secret = secret
        self.ended = Signal()
        """Sent with the id of each key that ended, after it is gone from storage."""
        self.changed = Signal()
        """Sent with the id of each key that changed, and `key`, what it is now: open pages need not read it again."""
        self.locked = Signal()
        """Sent with the id of each key that was locked: its pages go blank, but it may open again."""
        self.blanked = Signal()
        """Sent with the id of each key whose pages must show nothing now; it opens as before."""

    def issue(self, compass_id: str, kind: Kind, scope: Scope, now: datetime, **more: Any) -> Key:
        """Returns a new key, stored, with `more` fields of `Key`, `made` too if it goes on for an earlier one.

        The caller lets the compass or the worker hold its id. Raises `OSError`.
        """
        fields = {'made': now, 'seen': now} | more
        key = Key(id=secrets.token_hex(16), compass=compass_id, kind=kind, scope=scope, **fields)
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
            self._update(key, {'seen': now}, may_lag=True)  # of no key more than its idle time depends on it

    def update(self, key: Key, **fields: Any) -> Key:
        """Stores new fields of a key and returns the key as it is now."""
        return self._update(key, fields)

    def _update(self, key: Key, fields: dict[str, Any], *, may_lag: bool = False) -> Key:
        # a page may still hold a key that was revoked meanwhile; changing it must not bring it back
        current = self._read(self.token(key.id))
        if current is None:
            return key
        changed = current.model_copy(update=fields)
        self._write(changed, may_lag=may_lag)
        self.changed.send(key.id, key=changed)
        if changed.locked and not current.locked:
            self.locked.send(key.id)
        return changed

    def revoke(self, key_id: str) -> None:
        """End a key: in storage first, then for everyone who listens."""
        self._records.erase(_digest(self.token(key_id)))
        self.ended.send(key_id)

    def _read(self, token: str) -> Key | None:
        key = self._records.read(_digest(token)) if _TOKEN.fullmatch(token) else None
        # a record that somebody planted, or that was made with another secret, opens nothing
        return key if key is not None and hmac.compare_digest(self.token(key.id), token) else None

    def _write(self, key: Key, *, may_lag: bool = False) -> None:
        self._records.write(_digest(self.token(key.id)), key, may_lag=may_lag)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
