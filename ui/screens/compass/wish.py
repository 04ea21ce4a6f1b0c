"""The wish: what the person wants. The newest stands in the middle; another can be put there."""

from functools import partial

from nicegui import ui

from model.catalogue.questions import WISHES
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.target import Spot, Target
from model.compass.wishes import Wish
from ui.components.answers.offered_pictures import which_says
from ui.components.answers.own_ways import own_ways
from ui.components.answers.own_words import own_words
from ui.components.answers.taken_off import Off, TakenOff
from ui.components.answers.tile import AnswerTiles
from ui.components.frame import frame
from ui.live import path
from ui.live.here import Here
from ui.look.picture import picture, word
from ui.screens.life.came_from import came_from
from ui.words import saying
from ui.words.hyphens import breakable


def wish(here: Here) -> None:
    """The screen."""
    say = here.say

    def choose(answer: Answer, *, chosen: bool) -> None:
        with here.change() as compass:
            compass.wishes.choose(answer, here.today, chosen=chosen)

    def pictured(compass: Compass, answer: Answer) -> Target:
        return Target(spot=Spot.WISH, of=which_says(answer, compass.wishes.shown(compass.album)))

    back, onward = path.before(here, 'wish'), path.after(here, 'wish')
    with frame(here, say(WISHES.text), word=say(WISHES.word), key='wish', back=back, onward=onward, asks='wish'):
        AnswerTiles(
            here,
            saying.offered(WISHES),
            lambda seen: [one.answer for one in seen.wishes.shown(seen.album)],
            choose,
            lambda answer: saying.answer(answer, WISHES, say),
        )
        TakenOff(here, lambda seen: _off(here, seen))
        own_words(here, say('Eigen woorden'), choose, pictured)
        own_ways(here, str(Target(spot=Spot.WISHES)))
        _Middle(here)
        came_from(here, lambda seen: [one.id for one in seen.wishes.shown(seen.album)])


def _off(here: Here, seen: Compass) -> list[Off]:
    """What was taken off with more than its tile; that is there to be tapped again."""
    return [
        Off(one.id, saying.answer(one.answer, WISHES, here.say), one.answer, partial(_put_back, wish_id=one.id))
        for one in seen.wishes.off_of(seen.album)
        if not one.answer.is_bare
    ]


def _put_back(compass: Compass, wish_id: str) -> None:
    compass.wishes.put_back(wish_id)


class _Middle:
    """Which wish stands in the middle of the compass; asked only when there are more than one."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._buttons: dict[str, ui.html] = {}
        self._row = ui.element('div').classes('chosen').props('role=group')
        self._row.props['aria-label'] = here.say('Welke wens is nu het belangrijkst?')
        with self._row:
            self._title = ui.html(
                breakable(here.say('Welke wens is nu het belangrijkst?'), here.say), sanitize=False, tag='h2'
            )
        here.live(self._redraw)

    def _redraw(self, compass: Compass) -> None:
        wishes = {one.id: one for one in compass.wishes.shown(compass.album)}
        self._row.set_visibility(len(wishes) > 1)
        for gone in self._buttons.keys() - wishes.keys():
            self._buttons.pop(gone).delete()
        for one in wishes.values():
            button = self._buttons.get(one.id) or self._add(one)
            words = saying.answer(one.answer, WISHES, self._here.say)
            button.set_content(picture(one.answer, compass) + word(words, self._here.say))
            button.props(f'aria-pressed={str(one == compass.wish).lower()}')

    def _add(self, one: Wish) -> ui.html:
        def put() -> None:
            with self._here.change() as compass:
                compass.wishes.put_in_middle(one.id)

        words = saying.answer(one.answer, WISHES, self._here.say)
        with self._row:
            button = ui.html('', sanitize=False, tag='button')
        button.props('type=button').classes('chip').on('click', self._here.tap(put), args=[])
        # a tile of the same word is a button too
        button.props['aria-label'] = self._here.say('Nu het belangrijkst: {what}', what=words)
        self._buttons[one.id] = button
        return button
