"""Pictograms of an organisation lie beside its file, are as plain as ours, and show as ours do."""

import pytest

from model.content.content import read
from model.content.drawings import COLOURS, MOST_BYTES
from model.pictures import pictogram
from model.pictures.pictogram import DRAWN, FOLDER, Tint
from tests.unit.content.garden import DRAWING, GARDEN, faults_of, spoiled, written

HENS = spoiled(GARDEN, 'pet: kippen', 'hens: kippen')
CIRCLE = '<circle cx="48" cy="48" r="30" fill="#F6B33C" stroke="#22304A" stroke-width="4.5"/>'


@pytest.fixture
def own(monkeypatch):
    """Own drawings of this test alone."""
    monkeypatch.setattr(pictogram, '_own', {})
    caches = (pictogram.load, pictogram.tinted, pictogram.inside)
    yield pictogram.add_own
    for one in caches:
        one.cache_clear()


def test_a_file_with_an_own_pictogram_is_read(tmp_path):
    content = read(written(tmp_path, HENS, hens=DRAWING))
    assert content.drawings == {'hens': DRAWING.strip()}
    assert content.domains[0].place('wish').tiles[0].key == 'hens'


def test_an_own_pictogram_takes_the_colours_of_its_place(own, tmp_path):
    own(read(written(tmp_path, HENS, hens=DRAWING)).drawings)
    blue = Tint(tint='#4477AA', light='#CCDDEE', accent='#112233')
    assert pictogram.load('hens') == DRAWING.strip()
    assert pictogram.tinted('hens', blue) == DRAWING.strip().replace(DRAWN.tint, blue.tint).replace(
        DRAWN.accent, blue.accent
    )
    assert pictogram.inside('hens').startswith('<circle')


def test_ours_are_there_as_before(own):
    own({'hens': DRAWING})
    assert pictogram.load('home') == (FOLDER / 'home.svg').read_text(encoding='utf-8').strip()
    with pytest.raises(FileNotFoundError):
        pictogram.load('no-such-drawing')


def test_ours_would_all_be_taken(tmp_path):
    ours = {f'our-{path.stem}': path.read_text(encoding='utf-8') for path in FOLDER.glob('*.svg')}
    assert len(ours) > 200
    assert faults_of(written(tmp_path, GARDEN, **ours)) == ()


def test_without_a_folder_there_are_none(tmp_path):
    assert read(written(tmp_path, GARDEN)).drawings == {}


@pytest.mark.parametrize(
    ('old', 'new', 'line', 'what', 'cure'),
    [
        # well-formed
        ('</svg>\n', '\n', 3, 'this is no XML: no element found', 'plain SVG'),
        ('r="30" ', 'r=30 ', 2, 'this is no XML: not well-formed', 'plain SVG'),
        ('</svg>', '</svg><svg/>', 4, 'this is no XML: junk after document element', 'plain SVG'),
        ('</svg>', '</svg >', 4, 'does not end with </svg>', 'End the file'),
        # on our grid
        ('0 0 96 96', '0 0 100 100', 1, 'not on our grid', 'viewBox="0 0 96 96"'),
        (' viewBox="0 0 96 96"', '', 1, 'not on our grid', 'viewBox="0 0 96 96"'),
        (' viewBox', ' width="96" viewBox', 1, 'not on our grid', 'Begin the file with'),
        ('<svg', '\n\n<svg onclick="alert()"', 3, 'not on our grid', 'Begin the file with'),
        (' viewBox', ' onload="alert()" viewBox', 1, 'not on our grid', 'Begin the file with'),
        # no script, nothing from elsewhere
        (CIRCLE, '<script>alert()</script>', 2, 'there is <script>', 'nothing else'),
        (CIRCLE, '<image href="https://a.example/a.png"/>', 2, 'there is <image>', 'nothing else'),
        (CIRCLE, '<style>path {}</style>', 2, 'there is <style>', 'nothing else'),
        (CIRCLE, '<use href="#a"/>', 2, 'there is <use>', 'nothing else'),
        (CIRCLE, f'<g>{CIRCLE}</g>', 2, 'there is <g>', 'nothing else'),
        (CIRCLE, '<foreignObject/>', 2, 'there is <foreignObject>', 'nothing else'),
        (CIRCLE, f'kip{CIRCLE}', 2, 'words', 'nothing else'),
        (CIRCLE, CIRCLE.replace('/>', '><animate/></circle>'), 2, 'there is <animate>', 'nothing else'),
        ('r="30" ', 'r="30" onclick="alert()" ', 2, 'the attribute onclick', 'Take it out'),
        ('r="30" ', 'r="30" style="fill: red" ', 2, 'the attribute style', 'Take it out'),
        ('r="30" ', 'r="30" transform="scale(2)" ', 2, 'the attribute transform', 'Take it out'),
        ('<svg', '<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg', 1, '"<!"', 'Take it out'),
        ('<svg', '<?xml version="1.0"?>\n<svg', 1, '"<?"', 'Take it out'),
        (CIRCLE, f'<!-- hen -->{CIRCLE}', 2, '"<!"', 'Take it out'),
        ('"#F6B33C"', '"&#35;F6B33C"', 2, '"&"', 'Take it out'),
        # colours
        ('"#F6B33C"', '"#f6b33c"', 2, 'the fill "#f6b33c"', '#F6B33C'),
        ('"#F6B33C"', '"red"', 2, 'the fill "red"', '#F6B33C'),
        ('"#22304A"', '"url(https://a.example)"', 2, 'the stroke "url(', '#22304A'),
        (' fill="#F6B33C"', '', 2, '<circle> has no fill', 'Give each shape a fill'),
        ('stroke-width="4.5"/>\n<path', 'stroke-width="5%"/>\n<path', 2, 'the stroke-width "5%"', 'plain numbers'),
        ('M20 80h56', 'M20 80h56 url(a)', 3, 'the d "M20 80h56 url(a)"', 'plain numbers'),
    ],
)
def test_a_drawing_that_is_not_plain_is_refused(tmp_path, old, new, line, what, cure):
    path = written(tmp_path, HENS, hens=spoiled(DRAWING, old, new))
    [fault] = faults_of(path)
    assert (fault.file, fault.line) == (path.parent / 'pictograms' / 'hens.svg', line)
    assert (what in fault.what, cure in fault.cure) == (True, True), str(fault)


def test_a_drawing_of_nothing_is_refused(tmp_path):
    empty = DRAWING.splitlines()[0] + '</svg>'
    assert [fault.what for fault in faults_of(written(tmp_path, HENS, hens=empty))] == ['nothing is drawn']


@pytest.mark.parametrize('text', ['', '  \n'])
def test_a_drawing_without_anything_in_it_is_refused(tmp_path, text):
    [fault] = faults_of(written(tmp_path, HENS, hens=text))
    assert (fault.file.name, fault.what) == ('hens.svg', 'is empty')


def test_something_else_than_a_drawing_is_refused(tmp_path):
    [fault] = faults_of(written(tmp_path, HENS, hens='<html><p>hens</p></html>'))
    assert fault.what == 'it is not on our grid'


def test_a_drawing_that_is_too_large_is_refused(tmp_path):
    large = DRAWING + ' ' * MOST_BYTES
    assert [fault.what for fault in faults_of(written(tmp_path, HENS, hens=large))] == ['is larger than 20 kB']


def test_a_drawing_in_another_encoding_is_refused(tmp_path):
    path = written(tmp_path, HENS, hens=DRAWING)
    (tmp_path / 'pictograms' / 'hens.svg').write_bytes(DRAWING.encode('utf-16'))
    assert [fault.what for fault in faults_of(path)] == ['this is not UTF-8']


def test_a_drawing_as_windows_writes_it_is_kept_without_its_mark(tmp_path):
    path = written(tmp_path, HENS, hens=f'\ufeff{DRAWING}')
    assert read(path).drawings == {'hens': DRAWING.strip()}


def test_a_drawing_cannot_stand_in_the_place_of_ours(tmp_path):
    [fault] = faults_of(written(tmp_path, GARDEN, stop=DRAWING))
    assert fault.what == 'there is a pictogram of this name already'


def test_a_drawing_has_a_name_that_can_be_asked_for(tmp_path):
    [fault] = faults_of(written(tmp_path, GARDEN, **{'My Hens': DRAWING}))
    assert (fault.file.name, fault.what) == ('My Hens.svg', 'its name is no key')
    assert 'single hyphens' in fault.cure


def test_a_colour_that_is_allowed_is_one_that_can_be_replaced_or_never_changes():
    changing = {DRAWN.tint, DRAWN.light, DRAWN.accent}
    assert changing | {pictogram.INK, '#FFFFFF', 'none'} == set(COLOURS)
