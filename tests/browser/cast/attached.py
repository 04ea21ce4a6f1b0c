"""What people add to a compass: photos, drawings and voices, as their browsers send them; and their files on disk."""

import json
import re
import secrets
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import FilePayload, Locator, expect

from model.compass.album import Sort
from model.compass.target import ALBUM, Target
from tests import patience
from tests.browser.cast.on_disk import file_of
from tests.browser.cast.person import AGAIN, Person
from tests.server import ROOT, Server

SPOKEN = (ROOT / 'tests' / 'fixtures' / 'voices' / 'voice.webm').read_bytes()
"""Half a second of silence."""
A_HOUSE = json.dumps(
    {
        'strokes': [
            {'colour': colour, 'size': 2, 'points': [[x, y, 50] for x, y in corners]}
            for colour, corners in enumerate(
                ([(200, 500), (200, 850), (800, 850), (800, 500)], [(150, 520), (500, 180), (850, 520)])
            )
        ]
    }
).encode()
"""A drawing as the page sends it, see `model.media.sketch`."""
A_PHOTO = re.compile('^Foto van ')


def photo(colour: str, size: tuple[int, int] = (640, 480)) -> bytes:
    """A photo in one colour."""
    content = BytesIO()
    Image.new('RGB', size, colour).save(content, 'JPEG')
    return content.getvalue()


def chooses_photo(person: Person, *colours: str) -> None:
    """Choose photos from those on the device, each in one colour, with "Foto kiezen" on this screen."""
    person.button('Foto kiezen').set_input_files(
        [FilePayload(name=f'{colour}.jpg', mimeType='image/jpeg', buffer=photo(colour)) for colour in colours]
    )


def adds(
    person: Person, content: bytes, place: Target = ALBUM, sort: Sort = Sort.PHOTO, attachment_id: str | None = None
) -> str:
    """Send what belongs at `place`, as the page of `person` does it; answers its id."""
    attachment_id = attachment_id or secrets.token_hex(8)
    answer = person.page.context.request.put(
        f'{person.url}/kompas/{person.compass_id}/bijlage/{attachment_id}',
        params={'soort': sort, 'bij': str(place)},
        headers={'X-Kompas': '1', 'Origin': person.url},
        data=content,
        max_retries=AGAIN,
    )
    assert answer.status == 200, answer.text()
    return attachment_id


def adds_photo(person: Person, colour: str = 'teal', place: Target = ALBUM, size: tuple[int, int] = (640, 480)) -> str:
    """Send a photo in one colour; answers its id."""
    return adds(person, photo(colour, size), place)


def photos(person: Person) -> Locator:
    """The small photos on this screen that open the whole one."""
    return person.page.get_by_role('link', name=A_PHOTO)


def is_seen(picture: Locator, *, within: int = 10_000) -> None:
    """Wait until the image in `picture` is there to look at; `within` is in milliseconds."""
    image = picture.locator('img').first
    image.scroll_into_view_if_needed(timeout=patience.within(within))
    expect(image).not_to_have_js_property('naturalWidth', 0, timeout=patience.within(within))


def files_on_disk(server: Server, compass_id: str) -> set[str]:
    """Names of everything that lies beside the document of a compass and its activity."""
    folder: Path = file_of(server, compass_id).parent
    files = {path.name for path in folder.rglob('*') if path.is_file()}
    return {name for name in files if not name.startswith('compass') and not name.endswith('.jsonl')}
