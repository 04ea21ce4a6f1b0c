"""What holds of a document of any version, and what never was one."""

import json

import pytest

from model.compass.compass import Compass
from model.compass.migration import SCHEMA, migrated
from tests.unit.compass.migration.cast import (
    EVERY_FIXTURE,
    document,
    opened,
)


@pytest.mark.parametrize('name', EVERY_FIXTURE)
def test_migrating_changes_nothing_of_what_it_was_given(name):
    row = document(name)
    before = json.dumps(row)
    migrated(row)
    assert json.dumps(row) == before


@pytest.mark.parametrize('name', EVERY_FIXTURE)
def test_what_was_migrated_is_migrated_no_further(name):
    once = migrated(document(name))
    assert once['schema'] == SCHEMA
    assert migrated(once) == once


@pytest.mark.parametrize('name', EVERY_FIXTURE)
def test_what_was_migrated_and_saved_is_the_same(name):
    saved = opened(name)
    assert migrated(saved) == saved
    assert Compass.model_validate(saved).model_dump(mode='json') == saved


@pytest.mark.parametrize(
    'row',
    [
        *(None, [], [1], 'x', 7, {}, {'schema': []}, {'schema': 1}, {'schema': 3, 'actions': []}, {'schema': 6}),
    ],
)
def test_what_never_was_a_document_is_refused_in_a_way_that_is_known(row):
    with pytest.raises((KeyError, TypeError)):
        migrated(row)


@pytest.mark.parametrize(
    'strengths',
    [
        *(None, [], 'x', {}, {'items': None}, {'items': [None]}, {'items': [{}]}, {'items': [{'condition': []}]}),
        {'items': [], 'off': [{'what': {'condition': 'matter'}, 'index': 'x'}]},
    ],
)
def test_strengths_that_never_were_any_too(strengths):
    with pytest.raises((KeyError, TypeError)):
        migrated(document('schema_6') | {'strengths': strengths})


def test_a_strength_of_no_condition_is_damage():
    strengths = {'items': [document('schema_6')['strengths']['items'][0] | {'condition': 'wealth'}]}
    with pytest.raises(ValueError, match='wealth'):
        Compass.model_validate(migrated(document('schema_6') | {'strengths': strengths}))


@pytest.mark.parametrize('album', [None, [], 'x', {}, {'items': None}, {'items': [None]}, {'items': [{'place': 'x'}]}])
def test_an_album_that_never_was_one_too(album):
    with pytest.raises((KeyError, TypeError)):
        migrated(document('rich') | {'album': album})


def test_a_field_nobody_knows_stays_a_sign_of_damage():
    with pytest.raises(ValueError, match='moods'):
        Compass.model_validate(migrated(document('rich') | {'moods': []}))
