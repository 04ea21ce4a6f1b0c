"""One installation in files with a clock to turn, the browsers in it, and what the model says of each."""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine

from model.access.access import Access
from model.access.refusals import Locked, PictureAsked, PinAsked, Stranger, TooManyToday
from model.access.table import May
from model.compass.compass import Compass
from model.compass.document import NotThere
from model.compass.part import Part
from model.compass.sharing.sharing import NobodyAsked, Reach
from model.content import content
from model.key import Kind, Row
from model.settings import Settings
from model.storage.files.storage import open_files
from model.storage.protocols import NoSuchCompass
from model.workers.worker import Passkey
from tests.page.access.whose.model import MONEY, OPEN, PARTS_OF, PIECES, Browser, Device, Whose

IN_MEMORY = Path('/dev/shm')
"""Where there is such a folder, nobody waits for a disk."""
browsers, compasses, workers = Bundle('browsers'), Bundle('compasses'), Bundle('workers')
pictures = st.sampled_from([True, True, True, False])
"""Whether somebody taps the picture that the person has."""
REFUSED = (Stranger, NoSuchCompass, PictureAsked, PinAsked, TooManyToday, NobodyAsked, NotThere)


BEGINS, TICK = datetime(2026, 11, 22, 10, 30, tzinfo=UTC), timedelta(milliseconds=1)
_TURNED: list[timedelta] = []
ASKED = [domain for domain in content.read().domains if MONEY.domain == domain.key]


class Clock(Settings):
    """Settings with a clock that the test turns, and that ticks when it is looked at.

    It never asks the machine: what happens must be the same each time it is tried, also on a slow one.
    """

    @property
    def moment(self) -> list[timedelta]:
        return _TURNED

    def now(self) -> datetime:
        self.moment[:] = [sum(self.moment, TICK)]
        return BEGINS.astimezone(self.tz) + self.moment[0]


class House(RuleBasedStateMachine):
    taken = 0
    """How many steps, in all runs."""

    def __init__(self) -> None:
        super().__init__()
        _TURNED.clear()
        self.steps = 0
        """How many in this run: what is chosen by it is the same whenever the run is played."""
        self.folder = Path(tempfile.mkdtemp(dir=IN_MEMORY if IN_MEMORY.is_dir() else None))
        self.settings = Clock(data=self.folder / 'data')
        self.open()
        self.loop = asyncio.new_event_loop()
        self.known: dict[str, Whose] = {}
        self.printed: dict[tuple[str, str], str] = {}
        """The sheets that workers printed."""
        self.all = [Browser() for _ in range(3)]
        self.signed_up = [self.joins(number) for number in range(2)]
        self.off: set[str] = set()

    def open(self) -> None:
        self.storage = open_files(self.settings.data, self.settings.derived('workers'))
        self.access = Access.of(self.storage, self.settings, ASKED)

    def load(self, compass: str) -> Compass:
        return self.storage.compasses.load(compass, self.settings.now())

    def joins(self, number: int) -> str:
        worker = self.access.workers.create(self.settings.now(), team='team', coordinator=number == 0)
        worker.accept('Alex')
        key = Passkey(id=f'passkey{number}', public_key='A', counter=0, site='localhost', made=worker.made)
        worker.add_passkey(key)
        self.access.workers.save(worker)
        return worker.id

    def teardown(self) -> None:
        self.access.close()
        self.loop.close()
        shutil.rmtree(self.folder)

    # what the model says

    @property
    def now(self) -> datetime:
        return self.settings.now()

    def device(self, browser: Browser, compass: str) -> Device | None:
        """The device that opens this compass in a browser."""
        device = browser.devices.get(compass)
        return device if device is not None and device.opens(self.now) and compass in self.known else None

    def parts(self, browser: Browser, compass: str) -> frozenset[Part]:
        if compass not in self.known:
            return frozenset()
        whose = self.known[compass]
        if compass in browser.devices:
            device = self.device(browser, compass)
            if device is None:
                return frozenset()
            parts = OPEN | device.shows(self.now)
            if device.row is Row.HANDED_OVER:
                lender = whose.shares.get(device.lender, (Reach.NOTHING, frozenset()))[1]
                mine = {part for part in PIECES if not whose.private[part] or whose.hands[part] == {device.id}}
                parts |= lender | mine | ({Part.LIFE} if MONEY in mine else set())
            return parts
        reach, private = whose.shares.get(browser.worker(self.now), (Reach.NOTHING, frozenset()))
        return frozenset(PARTS_OF[reach]) | private

    def may_change(self, browser: Browser, compass: str) -> bool:
        device = self.device(browser, compass)
        return device is None or May.CHANGE in device.may(self.now)

    def sheet(self, compass: str, printed_by: str = '') -> str:
        """The token of the sheet of the person, or of one that this worker printed; of any when there is none."""
        keys = [self.access.keys.get(key_id, self.now) for key_id in self.load(compass).keys]
        sheets = [key for key in keys if key and key.kind is Kind.SHEET]
        sheets.sort(key=lambda key: key.worker != printed_by)
        return self.access.keys.token(sheets[0].id)

    @contextmanager
    def only_if(self, compass: str, may: bool) -> Iterator[None]:
        """What is in the block is refused, unless the model says it may be done."""
        try:
            yield
        except (*REFUSED, Locked):
            assert not may or compass not in self.known
        else:
            assert may
