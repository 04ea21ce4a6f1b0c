"""Steps as cards: the picture, what, with whom and when, and a ring to tick when it is done."""

from collections.abc import Callable
from html import escape

from nicegui import ui

from model.compass import Action, Compass
from ui import saying
from ui.here import Here
from ui.picture import picture

Pick = Callable[[Compass], list[Action]]


def turn_done(here: Here, action_id: str) -> None:
    """A step is done, or put back; that it is done is a party. Raises `NotThere`."""
    done = here.look().action(action_id).done_on is not None
    with here.change() as compass:
        if done:
            compass.reopen_action(action_id)
        else:
            compass.finish_action(action_id, here.today)
    if not done:
        here.celebrate()


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
    """One card: a link to the step, and its tick. What changes is inside them, so neither loses the focus."""

    def __init__(self, here: Here, action_id: str, page: str) -> None:
        self._here = here
        with ui.element('div').classes('card') as self.element:
            self._link = ui.html('', sanitize=False, tag='a').classes('open')
            self._link.props(f'href={here.link(f"stap/{action_id}{page}")} id=step-{action_id}')
            self._tick = ui.element('button').props(f'type=button aria-describedby=step-{action_id}')
            self._tick.classes('tick').on('click', here.tap(lambda: turn_done(here, action_id)), args=[])
            self._tick.props['aria-label'] = here.say('Gedaan')

    def show(self, action: Action) -> None:
        """Show the step as it is now."""
        here = self._here
        done = action.done_on is not None
        what = escape(saying.what(action, here.say))
        more = escape(here.say('Gedaan!') if done else saying.details(action, here.say, here.today))
        text = f'<span class="text"><span dir="auto">{what}</span><small dir="auto">{more}</small></span>'
        self._link.set_content(picture(action.answer) + text)
        self._tick.props(f'aria-pressed={str(done).lower()}')
        self.element.classes(add='is-done' if done else '', remove='' if done else 'is-done')
