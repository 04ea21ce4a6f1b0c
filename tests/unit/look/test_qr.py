"""The QR code: what a scanner reads, and how it is drawn."""

import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
import typst
import zxingcpp
from PIL import Image

from ui.look import qr

ADDRESS = 'https://kompas.voorbeeld.nl/k#AbCdEfGhIjKlMnOpQrStUv'
SVG = '{http://www.w3.org/2000/svg}'


def picture(drawing, pixels=400):
    source = b'#set page(width: 100pt, height: 100pt, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: 100%)'
    png = typst.compile(source, format='png', ppi=pixels * 0.72, sys_inputs={'svg': drawing})
    return Image.open(BytesIO(png)).convert('L')


def cells(drawing):
    """Every black module, found again from the path; fails when two rectangles overlap."""
    [path] = [one.get('d', '') for one in ElementTree.fromstring(drawing).findall(f'{SVG}path')]
    black = set()
    for x, y, width, height in re.findall(r'M(\d+) (\d+)h(\d+)v(\d+)h-\3z', path):
        for across in range(int(x), int(x) + int(width)):
            for down in range(int(y), int(y) + int(height)):
                assert (across, down) not in black
                black.add((across, down))
    return black


@pytest.mark.parametrize('address', ['a', ADDRESS, 'http://192.168.178.201:8080/k#' + 'x' * 22, 'é' * 90])
def test_a_scanner_reads_the_address(address):
    [found] = zxingcpp.read_barcodes(picture(qr.svg(address)))
    assert found.text == address
    assert found.format == zxingcpp.BarcodeFormat.QRCode


def test_it_has_error_correction_q():
    [found] = zxingcpp.read_barcodes(picture(qr.svg(ADDRESS)))
    assert found.ec_level == 'Q'


def test_the_longest_address_is_read_and_a_longer_one_is_refused():
    [found] = zxingcpp.read_barcodes(picture(qr.svg('x' * 200), pixels=900))
    assert found.text == 'x' * 200
    with pytest.raises(ValueError, match='200 characters, not 201'):
        qr.svg('x' * 201)


def test_an_empty_address_is_refused():
    with pytest.raises(ValueError, match='not 0'):
        qr.svg('')


def test_it_is_measured_in_modules_with_four_white_ones_around():
    drawing = qr.svg(ADDRESS)
    _, _, width, height = (int(number) for number in ElementTree.fromstring(drawing).get('viewBox', '').split())
    black = cells(drawing)
    assert width == height
    assert (width - 8 - 17) % 4 == 0
    assert {min(x for x, _ in black), min(y for _, y in black)} == {4}
    assert {max(x for x, _ in black), max(y for _, y in black)} == {width - 5}


def test_it_is_black_on_white_in_one_path_and_takes_any_size():
    root = ElementTree.fromstring(qr.svg(ADDRESS))
    assert root.get('width') is None
    assert root.get('height') is None
    assert root.get('shape-rendering') == 'crispEdges'
    assert [(part.tag, part.get('fill')) for part in root] == [
        (f'{SVG}rect', '#FFFFFF'),
        (f'{SVG}path', '#000000'),
    ]


def test_modules_are_merged_into_larger_rectangles():
    drawing = qr.svg(ADDRESS)
    assert drawing.count('M') < len(cells(drawing)) / 2


def test_no_part_of_the_address_stands_in_the_drawing():
    drawing = qr.svg('"><script>alert(1)</script>')
    assert 'script' not in drawing
    assert len(ElementTree.fromstring(drawing)) == 2
