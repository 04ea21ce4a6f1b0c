"""Sam, everyone beside Sam, and devices in every state."""

from dataclasses import dataclass
from typing import Any

from model.compass.part import EVERY_PART, Part
from model.key import LENT_ROWS, Row
from model.settings import Settings
from tests.browser.cast.on_disk import changed
from tests.page.access.matrix.cases import TAKES_OVER, Case
from tests.page.access.matrix.on_disk import AsItWas
from tests.page.cast.at_desk import Guest
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.person import Owner, Person, Stranger, Worker

WORDS = {
    Part.RING: 'wens van Sam',
    Part.STEPS: 'stap van Sam',
    Part.HAPPENED: 'brommer gestolen',
    Part.OBSTACLES: 'bang voor post',
    Part.LIFE: 'geheim van geld',
    Part.NUMBERS: '06 4711 0815',
}


@dataclass
class Cast:
    """Sam's compass, and everyone beside Sam who may see some of it or nothing."""

    owner: Guest
    sees_all: Person
    sees_steps: Person
    other: Owner
    unknown: Colleague
    stranger: Stranger
    phone: Person
    """It waits for a yes."""
    photo: str
    """It waits for one too."""
    touched: float = 0

    def __post_init__(self) -> None:
        self.on_disk = AsItWas(self.owner.on_disk.folder, self.owner.server.data / 'keys')

    @property
    def parts(self) -> dict[str, frozenset[Part]]:
        """What each of them may see and change."""
        return {
            'owner': EVERY_PART,
            'sees_all': frozenset({Part.RING, Part.STEPS}),
            'sees_steps': frozenset({Part.STEPS}),
            'other': frozenset(),
            'unknown': frozenset(),
            'stranger': frozenset(),
        }

    def one(self, name: str) -> Any:
        return getattr(self, name)

    def device(self, case: Case) -> Person:
        """A browser with a key of its own, in this state."""
        one, now = Worker(self.owner), Settings().now()  # type: ignore[arg-type]
        seen, made = now - case.idle, now - max(case.old, case.idle)
        fields = {'row': case.row, 'seen': seen.isoformat(), 'made': made.isoformat()} | case.key
        if case.announced is not None:
            fields['announced'] = (now - case.announced).isoformat()
        if case.row in LENT_ROWS:
            fields['worker'] = self.owner.colleague_id
        if case.row is Row.ASKED:
            with changed(self.owner.server, self.owner.id) as compass:
                compass.sharing.ask_to_take_over(TAKES_OVER, self.owner.colleague_id, '0' * 16, now)
        if case.row is Row.UNCONFIRMED:
            fields |= {'symbol': 'cycle', 'sheet_by': self.owner.colleague_id}
        self.owner.on_disk.rewrite_key(one.token_of(self.owner.id), **fields)
        return one


class AtWork(Person):
    """The browser of a worker, at the compass of someone who let them look along."""

    def __init__(self, owner: Guest, colleague: Colleague) -> None:
        self.__dict__.update(colleague.__dict__)
        self.id, self.on_disk = owner.id, owner.on_disk


OUTSIDERS = ('other', 'unknown', 'stranger')
WORKERS = ('sees_all', 'sees_steps')
INSIDERS = ('owner', *WORKERS)
