"""One step: done, put back, make it smaller, with whom, when, take off; and the photos beside it."""

from html import escape

from nicegui import ui

from model.compass.compass import Compass
from model.compass.steps import Action
from ui.components.step_card import turn_done
from ui.components.tile import Tile
from ui.live.here import Here
from ui.look.picture import drawn, picture, word
from ui.screens.steps.beside import Beside
from ui.screens.steps.new_step import step_frame
from ui.words import saying


def step(here: Here, action_id: str) -> None:
    """The screen. Raises `NotThere`."""
    say = here.say
    action = here.look().action(action_id)
    with step_frame(here, action, saying.what(action, say), back='stappen'):
        details = ui.html('', sanitize=False)
        with ui.element('div').classes('tiles'):
            done = Tile(say('Gedaan'), drawn('done'), here.tap(lambda: turn_done(here, action_id)))
            for words, key, page in (
                (say('Anders'), 'smaller', 'anders'),
                (say('Met wie'), 'friends', 'wie'),
                (say('Wanneer'), 'appointment', 'wanneer'),
            ):
                _way(here, words, key, f'stap/{action_id}/{page}')
            off = Tile(say('Weghalen'), drawn('take-off'), here.tap(lambda: _take_off(here, action_id)))
        Beside(here, action)

    def redraw(compass: Compass) -> None:
        seen = next((one for one in compass.actions if one.id == action_id), None)
        if seen is None:
            return
        done.press(pressed=seen.done_on is not None)
        off.press(pressed=seen.taken_off_on is not None)
        details.set_content(f'<p>{escape(_story(here, seen))}</p>{_towards(here, seen, compass)}')

    here.live(redraw)


def _way(here: Here, words: str, key: str, page: str) -> None:
    ui.html(drawn(key) + word(words), sanitize=False, tag='a').props(f'href={here.link(page)}').classes('tile')


def _story(here: Here, action: Action) -> str:
    say = here.say
    if action.done_on is not None:
        return say(
            'Gekozen op {day}. Gedaan op {done}.',
            day=say.dated(action.set_on),
            done=say.dated(action.done_on),
        )
    # with whom stands in the title above
    return saying.when(action, say, here.today) or say('Gekozen op {day}.', day=say.dated(action.set_on))


def _towards(here: Here, action: Action, seen: Compass) -> str:
    """The bigger step it is on the way to."""
    if action.towards is None:
        return ''
    words = escape(here.say('Op weg naar: {what}', what=saying.step_words(action.towards, here.say)))
    return f'<p class="towards">{drawn("towards")}{picture(action.towards, seen)}<span dir="auto">{words}</span></p>'


def _take_off(here: Here, action_id: str) -> None:
    taken_off = here.look().action(action_id).taken_off_on is not None
    with here.change() as compass:
        if taken_off:
            compass.reopen_action(action_id)
        else:
            compass.take_off_action(action_id, here.today)
