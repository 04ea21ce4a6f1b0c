"""A photo that is asked about, and where it is seen."""

import json

import pypdfium2

from tests.page.cast.people.live_page import Page
from tests.page.cast.people.person import Person, Worker
from tests.page.cast.sending import new_id, sends, small_photo
from tests.unit.media.photo_files import encoded, flag

YES, NO = 'Ja', 'Nee'
PAGES = ['', 'ik', 'erbij-horen', 'meedoen', 'wens', 'nieuwe-stap', 'stappen', 'fotos', 'klaar', 'delen']
ODD = encoded(flag((60, 40)), 'PNG')
"""A photo that can be told from the other ones by its size."""


def asked(helper: Worker, place: str = 'album') -> str:
    """The id of a photo that waits for an answer."""
    id = new_id()
    answer = sends(helper, small_photo(), place=place, id=id)
    assert (answer.status_code, answer.json()) == (200, {'page': f'/kompas/{helper.id}/mag/{id}'})
    return id


def answers(person: Person, id: str, *words: str) -> None:
    person.taps(f'mag/{id}', *words)


def where_seen(person: Person, id: str) -> list[str]:
    return [page for page in PAGES if f'/bijlage/{id}/' in person.page(page).text]


def is_asked(page: Page) -> bool:
    return 'Mag deze foto erbij?' in page.text


def visits(person: Person) -> list[object]:
    return list(json.loads((person.on_disk.folder / 'visits.json').read_bytes())['visits'].values())


def pictures_on_paper(person: Person) -> int:
    answer = person.opens(f'/kompas/{person.id}/poster.pdf')
    assert answer.status_code == 200
    document = pypdfium2.PdfDocument(answer.content)
    found = [found for page in document for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
    return len(found)
