"""Eight digits that one device shows and another types: the way in where there is no camera, for a moment and once.

They are in memory alone, and there as what they become under a key that ends with this process: nothing on disk or in
a copy of it tells them. Wrong, used and too old are the same to whoever types them.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from unicodedata import decimal

from model.access.gate import Gate
from model.access.keys import Keys
from model.access.limits import Limit, Limits, network_of
from model.access.record import Record
from model.access.refusals import NotTheseDigits, Stranger, TooManyDigits
from model.access.session import Session
from model.activity import ActivityKind
from model.key import Row
from model.settings import Settings
from model.storage.protocols import Compasses

DIGITS = 8
KEPT = timedelta(minutes=5)
"""How long digits work, and how long the picture PIN may take after them."""
TRIES = 5
"""How often a device that is in already may try those of its compass."""


@dataclass(frozen=True)
class _Shown:
    """The digits that one compass shows."""

    digest: bytes
    compass: str
    key: str
    """Of the device that shows them: they end with it."""
    made: datetime
    wrong: set[bytes] = field(default_factory=set)
    """Those that were tried in vain by a device that is in; the same ones once more are no other try."""


class Digits:
    """Shows eight digits, and takes them."""

    def __init__(
        self, compasses: Compasses, keys: Keys, gate: Gate, limits: Limits, record: Record, settings: Settings
    ) -> None:
        self._compasses = compasses
        self._keys = keys
        self._gate = gate
        self._limits = limits
        self._record = record
        self._settings = settings
        self._secret = secrets.token_bytes(32)
        self._shown: dict[str, _Shown] = {}
        self._passes: dict[bytes, _Shown] = {}

    # the device that shows them

    def show(self, session: Session, compass_id: str) -> str:
        """Returns new digits, in the place of those that this compass showed before.

        Raises `Stranger` on a device that is not surely the person's, who says there who comes in.
        """
        opened = self._gate.open_as_person(session, compass_id)
        if not opened.grant.is_sure:
            raise Stranger
        self._forget_old()
        self.end(compass_id)
        digits = _drawn()
        while self._find(digits) is not None:
            digits = _drawn()
        self._shown[compass_id] = _Shown(self._digest(digits), compass_id, opened.grant.key.id, self._settings.now())
        return digits

    def end(self, compass_id: str) -> None:
        """What a compass shows, or somebody just typed, opens nothing any more."""
        self._shown.pop(compass_id, None)
        self._passes = {one: shown for one, shown in self._passes.items() if shown.compass != compass_id}

    def work(self, digits: str) -> bool:
        """Whether digits that were shown still open something. For the screen that shows them, and no other."""
        self._forget_old()
        return self._find(digits) is not None

    # a device that comes in

    def use(self, written: str, address: str) -> str:
        """Takes the digits that somebody typed at `address`, once.

        Returns a pass, which is to `Entrance` what the key of a sheet is, for a moment. Raises `NotTheseDigits` for
        whatever they are not, and `TooManyDigits` after too many of those from one network, for right ones too.
        """
        network = network_of(address)
        if self._limits.is_full(Limit.NO_DIGITS, network):
            raise TooManyDigits
        self._forget_old()
        found = self._find(read(written))
        if found is None or not self._is_there(found):
            self._limits.hit(Limit.WRONG_DIGITS, network)
            if self._limits.is_full(Limit.WRONG_DIGITS, network):
                self._limits.hit(Limit.NO_DIGITS, network)
            raise NotTheseDigits
        del self._shown[found.compass]
        token = secrets.token_urlsafe(16)
        self._passes[self._digest(token)] = replace(found, made=self._settings.now())
        return token

    def compass_of(self, token: str) -> str | None:
        """The id of the compass that a pass leads into; None when it is none, or not any more."""
        self._forget_old()
        found = self._passes.get(self._digest(token))
        return found.compass if found is not None else None

    def let_in(self, token: str) -> None:
        """Somebody came in with this pass: it opens nothing any more."""
        self._passes.pop(self._digest(token), None)

    # a device that is in, and not surely the person's

    def confirm(self, session: Session, compass_id: str, written: str) -> None:
        """The digits were typed on a device that came in before: both are in the same hands, so it is the person's.

        A line that is left sends what stands on it once more: that changes nothing. Raises `Stranger`,
        `NotTheseDigits`, also for right ones after `TRIES` wrong ones.
        """
        opened = self._gate.open_as_person(session, compass_id)
        key = opened.grant.key
        if key.row is Row.CONFIRMED:
            return
        if key.row not in {Row.UNCONFIRMED, Row.VOUCHED}:
            raise Stranger
        self._forget_old()
        shown, digest = self._shown.get(compass_id), self._digest(read(written))
        if shown is None or len(shown.wrong) >= TRIES or not self._is_there(shown):
            raise NotTheseDigits
        if not hmac.compare_digest(shown.digest, digest):
            shown.wrong.add(digest)
            raise NotTheseDigits
        del self._shown[compass_id]
        self._keys.update(key, row=Row.CONFIRMED, symbol='', announced=None)
        opened.compass.arrivals.close(key.id)
        self._compasses.save(opened.compass)
        self._record.add(ActivityKind.LET_IN, opened.grant, compass_id, whom=key.id[:8])

    # inside

    def _find(self, digits: str) -> _Shown | None:
        """Which compass shows these. Each is compared, whole: how long it takes says nothing."""
        digest, found = self._digest(digits), None
        for shown in self._shown.values():
            if hmac.compare_digest(shown.digest, digest):
                found = shown
        return found

    def _is_there(self, shown: _Shown) -> bool:
        """Whether the device that shows them is still surely the person's."""
        key = self._keys.get(shown.key, self._settings.now())
        return key is not None and key.row is Row.CONFIRMED

    def _digest(self, secret: str) -> bytes:
        return hmac.digest(self._secret, secret.encode(), hashlib.sha256)

    def _forget_old(self) -> None:
        now = self._settings.now()
        self._shown = {one: shown for one, shown in self._shown.items() if now - shown.made < KEPT}
        self._passes = {one: shown for one, shown in self._passes.items() if now - shown.made < KEPT}


def read(written: str) -> str:
    """The digits in what somebody wrote, in whatever script and with whatever between them."""
    return ''.join(str(decimal(one)) for one in written if one.isdecimal())


def _drawn() -> str:
    return ''.join(secrets.choice('0123456789') for _ in range(DIGITS))
