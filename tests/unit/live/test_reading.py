"""What a tap reads: one document and at most two keys, however many pages are open on the compass, and which."""

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from nicegui import Client

from model.access.access import Access
from model.access.session import Session
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.sharing.sharing import Reach
from model.key import Device, Kind
from model.settings import Settings
from model.words import language
from ui.live.here import Here

DUTCH = language('nl')


class Tab:
    """What a page knows of its browser."""

    def __init__(self, session):
        self.request = SimpleNamespace(session=session.cookie)
        self.said: list[str] = []
        self.run_javascript = self.said.append

    def on_delete(self, _):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class Counted:
    """Something stored, and how often it was asked for."""

    def __init__(self, stored, name):
        self._stored = stored
        self.times = 0
        method = getattr(stored, name)

        def counted(*given):
            self.times += 1
            return method(*given)

        setattr(self, name, counted)

    def __getattr__(self, name):
        return getattr(self._stored, name)


@pytest.fixture
def counted(storage):
    return replace(storage, compasses=Counted(storage.compasses, 'load'))


@pytest.fixture
def access(counted, folder):
    access = Access.of(counted, Settings(data=folder, secret='a secret that only this test knows of'))
    yield access
    access.close()


@pytest.fixture
def owner():
    return Session({})


@pytest.fixture
def compass_id(access, owner):
    return access.entrance.begin(owner, 'nl', 'address', Device.PHONE).id


def opens(access, session, compass_id):
    tab = cast(Client, Tab(session))
    return Here(access, tab, access.gate.open(session, compass_id), DUTCH)


@contextmanager
def reads(counted, monkeypatch):
    """Counts what is read in the block: documents, and files of keys."""
    seen = SimpleNamespace(documents=0, keys=0)
    before, read = counted.compasses.times, Path.read_bytes

    def noted(path):
        seen.keys += path.parent.name == 'keys'
        return read(path)

    with monkeypatch.context() as watching:
        watching.setattr(Path, 'read_bytes', noted)
        yield seen
    seen.documents = counted.compasses.times - before


@pytest.mark.parametrize('pages', [1, 5, 40])
def test_a_tap_reads_one_document_and_at_most_two_keys_and_every_page_redraws(
    access, counted, owner, compass_id, monkeypatch, pages
):
    open_pages = [opens(access, owner, compass_id) for _ in range(pages)]
    shown = []
    for page in open_pages:
        page.live(lambda compass: shown.append(len(compass.steps.items)))
        page.live(lambda _, page=page: access.devices.keys(page.opened))  # as the list of devices does
    shown.clear()
    with reads(counted, monkeypatch) as seen, open_pages[0].change() as compass:
        compass.steps.start(Answer(tile='walk'), open_pages[0].today)
    assert shown == [1] * pages
    assert (seen.documents, seen.keys <= 2) == (1, True)


def test_a_worker_who_looks_along_costs_the_person_nothing(access, counted, owner, compass_id, monkeypatch):
    worker = access.workers.create(access.settings.now())
    worker.accept('Noor', 'noor')
    worker.begin_code('0' * 32)
    worker.set_password('hash', [])
    access.workers.save(worker)
    access.shares.ask_by_scan(compass_id, worker)
    access.shares.let(owner, compass_id, worker.id, Reach.STEPS)
    at_work = Session({})
    access.signed_in.start(at_work, access.workers.get(worker.id))
    theirs, mine = opens(access, at_work, compass_id), opens(access, owner, compass_id)
    shown: list[Compass] = []
    theirs.live(shown.append)
    with reads(counted, monkeypatch) as seen, mine.change() as compass:
        compass.strengths.choose('belong', Answer(tile='father'), mine.today)
    assert (seen.documents, seen.keys <= 2) == (1, True)
    assert shown[-1].strengths.items == [], 'who sees the steps sees only those'


def test_what_a_page_shows_is_what_was_saved_last(access, owner, compass_id):
    one, other = opens(access, owner, compass_id), opens(access, owner, compass_id)
    with one.change() as compass:
        compass.call_me('Sam')
    assert (one.look().nickname, other.look().nickname) == ('Sam', 'Sam')


def test_a_change_that_fails_shows_nowhere(access, owner, compass_id):
    page = opens(access, owner, compass_id)
    with pytest.raises(ValueError, match='halfway'), page.change() as compass:
        compass.call_me('Sam')
        raise ValueError('halfway')
    assert page.look().nickname == ''


@pytest.mark.parametrize('what', ['ended', 'locked', 'blanked'])
def test_a_page_whose_key_is_shut_shows_nothing_more(access, owner, compass_id, what, monkeypatch):
    monkeypatch.setattr('ui.live.here.wipe_and_cut', lambda tab, page, **_: tab.run_javascript('wiped'))
    page = opens(access, owner, compass_id)
    if what == 'ended':
        access.keys.revoke(page.key.id)
    elif what == 'locked':
        access.keys.update(page.key, locked=True)
    else:
        access.lock.blank(owner)
    assert page._client.said == ['wiped']


def test_a_key_that_changed_is_known_without_reading_it(access, owner, compass_id):
    page = opens(access, owner, compass_id)
    access.keys.update(page.key, shut=True)
    assert page.key.shut
    assert page.key.kind is Kind.DEVICE
