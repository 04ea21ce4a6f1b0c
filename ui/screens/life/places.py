"""The places of a domain: what stands in each, and, in the one that is open, all that can be put there."""

from collections.abc import Callable, Iterable
from copy import copy
from html import escape

from nicegui import ui

from model.catalogue.choices import WHOSE
from model.catalogue.domains import PLACES, Domain
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.document import NotThere
from model.compass.life.answers import LifeAnswer, LifeAnswers
from model.compass.life.places import LifePlace
from model.compass.target import Spot, Target
from ui.components.answers.own_ways import own_ways
from ui.components.answers.own_words import own_words
from ui.components.answers.taken_off import Off, TakenOff
from ui.components.answers.tile import AnswerTiles
from ui.live import path
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import picture, word
from ui.screens.life.asked import HELP, offered_at, words_of
from ui.screens.life.on_compass import OnCompass
from ui.words.hyphens import breakable


class Places:
    """One card a place; help is one with three in it. One place is open at a time, so that a screen stays small."""

    def __init__(self, here: Here, domain: Domain, is_open: LifePlace | None) -> None:
        self._here = here
        self._domain = domain
        with ui.element('div').classes('niches'):
            self._cards = {place: self._card(place) for place in (LifePlace.NOW, LifePlace.STRENGTH)}
            with ui.element('section').classes('spot helps'):
                self._title('help')
                self._cards |= {place: self._card(place) for place in HELP}
            self._cards[LifePlace.WISH] = self._card(LifePlace.WISH)
        if is_open is not None:
            self._cards[is_open].open()
            self._here.show(self._cards[is_open].element)

    def turn(self, card: '_Card') -> None:
        """Open this place and close the others; close it when it is the one that is open."""
        opens = not card.is_open
        for one in self._cards.values():
            one.close()
        if opens:
            card.open()
        self._here.replace(path.of_life(self._domain.key, card.place if opens else ''))

    def _card(self, place: LifePlace) -> '_Card':
        return _Card(self._here, self._domain, place, self)

    def _title(self, key: str) -> None:
        tile = PLACES[key]
        words = escape(self._here.say.capital(self._here.say.tile(tile)))
        ui.html(f'{pictogram(tile.key)}<span>{words}</span>', sanitize=False, tag='h2')


class _Card:
    """One place: its name, what stands there, and a plus; a tap opens it."""

    def __init__(self, here: Here, domain: Domain, place: LifePlace, places: Places) -> None:
        self._here = here
        self._domain = domain
        self.place = place
        self._body: ui.element | None = None
        self._drawn_from: LifeAnswers | None = None
        """What stood there when it was drawn; None while it is open: then it stands among the tiles."""
        self._has_attachments = False
        """Whether anything that stands there is shown or said with something in the album, which may change."""
        self._let_go: Callable[[], None] = lambda: None
        self._key, self._name = _title_of(place, here)
        with ui.element('section').classes('spot' if place not in HELP else 'spot of-help') as self.element:
            self._head = ui.html('', sanitize=False, tag='button').props('type=button aria-expanded=false')
            self._head.classes('opens').on('click', here.tap(lambda: places.turn(self)), args=[])
        here.live(self._redraw)

    @property
    def is_open(self) -> bool:
        """Whether it shows what can be put there."""
        return self._body is not None

    def open(self) -> None:
        """Show what can be put there."""
        here = self._here
        self._head.props('aria-expanded=true')
        with here.passing() as self._let_go, self.element, ui.element('div').classes('inside') as self._body:
            _Picker(here, self._domain, self.place)
        self._redraw(here.look())

    def close(self) -> None:
        """Show only what stands there."""
        if self._body is not None:
            self._let_go()
            self._body.delete()
            self._body = None
            self._head.props('aria-expanded=false')
            self._redraw(self._here.look())

    def _redraw(self, seen: Compass) -> None:
        answers = None if self.is_open else seen.life.of(self._domain.key).at(self.place)
        # a copy of what nobody opened yet: as long as the next is the same, nobody has to
        before, self._drawn_from = self._drawn_from, copy(answers)
        if self._head.content and answers == before and not self._has_attachments:
            return
        self._has_attachments = answers is not None and any(one.answer.has_attachment for one in answers.items)
        self._head.set_content(self._drawn(answers.shown(seen.album) if answers else [], seen))

    def _drawn(self, shown: Iterable[LifeAnswer], seen: Compass) -> str:
        say, answers = self._here.say, (one.answer for one in shown)
        things = ''.join(
            f'<span class="thing">{picture(one, seen)}{word(words_of(one, say), say)}</span>' for one in answers
        )
        sign = f'<span class="plus">{pictogram("done" if self.is_open else "plus")}</span>'
        name = f'<span>{breakable(self._name, say)}</span>'
        return f'<span class="named">{pictogram(self._key)}{name}</span>{things}{sign}'


class _Picker:
    """The tiles of a place, own words and ways, and the way from here to the compass."""

    def __init__(self, here: Here, domain: Domain, place: LifePlace) -> None:
        self._here, self._domain, self._place = here, domain, place
        AnswerTiles(
            here,
            offered_at(domain, place),
            lambda seen: [one.answer for one in seen.life.of(domain.key).at(place).shown(seen.album)],
            self._choose,
            lambda answer: words_of(answer, here.say),
        )
        TakenOff(here, self._off)
        own_words(here, here.say('Eigen woorden'), self._choose, self._pictured)
        own_ways(here, str(Target(spot=Spot.LIFE, of=domain.key, within=place)))
        if place is not LifePlace.NOW:
            OnCompass(here, domain, place)

    def _choose(self, answer: Answer, *, chosen: bool) -> None:
        with self._here.change() as compass:
            compass.life.choose(self._domain.key, self._place, answer, self._here.today, chosen=chosen)

    def _pictured(self, compass: Compass, answer: Answer) -> Target:
        held = compass.life.of(self._domain.key).at(self._place).that_says(answer)
        if held is None:
            raise NotThere(answer.words)
        return Target(spot=Spot.LIFE, of=self._domain.key, within=held.id)

    def _off(self, seen: Compass) -> list[Off]:
        """What was taken off with more than its tile; that is there to be tapped again."""
        domain = self._domain.key
        return [
            Off(one.id, words_of(one.answer, self._here.say), one.answer, _PutBack(domain, one.id))
            for one in seen.life.of(domain).at(self._place).off_of(seen.album)
            if not one.answer.is_bare
        ]


class _PutBack:
    """The verb that puts one thing back."""

    def __init__(self, domain: str, answer_id: str) -> None:
        self._domain, self._id = domain, answer_id

    def __call__(self, compass: Compass) -> None:
        compass.life.put_back(self._domain, self._id)


def _title_of(place: LifePlace, here: Here) -> tuple[str, str]:
    """The pictogram and the name of a place."""
    tile = next(one for one in WHOSE if one.key == HELP[place]) if place in HELP else PLACES[place]
    return tile.key, here.say.capital(here.say.tile(tile))
