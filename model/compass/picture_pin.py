"""The picture PIN: four of twelve pictograms in order, drawn by the program, so that nobody chooses a birthday."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from model.catalogue.questions import AVATARS
from model.compass.answer import Document

PICTURES = tuple(avatar.key for avatar in AVATARS)[:12]
"""Pictogram keys: what stands on the twelve tiles."""
LENGTH = 4
TRIES = 5

_hasher = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


class Pin(Document):
    """What is kept of a picture PIN: a hash that cannot be guessed at without the secret of the installation."""

    hash: str
    wrong: int = 0
    """Tries since it was last right. Counted on disk before a try is weighed: a power cut gives none back."""

    @property
    def is_locked(self) -> bool:
        """Too many wrong tries: a worker or another device of the person opens it."""
        return self.wrong >= TRIES


def draw() -> list[str]:
    """Four different pictures in a random order: 1 of 11,880."""
    return secrets.SystemRandom().sample(PICTURES, LENGTH)


def hashed(pictures: Sequence[str], secret: bytes) -> str:
    """The hash of a picture PIN. Takes about a tenth of a second: not on the event loop."""
    return _hasher.hash(_mixed(pictures, secret))


def matches(pictures: Sequence[str], hash: str, secret: bytes) -> bool:
    """Whether these are the pictures. Takes about a tenth of a second: not on the event loop."""
    try:
        return _hasher.verify(hash, _mixed(pictures, secret))
    except (VerificationError, InvalidHashError):
        return False


def _mixed(pictures: Sequence[str], secret: bytes) -> bytes:
    return hmac.digest(secret, '\n'.join(pictures).encode(), hashlib.sha256)
