"""What earlier versions wrote, and how it is compared. See `tests/fixtures/README.md`."""

import json
from pathlib import Path
from typing import Any

from model.compass.compass import Compass
from model.compass.migration import migrated

FIXTURES = Path(__file__).parents[3] / 'fixtures'
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


NEW_SINCE_5 = ('life', 'looking_back', 'numbers')
"""Fields that a document of schema 5 does not have."""
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
