"""What nobody should send: each gets a plain sentence at most, leaves nothing, and everything else goes on."""

import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from model.media import photos, sketch, voice
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Worker
from tests.page.cast.sending import (
    MP4,
    WEBM,
    goes_on,
    has_sent,
    is_whole,
    items,
    kept,
    line_to,
    looks,
    new_id,
    put,
    puts,
    receiving,
    sees,
    sends,
    small_photo,
    status_of,
    words_of,
)
from tests.patience import within
from tests.unit.media.photo_files import encoded, flag, png, several, zeros

pytestmark = pytest.mark.usefixtures('nothing_in_the_log')
SIZES = ['tegel', 'scherm', 'geluid']


def moving(kind: str) -> bytes:
    return several(flag(), flag((400, 300)).rotate(180), kind=kind, duration=100, loop=0)


# what is no photo


NO_PHOTOS = {
    'text': (b'Dit is geen foto.\n' * 50, 415, 'Dit is geen foto'),
    'empty': (b'', 415, 'Dit is geen foto'),
    'svg': (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 415, 'Dit is geen foto'),
    'html': (b'<!doctype html><script>alert(1)</script>', 415, 'Dit is geen foto'),
    'bmp': (encoded(flag(), 'BMP'), 415, 'Dit is geen foto'),
    'tiff': (encoded(flag(), 'TIFF'), 415, 'Dit is geen foto'),
    'eps': (b'%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n', 415, 'Dit is geen foto'),
    'voice': (WEBM, 415, 'Dit is geen foto'),
    'bomb': (png(30_000, 30_000, bits=1, colour=0, rows=zeros(30_000 * 3751)), 413, 'Deze foto is te groot'),
    'many pixels': (png(9000, 9000, bits=8, colour=2, rows=b''), 413, 'Deze foto is te groot'),
    'gif': (moving('GIF'), 415, 'Dit plaatje beweegt'),
    'still gif': (encoded(flag(), 'GIF'), 415, 'Dit plaatje beweegt'),
    'moving png': (moving('PNG'), 415, 'Dit plaatje beweegt'),
    'moving webp': (moving('WEBP'), 415, 'Dit plaatje beweegt'),
    'cut off': (encoded(flag(), 'JPEG')[:-500], 415, 'Deze foto lukt niet'),
    'only a start': (b'\xff\xd8\xff\xe0', 415, 'Deze foto lukt niet'),
    'heic that is a film': (MP4, 415, 'geen foto'),
}


@pytest.mark.parametrize('what', NO_PHOTOS)
def test_what_is_no_photo_gets_a_plain_sentence_and_leaves_nothing(owner: Owner, what: str) -> None:
    content, status, words = NO_PHOTOS[what]
    before = owner.on_disk.bytes
    answer = sends(owner, content)
    assert words in words_of(answer)
    assert answer.status_code == status
    assert (owner.on_disk.bytes, kept(owner.on_disk)) == (before, [])
    assert has_sent(owner, sort='stem')
    assert is_whole(owner.on_disk)


def test_in_english_the_sentence_is_in_english(server: Machine) -> None:
    owner = Owner(server, **{'Accept-Language': 'en'})
    too_large = bytes(photos.MOST_BYTES + 1)
    answers = [
        sends(owner, content, sort, place)
        for content, sort, place in (
            (b'text', 'foto', 'album'),
            (moving('GIF'), 'foto', 'album'),
            (b'\xff\xd8\xff\xe0', 'foto', 'album'),
            (png(9000, 9000, bits=8, colour=2, rows=b''), 'foto', 'album'),
            (b'text', 'stem', 'album'),
            (b'text', 'tekening', 'album'),
            (b'text', 'film', 'album'),
            (too_large, 'foto', 'album'),
            (WEBM, 'stem', 'wish.0123abcd'),
        )
    ]
    answers.append(puts(owner, f'/kompas/{owner.id}/bijlage/{new_id()}', b'', {}, Origin='https://evil.example'))
    answers.append(sends(owner, b'', compass='0' * 16))
    said = [words_of(answer) for answer in answers]
    assert [words for words in said if re.search(r'\b(Dit|Deze|Dat|niet|Kies|We kunnen|lukt)\b', words)] == []


@pytest.mark.parametrize(
    ('content', 'status'),
    [
        (b'', 415),
        (b'<!doctype html><script>alert("webm")</script>', 415),
        (small_photo(), 415),
        (b'webm' + bytes(100), 415),
        (b'\x1a\x45\xdf\xa3 matroska', 415),
        (b'RIFF\x00\x00\x00\x00WAVEfmt ', 415),
        (WEBM + bytes(voice.MOST_BYTES), 413),
    ],
    ids=['empty', 'html', 'photo', 'only a word', 'film', 'wave', 'too large'],
)
def test_what_is_no_voice_gets_a_plain_sentence_and_leaves_nothing(owner: Owner, content: bytes, status: int) -> None:
    answer = sends(owner, content, 'stem')
    assert words_of(answer) in ('Dit geluid lukt niet. Probeer het nog eens.', 'Dit is te groot. Kies iets anders.')
    assert answer.status_code == status
    assert kept(owner.on_disk) == []
    assert has_sent(owner, sort='stem')


@pytest.mark.parametrize(
    'content',
    [b'<!--ftyp--><script>alert(1)</script>', WEBM + b'<script>alert(1)</script>', b'OggS<script>alert(1)</script>'],
    ids=['mp4', 'webm', 'ogg'],
)
def test_html_that_looks_like_a_voice_is_answered_as_sound_alone(owner: Owner, content: bytes) -> None:
    answer = sends(owner, content, 'stem', id=(id := new_id()), Content_Type='text/html')
    assert answer.status_code in {200, 415}
    for size in SIZES if answer.status_code == 200 else []:
        seen = looks(owner, owner.id, id, size)
        assert seen.headers.get('content-type', '').startswith('audio/')
        assert seen.headers['x-content-type-options'] == 'nosniff'


def drawing(stroke: str = '', *, points: str = '[[0,0,0]]', more: str = '') -> bytes:
    return f'{{"strokes":[{{"colour":0,"size":1,"points":{points}{stroke}}}]{more}}}'.encode()


NO_DRAWINGS = {
    'empty': b'',
    'text': b'tekening',
    'null': b'null',
    'NaN': drawing(points='[[NaN,0,0]]'),
    'infinity': drawing(points='[[-Infinity,0,0]]'),
    'far away': drawing(points='[[1000000,0,0]]'),
    'huge': drawing(points=f'[[{"9" * 900_000},0,0]]'),
    'huge power': drawing(points='[[1e999999999,0,0]]'),
    'a half': drawing(points='[[0.5,0,0]]'),
    'text in a point': drawing(points='[["0","0","0"]]'),
    'markup in a point': drawing(points='[["0\\"/><script>",0,0]]'),
    'half a point': drawing(points='[[0,0]]'),
    'no point': drawing(points='[]'),
    'no stroke': b'{"strokes":[]}',
    'too many points': drawing(points=f'[{",".join(["[0,0,0]"] * 40_001)}]'),
    'too many strokes': b'{"strokes":[' + b','.join([drawing()[12:-2]] * 4001) + b']}',
    'wrong a hundred thousand times': drawing(points=f'[{",".join(["[0,0,-1]"] * 100_000)}]'),
    'colour of its own': drawing().replace(b'"colour":0', b'"colour":"red;background:url(//evil.example)"'),
    'more than a stroke': drawing(',"onload":"alert(1)"'),
    'more than strokes': drawing(more=',"style":"alert(1)"'),
    'deep': b'[' * 100_000 + b']' * 100_000,
    'deep objects': b'{"strokes":' * 50_000 + b'1' + b'}' * 50_000,
    'svg': b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    'no text': b'\xff\xfe\x00\x01',
    'cut off': drawing()[:-4],
    'photo': small_photo(),
}


def test_what_is_no_drawing_gets_a_plain_sentence_and_leaves_nothing(owner: Owner) -> None:
    before, slow, wrong = owner.on_disk.bytes, [], {}
    for what, content in NO_DRAWINGS.items():
        began = time.monotonic()
        answer = sends(owner, content, 'tekening')
        if time.monotonic() - began > within(2):
            slow.append(what)
        if (answer.status_code, words_of(answer)) != (415, 'Deze tekening lukt niet. Probeer het nog eens.'):
            wrong[what] = answer.text
    assert (slow, wrong) == ([], {})
    assert (owner.on_disk.bytes, kept(owner.on_disk)) == (before, [])
    assert goes_on(owner)


def test_the_largest_drawings_hold_nobody_up(owner: Owner, other: Owner) -> None:
    points = ','.join(f'[{place % 997},{place % 991},{place % 2 * 50}]' for place in range(40_000))
    sending = [
        threading.Thread(target=has_sent, args=(owner, drawing(points=f'[{points}]'), 'tekening')) for _ in range(8)
    ]
    for thread in sending:
        thread.start()
    waits = []
    while any(thread.is_alive() for thread in sending):
        began = time.monotonic()
        other.opens('/gezond')
        waits.append(time.monotonic() - began)
    assert len(items(owner.on_disk)) == len(sending)
    assert max(waits) < within(3)


# too large, and lies about how large


@pytest.mark.parametrize(
    ('sort', 'most'), [('foto', photos.MOST_BYTES), ('tekening', sketch.MOST_BYTES), ('stem', voice.MOST_BYTES)]
)
@pytest.mark.parametrize('says_so', [True, False])
def test_one_byte_too_many_is_too_large_whether_it_says_so_or_not(
    owner: Owner, sort: str, most: int, says_so: bool
) -> None:
    before = owner.server.memory
    whole = bytes(most + 1)
    body = whole if says_so else (whole[place : place + 2**20] for place in range(0, len(whole), 2**20))
    answer = sends(owner, body, sort)
    assert words_of(answer) == 'Dit is te groot. Kies iets anders.'
    assert answer.status_code == 413
    assert kept(owner.on_disk) == []
    # of this upload, whatever else this server took in before
    assert owner.server.memory - before < 60


def test_what_goes_on_and_on_takes_no_room(owner: Owner) -> None:
    memory, block = owner.server.memory, bytes(2**20)
    most = {'memory': memory, 'on disk': 0.0}

    def endless() -> Iterator[bytes]:
        for number in range(300):
            if number % 10 == 0:
                received = sum(path.stat().st_size for path in receiving(owner.on_disk) if path.exists())
                most.update(
                    {'memory': max(most['memory'], owner.server.memory), 'on disk': max(most['on disk'], received)}
                )
            yield block

    assert sends(owner, endless()).status_code == 413
    assert most['memory'] - memory < 20
    assert most['on disk'] <= photos.MOST_BYTES
    assert kept(owner.on_disk) == []


@pytest.mark.parametrize(
    ('length', 'status'),
    [
        ('-1', 400),
        ('-99999999', 400),
        ('veel', 400),
        ('', 400),
        ('1_0', 400),
        ('0x10', 400),
        ('5, 5', 400),
        ('9' * 12, 413),
        ('9' * 400, 400),
        (str(photos.MOST_BYTES + 1), 413),
    ],
)
def test_a_lie_about_the_length_is_answered_at_once(owner: Owner, length: str, status: int) -> None:
    assert status_of(line_to(owner, put(owner), b'\xff\xd8\xff', Content_Length=length)) == status
    assert kept(owner.on_disk) == []


def test_a_length_and_chunks_together_are_refused(owner: Owner) -> None:
    chunks = b'5\r\nhello\r\n0\r\n\r\n'
    line = line_to(owner, put(owner), chunks, Content_Length='5', Transfer_Encoding='chunked')
    assert status_of(line) == 400
    assert kept(owner.on_disk) == []


def test_what_follows_a_refused_body_is_no_second_request(owner: Owner, other: Owner) -> None:
    hidden = f'GET /kompas/{owner.id}/poster.pdf HTTP/1.1\r\nHost: x\r\nCookie: {owner.cookie}\r\n\r\n'.encode()
    for head in (put(owner, compass=other.id), put(owner, sort='film'), put(owner).replace('album', 'nope')):
        with line_to(owner, head, hidden, Content_Length=str(len(hidden))) as line:
            answer = line.recv(65536)
            line.settimeout(0.3)
            with suppress(TimeoutError):
                answer += line.recv(65536)
        assert answer.count(b'HTTP/1.1 ') == 1
        assert b'%PDF' not in answer


# much at once


def test_more_than_sixty_in_a_minute_have_to_wait_and_nobody_else(owner: Owner) -> None:
    helper, id = Worker(owner), has_sent(owner, WEBM, 'stem')
    answers = [sends(owner, WEBM, 'stem', id=id) for _ in range(61)]
    assert [answer.status_code for answer in answers] == [200] * 59 + [429] * 2
    assert words_of(answers[-1]) == 'Even wachten. Probeer het over een minuut.'
    assert has_sent(helper, WEBM, 'stem')
    assert sees(owner, id, 'geluid')
    owner.taps('wens', 'werk')


def test_refused_ones_count_too(owner: Owner) -> None:
    answers = [sends(owner, b'', 'film') for _ in range(61)]
    assert [answer.status_code for answer in answers] == [400] * 60 + [429]


def test_of_four_hundred_and_one_the_last_is_refused_and_leaves_nothing(owner: Owner) -> None:
    has_sent(owner, WEBM, 'stem')
    tables = json.loads(owner.on_disk.bytes)
    tables.pop('check')
    one = tables['compass']['1']['album']['items'][0]
    tables['compass']['1']['album']['items'] += [one | {'id': f'{number:016x}'} for number in range(399)]
    owner.on_disk.file.write_text(json.dumps(tables))
    answer = sends(owner, small_photo(), id=(id := new_id()))
    assert (answer.status_code, words_of(answer)) == (409, 'Het is vol. Haal eerst iets weg.')
    assert [name for name in kept(owner.on_disk) if id in name or 'receiving' in name] == []
