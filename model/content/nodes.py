"""A YAML file as a tree in which everything still knows its line.

Understood are text, lists and keys with values. Text is taken as it is written: `no` is the word, and not a
falsehood. An alias, a tag and a key that is no text are refused: none of them helps who reads the file after that.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from model.content.faults import Faults

DEEPEST = 12
"""Lists and keys inside each other; the domains need seven."""
PLAIN = 'Write it out, in one document of nothing but text, lists and keys.'
SYNTAX = 'Look at the spaces, colons and quotes there: each level is two spaces further, and a tab is no space.'


@dataclass(frozen=True)
class Written:
    """Text, empty when nothing stands behind a key."""

    line: int
    text: str


@dataclass(frozen=True)
class Listed:
    """A list."""

    line: int
    items: tuple['Node', ...]


@dataclass(frozen=True)
class Keyed:
    """Keys with values, in the order of the file; each key is there once."""

    line: int
    values: dict[Written, 'Node']


Node = Written | Listed | Keyed


class _Loader(yaml.SafeLoader):  # type: ignore[misc]
    """Composes nodes, and refuses what makes a file hard to read or endless."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.depth = 0

    def compose_node(self, parent: object, index: object) -> object:
        """The next node. Raises `yaml.MarkedYAMLError`."""
        event = self.peek_event()
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _refused('this has an anchor or an alias (& or *)', event)
        if event.tag:
            raise _refused('this has a tag (!)', event)
        if self.depth == DEEPEST:
            raise _refused('this is too deep inside other things', event)
        self.depth += 1
        node: object = super().compose_node(parent, index)
        self.depth -= 1
        return node


def tree(text: str, faults: Faults) -> Node | None:
    """Returns what the text says; None, with a fault added, when it is empty or no YAML."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count('\n') + 1
        faults.add(line, f'the character U+{ord(text[error.position]):04X} may not be in it', 'Take it out.')
    except yaml.MarkedYAMLError as error:
        cure = PLAIN if isinstance(error, yaml.composer.ComposerError) else SYNTAX
        faults.add(_line(error), _said(error), cure)
    else:
        if node is not None:
            return _node(node, faults)
        faults.add(None, 'is empty', 'Begin with a copy of assets/content/domains.yaml.')
    return None


def _line(error: yaml.MarkedYAMLError) -> int:
    """Where to look: what is open till the end of the file is looked for where it begins."""
    endless = error.context_mark is not None and 'stream' in str(error.problem)
    mark = error.context_mark if endless else error.problem_mark
    return int(mark.line) + 1


def _said(error: yaml.MarkedYAMLError) -> str:
    if error.context is None or error.context_mark is None:
        return str(error.problem)
    return f'{error.context} that begins on line {error.context_mark.line + 1}: {error.problem}'


def _refused(what: str, event: yaml.Event) -> yaml.MarkedYAMLError:
    return yaml.composer.ComposerError(None, None, what, event.start_mark)


def _node(node: yaml.Node, faults: Faults) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return Listed(line, tuple(_node(one, faults) for one in node.value))
    if isinstance(node, yaml.MappingNode):
        return Keyed(line, dict(_entries(node, faults)))
    return Written(line, node.value)


def _entries(node: yaml.MappingNode, faults: Faults) -> Iterator[tuple[Written, Node]]:
    seen: dict[str, int] = {}
    for key, value in node.value:
        name, read = _node(key, faults), _node(value, faults)
        if not isinstance(name, Written):
            faults.add(name.line, 'a key has to be text', SYNTAX)
        elif name.text in seen:
            cure = 'Take one of them out, or give it another key.'
            faults.add(name.line, f'the key "{name.text}" is here twice, first on line {seen[name.text]}', cure)
        else:
            seen[name.text] = name.line
            yield name, read
