"""An answer: a starter tile, own words, a picture, a voice, and what it is shown with."""

from collections.abc import Iterable, Mapping, Set
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    model_validator,
)

from model.catalogue.every_tile import KEYS
from model.catalogue.tile import Tile
from model.compass.document import LEFT_OUT_EMPTY, AttachmentId, Document, TooMany
from model.writing.own_words import tidy

WORDS_LENGTH = 80
OWN_ANSWERS_A_QUESTION = 12
"""Own answers beside the starter tiles; more would not fit on one screen."""

ShownWith = Mapping[str, str | bool | None]
"""Fields of an answer that say what it is shown with."""


def _known(key: str | None) -> str | None:
    if key is not None and key not in KEYS:
        raise ValueError(f'no such tile: {key}')
    return key


PictogramKey = Annotated[str, Field(pattern=r'^[a-z0-9]+(-[a-z0-9]+)*$', max_length=60)]
LibraryCode = Annotated[str, Field(pattern=r'^[0-9A-F]{2,6}(-[0-9A-F]{2,6}){0,11}$')]
TileKey = Annotated[str | None, AfterValidator(_known)]


class Answer(Document):
    """What was picked: a starter tile, own words, a picture, a voice; and what it is shown with."""

    model_config = ConfigDict(frozen=True, extra='forbid')

    tile: Annotated[PictogramKey | None, LEFT_OUT_EMPTY] = None
    named: Annotated[str, Field(max_length=WORDS_LENGTH), LEFT_OUT_EMPTY] = ''
    """The Dutch word of a tile that is configuration, see `model.catalogue.domains`; empty for one of ours.

    Kept with the answer, so that it can still be said when the tile is configured no more.
    """
    words: Annotated[str, Field(max_length=WORDS_LENGTH), LEFT_OUT_EMPTY] = ''
    sticker: Annotated[LibraryCode | None, LEFT_OUT_EMPTY] = None
    """A picture of the library, see `model.pictures.library`."""
    picture: Annotated[AttachmentId | None, LEFT_OUT_EMPTY] = None
    """A photo or drawing in the album."""
    drawn: Annotated[bool, LEFT_OUT_EMPTY] = False
    """Whether that is a drawing."""
    voice: Annotated[AttachmentId | None, LEFT_OUT_EMPTY] = None
    """Spoken words in the album."""

    @model_validator(mode='after')
    def _says_something(self) -> Self:
        if self.tile is None:
            if self.named:
                raise ValueError('only a tile is named')
            if not (self.words or self.sticker or self.picture or self.voice):
                raise ValueError('an answer is a tile, words, a picture or a voice')
        elif not self.named:
            _known(self.tile)
        return self

    @classmethod
    def own(cls, text: str) -> Self | None:
        """Returns own words as an answer, None when nothing was written. Raises `TooLong`."""
        words = tidy(text, WORDS_LENGTH)
        return cls(words=words) if words else None

    @property
    def identity(self) -> tuple[str | None, ...]:
        """What makes it this answer: a tile or words stay the same when they get another picture."""
        if self.named:
            return self.tile, self.words, self.named
        if self.tile or self.words:
            return self.tile, self.words
        return self.sticker, self.picture, self.voice

    @property
    def attachments(self) -> set[str]:
        """The ids of what it is shown and said with."""
        return {one for one in (self.picture, self.voice) if one}

    @property
    def has_attachment(self) -> bool:
        """Whether it is shown or said with anything in the album."""
        return bool(self.picture or self.voice)

    @property
    def stands_alone(self) -> bool:
        """Whether it says something without any attachment."""
        return bool(self.tile or self.words or self.sticker)

    @property
    def is_own(self) -> bool:
        """More than a starter tile of ours."""
        return bool(self.words or self.named) or self.tile is None

    @property
    def is_bare(self) -> bool:
        """A starter tile and nothing more."""
        return self.tile is not None and self == Answer(tile=self.tile, named=self.named)

    def says(self, other: 'Answer') -> bool:
        """Whether both are the same answer, perhaps with another picture."""
        return self.identity == other.identity

    def called(self, text: str) -> 'Answer':
        """Returns the answer with these words; as it is when without them nothing is left of it. Raises `TooLong`."""
        words = tidy(text, WORDS_LENGTH)
        stands = words or self.tile or self.sticker or self.attachments
        return self.model_copy(update={'words': words}) if stands else self

    def as_tile_of(self, tiles: Iterable[Tile]) -> 'Answer':
        """Returns the answer as the starter tile of these that has the same picture; as it is when there is none."""
        is_one = self.named and self.tile in {tile.key for tile in tiles}
        return self.model_copy(update={'named': ''}) if is_one else self

    def without(self, attachment_ids: Set[str]) -> 'Answer':
        """Returns the answer without these attachments; as it is when nothing else is left of it."""
        gone: dict[str, str | bool | None] = {
            field: None for field in ('picture', 'voice') if getattr(self, field) in attachment_ids
        }
        if 'picture' in gone:
            gone['drawn'] = False
        rest = self.model_copy(update=gone)
        return rest if rest.stands_alone or rest.attachments else self


def leave_room(answer: Answer, held: Iterable[Answer]) -> None:
    """Raises `TooMany` when `answer` is an own one and `held` has as many of those as there is room for."""
    if answer.is_own and sum(one.is_own for one in held) >= OWN_ANSWERS_A_QUESTION:
        raise TooMany
