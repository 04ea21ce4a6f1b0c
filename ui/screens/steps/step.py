"""One step: done, put back, make it smaller, with whom, when, take off; and the photos beside it."""

from functools import partial
from html import escape

from nicegui import ui

from model.catalogue.choices import HOW_IT_WENT
from model.compass.compass import Compass
from model.compass.document import NotThere
from model.compass.step import Felt, Step
from ui.components.answers.off_and_back import OffAndBack
from ui.components.answers.tile import Tile
from ui.components.call import call
from ui.components.private_idle import shut_after_a_while
from ui.components.step_card import mark_done
from ui.live.here import Here
from ui.look.picture import drawn, picture, word
from ui.screens.steps.beside import Beside
from ui.screens.steps.moment import Hour, OtherDay
from ui.screens.steps.new_step import step_frame
from ui.words import saying
from ui.words.hyphens import breakable

CALL = 'call'
"""The tile of a step that is calling someone."""
MOST_CALLS = 3
"""People to call on one screen; more would be a telephone book."""


def step(here: Here, step_id: str) -> None:
    """The screen, also of a step that was just taken off. Raises `NotThere`."""
    say = here.say
    chosen = _found(here.look(), step_id)
    if chosen is None:
        raise NotThere(step_id)
    with step_frame(here, chosen, saying.what(chosen, say), back='stappen'):
        details = ui.html('', sanitize=False)
        if here.look().numbers.all:
            shut_after_a_while(here)
        calls = ui.html('', sanitize=False).classes('calls')
        went = _HowItWent(here, step_id)
        with ui.element('div').classes('tiles'):
            done = Tile(say('Gedaan'), drawn('done'), here.tap(lambda: mark_done(here, step_id, done=not done.pressed)))
            ways = [
                _way(here, say('Te groot? Maak hem kleiner'), 'smaller', f'stap/{step_id}/anders'),
                _way(here, say('Met wie'), 'friends', f'stap/{step_id}/wie'),
            ]
            OffAndBack(here, lambda seen: seen.steps, step_id)
        with ui.element('div').classes('row') as moment:
            _way(here, say('Wanneer'), 'this-week', f'stap/{step_id}/wanneer').classes('flat')
            OtherDay(here, step_id)
            Hour(here, step_id)
        with ui.element('div').classes('whole-step') as beside:
            Beside(here, chosen)

    def redraw(compass: Compass) -> None:
        seen, there = _found(compass, step_id), compass.steps.find(step_id)
        for element in (done.element, *ways, moment, beside):
            element.set_visibility(there is not None)
        if there is not None:
            done.press(pressed=there.done_on is not None)
            went.show(there)
            calls.set_content(_calls(here, there, compass))
            details.set_content(f'<p>{escape(_story(here, there))}</p>{_towards(here, there, compass)}')
        elif seen is not None:
            went.show(None)
            calls.set_content('')
            words = escape(say('Weggehaald. Je kunt deze stap terugzetten tot je klaar bent.'))
            details.set_content(f'<p>{words}</p>')

    here.live(redraw)


class _HowItWent:
    """Three faces for a step that was done; who taps none says nothing, and a second tap takes it back."""

    def __init__(self, here: Here, step_id: str) -> None:
        say = here.say

        def tell(felt: Felt) -> None:
            with here.change() as compass:
                compass.steps.tell_how_it_went(step_id, None if self._faces[felt].pressed else felt)

        with ui.element('section').classes('went') as self._place:
            ui.html(breakable(say('Hoe ging het?'), say), sanitize=False, tag='h2')
            with ui.element('div').classes('faces'):
                self._faces = {
                    Felt(tile.key): Tile(say.tile(tile), drawn(tile.key), here.tap(partial(tell, Felt(tile.key))))
                    for tile in HOW_IT_WENT
                }

    def show(self, step: Step | None) -> None:
        """Show what was said of this step; nothing of one that is open or gone."""
        self._place.set_visibility(step is not None and not step.is_open)
        for felt, tile in self._faces.items():
            tile.press(pressed=step is not None and step.felt is felt)


def _found(compass: Compass, step_id: str) -> Step | None:
    taken = compass.steps.find_off(step_id)
    return taken.what if taken else compass.steps.find(step_id)


def _way(here: Here, words: str, key: str, page: str) -> ui.html:
    return (
        ui.html(drawn(key) + word(words, here.say), sanitize=False, tag='a')
        .props(f'href={here.link(page)}')
        .classes('tile')
    )


def _story(here: Here, step: Step) -> str:
    say = here.say
    if step.done_on is not None:
        return say(
            'Gekozen op {day}. Gedaan op {done}.',
            day=say.dated(step.set_on, here.today),
            done=say.dated(step.done_on, here.today),
        )
    # with whom stands in the title above
    return saying.when(step, say, here.today) or say('Gekozen op {day}.', day=say.dated(step.set_on, here.today))


def _calls(here: Here, step: Step, seen: Compass) -> str:
    """Who can be called for a step that is still to be done: who joins it, or for a call without them anyone."""
    if not step.is_open:
        return ''
    someone = seen.to_call(step) or (seen.with_number if step.answer.tile == CALL else [])
    return ''.join(call(one, seen, here.say) for one in someone[:MOST_CALLS])


def _towards(here: Here, step: Step, seen: Compass) -> str:
    """The bigger step it is on the way to."""
    if step.towards is None:
        return ''
    words = breakable(here.say('Op weg naar: {what}', what=saying.step_words(step.towards, here.say)), here.say)
    return f'<p class="towards">{drawn("towards")}{picture(step.towards, seen)}<span dir="auto">{words}</span></p>'
