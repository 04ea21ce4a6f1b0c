"""Who may not send or see an attachment, and addresses that make no sense (P16)."""

import socket

import httpx
import pytest

from tests.page.cast.outsiders import OUTSIDERS, Outsider
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import files_below
from tests.page.cast.people.person import Owner, Stranger
from tests.page.cast.sending import (
    WEBM,
    goes_on,
    has_sent,
    is_whole,
    kept,
    looks,
    made,
    new_id,
    put,
    puts,
    sends,
    small_photo,
    status_of,
    words_of,
)

pytestmark = pytest.mark.usefixtures('nothing_in_the_log')
NOWHERE = 'We kunnen dit niet vinden.'
AGAIN = 'Dat lukt niet. Begin hier opnieuw.'
SIZES = ['tegel', 'scherm', 'geluid']


def refusals(answers: list[httpx.Response]) -> set[tuple[int, str, str]]:
    return {(answer.status_code, answer.text, answer.headers['cache-control']) for answer in answers}


@pytest.mark.parametrize('outsider', OUTSIDERS, ids=lambda one: one.__name__)
def test_an_outsider_sees_no_attachment_and_sends_none(
    owner: Owner, other: Owner, server: Machine, outsider: Outsider
) -> None:
    picture, sound = has_sent(other, sort='tekening'), has_sent(other, sort='stem')
    outside = outsider(other, Stranger(server))
    nowhere = Stranger(server).opens('/kompas/0000000000000000')
    before = kept(other.on_disk)
    for id, size in [(picture, 'tegel'), (picture, 'scherm'), (sound, 'geluid'), ('0' * 16, 'tegel'), (picture, 'x')]:
        answer = looks(outside, other.id, id, size)
        assert (answer.status_code, answer.text) == (404, nowhere.text)
        assert answer.headers['cache-control'] == 'no-store'
        assert 'etag' not in answer.headers
    sent = [
        puts(outside, f'/kompas/{compass}/bijlage/{id}', small_photo(), {'soort': 'foto', 'bij': 'album'})
        for compass in (other.id, '0' * 16, 'x')
        for id in (picture, new_id(), 'x')
    ]
    assert refusals(sent) == {(404, sent[0].text, 'no-store')}
    assert words_of(sent[0]) == NOWHERE
    assert kept(other.on_disk) == before
    assert not (other.on_disk.folder.parent / ('0' * 16)).exists()


def test_of_a_strangers_upload_nothing_is_read(stranger: Stranger, owner: Owner) -> None:
    waiting = [socket.create_connection(('127.0.0.1', owner.server.port), timeout=60) for _ in range(30)]
    head = f'{put(owner)}\r\nHost: localhost\r\nX-Kompas: 1\r\nOrigin: {owner.server.origin}\r\n'
    head += 'Content-Length: 14000000\r\n\r\n'
    memory = owner.server.memory
    for line in waiting:
        line.sendall(head.encode())
    # not a byte of the body was sent, and still there is an answer
    assert {status_of(line) for line in waiting} == {404}
    body = bytes(14 * 1024 * 1024)
    answers = [
        puts(stranger, f'/kompas/{owner.id}/bijlage/{new_id()}', body, {'soort': 'foto', 'bij': 'album'})
        for _ in range(5)
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert owner.server.memory - memory < 20
    assert not (owner.on_disk.folder / 'receiving').exists()


@pytest.mark.parametrize(
    'headers',
    [
        {'Origin': 'https://evil.example'},
        {'Origin': 'http://localhost.evil.example'},
        {'Origin': 'http://localhost:1'},
        {'Sec_Fetch_Site': 'cross-site'},
        {'Sec_Fetch_Site': 'same-site'},
        {'Sec_Fetch_Site': 'cross-site', 'Origin': 'null'},
    ],
    ids=str,
)
def test_what_another_website_sends_is_refused(owner: Owner, headers: dict[str, str]) -> None:
    answer = sends(owner, small_photo(), **headers)
    assert (answer.status_code, words_of(answer)) == (403, AGAIN)
    assert kept(owner.on_disk) == []


def test_without_our_own_header_nothing_is_taken(owner: Owner) -> None:
    query = {'soort': 'foto', 'bij': 'album'}
    answer = owner.http.put(f'/kompas/{owner.id}/bijlage/{new_id()}', params=query, content=small_photo())
    assert (answer.status_code, words_of(answer)) == (403, AGAIN)
    assert kept(owner.on_disk) == []


def test_another_website_is_not_told_that_it_may(owner: Owner) -> None:
    asked = {'Origin': 'https://evil.example', 'Access-Control-Request-Method': 'PUT'}
    answer = owner.http.options(
        f'/kompas/{owner.id}/bijlage/{new_id()}', headers=asked | {'Access-Control-Request-Headers': 'x-kompas'}
    )
    assert answer.status_code in {404, 405}
    assert [name for name in answer.headers if name.startswith('access-control')] == []


# addresses that make no sense


def test_an_unknown_sort_gets_a_plain_sentence(owner: Owner) -> None:
    sorts = ['', 'film', 'FOTO', 'foto ', '../foto', 'photo', 'a' * 5000, 'foto\n', '%00', 'foto\0']
    said = {sort: sends(owner, small_photo(), sort) for sort in sorts}
    assert {sort: answer.text for sort, answer in said.items() if answer.status_code != 400} == {}
    assert {words_of(answer) for answer in said.values()} == {AGAIN}
    assert kept(owner.on_disk) == []


NO_PLACES = [
    '',
    'nergens',
    'ALBUM',
    'album.x',
    '../album',
    'condition',
    'condition.',
    'condition.nope',
    'condition.BELONG',
    'condition.belong.before',
    'condition.../../x',
    'strength',
    'strength.',
    'strength.../x',
    'strength.0123ABCD',
    'strength.0123abc',
    f'strength.{"a" * 33}',
    'strength.0123abcd.before',
    'step.0123abcd.during',
    'step.0123abcd.before.x',
    'step.0123abcd\n',
    'wishes.0123abcd',
    'happened',
    'gebeurd',
    'a' * 5000,
    '.' * 5000,
]


def test_an_unknown_place_gets_a_plain_sentence(owner: Owner) -> None:
    said = {place: sends(owner, WEBM, 'stem', place) for place in NO_PLACES}
    assert {place: answer.text for place, answer in said.items() if answer.status_code != 400} == {}
    assert {words_of(answer) for answer in said.values()} == {AGAIN}
    assert kept(owner.on_disk) == []


def test_the_place_of_someone_else_is_not_there(owner: Owner, other: Owner) -> None:
    other.taps('erbij-horen', 'broer of zus')
    other.taps('wens', 'werk')
    other.taps('nieuwe-stap', 'koken of bakken')
    before, document = other.on_disk.bytes, other.on_disk.document
    theirs = {'strength': other.on_disk.strengths, 'wish': document['wishes']['items']}
    for part, those in (theirs | {'step': document['steps']['items']}).items():
        for sort in ('foto', 'stem'):
            answer = sends(owner, made(sort), sort, f'{part}.{those[0]["id"]}')
            assert (answer.status_code, words_of(answer)) == (410, 'Dit is net weggehaald.')
    assert kept(owner.on_disk) == []
    assert other.on_disk.bytes == before


IDS = ['x', '0' * 15, '0' * 17, 'A' * 16, 'g' * 16, 'é' * 8, '0' * 5000, '%00' * 16, f'{"0" * 16}%0a', '0' * 15 + '.']


def test_what_is_no_id_of_an_attachment_gets_a_plain_sentence(owner: Owner) -> None:
    nowhere = owner.opens('/onzin').text
    for id in IDS:
        answer = sends(owner, small_photo(), id=id)
        assert (answer.status_code, words_of(answer)) == (400, AGAIN), id[:20]
        assert looks(owner, owner.id, id).text == nowhere, id[:20]
    assert kept(owner.on_disk) == []


PATHS = ['..', '%2e%2e', '..%2f..%2fcompass', '%2e%2e%2f%2e%2e%2fcompass.json', 'x%2fy', '..%5c..', '']


@pytest.mark.parametrize('id', PATHS)
def test_no_path_in_an_address_leads_to_a_file(owner: Owner, other: Owner, id: str) -> None:
    owner.page()  # that it was seen is written down
    before = sorted(files_below(owner.server.data))
    answer = sends(owner, small_photo(), id=id)
    assert 400 <= answer.status_code < 500
    for size in (*SIZES, '..%2fcompass.json', '%2e%2e'):
        seen = looks(owner, owner.id, id, size)
        assert (seen.status_code, seen.text) == (404, owner.opens('/onzin').text)
    assert sorted(files_below(owner.server.data)) == before


@pytest.mark.parametrize('size', ['', 'groot', 'TEGEL', 'tegel/', 'tegel.webp', '..', '%2e%2e%2ftegel', 'a' * 5000])
def test_an_unknown_size_is_not_there(owner: Owner, size: str) -> None:
    id = has_sent(owner, WEBM, 'stem')
    answer = looks(owner, owner.id, id, size)
    assert (answer.status_code, answer.text) == (404, owner.opens('/onzin').text)


@pytest.mark.parametrize('method', ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])
def test_other_methods_on_what_is_there_do_nothing(owner: Owner, method: str) -> None:
    id = has_sent(owner, sort='tekening')
    before = owner.on_disk.bytes
    answer = owner.http.request(method, f'/kompas/{owner.id}/bijlage/{id}/tegel', headers={'X-Kompas': '1'})
    assert answer.status_code in {404, 405}
    assert answer.headers['cache-control'] == 'no-store'
    for other_method in ('HEAD', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'GET'):
        again = owner.http.request(other_method, f'/kompas/{owner.id}/bijlage/{id}', headers={'X-Kompas': '1'})
        assert again.status_code in {404, 405}
    assert owner.on_disk.bytes == before
    assert is_whole(owner.on_disk)


@pytest.mark.parametrize(
    'asked',
    ['bytes=9-1', 'bytes=999999-', 'bytes=-0', 'bytes=a-b', 'bytes=', 'lines=0-1', 'bytes=' + '0-0,' * 500 + '0-0'],
    ids=lambda asked: asked[:14],
)
def test_a_part_that_is_not_there_breaks_nothing(owner: Owner, asked: str) -> None:
    id = has_sent(owner, WEBM, 'stem')
    answer = looks(owner, owner.id, id, 'geluid', Range=asked)
    assert answer.status_code in {200, 206, 400, 416}
    assert len(answer.content) < 100_000
    assert looks(owner, owner.id, id, 'geluid').content == WEBM


@pytest.mark.parametrize(
    'page',
    [
        'foto/zzz',
        f'foto/{"0" * 16}',
        'mag/0',
        'mag/..',
        'plaatjes/nergens',
        'plaatjes/album.',
        'plaatjes/strength.00000000',
        'plaatjes/condition.nope',
        'tekenen/nergens',
        'tekenen/action.00000000.done-it',
        'kracht/00000000',
        'foto/%2e%2e%2fx',
    ],
)
def test_a_screen_of_something_that_is_not_there_says_so(owner: Owner, page: str) -> None:
    answer = owner.opens(f'/kompas/{owner.id}/{page}')
    assert answer.status_code in {200, 404}
    assert '500:' not in answer.text
    assert goes_on(owner)
