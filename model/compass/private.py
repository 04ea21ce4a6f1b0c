"""Private answers: what happened, and what is in the way."""

from model.compass.answer import Answer, leave_room
from model.compass.document import Document

MOST_HANDS = 8
_UNKNOWN = ''
"""Who wrote what stood there before anybody remembered."""


class PrivateAnswers(Document):
    """The answers to one private question, in the order in which they were told. An answer is its own identity."""

    items: list[Answer] = []
    written_with: list[str] = []
    """Ids of the keys with which something of this was written, the last one at the end; see `was_written_with`."""

    def tell(self, answer: Answer, *, chosen: bool = True) -> None:
        """Say something, or take it back; the same answer is there once. Raises `TooMany`."""
        others = [one for one in self.items if not one.says(answer)]
        if not chosen:
            self.items = others
        elif len(others) == len(self.items):
            leave_room(answer, self.items)
            self.items.append(answer)

    def was_written_with(self, key_id: str, *, began_empty: bool) -> None:
        """Remember whose hand wrote something of this, so that who wrote all of it may go on seeing it.

        `began_empty` says whether there was nothing in it before.
        """
        if not self.items:
            self.written_with = []
        elif began_empty:
            self.written_with = [key_id]
        else:
            before = self.written_with or [_UNKNOWN]
            self.written_with = [*(one for one in before if one != key_id), key_id][-MOST_HANDS:]

    def is_all_of(self, key_id: str) -> bool:
        """Whether there is nothing in it but what was written with this key."""
        return not self.items or self.written_with == [key_id]
