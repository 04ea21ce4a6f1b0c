"""Contacts that were over in earlier versions: they tell what they told, and nothing private."""

import json

import pytest

from model.compass.contact import Visit
from model.compass.migration import SCHEMA, migrated_visit
from tests.said import strengths_in
from tests.unit.compass.migration.cast import (
    CONTENTS,
    apart,
    in_quarters,
    visits,
)


@pytest.mark.parametrize('name', ['schema_1', 'schema_2', 'rich'])
def test_a_visit_tells_what_it_told(name):
    for before in visits(name):
        now = Visit.model_validate(migrated_visit(before)).model_dump(mode='json')
        snapshot = before['compass']
        same = ('id', 'began', 'ended', 'without_step')
        assert [now[field] for field in same] == [before[field] for field in same]
        assert now['worker'] == before.get('worker')
        assert now['compass']['nickname'] == snapshot['nickname']
        assert now['compass']['strengths'] == in_quarters(snapshot['strengths'])
        assert now['compass']['wishes'] == {'items': snapshot['wishes'], 'now': snapshot['wish_now']}
        on = [apart(one) for one in snapshot['actions'] if one['taken_off_on'] is None]
        assert now['compass']['steps'] == {'items': on}
        assert now['compass']['schema'] == SCHEMA


def test_the_visits_of_schema_3_are_all_there():
    told = CONTENTS['rich']['visits']
    now = [Visit.model_validate(migrated_visit(row)) for row in visits('rich')]
    assert [visit.id for visit in now] == [visit['id'] for visit in told]
    for before, visit, row in zip(told, now, visits('rich'), strict=True):
        off = {step['id'] for step in row['compass']['actions'] if step['taken_off_on']}
        snapshot = visit.model_dump()['compass']
        assert {one['id'] for one in strengths_in(snapshot)} == set(before['strengths'])
        for part in ('wishes', 'steps'):
            kept = [one for one in before[part] if one not in off]
            assert [one['id'] for one in snapshot[part]['items']] == kept


@pytest.mark.parametrize('name', ['schema_1', 'schema_2', 'rich'])
def test_no_private_word_stays_in_a_visit(name):
    told = [answer for visit in visits(name) for part in visit['private'].values() for answer in part]
    hidden = {answer['words'] or answer['tile'] for answer in told}
    assert hidden
    for row in visits(name):
        written = json.dumps(migrated_visit(row))
        assert not [word for word in (*hidden, 'happened', 'obstacles', 'private') if f'"{word}"' in written]


def test_a_private_word_that_was_taken_back_is_gone_for_good():
    taken_back = CONTENTS['rich']['taken_back']
    stored = {row['id']: row for row in visits('rich')}[taken_back['visit']]
    assert taken_back['words'] in json.dumps(stored)
    assert taken_back['words'] not in json.dumps(migrated_visit(stored))


def test_a_visit_is_migrated_once():
    for row in visits('rich'):
        once = migrated_visit(row)
        assert migrated_visit(once) == once


def test_a_private_part_that_lay_in_a_snapshot_itself_is_taken_out_too():
    row = visits('rich')[0]
    snapshot = row['compass'] | {'happened': [{'tile': None, 'words': 'een geheim'}]}
    assert 'een geheim' not in json.dumps(migrated_visit(row | {'compass': snapshot}))


def test_a_visit_of_this_version_is_as_it_was_made(compass, step, now):
    visit = compass.end_contact(now)
    assert Visit.model_validate(migrated_visit(visit.model_dump(mode='json'))) == visit
