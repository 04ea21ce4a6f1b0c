"""The path of the first time: its questions, one after another, and how the place on it is kept."""

from typing import Annotated

from pydantic import AfterValidator

from model.catalogue.conditions import CONDITIONS

QUESTIONS = ('me', *CONDITIONS, 'wish', 'new-step', 'with-whom', 'when')
"""Keys of the questions, in their order."""


def _known(question: str | None) -> str | None:
    if question is not None and question not in QUESTIONS:
        raise ValueError(f'no such question: {question}')
    return question


OnPath = Annotated[str | None, AfterValidator(_known)]
