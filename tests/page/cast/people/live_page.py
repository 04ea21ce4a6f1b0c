"""A live page: its HTML, and what in it waits for an event."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import httpx


@dataclass(frozen=True)
class Listener:
    """An element of a page that waits for an event."""

    element: int
    id: str
    type: str
    words: str


class Page:
    """The HTML of a live page, and what can be read from it."""

    def __init__(self, answer: httpx.Response) -> None:
        assert answer.status_code == 200, answer.text[:500]
        self.answer = answer
        self.text = answer.text

    @property
    def client_id(self) -> str:
        found = re.search(r"'client_id': '([0-9a-f-]{36})'", self.text)
        assert found
        return found[1]

    @cached_property
    def elements(self) -> dict[str, Any]:
        found = re.search(r'parseElements\(String\.raw`(.*?)`\)', self.text, re.DOTALL)
        assert found
        written = found[1]
        for escaped, letter in (('&#36;', '$'), ('&#96;', '`'), ('&gt;', '>'), ('&lt;', '<'), ('&amp;', '&')):
            written = written.replace(escaped, letter)
        elements: dict[str, Any] = json.loads(written)
        return elements

    @property
    def listeners(self) -> list[Listener]:
        return listeners_of(self.elements)

    def listener(self, words: str, type: str = 'click') -> Listener:
        """The one with these words in it."""
        return next(one for one in self.listeners if one.type == type and one.words == words)

    @property
    def form(self) -> Listener:
        """The line to write own words on."""
        return next(one for one in self.listeners if one.type == 'submit')


def listeners_of(elements: dict[str, Any]) -> list[Listener]:
    """All that wait for an event among elements as the framework writes them."""
    return [
        Listener(int(element_id), event['listener_id'], event['type'], _words(element))
        for element_id, element in elements.items()
        if element
        for event in element.get('events', [])
    ]


def _words(element: dict[str, Any]) -> str:
    props = element.get('props', {})
    return re.sub(r'<[^>]*>', '', props.get('innerHTML', '')).strip() or props.get('aria-label', '')
