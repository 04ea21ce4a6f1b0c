"""What a stored document says: an empty field takes no room in a file of today, and says nothing in one of before."""

from typing import Any

Row = dict[str, Any]

_NOTHING: tuple[object, ...] = (None, '', False, [], {})


def strengths_in(document: Row) -> list[Row]:
    """All strengths in a stored document, condition after condition."""
    return [one for quarter in document['strengths']['quarters'].values() for one in quarter['items']]


def said(stored: Any) -> Any:
    """The same without its empty fields, however deep."""
    if isinstance(stored, list):
        return [said(one) for one in stored]
    if not isinstance(stored, dict):
        return stored
    fields = {name: said(value) for name, value in stored.items()}
    return {name: value for name, value in fields.items() if value not in _NOTHING}
