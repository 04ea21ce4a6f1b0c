"""Documents of schema 1 to 4: all that was in them is there, each part in a field of its own."""

import json

import pytest

from model.compass.compass import Compass
from model.compass.migration import SCHEMA, migrated, migrated_visit
from tests.said import said
from tests.unit.compass.migration.cast import (
    CONTENTS,
    NEW_SINCE_5,
    apart,
    as_before,
    document,
    every_one,
    in_quarters,
    opened,
    visits,
)

# schema 3, field by field


@pytest.fixture(params=CONTENTS)
def both(request):
    """One of the compasses of schema 3: what it has to be, and what it became."""
    return CONTENTS[request.param], opened(request.param)


@pytest.mark.parametrize(
    'field', ['id', 'made', 'language', 'avatar', 'nickname', 'first_time', 'restored_on', 'taken_along', 'contact']
)
def test_what_belongs_to_no_part_stays(both, field):
    before, now = both
    assert now[field] == before[field]


@pytest.mark.parametrize('part', ['strengths', 'wishes', 'steps', 'happened', 'obstacles'])
def test_each_part_has_all_it_had(both, part):
    before, now = both
    had = every_one(in_quarters(before[part])) if part == 'strengths' else [apart(one) for one in before[part]]
    assert said(every_one(now[part])) == said(had)
    assert len(every_one(now[part])) == before['counts'][part]


def test_the_wish_in_the_middle_stays_there(both):
    before, now = both
    assert now['wishes']['now'] == before['wish_now']


def test_the_steps_are_open_and_done_as_they_were(both):
    before, now = both
    steps = Compass.model_validate(now).steps
    assert (len(steps.open), len(steps.done)) == (before['counts']['open_steps'], before['counts']['done_steps'])


def test_every_attachment_is_kept_and_goes_where_it_went(both):
    before, now = both
    told = [{key: one[key] for key in one if key not in {'what', 'files', 'asked'}} for one in before['album']]
    assert said([as_before(one) for one in now['album']['items']]) == said(told)
    album = Compass.model_validate(now).album
    assert {one.id for one in album.asked} == {one['id'] for one in before['album'] if one['asked']}


def test_who_looks_along_and_who_asks_stay(both):
    before, now = both
    told = [{key: one[key] for key in one if key not in {'who', 'sees'}} for one in before['shares']]
    assert now['sharing']['shares'] == told
    assert now['sharing']['asks'] == [{key: one[key] for key in one if key != 'who'} for one in before['asks']]
    sharing = Compass.model_validate(now).sharing
    assert {share['worker']: set(share['sees']) for share in before['shares']} == {
        share.worker: set(share.parts) for share in sharing.shares
    }


def test_the_keys_stay(both):
    before, now = both
    assert set(now['keys']) == {key['id'] for key in before['keys']}


@pytest.mark.parametrize('name', CONTENTS)
def test_the_picture_pin_stays_the_same_or_none(name):
    before, now = document(name).get('pin'), opened(name)['picture_pin']
    assert now == (before or {'hash': '', 'wrong': 0}) | {'day': None}
    assert bool(before) is bool(CONTENTS[name]['pin_pictures'])


# schemas 1 and 2


@pytest.mark.parametrize('name', ['schema_1', 'schema_2'])
def test_an_older_document_has_all_it_had(name):
    before, now = document(name), opened(name)
    assert said(now['strengths']) == said(in_quarters(before['strengths']))
    assert said(now['wishes']) == said({'items': before['wishes'], 'now': before['wish_now']})
    assert said(every_one(now['steps'])) == said([apart(step) for step in before['actions']])
    for part in ('happened', 'obstacles'):
        assert said(now[part]['items']) == said(before[part])
    same = ('id', 'made', 'language', 'avatar', 'nickname', 'first_time', 'restored_on', 'keys')
    assert [now[field] for field in same] == [before[field] for field in same]
    assert now['contact'] == before['contact'] | {'worker': None}


def test_a_document_of_before_photos_has_an_empty_album():
    assert opened('schema_1')['album'] == {'items': []}


def test_the_album_of_schema_2_is_all_there():
    now = [as_before(one) for one in opened('schema_2')['album']['items']]
    assert said(now) == said(document('schema_2')['album']['items'])


def test_what_an_older_document_did_not_have_is_as_in_a_new_one(now):
    new = Compass(made=now).model_dump(mode='json')
    for name in ('schema_1', 'schema_2'):
        assert [opened(name)[part] for part in ('sharing', 'picture_pin')] == [new['sharing'], new['picture_pin']]


# schema 4

NEW_SINCE_4: dict[str, dict[str, object]] = {
    'happened': {'written_with': []},
    'obstacles': {'written_with': []},
    'picture_pin': {'day': None},
}


@pytest.mark.parametrize('part', ['wishes', 'happened', 'obstacles', 'album', 'sharing', 'picture_pin'])
def test_a_part_of_schema_4_is_as_it_was(part):
    now = opened('schema_4')[part]
    assert said(now) == said(document('schema_4')[part])
    assert now.items() >= NEW_SINCE_4.get(part, {}).items()


def test_the_strengths_of_schema_4_are_all_there():
    before, now = document('schema_4')['strengths']['items'], opened('schema_4')['strengths']
    assert said(now) == said(in_quarters(before))


def test_what_belongs_to_no_part_of_schema_4_stays():
    before, now = document('schema_4'), opened('schema_4')
    assert (now['schema'], now.pop('asked')) == (SCHEMA, None)
    assert [now.pop(field) for field in ('arrivals', 'doubts', 'scanned')] == [{'items': []}, {'items': []}, False]
    same = now.keys() - {'schema', 'strengths', 'steps', 'album', *NEW_SINCE_4, *NEW_SINCE_5}
    assert said({field: now[field] for field in same}) == said({field: before[field] for field in same})
    assert now.keys() == before.keys() | set(NEW_SINCE_5)


def test_the_steps_of_schema_4_that_were_taken_off_lie_apart():
    before, now = document('schema_4')['steps']['items'], Compass.model_validate(migrated(document('schema_4')))
    off = [one for one in before if one['taken_off_on']]
    assert len(off) == 2
    assert [step.id for step in now.steps.items] == [one['id'] for one in before if not one['taken_off_on']]
    assert [(one.what.id, one.on.isoformat()) for one in now.steps.off] == [
        (one['id'], one['taken_off_on']) for one in off
    ]
    assert said(every_one(now.model_dump(mode='json')['steps'])) == said([apart(one) for one in before])


def test_a_step_that_was_taken_off_in_an_earlier_contact_goes_with_the_next_save(now):
    compass = Compass.model_validate(migrated(document('schema_4')))
    compass.let_go_overdue(now)
    assert compass.taken_off == frozenset()


def test_no_visit_of_schema_4_tells_of_a_step_that_was_taken_off():
    [row] = visits('schema_4')
    written = json.dumps(row)
    assert '33333303' in written
    assert '33333303' not in json.dumps(migrated_visit(row))
