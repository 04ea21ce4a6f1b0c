"""One step: done, put back, make it smaller, with whom, when, take off; and the photos beside it."""

from html import escape

from nicegui import ui

from model.compass.compass import Compass
from model.compass.step import Step
from ui.components.step_card import mark_done
from ui.components.tile import Tile
from ui.live.here import Here
from ui.look.picture import drawn, picture, word
from ui.screens.steps.beside import Beside
from ui.screens.steps.new_step import step_frame
from ui.words import saying


def step(here: Here, step_id: str) -> None:
    """The screen. Raises `NotThere`."""
    say = here.say
    chosen = here.look().steps[step_id]
    with step_frame(here, chosen, saying.what(chosen, say), back='stappen'):
        details = ui.html('', sanitize=False)
        with ui.element('div').classes('tiles'):
            done = Tile(say('Gedaan'), drawn('done'), here.tap(lambda: mark_done(here, step_id, done=not done.pressed)))
            for words, key, page in (
                (say('Anders'), 'smaller', 'anders'),
                (say('Met wie'), 'friends', 'wie'),
                (say('Wanneer'), 'appointment', 'wanneer'),
            ):
                _way(here, words, key, f'stap/{step_id}/{page}')
            off = Tile(
                say('Weghalen'), drawn('take-off'), here.tap(lambda: _take_off(here, step_id, off=not off.pressed))
            )
        Beside(here, chosen)

    def redraw(compass: Compass) -> None:
        seen = compass.steps.find(step_id)
        if seen is None:
            return
        done.press(pressed=seen.done_on is not None)
        off.press(pressed=seen.taken_off_on is not None)
        details.set_content(f'<p>{escape(_story(here, seen))}</p>{_towards(here, seen, compass)}')

    here.live(redraw)


def _way(here: Here, words: str, key: str, page: str) -> None:
    ui.html(drawn(key) + word(words), sanitize=False, tag='a').props(f'href={here.link(page)}').classes('tile')


def _story(here: Here, step: Step) -> str:
    say = here.say
    if step.done_on is not None:
        return say(
            'Gekozen op {day}. Gedaan op {done}.',
            day=say.dated(step.set_on),
            done=say.dated(step.done_on),
        )
    # with whom stands in the title above
    return saying.when(step, say, here.today) or say('Gekozen op {day}.', day=say.dated(step.set_on))


def _towards(here: Here, step: Step, seen: Compass) -> str:
    """The bigger step it is on the way to."""
    if step.towards is None:
        return ''
    words = escape(here.say('Op weg naar: {what}', what=saying.step_words(step.towards, here.say)))
    return f'<p class="towards">{drawn("towards")}{picture(step.towards, seen)}<span dir="auto">{words}</span></p>'


def _take_off(here: Here, step_id: str, *, off: bool) -> None:
    with here.change() as compass:
        if off:
            compass.steps.take_off(step_id, here.today)
        else:
            compass.steps.reopen(step_id)
