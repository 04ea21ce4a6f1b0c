"""A worker's password: long, not one that others think of too, and kept so that a copy of the disk gives none away."""

import hashlib
import hmac
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from model.workers import common_passwords

LEAST = 15
"""Characters after NFKC, as NIST SP 800-63B asks of a password."""
MOST = 200

_HASHER = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
_NOBODYS = '$argon2id$v=19$m=65536,t=3,p=4$pUGF2n+4XtH6QZT2tq4Jfw$Kn5x4CwqUz+oOJ8eEJxvCdVffcD/p+NetZ6fDrucz6g'
"""A hash no password is known of, so that a login nobody has takes as long as one somebody has."""


class TooShort(ValueError):
    """The password has fewer than `LEAST` characters."""


class TooLongPassword(ValueError):
    """The password has more than `MOST` characters."""


class TooCommon(ValueError):
    """Others use this password too, or it says who it is of: it would be guessed."""


def check(password: str, *about: str) -> None:
    """Refuse what would be guessed; `about` is what others know of the worker: login, name.

    Takes up to a tenth of a second. Raises `TooShort`, `TooLongPassword`, `TooCommon`.
    """
    normal = _normal(password)
    if len(normal) < LEAST:
        raise TooShort
    if common_passwords.is_common(normal, about):
        raise TooCommon


def hash_of(password: str, secret: bytes) -> str:
    """What is kept of a password. Takes a tenth of a second and 64 MiB: call it in a thread.

    Without `secret`, which is not with the data, it cannot even be guessed at. Raises `TooLongPassword`.
    """
    return _HASHER.hash(_keyed(password, secret))


def matches(password: str, kept: str | None, secret: bytes) -> bool:
    """Whether this is the password; None for nobody's takes as long. Call it in a thread, as `hash_of`."""
    try:
        keyed = _keyed(password, secret)
    except TooLongPassword:
        keyed, kept = b'', None
    try:
        return _HASHER.verify(kept or _NOBODYS, keyed) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def _normal(password: str) -> str:
    if len(password) > 10 * MOST:  # endless accents would take quadratic time to bring into one form
        raise TooLongPassword
    normal = unicodedata.normalize('NFKC', password)
    if len(normal) > MOST:
        raise TooLongPassword
    return normal


def _keyed(password: str, secret: bytes) -> bytes:
    # a lone surrogate is no text, yet a form can carry one
    return hmac.digest(secret, _normal(password).encode(errors='surrogatepass'), hashlib.sha256)
