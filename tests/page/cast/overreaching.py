"""Who reaches for more than was shared, and what they got."""

from tests.browser.cast.on_disk import compass_of
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.on_disk import OnDisk
from tests.page.cast.people.person import Person

SECRET = 'brommergedoe'


class Tablet(Person):
    """The browser of a colleague at the compass of a person: their own page, or the tablet in whoever's hands."""

    def __init__(self, colleague: Colleague, compass_id: str) -> None:
        self.__dict__.update(colleague.__dict__)
        self.id, self.on_disk = compass_id, OnDisk(colleague.server, compass_id)

    @property
    def row(self) -> str:
        return str(self.on_disk.key(self.token_of(self.id))['row'])


def handed_over(noor: Colleague, compass_id: str, about: str = '') -> Tablet:
    """Noor gives her tablet to nobody, and goes on with it herself."""
    assert noor.posts('/werk/tablet', kompas=compass_id, vraag=about).status_code == 303
    return Tablet(noor, compass_id)


def offers(one: Person, page: str) -> set[str]:
    """The words one can tap on a page, hidden or not."""
    return {listener.words for listener in one.page(page).listeners}


def taps_on(one: Person, page: str, *words: str, weighs: bool = False) -> None:
    """Tap whatever has these words, one after another, also what appears by it; nothing need come of it."""
    live = one.page(page)
    with one.socket(live) as line:
        for listener in [found for word in words for found in live.listeners if found.words == word]:
            line.triggers(live.client_id, listener.element, listener.id)
        line.settles(weighs=weighs)


def opens(one: Person, page: str = '') -> bool:
    return one.opens(f'/kompas/{one.id}/{page}'.rstrip('/')).status_code == 200


def reach(sam: Person, worker_id: str) -> str | None:
    """How much a worker sees."""
    share = compass_of(sam.server, sam.id).sharing.of(worker_id)
    return share.reach if share else None


def is_asked(sam: Person, photo: str) -> bool:
    return any(one.id == photo for one in compass_of(sam.server, sam.id).album.asked)
