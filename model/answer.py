"""An answer: a starter tile, own words, or both; and what all parts of a document have in common."""

import re
import secrets
import unicodedata
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from model.catalogue import KEYS

WORDS_LENGTH = 80

_UNSEEN = re.compile(
    r'[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]'
)


class TooLong(ValueError):
    """What was written does not fit; `limit` is the number of characters that does."""

    def __init__(self, limit: int) -> None:
        super().__init__(f'at most {limit} characters')
        self.limit = limit


def tidy(text: str, limit: int) -> str:
    """Own words on one line, without control and direction characters.

    Raises `TooLong` above `limit` characters.
    """
    if len(text) > 10 * limit:  # endless accents would take quadratic time to bring into one form
        raise TooLong(limit)
    tidied = ' '.join(_UNSEEN.sub(' ', unicodedata.normalize('NFC', text)).split())
    if len(tidied) > limit:
        raise TooLong(limit)
    return tidied


def _known(key: str | None) -> str | None:
    if key is not None and key not in KEYS:
        raise ValueError(f'no such tile: {key}')
    return key


Identifier = Annotated[str, Field(pattern=r'^[0-9a-f]{8,32}$')]
TileKey = Annotated[str | None, AfterValidator(_known)]


def new_id() -> str:
    """An identifier inside one document: 8 hexadecimal characters."""
    return secrets.token_hex(4)


class Document(BaseModel):
    """A part of the compass as it lies on disk: unknown fields are a sign of damage."""

    model_config = ConfigDict(extra='forbid', validate_assignment=True)


class Answer(Document):
    """What was picked: a starter tile, own words, or a tile with own words."""

    model_config = ConfigDict(frozen=True, extra='forbid')

    tile: TileKey = None
    words: Annotated[str, Field(max_length=WORDS_LENGTH)] = ''

    @model_validator(mode='after')
    def _says_something(self) -> Self:
        if self.tile is None and not self.words:
            raise ValueError('an answer is a tile or words')
        return self

    @classmethod
    def own(cls, text: str) -> Self | None:
        """Own words as an answer, None when nothing was written. Raises `TooLong`."""
        words = tidy(text, WORDS_LENGTH)
        return cls(words=words) if words else None
