from datetime import timedelta

import pytest

from model.compass.answer import Answer
from model.storage import protocols


@pytest.fixture
def visits(storage):
    return storage.visits


@pytest.fixture
def few(monkeypatch):
    """At most five visits are kept."""
    monkeypatch.setattr(protocols, 'MOST_VISITS', 5)


def test_a_new_compass_has_no_visits(visits, saved):
    assert visits.of(saved.id) == []


def test_visits_are_told_oldest_first(visits, saved, now):
    for days in (2, 0, 1):
        visits.add(saved.id, saved.end_contact(now + timedelta(days=days)))
    assert [visit.ended for visit in visits.of(saved.id)] == [now + timedelta(days=days) for days in range(3)]


def test_a_visit_comes_back_as_it_was(visits, saved, now):
    saved.begin_contact(now)
    visit = saved.end_contact(now + timedelta(hours=1), without_step=True)
    visits.add(saved.id, visit)
    assert visits.of(saved.id) == [visit]


def test_a_visit_that_is_changed_afterwards_is_stored_as_it_was(visits, saved, now):
    visits.add(saved.id, saved.end_contact(now))
    visits.of(saved.id)[0].compass.clear()
    assert visits.of(saved.id)[0].compass['nickname'] == 'Sam'


def test_the_same_visit_added_twice_is_one(visits, saved, now):
    visit = saved.end_contact(now)
    visits.add(saved.id, visit)
    visits.add(saved.id, visit)
    assert visits.of(saved.id) == [visit]


def test_a_visit_added_again_is_as_it_was_added_last(visits, saved, now):
    saved.begin_contact(now)
    contact = saved.contact
    visits.add(saved.id, saved.end_contact(now))
    saved.contact = contact
    saved.call_me('Fatima')
    last = saved.end_contact(now + timedelta(hours=1))
    visits.add(saved.id, last)
    assert visits.of(saved.id) == [last]


def test_later_saves_keep_the_visits(storage, visits, saved, now):
    visits.add(saved.id, saved.end_contact(now))
    saved.call_me('Fatima')
    storage.compasses.save(saved)
    assert len(visits.of(saved.id)) == 1


def test_adding_a_visit_changes_nothing_of_the_compass(storage, visits, saved, now):
    heard: list[str] = []
    storage.compasses.changed.connect(heard.append, weak=False)
    visits.add(saved.id, saved.end_contact(now))
    assert storage.compasses.load(saved.id, now) == saved
    assert heard == []


def test_visits_of_a_compass_never_appear_at_another(storage, visits, saved, now):
    other = storage.compasses.create(now)
    visits.add(saved.id, saved.end_contact(now))
    assert visits.of(other.id) == []


def test_above_the_most_the_oldest_goes_but_never_the_first(visits, saved, now, few):
    ended = [now + timedelta(days=days) for days in range(8)]
    for moment in ended:
        visits.add(saved.id, saved.end_contact(moment))
    assert [visit.ended for visit in visits.of(saved.id)] == [ended[0], *ended[-4:]]


def test_at_most_five_hundred_visits_are_kept():
    assert protocols.MOST_VISITS == 500


def test_nothing_private_is_in_a_visit(visits, saved, now):
    saved.happened.tell(Answer(words='diepgeheim'))
    saved.obstacles.tell(Answer(words='diepgeheim'))
    visits.add(saved.id, saved.end_contact(now))
    assert 'diepgeheim' not in visits.of(saved.id)[0].model_dump_json()
