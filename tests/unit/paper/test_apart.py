"""Photos and drawings go to the press beside the data: the process that everybody waits for only passes them on."""

import json
import os
import sys
from base64 import b64encode
from functools import cache
from random import Random

import pytest

from model.compass.album import Size
from model.media import sketch
from model.processes.start import piped
from tests.unit.paper.album import LYING, Album
from tests.unit.paper.printed import everywhere, picture, printed, whole
from ui.paper import press, typesetting
from ui.paper.apart import apart, sent
from ui.paper.pictures import PaperPictures

PLACES = ('condition.matter', 'condition.belong', 'album')
DRAWINGS = 12
LIGHT = sketch.svg(b'{"strokes":[{"colour":3,"size":2,"points":[[100,500,100],[900,500,100]]}]}')


@cache
def heavy():
    """A drawing with all the points that one may have, each with another pressure."""
    random = Random(1)
    points = [
        [random.randrange(1000), random.randrange(1000), random.randrange(101)] for _ in range(sketch.MOST_POINTS)
    ]
    return sketch.svg(json.dumps({'strokes': [{'colour': 1, 'size': 2, 'points': points}]}).encode())


def full_of_drawings(now, content):
    album = Album(now)
    for number in range(DRAWINGS):
        album.contents[album.drawing(PLACES[number % len(PLACES)]), Size.SCREEN] = content
    return album


@pytest.fixture
def data_of(monkeypatch):
    """The data of a sheet, as it goes to the press."""
    kept = []

    def keeps(_, data, __):
        kept.append(data)
        return b''

    def data(album):
        monkeypatch.setattr(typesetting, 'pressed', keeps)
        album.on_sheet()
        return kept[-1]

    return data


def test_the_work_on_a_heavy_sheet_is_done_by_its_worker(monkeypatch, now):
    """Whatever else the machine does: less here than in the process that it is made in."""
    monkeypatch.setattr(typesetting, 'pressed', press.pressed)
    album = full_of_drawings(now, heavy())
    before = os.times()
    assert album.on_sheet().startswith(b'%PDF')
    after = os.times()
    here = after.user + after.system - before.user - before.system
    there = after.children_user + after.children_system - before.children_user - before.children_system
    assert here < there / 2


def test_the_data_of_a_sheet_holds_no_picture_and_is_no_larger_with_heavy_ones(now, data_of):
    light, full = full_of_drawings(now, LIGHT), full_of_drawings(now, heavy())
    for place in PLACES:
        full.photo('red', place, LYING)
        light.photo('red', place, LYING)
    data = data_of(full)
    assert 'base64' not in data
    assert len(data) == len(data_of(light))


def test_a_picture_is_read_when_it_goes_and_only_when_the_data_names_it():
    read = []

    def reading(name):
        def read_it():
            read.append(name)
            return b'x'

        return read_it

    pictures = [apart('jpeg', reading(name)) for name in 'abc']
    pieces = sent(json.dumps([pictures[0].name, pictures[2].name]), pictures)
    next(pieces)
    assert read == []
    next(pieces)
    assert read == ['a']
    list(pieces)
    assert read == ['a', 'c']


@pytest.mark.parametrize(
    'content', [b'', b'\n\n1 2 3 4\n', b'\xff\xd8\x00', b'x' * 100_000], ids=['', 'lines', 'no', 'x']
)
def test_what_a_picture_holds_never_reads_as_anything_else(content):
    one, other = apart('jpeg', lambda: content), apart('jpeg', lambda: b'other')
    found = json.loads(whole(json.dumps([one.name, f'"{other.name}"', one.name]), [one, other]))
    assert found == [uri(content), f'"{uri(b"other")}"', uri(content)]


def uri(content):
    return f'data:image/jpeg;base64,{b64encode(content).decode()}'


def test_words_that_name_a_picture_are_words():
    assert json.loads(whole(json.dumps(['apart:', 'jpeg 0 1', 'apart:00']), [])) == ['apart:', 'jpeg 0 1', 'apart:00']


def test_a_drawing_on_many_places_goes_once(now):
    album = Album(now)
    album.drawing('album')
    pictures = PaperPictures(album.compass, album.read)
    [(attachment, _)] = pictures.loose
    small = pictures.smaller(10)
    assert pictures.filling(attachment, 10, 10) == small.filling(attachment, 10, 10)
    assert len(pictures.apart + small.apart) == 1


@pytest.mark.parametrize(
    'damage', [lambda svg: svg[: len(svg) // 2], lambda svg: svg.replace(b'M', b'\0', 1), bytes.upper]
)
def test_a_heavy_drawing_that_is_damaged_never_stops_a_sheet(now, damage):
    album = full_of_drawings(now, damage(heavy()[:100_000]))
    assert album.on_sheet().startswith(b'%PDF')


def test_a_drawing_that_goes_away_meanwhile_never_stops_a_sheet(now):
    album = Album(now, everywhere('x'))
    left = {album.drawing('album'): 1}

    def read(attachment, size):
        left[attachment.id] -= 1
        if left[attachment.id] < 0:
            raise LookupError
        return album.read(attachment, size)

    gone = picture(printed(album.compass, read=read))
    assert min(left.values()) < 0, 'it was asked for when it had to go'
    assert gone.tobytes() != picture(album.on_sheet()).tobytes()


# a worker that does not take what is sent


@pytest.mark.parametrize('program', ['import time; time.sleep(600)', 'raise SystemExit(3)'], ids=['never', 'ended'])
def test_a_worker_that_takes_no_picture_is_told_of(monkeypatch, program):
    monkeypatch.setattr(press, 'LONGEST', 1)
    monkeypatch.setattr(press, 'WORKER', (sys.executable, '-c', program))
    large = apart('jpeg', lambda: bytes(1_000_000))
    with pytest.raises(press.TooHeavy):
        press.pressed('poster', json.dumps(large.name), [large])


def test_a_worker_is_ended_when_a_picture_cannot_be_sent(monkeypatch):
    def breaks():
        raise RuntimeError

    started = []

    def begin(*command):
        started.append(piped(*command))
        return started[0]

    monkeypatch.setattr(press, 'piped', begin)
    broken = apart('jpeg', breaks)
    with pytest.raises(RuntimeError):
        press.pressed('poster', json.dumps(broken.name), [broken])
    assert started[0].returncode is not None


class Clock:
    """Instead of a timer: how many were started, and how many were not needed."""

    started = ended = 0

    def __init__(self, seconds, kill):
        self._kill = kill

    def start(self):
        Clock.started += 1

    def cancel(self):
        Clock.ended += 1


def test_each_picture_has_the_time_of_a_sheet(monkeypatch):
    """So that a busy machine makes the fullest sheet too."""
    monkeypatch.setattr(press, 'Timer', Clock)
    monkeypatch.setattr(press, 'WORKER', (sys.executable, '-c', 'import sys; sys.stdin.buffer.read()'))
    pictures = [apart('jpeg', lambda: b'x') for _ in range(5)]
    press.pressed('poster', json.dumps([one.name for one in pictures]), pictures)
    assert Clock.started > len(pictures)
    assert Clock.ended == Clock.started
