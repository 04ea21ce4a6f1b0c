"""Documents of an older version as this one: pure functions from what was stored to what is stored now."""

from collections.abc import Mapping
from typing import Any

SCHEMA = 7
"""Version of the document. An older one is migrated here; a newer one is refused where documents are read."""

Row = Mapping[str, Any]

_BEFORE_PARTS = {1, 2, 3}
"""Versions 2 and 3 only added fields that may be absent; with 4 each part of the compass is a field of its own."""
_BEFORE_OFF = {*_BEFORE_PARTS, 4}
"""With 5 what was taken off lies apart in its part; before that only a step could be put back, and stood among them."""
_BEFORE_QUARTERS = {*_BEFORE_OFF, 5, 6}
"""With 7 the strengths on each condition lie apart. Version 6 only added what may be absent, as the life domains."""
_MOVED = {'strengths', 'wishes', 'wish_now', 'happened', 'obstacles', 'actions', 'album', 'pin'}
_SPOTS = {'action': 'step', 'actions': 'steps'}
_PRIVATE = {'happened', 'obstacles'}


def migrated(row: Row) -> Row:
    """Returns the document of a compass as this version; one of this version as it is.

    Raises `KeyError` or `TypeError` for what never was one.
    """
    if row['schema'] not in _BEFORE_QUARTERS:
        return row
    if row['schema'] in _BEFORE_PARTS:
        row = _in_parts(row)
    if row['schema'] in _BEFORE_OFF:
        row = {**row, 'steps': _steps(row['steps'])}
    return {**row, 'schema': SCHEMA, 'strengths': _in_quarters(row['strengths'])}


def migrated_visit(row: Row) -> Row:
    """Returns a contact that is over as this version: its snapshot without any private part.

    A private word that the person took back later stood in older snapshots still, and so did a step that was taken off.
    Raises as `migrated` does.
    """
    snapshot = _without(migrated(row['compass']), _PRIVATE)
    steps = _without(snapshot['steps'], {'off'})
    return {**_without(row, {'private'}), 'compass': {**snapshot, 'steps': steps}}


def _in_parts(row: Row) -> Row:
    wishes = {'items': row['wishes'], 'now': row['wish_now']}
    parts: dict[str, Any] = {
        'strengths': {'items': row['strengths']},
        'wishes': wishes,
        'steps': {'items': row['actions']},
    }
    parts |= {part: {'items': row[part]} for part in _PRIVATE if part in row}
    if 'album' in row:
        parts['album'] = {'items': [_attachment(item) for item in row['album']['items']]}
    if row.get('pin') is not None:
        parts['picture_pin'] = row['pin']
    return {**_without(row, _MOVED), **parts}


def _steps(steps: Row) -> Row:
    """Those that were taken off apart from the others: they go with the first save, their contact is long over."""
    items: list[Row] = []
    off: list[Row] = []
    for step in steps['items']:
        bare = _without(step, {'taken_off_on'})
        if step.get('taken_off_on') is None:
            items.append(bare)
        else:
            off.append({'what': bare, 'on': step['taken_off_on'], 'index': len(items)})
    return {'items': items, **({'off': off} if off else {})}


def _in_quarters(strengths: Row) -> Row:
    """Those on each condition apart, in the order in which they stood; what was taken off says where among those."""
    quarters: dict[str, dict[str, list[Row]]] = {}
    for one in strengths['items']:
        quarters.setdefault(one['condition'], {'items': []})['items'].append(one)
    stood = list(strengths['items'])
    # from the last that was taken off to the first, so that all stand that did when each went
    for taken in reversed(strengths.get('off', [])):
        condition = taken['what']['condition']
        index = sum(one['condition'] == condition for one in stood[: taken['index']])
        off = quarters.setdefault(condition, {'items': []}).setdefault('off', [])
        off.insert(0, {**taken, 'index': index})
        stood.insert(taken['index'], taken['what'])
    return {'quarters': quarters}


def _attachment(item: Row) -> Row:
    place = item['place']
    target = {**place, 'spot': _SPOTS.get(place['spot'], place['spot'])}
    return {**_without(item, {'place'}), 'target': target}


def _without(row: Row, fields: set[str]) -> Row:
    return {field: value for field, value in row.items() if field not in fields}
