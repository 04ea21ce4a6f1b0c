"""What a person was busy with when the line went: how each thing is made, and how one sees that it was not lost."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from model.compass.album import Sort
from tests.browser.cast.attached import chooses_photo
from tests.browser.cast.made.hand import Hand
from tests.browser.cast.on_disk import compass_of
from tests.browser.cast.person import Person
from tests.browser.cast.post import holding
from tests.patience import within
from tests.server import Server

WORDS = 'Een tuin met'


STORED = """
(count) => new Promise((resolve) => {
  const request = indexedDB.open('krachtkompas', 1);
  request.onerror = () => resolve(false);
  request.onupgradeneeded = () => request.transaction.abort();
  request.onsuccess = () => {
    const found = request.result.transaction('unsent').objectStore('unsent').count();
    found.onsuccess = () => { request.result.close(); resolve(found.result === count); };
  };
})
"""
"""Whether so many parcels wait in this browser."""
HALF_DONE = '() => [sessionStorage, localStorage].some((one) => Object.keys(one).some((name) => /^half /.test(name)))'
"""Whether something half done waits in this browser."""
ALL_KEPT = """
async () => {
  const texts = [sessionStorage, localStorage].map((one) => JSON.stringify(one));
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    for (const shelf of database.objectStoreNames) {
      const all = await new Promise((resolve) => {
        const request = database.transaction(shelf).objectStore(shelf).getAll();
        request.onsuccess = () => resolve(request.result);
      });
      for (const one of all) {
        for (const value of Object.values(one)) {
          texts.push(typeof value === 'string' ? value : await new Response(value).text());
        }
      }
    }
    database.close();
  }
  return texts.join();
}
"""


def kept(page: Page) -> str:
    """All that lies in the storage of this browser, as text."""
    found: str = page.evaluate(ALL_KEPT)
    return found


@dataclass(frozen=True)
class Thing:
    """One kind of thing that may get lost: the screen it is made on, the making, and what has to be seen after.

    `sort` is what arrives at the server, if it is something to be sent.
    """

    screen: str
    makes: Callable[[Person], None]
    sees: Callable[[Person], None] | None = None
    sort: Sort | None = None

    def waits(self, person: Person) -> None:
        """Wait until it lies in the browser."""
        if self.sort is None:
            person.awaits(HALF_DONE)
        else:
            person.awaits(STORED, 1)

    def is_there(self, person: Person, server: Server) -> None:
        """Wait until it stands where it stood, or arrived, once."""
        if self.sees:
            self.sees(person)
        if self.sort is not None:
            is_sent(server, person.compass_id, self.sort)
            person.awaits(STORED, 0)


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


def is_sent(server: Server, compass_id: str, sort: Sort | None) -> None:
    """Wait until exactly one of this sort stands in the compass on disk."""
    end = time.monotonic() + within(30)
    while not (sorts := [one.sort for one in compass_of(server, compass_id).album.items]):
        assert time.monotonic() < end, f'no {sort} arrives'
        time.sleep(0.1)
    assert sorts == [sort]


def stands_on_its_line(person: Person) -> None:
    """The half-written words."""
    expect(person.line()).to_have_value(WORDS)


def _is_on_the_sheet(person: Person) -> None:
    hand = Hand(person)
    expect(person.page.locator('.easel[data-empty]')).to_have_count(0)
    assert hand.inked() > 0


THINGS = {
    'photo': Thing('fotos', _photo, sort=Sort.PHOTO),
    'voice': Thing('fotos', _voice, sort=Sort.VOICE),
    'drawing': Thing('tekenen/album', _drawing, sort=Sort.DRAWING),
    'half a drawing': Thing('tekenen/album', _half_a_drawing, sees=_is_on_the_sheet),
    'words': Thing('wens', _words, sees=stands_on_its_line),
    'private words': Thing('moeilijk', _words, sees=stands_on_its_line),
}
