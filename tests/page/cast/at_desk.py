"""The desk of a colleague as it comes over the line, and the people on it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from html import unescape
from typing import Any

from model.compass.album import Attachment
from model.settings import Settings
from tests.browser.cast.on_disk import changed
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.live_page import Listener, Page, listeners_of
from tests.page.cast.people.on_disk import OnDisk
from tests.page.cast.people.person import Person
from tests.page.cast.sending import has_sent
from tests.page.cast.socket import PATIENCE, Socket


class Guest(Person):
    """Who lets a colleague look along that scanned their sheet; on their own phone, where the compass was begun."""

    def __init__(self, colleague: Colleague, nickname: str = 'Sam') -> None:
        super().__init__(colleague.server)
        begun = self.posts('/nieuw')
        assert begun.status_code == 303, begun.text
        self.id = begun.headers['location'].split('/')[2]
        self.on_disk = OnDisk(self.server, self.id)
        self.on_disk.finish_path()
        assert self.posts(f'/van-wie/{self.id}', wiens='mee').status_code == 303
        self.lets_look(colleague)
        if nickname:
            self.writes('ik', nickname)

    def lets_look(self, colleague: Colleague, words: str = 'Ja, mijn kompas en mijn stappen') -> None:
        """The colleague scans the sheet, and this person answers on their own phone."""
        with lent_for_a_moment(colleague):
            assert colleague.enters(self.on_disk.sheet_token).status_code == 303
        [ask] = self.on_disk.document['sharing']['asks']
        self.taps(f'mag-meekijken/{ask["worker"]}', words)

    @property
    def colleague_id(self) -> str:
        """The worker who looks along."""
        return str(self.on_disk.document['sharing']['shares'][0]['worker'])

    def steps_on(self, words: str, day: int | None = None) -> str:
        """Set a step, so many days from now; answers its id."""
        self.writes('nieuwe-stap', words)
        step = self.on_disk.document['steps']['items'][-1]['id']
        if day is not None:
            with changed(self.server, self.id) as compass:
                compass.steps.choose_day(step, Settings().today() + timedelta(days=day))
        return str(step)

    def sends_a_photo(self) -> Attachment:
        sent = has_sent(self)
        with changed(self.server, self.id) as compass:
            found = compass.album.find(sent)
        assert found
        return found

    def says_something(self) -> None:
        """A change, after which every open page looks again."""
        self.taps('wens', 'werk')


class Desk:
    """The desk as the browser of a colleague shows it; `follows` keeps it up to date."""

    def __init__(self, colleague: Colleague) -> None:
        self.page = Page(colleague.opens('/werk'))
        self.elements: dict[str, Any] = dict(self.page.elements)

    @property
    def text(self) -> str:
        """All that is to be read on it."""
        shown = ' '.join(str(one.get('props', {}).get('innerHTML', '')) for one in self._shown())
        return _read(shown)

    @property
    def tiles(self) -> list[str]:
        """What is to be read on the tiles, in order."""
        return [_read(self._inside(tile)) for tile in self._children('people') if 'hidden' not in tile.get('class', [])]

    @property
    def names(self) -> list[str]:
        """The names on the tiles, in order."""
        tiles = (self._inside(tile) for tile in self._children('people') if 'hidden' not in tile.get('class', []))
        return [_read(re.findall('<h2.*?</h2>', tile)[0]) for tile in tiles]

    @property
    def links(self) -> list[str]:
        """Where the links of the tiles lead."""
        tiles = (self.elements[str(key)] for tile in self._children('people') for key in tile['children'])
        return [one['props']['href'] for one in tiles if 'href' in one['props']]

    def listener(self, words: str = '', type: str = 'click') -> Listener:
        """The one with these words on it."""
        listeners = listeners_of({key: one for key, one in self.elements.items() if one})
        return next(one for one in listeners if one.type == type and one.words == words)

    def taps(self, line: Socket, words: str) -> None:
        """Tap a button with these words."""
        one = self.listener(words)
        line.triggers(self.page.client_id, one.element, one.id)

    def searches(self, line: Socket, words: str) -> None:
        """Write in the search line."""
        one = self.listener(type='input')
        line.triggers(self.page.client_id, one.element, one.id, words)

    def follows(self, line: Socket, until: str, *, gone: bool = False, seconds: float = PATIENCE) -> None:
        """Take in what the server sends until these words are on a tile, or on none any more."""
        while (until in ' '.join(self.tiles)) is gone:
            self.takes_in(line.hears('update', seconds=seconds))

    def takes_in(self, update: dict[str, Any]) -> None:
        """Change as the browser does."""
        for key, one in update.items():
            if key.isdigit():
                self.elements[key] = one

    def _shown(self) -> list[dict[str, Any]]:
        return [one for one in self.elements.values() if one and 'hidden' not in one.get('class', [])]

    def _children(self, name: str) -> list[dict[str, Any]]:
        grid = next(one for one in self.elements.values() if one and name in one.get('class', []))
        return [self.elements[str(key)] for key in grid.get('children', [])]

    def _inside(self, element: dict[str, Any]) -> str:
        parts = (self.elements[str(key)] for key in element['children'])
        return ' '.join(part['props']['innerHTML'] for part in parts if 'hidden' not in part.get('class', []))


def _read(html: str) -> str:
    """The words; an emoji that stands for a picture is none."""
    drawn = re.sub('<svg class="emoji".*?</svg>', '', html)
    return ' '.join(unescape(re.sub('<[^>]*>', ' ', drawn)).split())


def on_tablet(colleague: Colleague, compass_id: str) -> Person:
    """Whoever holds the tablet of a colleague: they, or the person of this compass once it is lent."""
    person = Person.__new__(Person)
    person.__dict__.update(colleague.__dict__, id=compass_id, on_disk=OnDisk(colleague.server, compass_id))
    return person


@contextmanager
def lent_for_a_moment(colleague: Colleague) -> Iterator[None]:
    """Whatever is done with the tablet in this block, the colleague has it back after it, signed in as before.

    As with a code, but for the key that the person had on it, which stays; there are not codes enough for all tests.
    """
    token, cookies = str(colleague.session['worker']), list(colleague.http.cookies.jar)
    yield
    colleague.http.cookies.clear()
    for cookie in cookies:  # whole, with its domain: else the next answer would set another beside it
        colleague.http.cookies.jar.set_cookie(cookie)
    OnDisk(colleague.server, '').rewrite_key(token, locked=False)


def id_of(coby: Colleague, name: str) -> str:
    """The worker on the team page with this name."""
    rows = re.findall('<li class="colleague">.*?</li>', coby.opens('/werk/team').text, re.DOTALL)
    row = next(row for row in rows if f'>{name}<' in row)
    return str(re.findall('name="wie" value="([0-9a-f]{16})"', row)[0])
