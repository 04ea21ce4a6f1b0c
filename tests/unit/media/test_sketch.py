"""A drawing: only strokes come in, and only our own SVG goes out, which looks like what was drawn."""

import json
import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
import typst
from PIL import Image

from model.media import sketch
from model.media.sketch import COLOURS, MOST_BYTES, MOST_POINTS, MOST_STROKES, NotADrawing, svg

SVG = '{http://www.w3.org/2000/svg}'
DOT = {'colour': 0, 'size': 1, 'points': [[500, 500, 50]]}
ANGLE = [[100, 100, 50], [500, 120, 50], [900, 100, 50], [880, 500, 50], [900, 900, 50]]
ENVELOPE = re.compile(
    rb'<svg xmlns="http://www\.w3\.org/2000/svg" width="1000" height="1000" viewBox="0 0 1000 1000">'
    rb'<rect width="1000" height="1000" fill="#FFFFFF"/>'
    rb'<g transform="scale\(\.5\)" fill="none" stroke-linecap="round" stroke-linejoin="round">'
    rb'(<path stroke="#[0-9A-F]{6}" stroke-width="[0-9]+" d="M[-0-9 lqth]+"/>)+</g></svg>'
)


def sent(*strokes):
    return json.dumps({'strokes': strokes}).encode()


def stroke(points, colour=0, size=1):
    return {'colour': colour, 'size': size, 'points': points}


def changed(**fields):
    return sent(DOT | fields)


def paths(drawing):
    return ElementTree.fromstring(drawing).findall(f'{SVG}g/{SVG}path')


def picture(drawing):
    """As paper shows it, 1000 pixels wide."""
    source = b'#set page(width: 100pt, height: 100pt, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: 100%)'
    png = typst.compile(source, format='png', ppi=720, sys_inputs={'svg': drawing.decode()})
    return Image.open(BytesIO(png)).convert('RGB')


def thickness(image, x, y):
    """Pixels with ink in the column above and below a point."""
    return sum(image.getpixel((x, at)) != (255, 255, 255) for at in range(max(0, y - 90), min(1000, y + 90)))


def points_of(line):
    """The points the curves of one path bend around, found again, in halves of the sheet."""
    x, y, *_ = (int(number) for number in re.findall(r'^M(-?\d+) (-?\d+)', line)[0])
    around, control = [], (0, 0)
    for letter, numbers in re.findall(r'([lqt])([-0-9 ]+)', line):
        *bend, dx, dy = (int(number) for number in numbers.split())
        if letter == 'q':
            control = (x + bend[0], y + bend[1])
        elif letter == 't':
            control = (2 * x - control[0], 2 * y - control[1])
        if letter != 'l':
            around.append(control)
        x, y = x + dx, y + dy
    return around


# what it looks like


@pytest.mark.parametrize('place', range(len(COLOURS)))
def test_a_line_has_the_colour_it_was_drawn_in(place):
    image = picture(svg(sent(stroke([[200, 500, 50], [800, 500, 50]], colour=place))))
    assert image.getpixel((500, 500)) == tuple(bytes.fromhex(COLOURS[place][1:]))
    assert image.getpixel((500, 600)) == (255, 255, 255)


def test_what_is_drawn_later_lies_on_top():
    lines = stroke([[200, 500, 50], [800, 500, 50]], colour=1), stroke([[500, 200, 50], [500, 800, 50]], colour=2)
    assert picture(svg(sent(*lines))).getpixel((500, 500)) == tuple(bytes.fromhex(COLOURS[2][1:]))


def test_three_sizes_are_clearly_thinner_and_thicker():
    widths = []
    for size in range(3):
        image = picture(svg(sent(stroke([[200, 500, 50], [500, 500, 50], [800, 500, 50]], size=size))))
        widths.append(thickness(image, 500, 500))
    thin, normal, thick = widths
    assert thin >= 10
    assert normal > 2 * thin
    assert thick > 1.5 * normal


def test_who_presses_harder_draws_a_thicker_line():
    points = [[100 + 10 * at, 500, at * 100 // 80] for at in range(81)]
    image = picture(svg(sent(stroke(points))))
    widths = [thickness(image, x, 500) for x in range(150, 900, 50)]
    assert widths == sorted(widths)
    assert widths[-1] > 3 * widths[0]


def test_no_gap_is_left_where_the_pressure_changes():
    points = [[100 + 20 * at, 500 + (at % 2) * 6, (at % 9) * 12] for at in range(41)]
    image = picture(svg(sent(stroke(points, size=0))))
    assert all(thickness(image, x, 500) for x in range(100, 900))


def test_a_tap_is_a_round_dot():
    image = picture(svg(sent(DOT)))
    box = image.convert('L').point(lambda grey: 255 * (grey < 128)).getbbox()
    assert abs((box[2] - box[0]) - (box[3] - box[1])) <= 2
    assert 20 < box[2] - box[0] < 50


def test_a_line_begins_and_ends_where_it_was_drawn():
    image = picture(svg(sent(stroke([[300, 300, 50], [500, 700, 50], [700, 300, 50]]))))
    assert image.getpixel((300, 300)) == image.getpixel((700, 300)) != (255, 255, 255)


def test_what_leaves_the_sheet_is_not_seen_along_its_edge():
    out, back = [[500, 500, 50], [1000, 500, 50], [1100, 500, 50]], [[1100, 900, 50], [500, 900, 50]]
    image = picture(svg(sent(stroke(out + back))))
    assert image.getpixel((995, 500)) != (255, 255, 255)
    assert image.getpixel((995, 700)) == (255, 255, 255)


# how it is written


def test_the_line_bends_around_the_very_points_that_were_drawn():
    [path] = paths(svg(sent(stroke(ANGLE))))
    assert points_of(path.get('d')) == [(2 * x, 2 * y) for x, y, _ in ANGLE[1:-1]]


def test_a_long_line_does_not_drift():
    points = [[(37 * at) % 1000, (91 * at) % 1000, 50] for at in range(3000)]
    [path] = paths(svg(sent(stroke(points))))
    assert points_of(path.get('d')) == [(2 * x, 2 * y) for x, y, _ in points[1:-1]]


def test_a_line_without_pressure_is_one_path():
    assert len(paths(svg(sent(stroke(ANGLE), DOT)))) == 2


def test_pressure_makes_few_widths():
    points = [[at, at, at // 10] for at in range(1000)]
    drawn = paths(svg(sent(stroke(points))))
    assert len({path.get('stroke-width') for path in drawn}) == len(drawn) == sketch.LEVELS + 1


def test_the_same_drawing_is_the_same_file():
    assert svg(sent(stroke(ANGLE), DOT)) == svg(json.dumps(json.loads(sent(stroke(ANGLE), DOT)), indent=3).encode())


def test_a_drawing_of_many_points_is_small():
    points = [[100 + at % 700, 300 + (at * at) % 97, 50] for at in range(2000)]
    assert len(svg(sent(stroke(points)))) < 20_000


def test_nothing_stands_in_the_file_but_our_own_words_and_numbers():
    drawing = svg(sent(DOT, stroke(ANGLE, 4, 2), stroke([[-100, 1100, 0], [7, 7, 100], [8, 9, 100]], 3, 0)))
    assert ENVELOPE.fullmatch(drawing)


# what is refused


@pytest.mark.parametrize(
    'nothing',
    [
        b'',
        b'null',
        b'[]',
        b'{}',
        b'{"strokes":[]}',
        b'{"strokes":null}',
        b'{"strokes":[[]]}',
        b'{"strokes":[{}]}',
        b'\xff\xd8\xff\xe0 a photo',
        b'\xef\xbb\xbf' + b'{',
        b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
        b'[' * 100_000,
        b'{"strokes":' * 10_000,
        sent(DOT)[:-1],
        sent(DOT) + b'x',
    ],
)
def test_what_is_no_drawing_is_refused(nothing):
    with pytest.raises(NotADrawing):
        svg(nothing)


@pytest.mark.parametrize('wrong', [None, True, False, -1, 3, 99, 1.0, 0.5, '1', '#C93A1E', [], {}, 10**30, '"/><a'])
@pytest.mark.parametrize('field', ['colour', 'size'])
def test_a_colour_and_a_size_are_one_of_ours(field, wrong):
    if (field, wrong) == ('colour', 3):
        wrong = 5
    with pytest.raises(NotADrawing):
        svg(changed(**{field: wrong}))


@pytest.mark.parametrize('wrong', [None, True, 5.0, 5.5, '5', '5"/><script>', [], {}, -101, 1101, 10**400])
@pytest.mark.parametrize('place', [0, 1, 2])
def test_a_point_is_three_whole_numbers_on_the_sheet(place, wrong):
    point = [5, 5, 50]
    point[place] = wrong
    with pytest.raises(NotADrawing):
        svg(changed(points=[[1, 1, 1], point]))


@pytest.mark.parametrize(
    'points', [[], None, {}, 'M0 0', [5, 5, 50], [[]], [[5, 5]], [[5, 5, 50, 1]], [[5, 5, 101]], [[5, 5, -1]], [None]]
)
def test_points_are_points(points):
    with pytest.raises(NotADrawing):
        svg(changed(points=points))


@pytest.mark.parametrize('number', [b'NaN', b'Infinity', b'1e2', b'05', b'0x5', b'+5', b'9' * 10_000])
def test_numbers_are_plain_numbers(number):
    with pytest.raises(NotADrawing):
        svg(b'{"strokes":[{"colour":0,"size":0,"points":[[1,2,' + number + b']]}]}')


def test_nothing_else_may_stand_beside_it():
    with pytest.raises(NotADrawing):
        svg(changed(title='<script>'))
    with pytest.raises(NotADrawing):
        svg(json.dumps({'strokes': [DOT], 'background': 'url(x)'}).encode())


def test_a_field_that_is_missing_is_missed():
    for field in DOT:
        with pytest.raises(NotADrawing):
            svg(sent({key: value for key, value in DOT.items() if key != field}))


def test_why_it_was_refused_tells_nothing_of_what_was_sent():
    with pytest.raises(NotADrawing) as refused:
        svg(changed(colour='a secret'))
    assert 'secret' not in str(refused.value)
    assert refused.value.__cause__ is None


# how much


def test_a_full_sheet_is_kept_and_one_more_is_not():
    full = [DOT] * MOST_STROKES
    assert len(paths(svg(sent(*full)))) == MOST_STROKES
    with pytest.raises(NotADrawing):
        svg(sent(*full, DOT))


@pytest.mark.parametrize('strokes', [1, 2, 50])
def test_the_points_of_all_strokes_together_have_an_end(strokes):
    points = [[at % 1000, at % 997, 50] for at in range(MOST_POINTS // strokes)]
    full = [stroke(points)] * strokes
    assert svg(sent(*full))
    with pytest.raises(NotADrawing):
        svg(sent(*full, DOT))


def test_a_full_sheet_fits_in_what_may_be_sent():
    points = [[1000, 1000, 100]] * (MOST_POINTS // MOST_STROKES)
    body = json.dumps({'strokes': [stroke(points, 4, 2)] * MOST_STROKES}, separators=(',', ':'))
    assert len(body) < MOST_BYTES
    assert svg(body.encode())


def test_too_many_bytes_are_not_even_read():
    with pytest.raises(NotADrawing, match='too large'):
        svg(sent(DOT) + b' ' * MOST_BYTES)
