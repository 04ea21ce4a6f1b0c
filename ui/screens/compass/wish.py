"""The wish: what the person wants. The newest stands in the middle; another can be put there."""

from functools import partial

from nicegui import ui

from model.catalogue.questions import WISHES
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.target import Spot, Target
from ui.components.answers.chip import Chip
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
        _Chosen(here)
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


class _Chosen:
    """The wishes, each with its own screen; of more than one it is asked which stands in the middle of the compass."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._chips: dict[str, Chip] = {}
        question = here.say('Welke wens is nu het belangrijkst?')
        self._row = ui.element('div').classes('chosen').props('role=group')
        with self._row:
            self._title = ui.html(breakable(question, here.say), sanitize=False, tag='h2')
        here.live(self._redraw)

    def _redraw(self, compass: Compass) -> None:
        say = self._here.say
        wishes = {one.id: one for one in compass.wishes.shown(compass.album)}
        has_choice = len(wishes) > 1
        self._row.set_visibility(bool(wishes))
        self._row.props['aria-label'] = say('Welke wens is nu het belangrijkst?') if has_choice else say('Mijn wens')
        self._title.set_visibility(has_choice)
        for gone in self._chips.keys() - wishes.keys():
            self._chips.pop(gone).element.delete()
        for one in wishes.values():
            chip = self._chips.get(one.id) or self._add(one.id)
            words, is_now = saying.answer(one.answer, WISHES, say), one == compass.wish
            chip.show(
                picture(one.answer, compass) + word(words, say),
                say('Nu het belangrijkst: {what}', what=words),
                'in-middle' if is_now else 'in-middle-empty',
                pressed=is_now,
                can_press=has_choice,
            )

    def _add(self, wish_id: str) -> Chip:
        with self._row:
            chip = Chip(self._here, path.of_wish(wish_id), self._here.tap(lambda: put_in_middle(self._here, wish_id)))
        self._chips[wish_id] = chip
        return chip


def put_in_middle(here: Here, wish_id: str) -> None:
    """A wish is the one that matters most now. Raises `NotThere`."""
    with here.change() as compass:
        compass.wishes.put_in_middle(wish_id)
