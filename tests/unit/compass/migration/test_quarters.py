"""Documents of schema 5 and 6: all that was in them is there, the strengths on each condition apart."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.contact import Visit
from model.compass.migration import SCHEMA, migrated, migrated_visit
from tests.said import said, strengths_in
from tests.unit.compass.migration.cast import (
    NEW_SINCE_5,
    document,
    every_one,
    in_quarters,
    opened,
    visits,
)

# schema 5


def test_a_document_of_schema_5_is_as_it_was():
    before, now = document('schema_5'), opened('schema_5')
    assert now.keys() - before.keys() == set(NEW_SINCE_5)
    same = before.keys() - {'schema', 'strengths'}
    assert said({field: now[field] for field in same}) == said({field: before[field] for field in same})
    strengths = in_quarters(before['strengths']['items'])
    [ball] = before['strengths']['off']
    strengths['quarters']['take-part'] = {'items': [], 'off': [ball | {'index': 0}]}
    assert said(now['strengths']) == said(strengths)


# schema 6


def test_a_document_of_schema_6_is_as_it_was_but_for_its_strengths():
    before, now = document('schema_6'), opened('schema_6')
    assert now.keys() == before.keys()
    assert {field for field in now if said(now[field]) != said(before[field])} == {'schema', 'strengths'}


def test_the_strengths_of_schema_6_lie_apart_by_condition():
    before, now = document('schema_6')['strengths'], Compass.model_validate(migrated(document('schema_6'))).strengths
    assert len({one['condition'] for one in before['items']}) == 4
    for condition, quarter in now.quarters.items():
        had = [one['id'] for one in before['items'] if one['condition'] == condition]
        gone = [taken['what']['id'] for taken in before['off'] if taken['what']['condition'] == condition]
        assert [one.id for one in quarter.items] == had
        assert [taken.what.id for taken in quarter.off] == gone
    assert said(every_one(opened('schema_6')['strengths'])) != said(strengths_in(opened('schema_6')))
    assert now.off_marks == {taken['what']['id'] for taken in before['off']}


def test_what_was_taken_off_in_schema_6_goes_back_where_it_stood():
    """All of it at once, or one alone: on its condition it stands between the same two."""
    before = [one['id'] for one in visits('schema_6')[0]['compass']['strengths']['items']]
    for one in ('11111104', '11111105', '11111106'):
        compass = Compass.model_validate(migrated(document('schema_6')))
        compass.strengths.put_back(one)
        quarter = compass.strengths.quarters[compass.strengths[one].condition]
        stood = [id for id in before if compass.strengths.find(id) in quarter.items]
        assert [strength.id for strength in quarter.items if strength.id in before] == stood
    compass = Compass.model_validate(migrated(document('schema_6')))
    for one in ('11111110', '11111106', '11111105', '11111104'):
        compass.strengths.put_back(one)
    assert {key: [one.id for one in quarter.items] for key, quarter in compass.strengths.quarters.items()} == {
        'be-yourself': ['11111101', '11111104', '11111107', '11111110', '11111112'],
        'belong': ['11111102', '11111106', '11111108', '11111111'],
        'matter': ['11111103', 'a6a6a6a6a6a6a601'],
        'take-part': ['11111105', '11111109', '11111113'],
    }


@given(conditions=st.lists(st.sampled_from(sorted(CONDITIONS)), min_size=1, max_size=8), chance=st.randoms())
def test_whatever_was_taken_off_in_one_row_goes_back_where_it_stood_on_its_condition(conditions, chance):
    day, compass = date(2026, 11, 28), Compass(made=datetime(2026, 11, 28, tzinfo=UTC))
    row = [compass.strengths.add(key, Answer(words=str(number)), day) for number, key in enumerate(conditions)]
    off = []
    for gone in chance.sample(row, chance.randint(0, len(row))):
        off.append({'what': gone.model_dump(mode='json'), 'on': '2026-11-28', 'index': row.index(gone)})
        row.remove(gone)
        compass.strengths.take_off(gone.id, day)
    before = {'items': [one.model_dump(mode='json') for one in row], **({'off': off} if off else {})}
    now = Compass.model_validate(migrated(document('schema_6') | {'strengths': before}))
    assert now.strengths == compass.strengths


def test_a_number_of_schema_6_is_still_of_who_was_just_taken_off(now):
    compass = Compass.model_validate(migrated(document('schema_6')))
    compass.let_go_overdue(datetime(2026, 11, 28, 16, tzinfo=UTC))  # the day they were
    assert compass.numbers.of == document('schema_6')['numbers']['of'] == {'11111106': '0900 1234'}
    compass.end_contact(now)
    assert compass.numbers.of == {}


@pytest.mark.parametrize('name', ['schema_5', 'schema_6'])
def test_a_visit_of_before_quarters_tells_what_it_told(name):
    [row] = visits(name)
    now = Visit.model_validate(migrated_visit(row)).model_dump(mode='json')
    snapshot = row['compass']
    strengths = in_quarters(snapshot['strengths']['items'])
    assert now == row | {'compass': snapshot | {'schema': SCHEMA, 'strengths': strengths}}
