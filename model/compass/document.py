"""What all parts of a document have in common."""

import secrets
from functools import cache
from inspect import isclass
from operator import not_
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Identifier = Annotated[str, Field(pattern=r'^[0-9a-f]{8,32}$')]
AttachmentId = Annotated[str, Field(pattern=r'^[0-9a-f]{16}$')]
LEFT_OUT_EMPTY = Field(exclude_if=not_)
"""For a field that is mostly empty: then it takes no room in the file, which is written at each tap."""


class TooMany(ValueError):
    """There is no room for one more; something has to be taken off first."""


class NotThere(KeyError):
    """What is meant was taken off in the meantime, perhaps on another device."""


def new_id() -> str:
    """Returns an identifier inside one document: 8 hexadecimal characters."""
    return secrets.token_hex(4)


class Document(BaseModel):
    """A part of a document as it is stored: unknown fields are a sign of damage."""

    model_config = ConfigDict(extra='forbid', validate_assignment=True)


class Identified(Document):
    """One of many in a part, with an id inside its document."""

    id: Identifier = Field(default_factory=new_id)


@cache
def fields_with(document: type[Document], kind: type[Document]) -> tuple[str, ...]:
    """Returns the names of the fields in which something of a kind stands."""
    fields = ((name, field.annotation) for name, field in document.model_fields.items())
    return tuple(name for name, found in fields if isclass(found) and issubclass(found, kind))


Item = TypeVar('Item', bound=Identified)


class Collection(Document, Generic[Item]):
    """A part that holds things with an id, in the order in which they came."""

    items: list[Item] = []

    def find(self, item_id: str | None) -> Item | None:
        """Returns the one with this id, None when there is none."""
        return next((item for item in self.items if item.id == item_id), None)

    def __getitem__(self, item_id: str) -> Item:
        """Returns the one with this id. Raises `NotThere`."""
        found = self.find(item_id)
        if found is None:
            raise NotThere(item_id)
        return found
