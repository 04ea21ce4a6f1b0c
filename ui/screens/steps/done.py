"""What was done, under the months in which it was. A month is one element, however many steps there are in it."""

from html import escape
from itertools import islice

from nicegui import events, ui

from model.compass.compass import Compass
from model.compass.step import Step
from ui.components.step_card import done_card, mark_done
from ui.live.here import Here
from ui.words.months import by_month

SHOWN_DONE, SHOWN_MONTHS = 48, 12
"""Of what was done the last; the story has all of it."""
_TAPPED = '(event) => { const tick = event.target.closest("[data-step]"); if (tick) emit(tick.dataset.step); }'


def last_done(seen: Compass) -> list[Step]:
    """The steps that are shown, the latest first."""
    return seen.steps.done[:SHOWN_DONE]


class Done:
    """The months; nothing of a month that stays as it was is drawn anew."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._months: dict[str, ui.html] = {}
        self._list = ui.element('div').classes('done-months')
        self._list.on('click', self._tapped, js_handler=_TAPPED)
        here.live(self._redraw)

    def _tapped(self, event: events.GenericEventArguments) -> None:
        self._here.tap(lambda: mark_done(self._here, str(event.args), done=False))()

    def _redraw(self, seen: Compass) -> None:
        months = self._under_months(last_done(seen))
        for gone in self._months.keys() - months.keys():
            self._months.pop(gone).delete()
        for index, (month, steps) in enumerate(months.items()):
            place = self._month(month, index)
            content = self._told(month, steps, seen)
            if place.content != content:
                place.set_content(content)

    def _under_months(self, steps: list[Step]) -> dict[str, list[Step]]:
        months = by_month(steps, lambda step: step.done_on or self._here.today, self._here.say)
        return dict(islice(months.items(), SHOWN_MONTHS))

    def _month(self, month: str, index: int) -> ui.html:
        if month not in self._months:
            with self._list:
                self._months[month] = ui.html('', sanitize=False)
            self._months[month].move(target_index=index)
        return self._months[month]

    def _told(self, month: str, steps: list[Step], seen: Compass) -> str:
        heading = f'<h3>{escape(month)}</h3>' if month else ''
        return heading + f'<div class="cards">{"".join(done_card(self._here, one, seen) for one in steps)}</div>'
