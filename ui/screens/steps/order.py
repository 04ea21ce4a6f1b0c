"""Another order on the ladder: tap a step, then the one it comes before or after. Nothing needs to be dragged."""

from html import escape

from nicegui import ui

from model.catalogue.questions import WISHES
from model.compass.compass import Compass
from model.compass.step import Step
from ui.components.frame import frame
from ui.live.here import Here
from ui.look.picture import mark, picture
from ui.screens.steps import ladder
from ui.words import saying
from ui.words.hyphens import breakable


def order(here: Here, wish_id: str) -> None:
    """The screen. Raises `NotThere`."""
    say = here.say
    wish = saying.answer(here.look().wishes[wish_id].answer, WISHES, say)
    back = f'{ladder.PAGE}/{wish_id}'
    with frame(here, say('Andere volgorde'), word=say.capital(wish), key='order', back=back):
        _Stairs(here, wish_id)


class _Stairs:
    """The open steps towards one wish as on the ladder, the next one lowest; each a button, the same while it is open.

    A step goes any distance with two taps. What cannot be done, before the first or after the last, is no button.
    """

    def __init__(self, here: Here, wish_id: str) -> None:
        self._here = here
        self._wish_id = wish_id
        self._picked: str | None = None
        self._moved: str | None = None
        """The step that was put elsewhere by the tap before this one."""
        self._shown: list[str] = []
        """The ids of the steps, the next one first."""
        self._cards: dict[str, ui.html] = {}
        self._hint = ui.html('', sanitize=False, tag='p').props('role=status')
        with ui.element('div').classes('ladder order'):
            self._list = ui.element('div').classes('cards')
        here.live(self._redraw)

    def _redraw(self, seen: Compass) -> None:
        steps = {step.id: step for step in seen.steps.ladder(self._wish_id)}
        self._shown = list(steps)
        self._picked = self._picked if self._picked in steps else None
        for gone in self._cards.keys() - steps.keys():
            self._cards.pop(gone).delete()
        for index, step in enumerate(reversed(steps.values())):
            self._show(step, seen, index)
        self._hint.set_content(escape(self._hint_words()))

    def _hint_words(self) -> str:
        if self._picked:
            return self._here.say('Waar komt deze stap? Tik op een andere.')
        if self._moved:
            return self._here.say('Gelukt! Nog een stap verplaatsen?')
        return self._here.say('Tik op de stap die je wilt verplaatsen.')

    def _show(self, step: Step, seen: Compass, index: int) -> None:
        card = self._cards.get(step.id) or self._card(step.id)
        card.set_content(self._told(step, seen))
        pressed = str(step.id == self._picked).lower()
        if card.props.get('aria-pressed') != pressed:
            card.props(f'aria-pressed={pressed}')
        was_moved = step.id == self._moved
        card.classes(add='moved' if was_moved else '', remove='' if was_moved else 'moved')
        if self._list.default_slot.children.index(card) != index:
            card.move(target_index=index)

    def _card(self, step_id: str) -> ui.html:
        with self._list:
            card = ui.html('', sanitize=False, tag='button').props('type=button').classes('card')
        card.on('click', self._here.tap(lambda: self._tap(step_id)), args=[])
        self._cards[step_id] = card
        return card

    def _told(self, step: Step, seen: Compass) -> str:
        say = self._here.say
        more, arrow = breakable(saying.details(step, say, self._here.today), say), ''
        if self._picked and step.id != self._picked:
            later = self._is_later(step.id)
            more = f'<b>{escape(say("Na deze") if later else say("Vóór deze"))}</b>'
            arrow = mark('put-after' if later else 'put-before')
        what = breakable(saying.what(step, say), say)
        text = f'<span class="text"><span dir="auto">{what}</span><small dir="auto">{more}</small></span>'
        return picture(step.answer, seen) + text + arrow

    def _is_later(self, step_id: str) -> bool:
        """Whether a step comes later than the one that was picked."""
        return self._picked is not None and self._shown.index(step_id) > self._shown.index(self._picked)

    def _tap(self, step_id: str) -> None:
        picked, self._moved = self._picked, None
        if picked is None or picked == step_id:
            self._picked = step_id if picked is None else None
        else:
            self._put(picked, step_id)
            self._picked, self._moved = None, picked
        self._here.redraw()

    def _put(self, picked: str, other: str) -> None:
        later = self._is_later(other)
        with self._here.change() as compass:
            if later:
                compass.steps.put_after(picked, other)
            else:
                compass.steps.put_before(picked, other)
