"""The words of a drawing apart from it: on paper typst sets them, with every script and emoji its fonts have.

In a drawing it would take each letter from the one font the drawing names, and stop altogether at some.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree

_SVG = 'http://www.w3.org/2000/svg'
_TEXT, _PART = f'{{{_SVG}}}text', f'{{{_SVG}}}tspan'
_STYLE = ('font-size', 'font-weight', 'text-anchor', 'fill')
_MOVE = re.compile(r'(translate|scale)\(\s*([-\d.e]+)(?:[\s,]+([-\d.e]+))?\s*\)')

ElementTree.register_namespace('', _SVG)

Data = dict[str, object]
Attributes = Mapping[str, str]


class Place(NamedTuple):
    """Where the measures of a part of the drawing begin, and how much larger they are."""

    x: float = 0
    y: float = 0
    scale: float = 1

    def moved(self, transform: str) -> 'Place':
        """The place after a `transform`; turns are not known, and words are not turned."""
        place = self
        for kind, first, second in _MOVE.findall(transform):
            if kind == 'translate':
                x, y = place.x + place.scale * float(first), place.y + place.scale * float(second or 0)
                place = place._replace(x=x, y=y)
            else:
                place = place._replace(scale=place.scale * float(first))
        return place


def set_apart(svg: str) -> Data:
    """A drawing without its words, its box as x, y, width and height, and each line of its words with its place."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - a drawing of our own
    words = list(_taken(root, Place(), {}))
    box = [float(measure) for measure in root.attrib['viewBox'].split()]
    return {'svg': ElementTree.tostring(root, encoding='unicode'), 'box': box, 'words': words}


def _taken(parent: ElementTree.Element, place: Place, outer: Attributes) -> Iterator[Data]:
    style = {**outer, **{name: parent.attrib[name] for name in _STYLE if name in parent.attrib}}
    place = place.moved(parent.attrib.get('transform', ''))
    for child in list(parent):
        if child.tag == _TEXT:
            yield from _lines(child, place, style)
            parent.remove(child)
        else:
            yield from _taken(child, place, style)


def _lines(text: ElementTree.Element, place: Place, style: Attributes) -> Iterator[Data]:
    """A `text` is one line, or has a `tspan` for each."""
    place = place.moved(text.attrib.get('transform', ''))
    x, y = 0.0, 0.0
    for part in (text, *text.findall(_PART)):
        x = float(part.attrib.get('x', x))
        y = float(part.attrib.get('y', y)) + float(part.attrib.get('dy', 0))
        if words := (part.text or '').strip():
            yield _line(words, x, y, place, {**style, **text.attrib, **part.attrib})


def _line(words: str, x: float, y: float, place: Place, style: Attributes) -> Data:
    return {
        'words': words,
        'x': place.x + place.scale * x,
        'y': place.y + place.scale * y,
        'size': place.scale * float(style.get('font-size', '16')),
        'weight': style.get('font-weight', 'regular'),
        'anchor': style.get('text-anchor', 'start'),
        'fill': style.get('fill', '#000000'),
    }
