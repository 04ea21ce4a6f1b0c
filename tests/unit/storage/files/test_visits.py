import json
import logging

import pytest
from tinydb import TinyDB

from model.compass.answer import Answer
from model.storage.files.atomic import CHECK_TABLE, AtomicStorage, previous_of
from model.storage.files.visits import FILE
from model.storage.protocols import NoSuchCompass
from model.unreadable import Unreadable

DAMAGES = {
    'cut off': lambda content: content[: len(content) // 2],
    'empty': lambda content: b'',
    'zeros': lambda content: bytes(len(content)),
    'a flipped bit': lambda content: content.replace(b'"walk"', b'"talk"'),
    'another table': lambda content: b'{"moods": {}}',
    'no visit': lambda content: b'{"visits": {"1": {"id": 7}}}',
    'no table': lambda content: b'{"visits": []}',
}


@pytest.fixture
def visits(storage):
    return storage.visits


@pytest.fixture
def file(home):
    return home / FILE


@pytest.fixture
def two(visits, saved, now):
    """Two visits of `saved`, each added by itself."""
    saved.steps.start(Answer(tile='walk'), now.date())
    two = [saved.end_contact(now.replace(hour=hour)) for hour in (11, 12)]
    for visit in two:
        visits.add(saved.id, visit)
    return two


def aside(home):
    return [path.read_bytes() for path in sorted(home.glob('visits*.broken-*'))]


def test_visits_lie_in_a_tinydb_file_of_their_own(file, two):
    with TinyDB(file) as database:
        assert [row['id'] for row in database.table('visits')] == [visit.id for visit in two]
    assert CHECK_TABLE in json.loads(file.read_bytes())


def test_a_visit_is_stored_with_one_write(visits, saved, file, two, monkeypatch, now):
    written = []
    write = AtomicStorage.write

    def counted(self, data):
        written.append(data)
        write(self, data)

    monkeypatch.setattr(AtomicStorage, 'write', counted)
    visits.add(saved.id, saved.end_contact(now))
    assert len(written) == 1


def test_the_document_holds_none_of_them(path, compasses, saved, two, now):
    compasses.save(saved)
    assert set(AtomicStorage(path).read() or {}) == {'compass'}


@pytest.mark.parametrize('damage', DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_set_aside_and_the_version_before_is_told(
    visits, compasses, saved, two, file, home, now, damage
):
    broken = damage(file.read_bytes())
    file.write_bytes(broken)
    assert compasses.load(saved.id, now).restored_on is None
    assert visits.of(saved.id) == two[:1]
    assert aside(home) == [broken]


@pytest.mark.parametrize('damage', DAMAGES.values(), ids=DAMAGES)
def test_when_both_are_damaged_both_are_set_aside_and_the_compass_goes_on(
    visits, compasses, saved, two, file, home, now, damage
):
    for one in (file, previous_of(file)):
        one.write_bytes(damage(one.read_bytes()))
    assert compasses.load(saved.id, now).restored_on is None
    assert visits.of(saved.id) == []
    assert len(aside(home)) == 2
    visit = saved.end_contact(now)
    visits.add(saved.id, visit)
    assert visits.of(saved.id) == [visit]


def test_a_visit_is_added_to_those_of_the_version_before(visits, saved, two, file, now):
    file.write_bytes(b'')
    third = saved.end_contact(now.replace(hour=13))
    visits.add(saved.id, third)
    assert visits.of(saved.id) == [two[0], third]


def test_the_operator_is_told_and_not_whose_visits_they_were(visits, saved, two, file, caplog):
    file.write_bytes(b'')
    with caplog.at_level(logging.WARNING):
        visits.of(saved.id)
    assert [record.levelname for record in caplog.records] == ['WARNING']
    assert 'visits' in caplog.text
    assert saved.id not in caplog.text
    assert str(file.parent) not in caplog.text


def test_a_file_that_cannot_be_read_now_is_left_as_it_is(visits, saved, two, file, home):
    file.unlink()
    file.mkdir()
    with pytest.raises(Unreadable):
        visits.of(saved.id)
    assert aside(home) == []


def test_a_damaged_file_of_visits_is_no_damaged_compass(visits, compasses, saved, two, file, path, now):
    """Should the document be gone, what was set aside is not taken for it."""
    file.write_bytes(b'')
    visits.of(saved.id)
    for one in (path, previous_of(path)):
        one.unlink()
    with pytest.raises(NoSuchCompass):
        compasses.load(saved.id, now)
