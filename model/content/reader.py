"""Takes text, lists and keys from a file, each with its limits, and tells what is not as it has to be."""

import re
from dataclasses import dataclass

from model.content.faults import Faults
from model.content.nodes import Keyed, Listed, Node, Written
from model.writing.own_words import TooLong, tidy

LONGEST_KEY = 40

KEY = re.compile(r'[a-z][a-z0-9]*(-[a-z0-9]+)*')
KEY_FORM = f'Write small letters, digits and single hyphens, at most {LONGEST_KEY}, a letter first: "own-place".'


def is_key(text: str) -> bool:
    """Whether this can be the key of a domain, a tile or a pictogram."""
    return len(text) <= LONGEST_KEY and KEY.fullmatch(text) is not None


def short(text: str) -> str:
    """Returns enough of a text to find it by, on one line."""
    line = ' '.join(''.join(sign if sign.isprintable() else ' ' for sign in text).split())
    return line if len(line) <= LONGEST_KEY else f'{line[:LONGEST_KEY]}…'


def can_be(known: tuple[str, ...]) -> str:
    """The cure for something that is none of these."""
    return f'It can be {", ".join(known)}.'


@dataclass(frozen=True)
class Reader:
    """Takes what a node holds. What is wrong is added to `faults`, and something empty returned in its place.

    A node of None is one that is missing, which was told where it is missed: it is empty, and no fault.
    """

    faults: Faults

    def text(self, node: Node | None) -> str:
        """Text as it is written."""
        if node is None:
            return ''
        if isinstance(node, Written) and node.text.strip():
            return node.text
        self.faults.add(node.line, 'here has to be text', 'Write it behind the colon, on the same line.')
        return ''

    def words(self, node: Node | None, most: int) -> str:
        """Words for a screen: on one line, of `most` characters or less."""
        text = self.text(node)
        try:
            words = tidy(text, most)
        except TooLong:
            return self._refused(node, f'"{short(text)}" is too long', f'Say it in at most {most} characters.')
        if text and not words:
            return self._refused(node, 'nothing of this can be seen', 'Write words.')
        return words

    def key(self, node: Node | None) -> str:
        """A key of good form."""
        key = self.text(node)
        return self._refused(node, f'"{short(key)}" is no key', KEY_FORM) if key and not is_key(key) else key

    def one_of(self, known: tuple[str, ...], node: Node | None, noun: str) -> str | None:
        """One of the words that are known; None when it is none of them."""
        text = self.text(node)
        if text and text not in known:
            self._refused(node, f'there is no {noun} "{short(text)}"', can_be(known))
        return text if text in known else None

    def items(self, node: Node | None, noun: str, most: int) -> tuple[Node, ...]:
        """What is in a list: one thing at least, and not more than `most`."""
        if node is None:
            return ()
        if not isinstance(node, Listed):
            self.faults.add(node.line, f'the {noun} have to be a list', 'Begin each of them with "- ".')
            return ()
        self._count(node, len(node.items), noun, most)
        return node.items

    def entries(self, node: Node | None, noun: str, most: int) -> dict[Written, Node]:
        """Keys with values, whatever they are called: one at least, and not more than `most`."""
        if node is None:
            return {}
        if not isinstance(node, Keyed):
            self.faults.add(node.line, f'the {noun} have to be keys with values', 'Write each as "key: value".')
            return {}
        self._count(node, len(node.values), noun, most)
        return node.values

    def fields(
        self,
        node: Node | None,
        what: str,
        wanted: tuple[str, ...],
        allowed: tuple[str, ...] = (),
        *,
        noun: str = 'key',
    ) -> dict[str, Node]:
        """What stands behind these keys. Each of `wanted` must be there, `allowed` may, and nothing else."""
        if not isinstance(node, Keyed):
            self._refused(node, f'{what} has to be keys with values', 'Write each as "key: value".')
            return {}
        known = (*wanted, *allowed)
        for key in node.values:
            if key.text not in known:
                self.faults.add(key.line, f'"{short(key.text)}" is no {noun} of {what}', can_be(known))
        named = {key.text: value for key, value in node.values.items()}
        for missing in (key for key in wanted if key not in named):
            self.faults.add(node.line, f'the {noun} "{missing}" is missing in {what}', f'Add a line "{missing}:".')
        return named

    def _refused(self, node: Node | None, what: str, cure: str) -> str:
        if node is not None:
            self.faults.add(node.line, what, cure)
        return ''

    def _count(self, node: Node, number: int, noun: str, most: int) -> None:
        if number == 0:
            self.faults.add(node.line, f'there are no {noun}', 'Write one at least.')
        elif number > most:
            self.faults.add(node.line, f'{number} {noun} are too many', f'Keep the {most} that matter most.')
