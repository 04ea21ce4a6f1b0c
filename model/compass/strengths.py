"""A strength or resource of the person, on one of the four conditions."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from model.catalogue.questions import CONDITIONS, PROFESSIONAL_TILES
from model.compass.answer import Answer, Document, Identifier, new_id


def _known_condition(key: str) -> str:
    if key not in CONDITIONS:
        raise ValueError(f'no such condition: {key}')
    return key


ConditionKey = Annotated[str, AfterValidator(_known_condition)]


class Whose(StrEnum):
    """Where a strength or resource is found."""

    MINE = 'whose-mine'
    PEOPLE = 'whose-people'
    PROFESSIONALS = 'whose-professionals'


class Strength(Document):
    """A strength or resource, on one of the four conditions."""

    id: Identifier = Field(default_factory=new_id)
    condition: ConditionKey
    answer: Answer
    whose: Whose
    heart: bool = False
    since: date


def usual_owner(condition: str, answer: Answer) -> Whose:
    """Where a strength is found, until the person says otherwise."""
    if condition != 'belong':
        return Whose.MINE
    return Whose.PROFESSIONALS if answer.tile in PROFESSIONAL_TILES else Whose.PEOPLE
