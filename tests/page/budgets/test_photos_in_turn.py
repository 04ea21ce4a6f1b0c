"""Photos that take long hold up nobody but those who send them."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from model.media.photos import AT_ONCE
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner
from tests.page.cast.sending import WEBM, has_sent, receiving, sees, sends
from tests.patience import eventually
from tests.unit.media.photo_files import endless_scans

SLOW = 12
Make = Callable[..., Machine]
CROWD = {'X-Forwarded-For': '203.0.113.7'}


@pytest.fixture(scope='module')
def slow_photo() -> bytes:
    """One that takes a second and a half, where any other takes a tenth of that."""
    return endless_scans(scans=50)


@pytest.fixture
def server(machine: Callable[..., Machine]) -> Iterator[Machine]:
    """One of its own, which is ended while it still has much to do."""
    with machine() as running:
        yield running


class Flood:
    """Slow photos that are all sent at once."""

    def __init__(self, photo: bytes, *senders: Owner) -> None:
        self.answers: list[int] = []
        self._photo = photo
        for one in senders:
            threading.Thread(target=self._sends, args=(one,), daemon=True).start()
        eventually(lambda: self._received(senders) >= len(senders), 'they did not come')

    def _received(self, senders: tuple[Owner, ...]) -> int:
        """How many came whole: what is made of the first ones lies beside them."""
        paths = {path for one in senders for path in receiving(one.on_disk)}
        return sum(_size(path) == len(self._photo) for path in paths) + len(self.answers)

    def _sends(self, one: Owner) -> None:
        with suppress(httpx.HTTPError):  # the server was ended meanwhile
            self.answers.append(sends(one, self._photo).status_code)


def _size(path: Path) -> int:
    with suppress(FileNotFoundError):  # it is done
        return path.stat().st_size
    return 0


@pytest.mark.long
@pytest.mark.parametrize('crowd', ['one compass', 'one network'])
def test_a_dozen_slow_photos_let_the_photo_of_another_through_next(
    server: Machine, slow_photo: bytes, crowd: str
) -> None:
    people = SLOW if crowd == 'one network' else 1
    senders = [Owner(server, **CROWD) for _ in range(people)] * (SLOW // people)
    other = Owner(server)
    flood = Flood(slow_photo, *senders)
    before = len(flood.answers)
    photo, voice = has_sent(other), has_sent(other, WEBM, 'stem')
    assert len(flood.answers) - before <= 2 * AT_ONCE, 'those that were being made, and those that began meanwhile'
    assert sees(other, photo)
    assert sees(other, voice, 'geluid')
