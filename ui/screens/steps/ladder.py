"""The ladder: a wish on top, the steps towards it as stairs below; the next one largest, what was done in green."""

from html import escape

from nicegui import ui

from model.catalogue.questions import WISHES
from model.compass.compass import Compass
from model.compass.step import Step
from model.compass.wishes import Wish
from ui.components.frame import frame
from ui.components.step_card import StepCards
from ui.live import path
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import drawn, picture, word
from ui.words import saying
from ui.words.hyphens import breakable

PAGE = 'ladder'
ORDER_PAGE = 'volgorde'
SHOWN_DONE = 3
"""Of what was done the last; the others are on the board."""


def ladder(here: Here, wish_id: str | None = None) -> None:
    """The screen, with this wish on top, or the one in the middle of the compass."""
    with frame(here, here.say('Op weg naar mijn wens'), key='ladder', back='stappen'):
        _Ladder(here, wish_id)


def steps_for(wish: Wish | None, seen: Compass) -> list[Step]:
    """The steps towards a wish as they stand on the stairs: the farthest first, then the next, then what was done."""
    if wish is None:
        return []
    ahead = seen.steps.ladder(wish.id)[::-1]
    return ahead + [step for step in seen.steps.done if step.wish == wish.id][:SHOWN_DONE]


def middle_first(seen: Compass) -> list[Wish]:
    """The wishes that can be seen: the one in the middle of the compass, then the newest first."""
    newest_first = seen.wishes.shown(seen.album)[::-1]
    return sorted(newest_first, key=lambda wish: wish != seen.wish)


class _Ladder:
    """One wish at a time; any other is one tap away."""

    def __init__(self, here: Here, wish_id: str | None) -> None:
        self._here = here
        self._wish_id = wish_id
        with ui.element('div').classes('ladder'):
            self._top = ui.html('', sanitize=False, tag='a').classes('goal')
            StepCards(here, lambda seen: steps_for(self._wish(seen), seen))
        self._new = ui.html(_new(here), sanitize=False, tag='a').classes('new-step')
        self._new.props(f'href={here.link("nieuwe-stap")}')
        self._order = ui.html('', sanitize=False).classes('quiet')
        self._others = ui.element('div').classes('chosen')
        self._chips: dict[str, ui.html] = {}
        here.live(self._redraw)

    def _wish(self, seen: Compass) -> Wish | None:
        shown = seen.wishes.shown(seen.album)
        return next((one for one in shown if one.id == self._wish_id), seen.wish)

    def _redraw(self, seen: Compass) -> None:
        wish = self._wish(seen)
        self._top.set_content(_goal(self._here, seen, wish))
        self._top.props(f'href={self._here.link(path.of_wish(wish.id) if wish else path.PAGES["wish"])}')
        # a new step is for the wish in the middle
        self._new.set_visibility(not self._here.grant.only_looks and wish is not None and wish == seen.wish)
        self._order.set_content(to_order(self._here, wish) if wish else '')
        self._order.set_visibility(not self._here.grant.only_looks and wish is not None and has_order(wish, seen))
        self._show_others(seen, wish)

    def _show_others(self, seen: Compass, shown: Wish | None) -> None:
        wishes = {one.id: one for one in seen.wishes.shown(seen.album)}
        for gone in self._chips.keys() - wishes.keys():
            self._chips.pop(gone).delete()
        for one in wishes.values():
            chip = self._chips.get(one.id) or self._chip(one.id)
            words = saying.answer(one.answer, WISHES, self._here.say)
            chip.set_content(picture(one.answer, seen) + word(words, self._here.say))
            chip.set_visibility(one != shown)

    def _chip(self, wish_id: str) -> ui.html:
        def turn() -> None:
            self._wish_id = wish_id
            self._here.redraw()

        with self._others:
            chip = ui.html('', sanitize=False, tag='button').props('type=button').classes('chip')
        chip.on('click', self._here.tap(turn), args=[])
        self._chips[wish_id] = chip
        return chip


def _goal(here: Here, seen: Compass, wish: Wish | None) -> str:
    say = here.say
    if wish is None:
        return f'{drawn("wish")}<span class="text"><b>{escape(say("Wat wil je graag?"))}</b></span>'
    words = breakable(say.capital(saying.answer(wish.answer, WISHES, say)), say)
    text = f'<span class="text"><small>{escape(say("Mijn wens"))}</small><b dir="auto">{words}</b></span>'
    return picture(wish.answer, seen) + text


def has_order(wish: Wish, seen: Compass) -> bool:
    """Whether there are steps towards a wish that can be put in another order."""
    return len(seen.steps.ladder(wish.id)) > 1


def to_order(here: Here, wish: Wish) -> str:
    """The way to another order of the steps towards this wish."""
    words = escape(here.say('Andere volgorde'))
    return f'<a href="{here.link(f"{ORDER_PAGE}/{wish.id}")}">{pictogram("order")}<span>{words}</span></a>'


def _new(here: Here) -> str:
    return f'{pictogram("plus")}<span>{escape(here.say("Nieuwe stap"))}</span>'
