"""The session of a colleague as it lies on disk, to be made older than it is."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.page.cast.people.person import Stranger


def session_key(browser: Stranger, entry: str = 'worker') -> dict[str, Any]:
    """The key of the worker who signed in in this browser."""
    found: dict[str, Any] = json.loads(_file(browser, entry).read_bytes())
    return found


def nobody_touches(browser: Stranger, *, minutes: float) -> None:
    """So long ago this browser was last used by its worker."""
    _rewrite(browser, seen=_ago(minutes))


def proved_ago(browser: Stranger, *, minutes: float) -> None:
    """So long ago its worker showed who they are."""
    _rewrite(browser, proved=_ago(minutes))


def signed_in_ago(browser: Stranger, *, hours: float) -> None:
    """So long ago the session began."""
    _rewrite(browser, made=_ago(60 * hours), seen=_ago(60 * hours))


def _ago(minutes: float) -> str:
    return (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat()


def _file(browser: Stranger, entry: str) -> Any:
    token = str(browser.session[entry])
    return browser.server.data / 'keys' / f'{hashlib.sha256(token.encode()).hexdigest()}.json'


def _rewrite(browser: Stranger, **fields: str) -> None:
    _file(browser, 'worker').write_text(json.dumps(session_key(browser) | fields))
