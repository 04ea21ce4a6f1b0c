"""What is done at the lock, and what stands in its answers."""

import base64
import json
import re
from datetime import UTC, datetime, timedelta

import httpx

from tests.page.cast.people.person import Owner, Stranger
from ui.screens.compass_page import PRIVATE_SCREENS, SCREENS, STEP_SCREENS

PAGES = [page.strip('/') for page in [*SCREENS, *STEP_SCREENS, *PRIVATE_SCREENS] if '{' not in page]


def puts_down(browser: Stranger) -> None:
    answer = browser.posts('/slot')
    assert (answer.status_code, answer.headers['location']) == (303, '/slot')


def shows_picture(browser: Stranger, picture: str = '') -> str:
    """Where the tap on a picture of the lock leads."""
    answer = browser.posts('/slot/plaatje', plaatje=picture)
    assert answer.status_code == 303
    return str(answer.headers['location'])


def nobody_touches(owner: Owner, *, minutes: int, token: str = '') -> None:
    """So long ago the device was last used; `token` is its key, when that left the cookie."""
    at = datetime.now(UTC) - timedelta(minutes=minutes)
    owner.on_disk.rewrite_key(token or owner.token_of(owner.id), seen=at.isoformat())


def kept_in(answer: httpx.Response) -> list[str]:
    """What the cookie of an answer carries."""
    value = answer.cookies['kompas']
    return sorted(json.loads(base64.b64decode(value.split('.')[0])))


def lies_for_an_hour(owner: Owner) -> str:
    """The device locks, and nobody comes for an hour; the key that lies there."""
    token = owner.token_of(owner.id)
    puts_down(owner)
    nobody_touches(owner, minutes=60, token=token)
    return token


def asks_for_things(browser: Stranger, picture: str) -> httpx.Response:
    """The page after the tap on a picture."""
    return browser.posts('/slot/eerder', plaatje=picture)


def things(page: httpx.Response) -> list[str]:
    return re.findall('name="ding" value="([a-z0-9-]+)"', page.text)


def shows_things(browser: Stranger, picture: str, chosen: list[str]) -> str:
    """Where it leads to choose these."""
    form = {'plaatje': picture, 'ding': chosen, 'klaar': 'ja'}
    answer = browser.http.post('/slot/eerder', data=form)
    assert answer.status_code == 303, answer.text
    return str(answer.headers['location'])


def on_compass(owner: Owner) -> list[str]:
    """The pictograms that stand on it."""
    document = owner.on_disk.document
    things = [*owner.on_disk.strengths, *document['wishes']['items'], *document['steps']['items']]
    return [one['answer']['tile'] for one in things if one['answer'].get('tile')]


def without_things(page: httpx.Response) -> str:
    return re.sub('<div class="tiles">.*?</div>', '', page.text, flags=re.DOTALL)
