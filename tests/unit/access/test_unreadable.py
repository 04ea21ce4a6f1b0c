"""One compass that cannot be read now is passed over in every list, and says so where it was asked for."""

from datetime import timedelta

import pytest

from model.access.access import Access
from model.access.refusals import Unreadable
from model.access.session import Session
from model.compass.sharing.sharing import Reach
from model.settings import Settings
from tests.unit.secret import SECRET


@pytest.fixture
def access(storage, folder):
    access = Access.of(storage, Settings(data=folder, secret=SECRET.hex(), url='https://kompas.example'))
    yield access
    access.close()


@pytest.fixture
def session():
    return Session({})


@pytest.fixture
def two(access, session):
    """Two compasses that one browser holds: one that cannot be read, and one that can."""
    return [access.entrance.begin(session, 'nl', 'address').id for _ in range(2)]


@pytest.fixture
def unreadable(two, folder):
    path = folder / 'compasses' / two[0] / 'compass.json'
    path.unlink()
    path.mkdir()
    return two[0]


def test_where_it_was_asked_for_it_says_so(access, session, unreadable):
    with pytest.raises(Unreadable):
        access.gate.open(session, unreadable)
    with pytest.raises(Unreadable), access.gate.change(session, unreadable):
        pass


def test_among_the_compasses_of_a_browser_it_is_passed_over(access, session, two, unreadable):
    assert [compass.id for compass in access.entrance.held(session)] == two[1:]


def test_among_the_compasses_of_a_locked_browser_it_is_passed_over(access, session, two, unreadable):
    access.lock.close(session)
    assert [compass.id for compass in access.lock.quick(session)] == two[1:]


def test_on_a_desk_it_is_passed_over(access, two, folder, now):
    worker = access.workers.create(now)
    worker.accept('Noor', 'noor')
    worker.begin_code('00' * 16)
    worker.set_password('a hash', [])
    access.workers.save(worker)
    at_work, begun = Session({}), []
    for _ in range(2):
        access.signed_in.start(at_work, access.workers.get(worker.id))
        begun.append(access.desk.begin(at_work, 'nl', 'address').id)
        access.shares.let(at_work, begun[-1], worker.id, Reach.EVERYTHING)  # the tablet is in the person's hands
    access.tablet.take_back(at_work, access.workers.get(worker.id))
    path = folder / 'compasses' / begun[0] / 'compass.json'
    path.unlink()
    path.mkdir()
    assert [compass.id for compass, share in access.desk.all(at_work) if share.reach is Reach.EVERYTHING] == begun[1:]


def test_it_stops_no_sweep(access, storage, two, unreadable, monkeypatch):
    later = access.settings.now() + timedelta(days=2)
    monkeypatch.setattr(Settings, 'now', lambda self: later)
    assert len(list(access.erasing.sweep())) >= 2
    assert list(storage.compasses.every_one(later)) == [None]


def test_one_that_cannot_be_written_stops_no_sweep(access, storage, two, monkeypatch):
    later = access.settings.now() + timedelta(days=2)
    erase = type(storage.compasses).erase

    def refused(self, compass_id):
        if compass_id == two[0]:
            raise OSError(30, 'Read-only file system')
        erase(self, compass_id)

    monkeypatch.setattr(Settings, 'now', lambda self: later)
    monkeypatch.setattr(type(storage.compasses), 'erase', refused)
    assert len(list(access.erasing.sweep())) >= 2
    assert [compass.id for compass in storage.compasses.every_one(later)] == two[:1]
