"""How what is sent is answered, and many at once."""

import re
import threading
import time

import pytest

from tests.page.cast.new_code import ends_other_keys, share_screen, wipes_everything
from tests.page.cast.people.person import Owner, Worker
from tests.page.cast.sending import (
    SIZE,
    WEBM,
    has_sent,
    is_whole,
    items,
    looks,
    made,
    makes_own,
    new_id,
    sends,
    small_photo,
)
from tests.patience import within
from tests.soak import rounds
from tests.unit.media.photo_files import encoded, flag

# how it is answered


@pytest.mark.parametrize('sort', SIZE)
def test_nothing_stays_on_a_device_of_someone_else(owner: Owner, sort: str) -> None:
    id = has_sent(makes_own(owner), made(sort), sort)
    assert looks(Worker(owner), owner.id, id, SIZE[sort]).headers['cache-control'] == 'no-store'
    assert looks(owner, owner.id, id, SIZE[sort]).headers['cache-control'].startswith('private')


@pytest.mark.parametrize('sort', SIZE)
def test_on_the_persons_own_device_it_stays_and_is_asked_for_each_time(person: Owner, sort: str) -> None:
    id = has_sent(person, made(sort), sort)
    first = looks(person, person.id, id, SIZE[sort])
    assert first.headers['cache-control'] == 'private, no-cache'
    assert re.fullmatch('"[0-9a-f]{32}"', first.headers['etag'])
    again = looks(person, person.id, id, SIZE[sort], If_None_Match=first.headers['etag'])
    assert (again.status_code, again.content) == (304, b'')
    for name in ('etag', 'cache-control'):
        assert again.headers[name] == first.headers[name]


@pytest.mark.parametrize('asked', ['W/{0}', '"x", {0}', '*', '"x",W/{0} , "y"'])
def test_what_the_browser_has_already_is_not_sent_again(person: Owner, asked: str) -> None:
    id = has_sent(person)
    name = looks(person, person.id, id).headers['etag']
    assert looks(person, person.id, id, If_None_Match=asked.format(name)).status_code == 304


@pytest.mark.parametrize('asked', ['', '"x"', 'W/"x"', '{0}x', 'x{0}'])
def test_what_it_has_not_is(person: Owner, asked: str) -> None:
    id = has_sent(person)
    first = looks(person, person.id, id)
    answer = looks(person, person.id, id, If_None_Match=asked.format(first.headers['etag']))
    assert (answer.status_code, answer.content) == (200, first.content)


def test_each_photo_has_a_name_of_its_own(person: Owner) -> None:
    ids = [has_sent(person, encoded(flag((64 + number, 48)), 'JPEG')) for number in range(2)]
    assert len({looks(person, person.id, id).headers['etag'] for id in ids}) == 2


def test_a_key_that_ended_is_told_nothing_of_what_its_browser_has(owner: Owner) -> None:
    phone = Worker(owner, own=True)
    id = has_sent(phone)
    name = looks(phone, owner.id, id).headers['etag']
    ends_other_keys(owner, devices_too=True)
    nowhere = owner.opens('/onzin')
    for headers in ({}, {'If_None_Match': name}, {'If_None_Match': '*'}, {'Range': 'bytes=0-9', 'If_Range': name}):
        answer = looks(phone, owner.id, id, **headers)
        assert (answer.status_code, answer.text) == (404, nowhere.text)
        assert answer.headers['cache-control'] == 'no-store'
        assert answer.headers['clear-site-data'] == '"cache"'
        assert 'etag' not in answer.headers


def test_a_browser_whose_key_ended_is_told_to_empty_its_cache_wherever_it_goes(owner: Owner) -> None:
    phone = Worker(owner, own=True)
    other = phone.posts('/nieuw').headers['location'].split('/')[2]
    paths = (f'/kompas/{owner.id}', f'/kompas/{owner.id}/fotos', f'/kompas/{owner.id}/poster.pdf', '/slot', '/niets')
    for path in (*paths, '/'):
        assert 'clear-site-data' not in phone.opens(path).headers, path
    ends_other_keys(owner, devices_too=True)
    for path in (*paths, *paths, '/'):
        assert phone.opens(path).headers['clear-site-data'] == '"cache"', path
    # the welcome page lets go of what opens nothing; what opens another compass stays
    assert list(phone.session['keys']) == [other]
    assert phone.opens(f'/kompas/{other}/ik').status_code == 200
    for path in (*paths, '/'):
        assert 'clear-site-data' not in phone.opens(path).headers, path


def test_a_page_of_an_erased_compass_empties_the_cache_too(owner: Owner) -> None:
    phone = Worker(owner, own=True)
    with share_screen(owner) as (page, line):
        wipes_everything(owner, page, line)
    assert phone.opens(f'/kompas/{owner.id}').headers['clear-site-data'] == '"cache"'


@pytest.mark.parametrize(('asked', 'status'), [('{0}', 206), ('"x"', 200), ('W/{0}', 200)])
def test_a_player_goes_on_with_what_is_still_the_same(owner: Owner, asked: str, status: int) -> None:
    id = has_sent(owner, WEBM, 'stem')
    name = looks(owner, owner.id, id, 'geluid').headers['etag']
    answer = looks(owner, owner.id, id, 'geluid', Range='bytes=10-', If_Range=asked.format(name))
    assert (answer.status_code, answer.content) == (status, WEBM[10:] if status == 206 else WEBM)
    assert answer.headers['etag'] == name


@pytest.mark.parametrize(
    ('sort', 'size', 'type'),
    [
        ('foto', 'tegel', 'image/webp'),
        ('foto', 'scherm', 'image/webp'),
        ('tekening', 'tegel', 'image/svg+xml'),
        ('tekening', 'scherm', 'image/svg+xml'),
        ('stem', 'geluid', 'audio/webm'),
    ],
)
def test_an_answer_is_taken_for_nothing_but_what_it_is(owner: Owner, sort: str, size: str, type: str) -> None:
    id = has_sent(owner, made(sort), sort)
    for packed in ('identity', 'gzip, deflate, br'):
        headers = looks(owner, owner.id, id, size, Accept_Encoding=packed).headers
        assert headers['content-type'] == type
        assert headers['x-content-type-options'] == 'nosniff'
        assert headers['referrer-policy'] == 'same-origin'
        assert headers['cross-origin-resource-policy'] == 'same-origin'
        assert "default-src 'none'" in headers['content-security-policy']
        assert 'unsafe' not in headers['content-security-policy']


@pytest.mark.parametrize(('asked', 'part'), [('0-9', slice(0, 10)), ('10-', slice(10, None)), ('-5', slice(-5, None))])
def test_a_player_gets_the_part_it_asks_for(owner: Owner, asked: str, part: slice) -> None:
    id = has_sent(owner, WEBM, 'stem')
    answer = looks(owner, owner.id, id, 'geluid', Range=f'bytes={asked}')
    assert (answer.status_code, answer.content) == (206, WEBM[part])
    assert answer.headers['content-range'].endswith(f'/{len(WEBM)}')


# many


@pytest.mark.long
def test_many_large_photos_at_once_all_arrive_while_others_tap(person: Owner, other: Owner) -> None:
    ids, refused = [new_id() for _ in range(rounds(30, 12))], []
    photo = small_photo() + bytes(14 * 1024 * 1024)
    memory = most = person.server.memory
    person.http.timeout = 60

    def send(id: str) -> None:
        answer = sends(person, photo, id=id)
        if answer.status_code != 200:
            refused.append(answer.text)

    sending = [threading.Thread(target=send, args=(id,)) for id in ids]
    page, waits = other.page('wens'), []
    tiles = [page.listener(words) for words in ('werk', 'rust', 'leren', 'vrienden', 'liefde', 'eigen plek')]
    with other.socket(page) as line:
        for thread in sending:
            thread.start()
        while any(thread.is_alive() for thread in sending):
            if tiles:
                tile, began = tiles.pop(), time.monotonic()
                with other.on_disk.changes():
                    line.triggers(page.client_id, tile.element, tile.id)
                waits.append(time.monotonic() - began)
            most = max(most, person.server.memory)
            time.sleep(0.1)
    assert refused == []
    assert {one['id'] for one in items(person.on_disk)} == set(ids)
    assert is_whole(person.on_disk)
    assert waits
    assert max(waits) < within(2)
    assert most - memory < 60
