"""One-time codes of an authenticator app, and recovery codes for who lost it."""

import hashlib
import hmac
import re
import secrets
import unicodedata
from base64 import b32encode
from datetime import datetime

from pyotp import TOTP

ISSUER = 'Krachtkompas'
STEP = 30
"""Seconds one code is shown."""
EARLY_OR_LATE = 1
"""How many steps the clock of the app may differ."""
RECOVERY_CODES = 8
RECOVERY_LENGTH = 12
"""Of 32 signs each: 60 bits."""

_SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'
_LOOKS_LIKE = str.maketrans('oil', '011')
_CODE = re.compile(r'[0-9]{6}')


def new_seed() -> str:
    """What is kept of an authenticator app; it makes codes only together with the secret."""
    return secrets.token_hex(16)


class OneTime:
    """One-time codes; none can be made with only what is on disk."""

    def __init__(self, secret: bytes) -> None:
        """`secret` is 32 bytes that are not with the data."""
        self._secret = secret

    def key(self, worker_id: str, seed: str) -> str:
        """What the authenticator app keeps: 160 bits in base32, also to be typed when there is no camera."""
        # the id too: somebody else's seed, seen in a backup, must be of no use in one's own account
        return b32encode(self._digest(f'code {worker_id} {seed}')[:20]).decode()

    def address(self, worker_id: str, seed: str, login: str) -> str:
        """The otpauth address of the key, for a QR code."""
        return TOTP(self.key(worker_id, seed)).provisioning_uri(name=login, issuer_name=ISSUER)

    def step(self, worker_id: str, seed: str, code: str, now: datetime) -> int | None:
        """The step (of 30 s since 1970) that a code is of, None when it is wrong."""
        digits = _digits(code)
        if not _CODE.fullmatch(digits):
            return None
        current = int(now.timestamp()) // STEP
        totp = TOTP(self.key(worker_id, seed))
        near = range(current - EARLY_OR_LATE, current + EARLY_OR_LATE + 1)
        fitting = [step for step in near if hmac.compare_digest(totp.generate_otp(step), digits)]
        return max(fitting, default=None)

    def recovery_hash(self, worker_id: str, code: str) -> str:
        """What is kept of a recovery code, however it was typed."""
        if len(code) > 10 * RECOVERY_LENGTH:
            code = ''
        plain = ''.join(sign for sign in _digits(code).casefold() if sign.isalnum())
        return self._digest(f'recovery {worker_id} {plain.translate(_LOOKS_LIKE)}').hex()

    def _digest(self, text: str) -> bytes:
        return hmac.digest(self._secret, text.encode(errors='surrogatepass'), hashlib.sha256)


def draw_recovery_codes() -> list[str]:
    """Codes to be shown once and written down: `k3f9-x02m-7qde`."""
    return [_grouped(''.join(secrets.choice(_SIGNS) for _ in range(RECOVERY_LENGTH))) for _ in range(RECOVERY_CODES)]


def _grouped(signs: str) -> str:
    return '-'.join(signs[start : start + 4] for start in range(0, len(signs), 4))


def _digits(code: str) -> str:
    """A code without spaces, its digits as 0 to 9: keyboards of other scripts have their own."""
    return ''.join(str(unicodedata.decimal(sign, sign)) for sign in code[:200] if not sign.isspace())
