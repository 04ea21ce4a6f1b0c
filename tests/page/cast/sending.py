"""Sending attachments as our scripts do it, and as nobody should; and what lies on disk of them."""

import json
import resource
import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import httpx

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import OnDisk, files_below
from tests.page.cast.people.person import Owner, Person, Stranger
from tests.patience import eventually
from tests.server import ROOT
from tests.unit.media.photo_files import encoded, flag
from ui.http.request_log import HEALTH

Body = bytes | Iterator[bytes]

TYPES = {'foto': 'image/jpeg', 'tekening': 'application/json', 'stem': 'audio/webm'}
VOICES = ROOT / 'tests' / 'fixtures' / 'voices'
WEBM, MP4, OGG = ((VOICES / f'voice.{kind}').read_bytes() for kind in ('webm', 'mp4', 'ogg'))
"""Half a second of silence, with nothing else in it: it is kept as it is sent."""
SOUNDS = {'webm': WEBM, 'mp4': MP4, 'ogg': OGG}
DRAWING = b'{"strokes":[{"colour":4,"size":1,"points":[[100,100,50],[500,900,80],[900,100,20]]}]}'
SIZE = {'foto': 'tegel', 'tekening': 'tegel', 'stem': 'geluid'}
"""The size that each sort is seen or heard in."""


@cache
def small_photo(kind: str = 'JPEG') -> bytes:
    """A photo that takes no time to make smaller."""
    return encoded(flag((64, 48)), kind)


def made(sort: str) -> bytes:
    """Something of this sort."""
    return {'foto': small_photo(), 'tekening': DRAWING, 'stem': WEBM}[sort]


def new_id() -> str:
    """As a browser chooses it."""
    return secrets.token_hex(8)


def sends(
    person: Person,
    content: Body,
    sort: str = 'foto',
    place: str = 'album',
    id: str | None = None,
    *,
    compass: str | None = None,
    **headers: str,
) -> httpx.Response:
    """What the server says to an attachment. `headers` are more of them, with _ for -."""
    address = f'/kompas/{compass or person.id}/bijlage/{new_id() if id is None else id}'
    return puts(person, address, content, {'soort': sort, 'bij': place}, **headers)


def puts(someone: Stranger, address: str, content: Body, query: dict[str, str], **headers: str) -> httpx.Response:
    """What the server says to bytes that are put at an address."""
    said = {'X-Kompas': '1', 'Content-Type': TYPES.get(query.get('soort', ''), 'application/octet-stream')}
    said |= {name.replace('_', '-'): value for name, value in headers.items()}
    return someone.http.put(address, params=query, content=content, headers=said)


def has_sent(
    person: Person, content: bytes | None = None, sort: str = 'foto', place: str = 'album', id: str | None = None
) -> str:
    """The id of an attachment that was sent and kept."""
    id = new_id() if id is None else id
    answer = sends(person, made(sort) if content is None else content, sort, place, id)
    assert answer.status_code == 200, answer.text
    return id


def everywhere(person: Person) -> dict[str, str]:
    """Every place a photo can be sent to, and the screen it is seen on."""
    person.taps('erbij-horen', 'broer of zus')
    person.taps('wens', 'werk')
    person.taps('nieuwe-stap', 'koken of bakken')
    document, strength = person.on_disk.document, person.on_disk.strengths[0]['id']
    wish, step = (document[part]['items'][0]['id'] for part in ('wishes', 'steps'))
    return {
        'album': 'fotos',
        'condition.belong': 'erbij-horen',
        f'strength.{strength}': f'kracht/{strength}',
        'wishes': 'wens',
        f'wish.{wish}': f'wens/{wish}',
        f'step.{step}': f'stap/{step}',
        f'step.{step}.before': f'stap/{step}',
        f'step.{step}.done-it': f'stap/{step}',
    }


def looks(person: Stranger, compass_id: str, id: str, size: str = 'tegel', **headers: str) -> httpx.Response:
    """What the server answers to who wants to see an attachment. `headers` are more of them, with _ for -."""
    said = {name.replace('_', '-'): value for name, value in headers.items()}
    return person.opens(f'/kompas/{compass_id}/bijlage/{id}/{size}', headers=said)


def sees(person: Person, id: str, size: str = 'tegel') -> bool:
    """Whether someone can see an attachment; when not, it is as if it had never been there."""
    answer, nowhere = looks(person, person.id, id, size), person.opens('/onzin')
    assert answer.status_code == 200 or (answer.status_code, answer.text) == (404, nowhere.text)
    return answer.status_code == 200


def makes_own(owner: Owner) -> Owner:
    """The same person, on a device that from now on is their own."""
    owner.enters(owner.on_disk.sheet_token, own=True)
    return owner


def on_own_device(server: Machine) -> Owner:
    """Someone who made a compass and keeps it on their own device."""
    return makes_own(Owner(server))


def words_of(answer: httpx.Response) -> str:
    """The one sentence of a refusal; fails when it is anything else."""
    assert 400 <= answer.status_code < 600, answer.status_code
    said: dict[str, Any] = answer.json()
    assert list(said) == ['words'], said
    words = str(said['words'])
    assert words.endswith('.')
    assert '<' not in words
    assert len(words) < 80
    return words


def halting(content: bytes, on_disk: OnDisk, meanwhile: Callable[[], object]) -> Iterator[bytes]:
    """A body of which the second half comes after something else happened; the server has the first by then."""
    before = receiving(on_disk)  # now: once the first half is asked for, the server may be busy already

    def halves() -> Iterator[bytes]:
        yield content[: len(content) // 2]
        eventually(lambda: receiving(on_disk) - before, 'nothing was being received')
        meanwhile()
        yield content[len(content) // 2 :]

    return halves()


def receiving(on_disk: OnDisk) -> set[Path]:
    """What is not finished yet."""
    return set((on_disk.folder / 'receiving').glob('*'))


def kept(on_disk: OnDisk) -> list[str]:
    """The files of attachments, and anything else beside document, visits and activity, finished or not."""
    names = ('compass.json', 'compass.previous.json', 'visits.json', 'visits.previous.json')
    documents = {*(on_disk.folder / name for name in names), *on_disk.folder.glob('*.broken-*')}
    documents |= set(on_disk.folder.glob('*.jsonl'))
    return sorted(str(path.relative_to(on_disk.folder)) for path in set(files_below(on_disk.folder)) - documents)


def items(on_disk: OnDisk) -> list[dict[str, Any]]:
    """What the document says about attachments."""
    found: list[dict[str, Any]] = on_disk.document['album']['items']
    return found


def item(on_disk: OnDisk, id: str) -> dict[str, Any]:
    return next(one for one in items(on_disk) if one['id'] == id)


def is_whole(on_disk: OnDisk) -> bool:
    """Whether everything the document speaks of has its files, and nothing else lies there."""
    expected = [name for one in items(on_disk) for name in _names(one)]
    return kept(on_disk) == sorted(expected)


def _names(one: dict[str, Any]) -> list[str]:
    id = one['id']
    if one['sort'] == 'foto':
        return [f'photos/{id}.tile.webp', f'photos/{id}.webp']
    return [f'drawings/{id}.svg'] if one['sort'] == 'tekening' else [f'voices/{id}.{one["sound"]}']


def rewrite(on_disk: OnDisk, id: str, **fields: object) -> None:
    """Edit what the document says about an attachment, as someone at the machine could."""
    tables = json.loads(on_disk.bytes)
    tables.pop('check', None)  # a file without it is taken as it is
    one = next(one for one in tables['compass']['1']['album']['items'] if one['id'] == id)
    one.update(fields)
    on_disk.file.write_text(json.dumps(tables))


@contextmanager
def no_file_above(server: Machine, size: int) -> Iterator[None]:
    """No file can grow above this many bytes, as on a disk that is full."""
    before = resource.prlimit(server.process_id, resource.RLIMIT_FSIZE)
    resource.prlimit(server.process_id, resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        # the log is a file too, and has its line after the answer: half a complaint about it would look like a fault
        assert httpx.get(server.url + HEALTH).status_code == 200
        resource.prlimit(server.process_id, resource.RLIMIT_FSIZE, before)


def goes_on(owner: Owner) -> bool:
    """Whether the next one still arrives, and a tap."""
    id = has_sent(owner, WEBM, 'stem')
    page = owner.page('wens')
    tile = page.listener('werk')
    with owner.socket(page) as line, owner.on_disk.changes():
        line.triggers(page.client_id, tile.element, tile.id)
    return sees(owner, id, 'geluid') and is_whole(owner.on_disk)


def line_to(person: Person, head: str, body: bytes = b'', **headers: str) -> socket.socket:
    """A request as it goes over the line, however wrong."""
    said = {'Host': f'localhost:{person.server.port}', 'Cookie': person.cookie, 'X-Kompas': '1'}
    said |= {'Origin': person.server.origin, **headers}
    lines = [head, *(f'{name.replace("_", "-")}: {value}' for name, value in said.items()), '', '']
    line = socket.create_connection(('127.0.0.1', person.server.port), timeout=60)
    line.sendall('\r\n'.join(lines).encode() + body)
    return line


def status_of(line: socket.socket) -> int:
    with line:
        return int(line.recv(4096).split()[1])


def put(person: Person, id: str | None = None, sort: str = 'foto', *, compass: str | None = None) -> str:
    return f'PUT /kompas/{compass or person.id}/bijlage/{id or new_id()}?soort={sort}&bij=album HTTP/1.1'
