"""The picture PIN: four of twelve pictograms in order, drawn by the program, so that nobody chooses a birthday."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import date

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from model.catalogue.choices import AVATARS
from model.compass.document import Document

PICTURES = tuple(avatar.key for avatar in AVATARS)[:12]
"""Pictogram keys: what stands on the twelve tiles."""
LENGTH = 4
TRIES = 10
"""Wrong tries a day, of all devices together; on one device fewer, see `model.access`."""

_hasher = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


class PicturePin(Document):
    """What is stored of a picture PIN: a hash that cannot be guessed at without the secret of the installation."""

    hash: str = ''
    """Empty when the sheet opens without pictures."""
    wrong: int = 0
    """Tries on `day` since it was last right. Counted on disk before a try is weighed: a power cut gives none back."""
    day: date | None = None

    def set(self, hash: str) -> None:
        """From now on the sheet opens only with the pictures of this hash."""
        self.hash = hash
        self.wrong = 0

    def take_off(self) -> None:
        """The sheet opens without pictures again."""
        self.set('')

    def count_try(self, today: date) -> None:
        """Somebody tries: it counts as wrong until it was right. Each try counts, also one that is sent again."""
        self.wrong = (self.wrong if self.day == today else 0) + 1
        self.day = today

    def forgive(self) -> None:
        """Give all tries back."""
        self.wrong = 0

    @property
    def is_set(self) -> bool:
        """Whether the sheet asks for pictures."""
        return bool(self.hash)

    def is_locked(self, today: date) -> bool:
        """Whether there were too many wrong tries today: tomorrow it may be tried again."""
        return self.is_set and self.day == today and self.wrong >= TRIES


def draw() -> list[str]:
    """Returns four different pictures in a random order: 1 of 11,880."""
    return secrets.SystemRandom().sample(PICTURES, LENGTH)


def hashed(pictures: Sequence[str], secret: bytes) -> str:
    """Returns the hash of a picture PIN. Takes about a tenth of a second: not on the event loop."""
    return _hasher.hash(_mixed(pictures, secret))


def matches(pictures: Sequence[str], hash: str, secret: bytes) -> bool:
    """Returns whether these are the pictures. Takes about a tenth of a second: not on the event loop."""
    try:
        return _hasher.verify(hash, _mixed(pictures, secret))
    except (VerificationError, InvalidHashError):
        return False


def _mixed(pictures: Sequence[str], secret: bytes) -> bytes:
    return hmac.digest(secret, '\n'.join(pictures).encode(), hashlib.sha256)
