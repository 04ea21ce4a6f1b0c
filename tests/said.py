"""What a stored document says: an empty field takes no room in a file of today, and says nothing in one of before."""

from typing import Any

_NOTHING: tuple[object, ...] = (None, '', False, [], {})


def said(stored: Any) -> Any:
    """The same without its empty fields, however deep."""
    if isinstance(stored, list):
        return [said(one) for one in stored]
    if not isinstance(stored, dict):
        return stored
    fields = {name: said(value) for name, value in stored.items()}
    return {name: value for name, value in fields.items() if value not in _NOTHING}
