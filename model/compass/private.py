"""Private answers: what happened, and what is in the way."""

from datetime import date

from model.compass.answer import Answer, leave_room
from model.compass.taken_off import Reversible, put_back, take_off


class PrivateAnswers(Reversible[Answer]):
    """The answers to one private question, in the order in which they were told. An answer is its own identity."""

    def tell(self, answer: Answer) -> None:
        """Say something; the same answer is there once, and what was just taken back stands where it stood.

        Raises `TooMany`.
        """
        if any(one.says(answer) for one in self.items):
            return
        leave_room(answer, self.items)
        taken = next((taken for taken in self.off if taken.what.says(answer)), None)
        if taken is None:
            self.items.append(answer)
        else:
            put_back(self.items, self.off, taken)

    def take_back(self, answer: Answer, today: date) -> None:
        """Take something back; until the contact ends it can be told again with one tap."""
        told = next((one for one in self.items if one.says(answer)), None)
        if told is not None:
            take_off(self.items, self.off, self._taken(told, today))
