"""What is kept of a photo, and where it goes."""

import io
import json
import zipfile

import pytest
from PIL import Image

from model.media import photos
from tests.page.cast.attaching import image_of, shows
from tests.page.cast.people.person import Owner, Worker
from tests.page.cast.sending import (
    SIZE,
    SOUNDS,
    everywhere,
    has_sent,
    is_whole,
    item,
    kept,
    looks,
    made,
    new_id,
    sees,
    sends,
    small_photo,
)
from tests.unit.media.photo_files import CORNERS, encoded, flag, full_of_words

PARTS = ('strengths', 'wishes', 'steps')


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
        assert item(person.on_disk, id).get('on_paper', False) == on_an_answer, place
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
