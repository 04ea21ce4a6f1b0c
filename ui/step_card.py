"""Steps as cards: the picture, what, with whom and when, and a ring to tick when it is done."""

from collections.abc import Callable
from html import escape

from nicegui import ui

from model.compass import Action, Compass
from ui import saying
from ui.here import Here
from ui.picture import picture

Pick = Callable[[Compass], list[Action]]


class StepCards:
    """The cards of the steps that `pick` chooses; a card stays the same element while its step is shown."""

    def __init__(self, here: Here, pick: Pick, *, page: str = '') -> None:
        """`page` is the sub-page of a step that its card opens."""
        self._here = here
        self._pick = pick
        self._page = page
        self._cards: dict[str, _Card] = {}
        self._list = ui.element('div').classes('cards')
        here.live(self._redraw)

    def _redraw(self, compass: Compass) -> None:
        actions = {action.id: action for action in self._pick(compass)}
        for gone in self._cards.keys() - actions.keys():
            self._cards.pop(gone).element.delete()
        for place, action in enumerate(actions.values()):
            if action.id not in self._cards:
                with self._list:
                    self._cards[action.id] = _Card(self._here, action.id, self._page)
            card = self._cards[action.id]
            card.show(action)
            if self._list.default_slot.children.index(card.element) != place:
                card.element.move(target_index=place)


class _Card:
    def __init__(self, here: Here, action_id: str, page: str) -> None:
        self._here = here
        self._id = action_id
        self._page = page
        with ui.element('div').classes('card') as self.element:
            self._open = ui.html('', sanitize=False, tag='div').classes('text-and-picture')
            self._tick = ui.element('button').props('type=button').classes('tick')
            self._tick.on('click', here.tap(self._turn), args=[])

    def show(self, action: Action) -> None:
        here = self._here
        words = saying.what(action, here.say)
        more = here.say('Klaar!') if action.done_on else saying.details(action, here.say, here.today)
        self._open.set_content(
            f'<a class="open" href="{here.link(f"stap/{self._id}{self._page}")}">{picture(action.answer)}'
            f'<span class="text"><span dir="auto">{escape(words)}</span>'
            f'<small dir="auto">{escape(more)}</small></span></a>'
        )
        done = action.done_on is not None
        self._tick.props(f'aria-pressed={str(done).lower()}')
        self._tick.props['aria-label'] = here.say('Gedaan')
        self.element.classes(add='is-done' if done else '', remove='' if done else 'is-done')

    def _turn(self) -> None:
        done = self._here.look().action(self._id).done_on is not None
        with self._here.change() as compass:
            if done:
                compass.reopen_action(self._id)
            else:
                compass.finish_action(self._id, self._here.today)
        if not done:
            self._here.celebrate()
