"""Private answers: what happened, and what is in the way."""

from model.compass.answer import Answer, leave_room
from model.compass.document import Document


class PrivateAnswers(Document):
    """The answers to one private question, in the order in which they were told. An answer is its own identity."""

    items: list[Answer] = []

    def tell(self, answer: Answer, *, chosen: bool = True) -> None:
        """Say something, or take it back; the same answer is there once. Raises `TooMany`."""
        others = [one for one in self.items if not one.says(answer)]
        if not chosen:
            self.items = others
        elif len(others) == len(self.items):
            leave_room(answer, self.items)
            self.items.append(answer)
