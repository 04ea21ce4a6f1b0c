"""One wish: its picture and spoken words, its own words, whether it stands in the middle, and the way towards it."""

from html import escape

from nicegui import ui

from model.catalogue.questions import WISHES
from model.compass.compass import Compass
from model.compass.document import NotThere
from model.compass.part import Part
from model.compass.target import Spot, Target
from model.compass.wishes import Wish
from ui.components.answers.off_and_back import OffAndBack
from ui.components.answers.own_page import called_line, face
from ui.components.answers.own_ways import own_ways
from ui.components.answers.tile import Tile
from ui.components.frame import frame
from ui.live import path
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.picture import drawn, word
from ui.screens.compass.wish import put_in_middle
from ui.screens.life.came_from import came_from
from ui.screens.steps import ladder
from ui.words import saying


def one_wish(here: Here, wish_id: str) -> None:
    """The screen, also of a wish that was just taken off. Raises `NotThere`."""
    say = here.say
    held = _found(here.look(), wish_id)
    if held is None:
        raise NotThere(wish_id)

    def title(seen: Compass) -> str:
        return say.capital(saying.answer((_found(seen, wish_id) or held).answer, WISHES, say))

    with frame(here, title, word=say(WISHES.word), key='wish', back=path.PAGES['wish']):
        face(here, lambda seen: _found(seen, wish_id), tint_of(None))
        gone = ui.html(_gone(here), sanitize=False)
        ways = [own_ways(here, str(Target(spot=Spot.WISH, of=wish_id)))]
        if held.answer.tile is None:
            ways.append(
                called_line(here, lambda seen: seen.wishes.find(wish_id), lambda text: _call(here, wish_id, text))
            )
        with ui.element('div').classes('row'):
            now = _now(here, wish_id)
            ways += _to_ladder(here, wish_id)
            OffAndBack(here, lambda seen: seen.wishes, wish_id, 'tile flat')
        came_from(here, lambda _: [wish_id])

    def redraw(seen: Compass) -> None:
        there = seen.wishes.find(wish_id)
        for way in ways:
            way.set_visibility(there is not None)
        gone.set_visibility(there is None)
        now.element.set_visibility(there is not None and len(seen.wishes.shown(seen.album)) > 1)
        now.press(pressed=there is not None and there == seen.wish)

    here.live(redraw)


def _found(seen: Compass, wish_id: str) -> Wish | None:
    taken = seen.wishes.find_off(wish_id)
    return taken.what if taken else seen.wishes.find(wish_id)


def _gone(here: Here) -> str:
    return f'<p>{escape(here.say("Weggehaald. Je kunt deze wens terugzetten tot je klaar bent."))}</p>'


def _call(here: Here, wish_id: str, words: str) -> None:
    with here.change() as compass:
        compass.wishes.call(wish_id, words)


def _now(here: Here, wish_id: str) -> Tile:
    """Whether it stands in the middle of the compass; only another wish takes it from there."""
    put = here.tap(lambda: put_in_middle(here, wish_id))
    return Tile(here.say('Nu het belangrijkst'), drawn('in-middle'), put, flat=True)


def _to_ladder(here: Here, wish_id: str) -> list[ui.html]:
    """The way to the steps towards it, for who may see those."""
    if Part.STEPS not in here.grant.parts:
        return []
    way = ui.html(drawn('ladder') + word(here.say('Stappen naar deze wens'), here.say), sanitize=False, tag='a')
    return [way.classes('tile flat').props(f'href={here.link(f"{ladder.PAGE}/{wish_id}")}')]
