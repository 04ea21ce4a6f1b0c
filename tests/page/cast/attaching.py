"""What tests of attaching share: what was sent, and where it is."""

import io

from PIL import Image

from tests.page.cast.people.person import Person
from tests.page.cast.sending import (
    looks,
)
from tests.unit.media.photo_files import STREET, chunks_of


def image_of(person: Person, id: str, size: str) -> Image.Image:
    answer = looks(person, person.id, id, size)
    assert (answer.status_code, answer.headers['content-type']) == (200, 'image/webp')
    assert list(chunks_of(answer.content)) == [b'VP8 ']
    assert STREET.encode() not in answer.content
    return Image.open(io.BytesIO(answer.content))


def shows(person: Person, page: str, id: str) -> bool:
    """Whether a screen has the picture or the voice in it."""
    return f'/bijlage/{id}/' in person.page(page).text
