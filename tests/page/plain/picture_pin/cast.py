"""A sheet that needs four pictures, and who taps them."""

import re

import httpx

from model.activity import Activity, ActivityKind
from model.compass.sharing import picture_pin
from model.settings import Settings
from tests.browser.cast.on_disk import changed
from tests.page.cast.people.person import Person, Stranger

RIGHT = list(picture_pin.PICTURES[:4])


WRONG = list(picture_pin.PICTURES[4:8])


PAGE = '/plaatjescode'


AGAIN = f'{PAGE}?nog'


LOCKED = 423


def closes(person: Person, pictures: list[str] = RIGHT) -> None:
    """From here on the sheet of this person needs their pictures."""
    hash = picture_pin.hashed(pictures, Settings(data=person.server.data).derived('pin'))
    with changed(person.server, person.id) as compass:
        compass.picture_pin.set(hash)


def finds_the_sheet(owner: Person, *, looks: bool = False) -> Stranger:
    """Somebody with the sheet, who is asked for the pictures."""
    finder = Stranger(owner.server)
    assert finder.enters(owner.on_disk.sheet_token, looks=looks).headers['location'] == PAGE
    return finder


def taps(one: Stranger, pictures: list[str], *, address: str = '') -> httpx.Response:
    headers = {'X-Forwarded-For': address} if address else None
    return one.http.post(PAGE, data={'plaatje': pictures}, headers=headers)


def tried_in_vain(owner: Person, times: int) -> None:
    """So many wrong tries, three on a device."""
    finder = finds_the_sheet(owner)
    for number in range(times):
        if number % 3 == 0:
            finder = finds_the_sheet(owner)
        taps(finder, WRONG)


def wrong(owner: Person) -> int:
    """Tries on disk since they were last right."""
    return int(owner.on_disk.document['picture_pin']['wrong'])


def guesses_in_the_log(owner: Person) -> int:
    lines = map(Activity.model_validate_json, (owner.on_disk.folder / 'log.jsonl').read_text().splitlines())
    return sum(one.times for one in lines if one.kind is ActivityKind.GUESSED)


def on_tiles(page: httpx.Response) -> list[str]:
    return re.findall(r'<button class="tile" name="plaatje" value="([a-z-]+)"', page.text)


LATER = 'Morgen kun je het weer proberen.'
