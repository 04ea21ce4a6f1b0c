"""Every pictogram that is asked for is there, and all are drawn in one style on one grid."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib import SVGPath

from model.catalogue.every_tile import KEYS
from model.catalogue.questions import COMPANIONS, QUESTIONS
from model.pictures.pictogram import DRAWN, FOLDER, GRID, INK
from model.words import languages

UI = Path(__file__).parents[3] / 'ui'
DRAWINGS = sorted(FOLDER.glob('*.svg'))
SVG = '{http://www.w3.org/2000/svg}'
COLOURS = {INK, DRAWN.tint, DRAWN.light, DRAWN.accent, '#FFFFFF', 'none'}
SHAPES = {'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon'}
ROOT = {'viewBox': f'0 0 {GRID} {GRID}', 'stroke-linejoin': 'round', 'stroke-linecap': 'round'}
PAINT = {'fill', 'stroke', 'stroke-width', 'stroke-linejoin', 'stroke-linecap'}
GEOMETRY = {'d', 'cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'width', 'height', 'x1', 'y1', 'x2', 'y2', 'points'}
THINNEST = 3

KEY_FIRST = {'pictogram', 'mark', '_mark', 'placed', 'inside', 'tinted', '_drawing'}
KEY_SECOND = {'button', '_door'}

each_drawing = pytest.mark.parametrize('path', DRAWINGS, ids=lambda path: path.stem)


# which there are


def choices(node):
    """The literal keys an expression may give: 'a', x or 'a', 'a' if x else 'b'."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.BoolOp):
        yield from (key for value in node.values for key in choices(value))
    elif isinstance(node, ast.IfExp):
        yield from (*choices(node.body), *choices(node.orelse))


def keys_of_call(call):
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, 'id', '')
    asked = [keyword.value for keyword in call.keywords if keyword.arg == 'key']
    if name in KEY_FIRST:
        asked += call.args[:1]
    elif name in KEY_SECOND:
        asked += call.args[1:2]
    yield from (key for node in asked for key in choices(node))


def keys_of_loop(loop):
    """What `key` becomes in `for words, key in (('…', 'back'), …)`."""
    names = [getattr(part, 'id', '') for part in getattr(loop.target, 'elts', ())]
    if 'key' in names:
        for row in getattr(loop.iter, 'elts', ()):
            yield from choices(row.elts[names.index('key')])


def keys_asked_for(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield from keys_of_call(node)
        elif isinstance(node, ast.For | ast.comprehension):
            yield from keys_of_loop(node)


def missing(keys):
    return sorted(set(keys) - {path.stem for path in DRAWINGS})


@pytest.mark.parametrize(
    ('source', 'keys'),
    [
        ("pictogram('back')", ['back']),
        ('f\'<b>{pictogram("back")}</b>\'', ['back']),
        ("pictogram(x or 'sail')", ['sail']),
        ("pictogram('heart' if x else 'heart-empty')", ['heart', 'heart-empty']),
        ("button(say('Terug'), 'back', go)", ['back']),
        ("frame(here, 'Terug', key='back')", ['back']),
        ("for page, key in (('a', 'back'), ('b', 'next')):\n    pass", ['back', 'next']),
        ("[key for key, words in (('back', 'Terug'),)]", ['back']),
        ("pictogram(key)\nmark(f'language-{code}')\nfor key in keys:\n    pass", []),
    ],
)
def test_keys_are_found_where_they_are_asked_for(source, keys):
    assert list(keys_asked_for(source)) == keys


@pytest.mark.parametrize('path', sorted(UI.rglob('*.py')), ids=lambda path: path.stem)
def test_every_pictogram_that_a_screen_asks_for_is_there(path):
    assert missing(keys_asked_for(path.read_text(encoding='utf-8'))) == []


def test_everything_that_can_be_picked_has_its_pictogram():
    assert missing(KEYS) == []


def test_every_question_has_its_pictogram():
    # "with whom" shows the step itself
    assert missing(question.key for question in QUESTIONS if question is not COMPANIONS) == []


def test_every_language_has_its_pictogram():
    assert missing(f'language-{code}' for code in languages()) == []


# how they are drawn


def shapes(path):
    return [element for element in ElementTree.parse(path).getroot().iter() if element.tag[len(SVG) :] in SHAPES]


def outline(shape):
    """Half the width of the stroke: how far the shape is drawn beyond its points."""
    return 0 if shape.get('stroke', 'none') == 'none' else float(shape.get('stroke-width', 1)) / 2


def bounds(shape):
    """Left, top, right, bottom of the points of a shape, the bulge of its curves included."""
    pen = BoundsPen(None)
    SVGPath.fromstring(b'<svg xmlns="http://www.w3.org/2000/svg">%b</svg>' % ElementTree.tostring(shape)).draw(pen)
    return pen.bounds


@each_drawing
def test_a_pictogram_lies_on_the_grid(path):
    # what stands inside is also placed in larger drawings, so nothing else may stand on the outside
    root = ElementTree.parse(path).getroot()
    assert root.tag == f'{SVG}svg'
    assert root.attrib == ROOT


@each_drawing
def test_a_pictogram_is_made_of_plain_shapes(path):
    inner = list(ElementTree.parse(path).getroot().iter())[1:]
    assert inner
    assert {element.tag for element in inner} <= {f'{SVG}{name}' for name in SHAPES | {'g'}}
    assert {name for element in inner for name in element.attrib} <= PAINT | GEOMETRY
    assert not [element.tag for element in inner if (element.text or '').strip() or (element.tail or '').strip()]


@each_drawing
def test_a_pictogram_holds_nothing_but_its_drawing(path):
    text = path.read_text(encoding='utf-8')
    assert re.findall(r'<[!?]|&|\b(?:style|script|id|class|href|url|on\w+)\s*=', text) == []


@each_drawing
def test_a_pictogram_has_only_the_colours_that_can_be_replaced(path):
    elements = list(ElementTree.parse(path).getroot().iter())
    painted = {element.get(name) for element in elements for name in ('fill', 'stroke')} - {None}
    assert painted <= COLOURS
    assert set(re.findall(r'#\w+', path.read_text(encoding='utf-8'))) <= COLOURS


@each_drawing
def test_every_shape_says_its_own_paint(path):
    # what is left out would be black, or a hairline
    drawn = shapes(path)
    assert [shape.attrib for shape in drawn if not shape.get('fill')] == []
    stroked = [shape for shape in drawn if shape.get('stroke', 'none') != 'none']
    assert [shape.attrib for shape in stroked if float(shape.get('stroke-width', 1)) < THINNEST] == []


@each_drawing
def test_nothing_is_drawn_beyond_the_grid(path):
    for shape in shapes(path):
        left, top, right, bottom = bounds(shape)
        beyond = outline(shape)
        assert min(left, top) - beyond >= 0, shape.attrib
        assert max(right, bottom) + beyond <= GRID, shape.attrib
