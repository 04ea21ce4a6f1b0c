"""What a browser seals with what waits in it: only an open page gets the key, so who is locked out cannot read it."""

import base64
import hashlib
import hmac

from model.settings import Settings


class Seals:
    """Keys for AES-256-GCM in a browser, the same each time as long as the secret of this installation is."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, compass_id: str, *, private: bool = False) -> str:
        """The key of one compass in base64; what is `private` has another one, for pages that show it."""
        purpose = 'private seal' if private else 'seal'
        key = hmac.digest(self._settings.derived(purpose), compass_id.encode(), hashlib.sha256)
        return base64.b64encode(key).decode()
