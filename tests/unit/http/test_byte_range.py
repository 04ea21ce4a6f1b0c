import pytest
from fastapi import Request
from fastapi.responses import Response

from ui.http.byte_range import ranged

CONTENT = bytes(range(100))
SAME = {'cache-control': 'no-store', 'content-type': 'audio/mp4'}


def asked(which=None, content=CONTENT, **more):
    headers = more | ({'range': which} if which is not None else {})
    raw = [(name.replace('_', '-').encode(), value.encode()) for name, value in headers.items()]
    whole = Response(content, media_type='audio/mp4', headers={'Cache-Control': 'no-store', 'ETag': '"now"'})
    answer = ranged(Request({'type': 'http', 'headers': raw}), whole)
    assert answer.headers['accept-ranges'] == 'bytes'
    assert {name: answer.headers[name] for name in SAME} == SAME
    assert answer.headers['content-length'] == str(len(answer.body))
    return answer


@pytest.mark.parametrize(
    ('which', 'part'),
    [
        ('bytes=0-1', slice(0, 2)),  # what an iPhone asks first
        ('bytes=0-', slice(0, None)),
        ('bytes=0-0', slice(0, 1)),
        ('bytes=10-19', slice(10, 20)),
        ('bytes=99-', slice(99, None)),
        ('bytes=99-99', slice(99, None)),
        ('bytes=50-1000', slice(50, None)),
        ('bytes=-5', slice(-5, None)),
        ('bytes=-100', slice(0, None)),
        ('bytes=-1000', slice(0, None)),
        (' bytes=5-6 ', slice(5, 7)),
    ],
)
def test_a_range_is_answered_with_that_part(which, part):
    answer = asked(which)
    first = range(100)[part][0]
    assert (answer.status_code, answer.body) == (206, CONTENT[part])
    assert answer.headers['content-range'] == f'bytes {first}-{first + len(answer.body) - 1}/100'


@pytest.mark.parametrize('which', ['bytes=100-', 'bytes=100-200', 'bytes=99999-', 'bytes=-0'])
def test_what_is_not_there_is_said_to_be(which):
    answer = asked(which)
    assert (answer.status_code, answer.body) == (416, b'')
    assert answer.headers['content-range'] == 'bytes */100'


def test_of_nothing_there_is_no_part():
    assert asked('bytes=0-', content=b'').status_code == 416
    assert asked(content=b'').status_code == 200


@pytest.mark.parametrize(
    'which',
    [
        *(None, '', 'bytes=', 'bytes=-', 'bytes=0-1,4-5', 'bytes=a-b', 'lines=0-1', 'bytes', '0-1', 'bytes=١-٢'),
        *('bytes=0-' + '9' * 100, 'bytes=-1-2', 'bytes=0--1', 'bytes=6-5'),
    ],
)
def test_anything_else_is_answered_with_the_whole(which):
    which = which.encode().decode('latin-1') if which else which
    answer = asked(which)
    assert (answer.status_code, answer.body) == (200, CONTENT)
    assert 'content-range' not in answer.headers


@pytest.mark.parametrize('before', ['"x"', 'W/"now"', 'now', '', 'Sun, 22 Nov 2026 09:30:00 GMT'])
def test_a_part_of_what_may_have_changed_is_the_whole(before):
    assert asked('bytes=0-1', if_range=before).status_code == 200


def test_a_part_of_what_is_still_the_same_is_that_part():
    answer = asked('bytes=0-1', if_range='"now"')
    assert (answer.status_code, answer.headers['etag']) == (206, '"now"')


def test_the_parts_a_player_asks_for_make_the_whole():
    assert b''.join(asked(f'bytes={first}-{first + 6}').body for first in range(0, 100, 7)) == CONTENT
