"""Keys of sheets, devices and workers: capability tokens derived from a secret that is not with the data."""

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from blinker import Signal

from model.access.table import asks_picture, has_ended
from model.end_mark import MARK_KEPT, MARKED, MARKED_WHEN_ERASED, EndMark
from model.key import SEEN_STEP, Key, Kind
from model.storage.protocols import KeyRecords

TOKEN_BYTES = 16

_TOKEN = re.compile(r'[A-Za-z0-9_-]{22}')


class Keys:
    """The keys of one installation: issue, find, use, revoke."""

    def __init__(
        self, records: KeyRecords, secret: bytes, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """`records` stores the keys, `secret` (32 bytes) is what tokens are derived from, `clock` tells the time."""
        self._records = records
        self._secret = secret
        self._clock = clock
        self.ended = Signal()
        """Sent with the id of each key that ended, after it is gone from storage."""
        self.changed = Signal()
        """Sent with the id of each key that changed, and `key`, what it is now: open pages need not read it again."""
        self.locked = Signal()
        """Sent with the id of each key that was locked: its pages go blank, but it may open again."""
        self.blanked = Signal()
        """Sent with the id of each key whose pages must show nothing now; it opens as before."""

    def issue(self, compass_id: str, kind: Kind, now: datetime, **more: Any) -> Key:
        """Returns a new key, stored, with `more` fields of `Key`, `made` too if it goes on for an earlier one.

        The caller lets the compass or the worker hold its id. Raises `OSError`.
        """
        fields = {'made': now, 'seen': now} | more
        key = Key(id=secrets.token_hex(16), compass=compass_id, kind=kind, **fields)
        self._write(key)
        return key

    def token(self, key_id: str) -> str:
        """The 22 characters that open what the key opens: the same ones each time they are asked for."""
        digest = hmac.digest(self._secret, key_id.encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).rstrip(b'=').decode()

    def find(self, token: str, now: datetime) -> Key | None:
        """The key of a token; None when it is unknown, revoked, expired or no token at all."""
        key = self._read(token)
        return key if key is not None and not has_ended(key, now) else None

    def get(self, key_id: str, now: datetime) -> Key | None:
        """The key with this id, None when it no longer opens anything."""
        return self.find(self.token(key_id), now)

    def use(self, key: Key, now: datetime) -> None:
        """Remember that a key was used, so that its time begins anew.

        What that time had closed stays closed: an own device that was put down goes on asking for the picture.
        """
        if now - key.seen < SEEN_STEP:
            return
        if asks_picture(key, now) and not key.shut:
            self._update(key, {'seen': now, 'shut': True, 'pin': False})
        else:
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

    def revoke(self, key_id: str, *, erased: bool = False) -> None:
        """End a key: in storage first, then for everyone who listens. Of a sheet and an invitation a mark is left.

        With `erased`, because the compass is, of a device of the person's too.
        """
        digest = _digest(self.token(key_id))
        with suppress(OSError):  # a full disk keeps no key alive
            self._leave_mark(digest, erased=erased)
        self._records.erase(digest)
        self.ended.send(key_id)

    def last_used(self, key_id: str) -> datetime | None:
        """When a key was used last, also one that opens nothing any more; None when it was revoked."""
        key = self._read(self.token(key_id))
        return key.seen if key else None

    def has_ended(self, token: str, kind: Kind) -> bool:
        """Whether a token that opens nothing did so until a year ago, as a key of this kind. Raises `Unreadable`."""
        if not _TOKEN.fullmatch(token):
            return False
        today, mark = self._clock().date(), self._records.marked(_digest(token))
        if mark is not None:
            return mark.kind is kind and not mark.is_over(today)
        key = self._read(token)  # it expired, or what it opened is gone
        return key is not None and key.kind is kind and not EndMark(kind=kind, on=key.seen.date()).is_over(today)

    def was_erased(self, token: str) -> bool:
        """Whether a token was of a device when its compass was erased, until a year ago. Raises `Unreadable`."""
        mark = self._records.marked(_digest(token)) if _TOKEN.fullmatch(token) else None
        return mark is not None and mark.kind is Kind.DEVICE and not mark.is_over(self._clock().date())

    def drop_old_marks(self) -> Iterator[None]:
        """Erase the marks that were kept long enough, one step at a time. Raises `OSError`."""
        yield from self._records.drop_marks(self._clock().date() - MARK_KEPT)

    def _leave_mark(self, digest: str, *, erased: bool) -> None:
        key, now = self._records.read(digest), self._clock()
        if key is None:
            return
        with_it = erased and key.kind is Kind.DEVICE and key.row in MARKED_WHEN_ERASED and not has_ended(key, now)
        if key.kind in MARKED or with_it:
            self._records.mark(digest, EndMark(kind=key.kind, on=now.date()))

    def _read(self, token: str) -> Key | None:
        key = self._records.read(_digest(token)) if _TOKEN.fullmatch(token) else None
        # a record that somebody planted, or that was made with another secret, opens nothing
        return key if key is not None and hmac.compare_digest(self.token(key.id), token) else None

    def _write(self, key: Key, *, may_lag: bool = False) -> None:
        self._records.write(_digest(self.token(key.id)), key, may_lag=may_lag)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
