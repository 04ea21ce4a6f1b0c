"""Photos, drawings and voices: sent, kept, seen, taken away and put back, through the real routes."""

import io
import json
import re
import threading
import time
import zipfile
from collections.abc import Callable

import pytest
from PIL import Image

from model.media import photos
from tests.page.cast.new_code import ends_other_keys, share_screen, wipes_everything
from tests.page.cast.people import Machine, Owner, Person, Worker, eventually
from tests.page.cast.sending import (
    DRAWING,
    SIZE,
    SOUNDS,
    WEBM,
    everywhere,
    has_sent,
    is_whole,
    item,
    items,
    kept,
    looks,
    made,
    makes_own,
    new_id,
    on_own_device,
    rewrite,
    sees,
    sends,
    small_photo,
)
from tests.patience import within
from tests.unit.media.photo_files import CORNERS, STREET, chunks_of, encoded, flag, full_of_words

Make = Callable[..., Machine]
PARTS = ('strengths', 'wishes', 'steps')
LONG_AGO = '2020-01-01T00:00:00+01:00'


@pytest.fixture
def person(server: Machine) -> Owner:
    """Someone on a device of their own."""
    return on_own_device(server)


def image_of(person: Person, id: str, size: str) -> Image.Image:
    answer = looks(person, person.id, id, size)
    assert (answer.status_code, answer.headers['content-type']) == (200, 'image/webp')
    assert list(chunks_of(answer.content)) == [b'VP8 ']
    assert STREET.encode() not in answer.content
    return Image.open(io.BytesIO(answer.content))


def shows(person: Person, page: str, id: str) -> bool:
    """Whether a screen has the picture or the voice in it."""
    return f'/bijlage/{id}/' in person.page(page).text


def strength_of(person: Person) -> str:
    person.taps('erbij-horen', 'broer of zus')
    return str(person.on_disk.document['strengths']['items'][0]['id'])


def step_of(person: Person) -> str:
    person.taps('nieuwe-stap', 'koken of bakken')
    return str(person.on_disk.document['steps']['items'][0]['id'])


# what is kept of a photo


@pytest.mark.parametrize('kind', ['JPEG', 'PNG', 'WEBP', 'HEIF'])
def test_a_photo_is_kept_upright_and_without_what_was_written_in_it(person: Owner, kind: str) -> None:
    # 6: the camera was held sideways, and the first row of the file is seen at the right
    id = has_sent(person, full_of_words(flag((800, 600)).transpose(Image.Transpose.ROTATE_90), kind, 6))
    screen, tile = image_of(person, id, 'scherm'), image_of(person, id, 'tegel')
    assert (screen.size, tile.size) == ((800, 600), (427, 320))
    for picture in (screen, tile):
        for (row, column), colour in CORNERS.items():
            place = (5 if column == 'left' else picture.width - 5, 5 if row == 'top' else picture.height - 5)
            seen = picture.convert('RGB').getpixel(place)
            assert isinstance(seen, tuple)
            assert max(abs(a - b) for a, b in zip(seen, colour, strict=True)) < 20, (row, column)
    assert is_whole(person.on_disk)


def test_a_photo_of_fifteen_megabytes_arrives(person: Owner) -> None:
    photo = small_photo()
    assert image_of(person, has_sent(person, photo + bytes(photos.MOST_BYTES - len(photo))), 'scherm').size == (64, 48)


def test_a_photo_of_fifty_megapixels_arrives(person: Owner) -> None:
    photo = encoded(Image.new('L', (8192, 6144), 90), 'JPEG')
    assert image_of(person, has_sent(person, photo), 'scherm').size == (1600, 1200)


def zipped() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, 'w') as archive:
        archive.writestr('smokkelwaar.html', 'smokkelwaar')
    return content.getvalue()


@pytest.mark.parametrize('behind', [b'<script>alert("smokkelwaar")</script>', zipped()], ids=['html', 'zip'])
def test_what_is_glued_behind_a_photo_is_not_kept(person: Owner, behind: bytes) -> None:
    id = has_sent(person, small_photo() + behind)
    assert all(b'smokkelwaar' not in looks(person, person.id, id, size).content for size in ('tegel', 'scherm'))
    assert [
        name for name in kept(person.on_disk) if b'smokkelwaar' in (person.on_disk.folder / name).read_bytes()
    ] == []


@pytest.mark.parametrize('sound', SOUNDS)
def test_a_voice_is_answered_as_what_it_is(person: Owner, sound: str) -> None:
    id = has_sent(person, SOUNDS[sound], 'stem')
    answer = looks(person, person.id, id, 'geluid')
    assert answer.content == SOUNDS[sound]
    assert answer.headers['content-type'] == f'audio/{sound}'
    assert is_whole(person.on_disk)


# where it goes


@pytest.mark.parametrize('sort', SIZE)
def test_what_is_sent_somewhere_is_there(person: Owner, sort: str) -> None:
    for place, screen in everywhere(person).items():
        answer = sends(person, made(sort), sort, place, id=(id := new_id()))
        # drawing is a screen of its own, which goes back
        page = {'page': f'/kompas/{person.id}/{screen}'} if sort == 'tekening' else {}
        assert (answer.status_code, answer.json()) == (200, page), place
        on_an_answer = place != 'album' and place.count('.') < 2
        assert (id in json.dumps([person.on_disk.document[part] for part in PARTS])) == on_an_answer, place
        assert item(person.on_disk, id)['on_paper'] == on_an_answer, place
        assert sees(person, id, SIZE[sort]), place
        # a step shows its own picture on the board; on its screen stands what is beside it
        on_board = on_an_answer and screen.startswith('stap/')
        shown = person.page('stappen' if on_board else screen)
        assert sort == 'stem' or f'/bijlage/{id}/' in shown.text, place
    assert is_whole(person.on_disk)


def test_a_photo_in_the_album_is_on_the_screen_of_photos(person: Owner) -> None:
    id = has_sent(person)
    assert shows(person, 'fotos', id)
    assert shows(person, f'foto/{id}', id)


def test_a_new_step_with_a_photo_asks_what_it_is(person: Owner) -> None:
    answer = sends(person, small_photo(), place='steps')
    step = person.on_disk.document['steps']['items'][0]['id']
    assert answer.json() == {'page': f'/kompas/{person.id}/stap/{step}/wat'}
    assert person.page(f'stap/{step}/wat').client_id


def test_another_device_sees_a_new_photo_at_once(person: Owner) -> None:
    worker = Worker(person)
    page = worker.page('fotos')
    with worker.socket(page) as line:
        line.hears('update', f'bijlage/{has_sent(person)}/tegel')


# twice


@pytest.mark.parametrize('sort', SIZE)
def test_what_is_sent_twice_is_there_once(person: Owner, sort: str) -> None:
    id = has_sent(person, made(sort), sort, 'condition.belong')
    before = person.on_disk.bytes
    assert sends(person, made(sort), sort, 'condition.belong', id).status_code == 200
    assert person.on_disk.bytes == before
    assert is_whole(person.on_disk)


def test_what_is_sent_twice_at_once_is_there_once(person: Owner) -> None:
    id, statuses = new_id(), []
    sending = [
        threading.Thread(
            target=lambda: statuses.append(sends(person, small_photo(), 'foto', 'condition.belong', id).status_code)
        )
        for _ in range(5)
    ]
    for thread in sending:
        thread.start()
    for thread in sending:
        thread.join()
    assert statuses == [200] * 5
    assert len(items(person.on_disk)) == len(person.on_disk.document['strengths']['items']) == 1
    assert is_whole(person.on_disk)
    assert image_of(person, id, 'tegel').size == (64, 48)


def test_the_same_id_again_as_another_sort_or_elsewhere_changes_nothing(person: Owner) -> None:
    id = has_sent(person, small_photo())
    before = person.on_disk.bytes
    assert sends(person, WEBM, 'stem', 'album', id).status_code == 200
    assert sends(person, DRAWING, 'tekening', 'wishes', id).status_code == 200
    assert sends(person, small_photo('PNG'), 'foto', 'condition.belong', id).status_code == 200
    assert person.on_disk.bytes == before
    assert is_whole(person.on_disk)


def test_the_same_id_in_another_compass_is_another_photo(person: Owner, other: Owner) -> None:
    id = has_sent(person, encoded(flag((40, 30)), 'PNG'))
    assert not sees(other, id)
    has_sent(makes_own(other), encoded(flag((30, 40)), 'PNG'), id=id)
    assert (image_of(person, id, 'tegel').size, image_of(other, id, 'tegel').size) == ((40, 30), (30, 40))
    other.taps(f'foto/{id}', 'Weghalen')
    assert sees(person, id)


# away, and back


def test_what_was_taken_away_is_nowhere_and_can_be_put_back(person: Owner) -> None:
    id = has_sent(person, place='condition.belong')
    person.taps(f'foto/{id}', 'Weghalen')
    assert not sees(person, id)
    assert not [page for page in ('', 'fotos', 'erbij-horen', f'foto/{id}') if shows(person, page, id)]
    person.taps(f'foto/{id}', 'Zet terug')
    assert sees(person, id)
    assert shows(person, 'erbij-horen', id)
    assert is_whole(person.on_disk)


def test_a_minute_later_its_files_and_every_word_of_it_are_gone(person: Owner) -> None:
    strength, gone, stays = strength_of(person), new_id(), has_sent(person)
    for place in (f'strength.{strength}', 'wishes', f'step.{step_of(person)}'):
        gone = has_sent(person, place=place)
        person.taps(f'foto/{gone}', 'Weghalen')
        rewrite(person.on_disk, gone, taken_off_at=LONG_AGO)
        person.taps('wens', 'rust')
        assert gone not in person.on_disk.file.read_text(), f'still spoken of: {place}'
        assert [name for name in kept(person.on_disk) if gone in name] == []
        assert 'is net weggehaald' in person.page(f'foto/{gone}').text
    assert sees(person, stays)
    assert is_whole(person.on_disk)


def test_what_was_taken_away_before_a_restart_is_gone_after_it_and_the_rest_is_not(machine: Make) -> None:
    server = machine().start()
    person = on_own_device(server)
    gone, just_now, stays = (has_sent(person) for _ in range(3))
    for id in (gone, just_now):
        person.taps(f'foto/{id}', 'Weghalen')
    server.stop()
    rewrite(person.on_disk, gone, taken_off_at=LONG_AGO)
    server.start()
    eventually(lambda: not [name for name in kept(person.on_disk) if gone in name], 'it was not swept')
    assert gone not in person.on_disk.file.read_text()
    person.taps(f'foto/{just_now}', 'Zet terug')
    assert sees(person, stays)
    assert sees(person, just_now)
    assert is_whole(person.on_disk)


def test_erasing_a_compass_takes_every_file_of_it(person: Owner) -> None:
    has_sent(person)
    has_sent(person, WEBM, 'stem')
    with share_screen(person) as (page, line):
        wipes_everything(person, page, line)
    assert not person.on_disk.folder.exists()
    assert list(person.on_disk.folder.parent.glob('*.erased')) == []


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
        assert headers['referrer-policy'] == 'no-referrer'
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


def test_thirty_large_photos_at_once_all_arrive_while_others_tap(person: Owner, other: Owner) -> None:
    ids, refused = [new_id() for _ in range(30)], []
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
