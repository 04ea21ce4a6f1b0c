"""What a person was busy with when the line went: how each thing is made, and how one sees that it was not lost."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import expect

from model.compass.album import Sort
from tests.browser.cast.attached import chooses_photo
from tests.browser.cast.hand import Hand
from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.browser.cast.post import holding
from tests.patience import within
from tests.server import Server

WORDS = 'Een tuin met'


@dataclass(frozen=True)
class Thing:
    """One kind of thing that may get lost: the screen it is made on, the making, and what has to be seen after."""

    screen: str
    makes: Callable[[Person], None]
    is_there: Callable[[Person, Server], None]
    parcels: int = 0
    """How many wait to be sent once it is made."""


def _photo(person: Person) -> None:
    chooses_photo(person, 'teal')


def _voice(person: Person) -> None:
    with holding(person, 900):
        pass


def _drawing(person: Person) -> None:
    Hand(person).draws((100, 100), (300, 300), (500, 120))
    person.taps_button('Bewaar')


def _half_a_drawing(person: Person) -> None:
    Hand(person).draws((100, 100), (300, 300), (500, 120))


def _words(person: Person) -> None:
    person.line().press_sequentially(WORDS)


def arrives(sort: Sort) -> Callable[[Person, Server], None]:
    """Exactly one of this sort stands in the compass on disk, and stays the only one."""

    def look(person: Person, server: Server) -> None:
        end = time.monotonic() + within(20)
        while not [one for one in compass_of(server, person.compass_id).album.items if one.sort is sort]:
            assert time.monotonic() < end, f'no {sort} arrives'
            person.page.wait_for_timeout(100)
        assert [one.sort for one in compass_of(server, person.compass_id).album.items] == [sort]

    return look


def stands_on_its_line(person: Person, server: Server) -> None:
    expect(person.line()).to_have_value(WORDS)


def is_on_the_sheet(person: Person, server: Server) -> None:
    hand = Hand(person)
    expect(person.page.locator('.easel[data-empty]')).to_have_count(0)
    assert hand.inked() > 0


THINGS = {
    'photo': Thing('fotos', _photo, arrives(Sort.PHOTO), parcels=1),
    'voice': Thing('fotos', _voice, arrives(Sort.VOICE), parcels=1),
    'drawing': Thing('tekenen/album', _drawing, arrives(Sort.DRAWING), parcels=1),
    'half a drawing': Thing('tekenen/album', _half_a_drawing, is_on_the_sheet),
    'words': Thing('wens', _words, stands_on_its_line),
    'private words': Thing('moeilijk', _words, stands_on_its_line),
}
