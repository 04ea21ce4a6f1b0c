"""Documents that earlier versions wrote: all that was in them is there. See `tests/fixtures/README.md`."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.contact import Visit
from model.compass.migration import SCHEMA, migrated, migrated_visit
from tests.said import said, strengths_in

FIXTURES = Path(__file__).parents[2] / 'fixtures'
CONTENTS = json.loads((FIXTURES / 'schema_3' / 'contents.json').read_text(encoding='utf-8'))['compasses']
OLD_SPOTS = {'step': 'action', 'steps': 'actions'}


def tables(name):
    """What is stored in a fixture, without its checks."""
    if name in CONTENTS:
        paths = [FIXTURES / 'schema_3' / 'stored' / 'compasses' / CONTENTS[name]['id'] / 'compass.json']
    elif (FIXTURES / f'{name}.json').exists():
        paths = [FIXTURES / f'{name}.json']
    else:
        paths = [FIXTURES / name / file for file in ('visits.json', 'compass.json')]
    found: dict[str, Any] = {}
    for path in paths:
        found |= json.loads(path.read_text(encoding='utf-8'))
    return found


def document(name):
    return tables(name)['compass']['1']


def visits(name):
    return list(tables(name).get('visits', {}).values())


def opened(name):
    return Compass.model_validate(migrated(document(name))).model_dump(mode='json')


EVERY_FIXTURE = ['schema_1', 'schema_2', *CONTENTS, 'schema_4', 'schema_5', 'schema_6']


def every_one(part):
    """All of a part, those that were taken off where they stood; of strengths condition after condition."""
    if 'quarters' in part:
        return [one for quarter in part['quarters'].values() for one in every_one(quarter)]
    found = list(part['items'])
    for count, off in enumerate(part.get('off', [])):
        found.insert(off['index'] + count, off['what'])
    return found


def in_quarters(strengths):
    """Those of before, who stood in one row, as the strengths of this version."""
    conditions = dict.fromkeys(one['condition'] for one in strengths)
    return {'quarters': {key: {'items': [one for one in strengths if one['condition'] == key]} for key in conditions}}


def apart(one):
    """A step without the day it was taken off, which is now said beside it."""
    return {key: value for key, value in one.items() if key != 'taken_off_on'} if isinstance(one, dict) else one


def as_before(attachment):
    """An attachment of this version in the words of schema 3."""
    target = attachment['target']
    rest = {key: value for key, value in attachment.items() if key not in {'target', 'refused_at'}}
    return rest | {'place': target | {'spot': OLD_SPOTS.get(target['spot'], target['spot'])}}


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


# schema 5

NEW_SINCE_5 = ('life', 'looking_back', 'numbers')
"""Fields that a document of schema 5 does not have."""


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


# any version


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


# contacts that are over


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
