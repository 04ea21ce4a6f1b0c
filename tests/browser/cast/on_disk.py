"""What lies on disk of one compass, beside a running server, which keeps none in memory between two requests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from model.compass.compass import Compass
from model.compass.contact import Contact, Visit
from model.storage.files.atomic import AtomicStorage
from tests.server import Server


def file_of(server: Server, compass_id: str) -> Path:
    """The document of a compass."""
    return server.data / 'compasses' / compass_id / 'compass.json'


def compass_of(server: Server, compass_id: str) -> Compass:
    """The compass as it is on disk at this moment."""
    return Compass.model_validate(_tables(server, compass_id)['compass']['1'])


def visits_of(server: Server, compass_id: str) -> list[Visit]:
    """The contacts that are over."""
    tables = AtomicStorage(file_of(server, compass_id).with_name('visits.json')).read() or {'visits': {}}
    return [Visit.model_validate(row) for row in tables['visits'].values()]


def had_contact(server: Server, compass_id: str, *, days_ago: int) -> None:
    """A contact was rounded off so many days ago, with the compass as it is now."""
    then = datetime.now(ZoneInfo('Europe/Amsterdam')) - timedelta(days=days_ago)
    visit = Visit.of(compass_of(server, compass_id), Contact(began=then), then, without_step=False)
    storage = AtomicStorage(file_of(server, compass_id).with_name('visits.json'))
    rows = (storage.read() or {'visits': {}})['visits']
    storage.write({'visits': {**rows, str(int(visit.id, 16)): visit.model_dump(mode='json')}})


@contextmanager
def changed(server: Server, compass_id: str) -> Iterator[Compass]:
    """Change a compass on disk, as if it had been so before; open pages hear nothing of it."""
    tables = _tables(server, compass_id)
    compass = Compass.model_validate(tables['compass']['1'])
    yield compass
    tables['compass']['1'] = compass.model_dump(mode='json')
    AtomicStorage(file_of(server, compass_id)).write(tables)


def _tables(server: Server, compass_id: str) -> dict[str, dict]:
    return AtomicStorage(file_of(server, compass_id)).read() or {}


def time_passes(server: Server, compass_id: str, *, days: int) -> None:
    """All that was done with a compass was done so many days earlier: contacts, steps, wishes, life domains."""
    ago = timedelta(days=days)
    with changed(server, compass_id) as compass:
        for step in (*compass.steps.items, *(one.what for one in compass.steps.off)):
            step.set_on -= ago
            step.done_on = step.done_on and step.done_on - ago
            step.when = step.when and step.when.model_copy(update={'day': step.when.day and step.when.day - ago})
        for strength in compass.strengths.items:
            strength.since -= ago
        for wish in compass.wishes.items:
            wish.since -= ago
        for domain in compass.life.domains.values():
            domain.talk_since = domain.talk_since and domain.talk_since - ago
        for share in compass.sharing.shares:
            share.since -= ago
            share.together, share.looked = share.together and share.together - ago, share.looked and share.looked - ago
        if compass.contact is not None:
            compass.contact.began -= ago
    storage = AtomicStorage(file_of(server, compass_id).with_name('visits.json'))
    visits = [
        visit.model_copy(update={'began': visit.began - ago, 'ended': visit.ended - ago})
        for visit in visits_of(server, compass_id)
    ]
    storage.write({'visits': {str(int(one.id, 16)): one.model_dump(mode='json') for one in visits}})
