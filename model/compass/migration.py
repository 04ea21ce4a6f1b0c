"""Documents of earlier versions as this one."""

from collections.abc import Mapping
from typing import Any

from model.compass.compass import SCHEMA
from model.compass.contact import NOT_IN_SNAPSHOT


def migrated(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Returns a stored compass as this version stores it. Raises `KeyError` when that has no version."""
    return {**row, 'schema': SCHEMA} if row['schema'] in {1, 2} else row  # 2 and 3 only added parts that may be absent


def migrated_visit(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Returns a stored visit without private parts. Raises `KeyError` when it has no snapshot."""
    snapshot = {name: part for name, part in row['compass'].items() if name not in NOT_IN_SNAPSHOT}
    return {name: part for name, part in row.items() if name != 'private'} | {'compass': snapshot}
