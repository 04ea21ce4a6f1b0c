"""A wish of the person."""

from datetime import date

from pydantic import Field

from model.compass.answer import Answer, Document, Identifier, new_id


class Wish(Document):
    """Something the person wants. No wish is refused as unreachable."""

    id: Identifier = Field(default_factory=new_id)
    answer: Answer
    since: date
