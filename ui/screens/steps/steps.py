"""The board of all steps: today, this week, later, and what was done. No step is ever shown as failed."""

from functools import partial
from html import escape

from nicegui import ui

from model.catalogue.questions import WISHES
from model.compass.compass import Compass
from model.compass.step import Stage, Step
from ui.components.answers.taken_off import Off, TakenOff
from ui.components.frame import frame
from ui.components.places import places
from ui.components.step_card import StepCards
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.screens.sharing import may_look
from ui.screens.steps import ladder, let_go
from ui.screens.steps.done import Done, last_done
from ui.words import saying
from ui.words.hyphens import breakable


def steps(here: Here) -> None:
    """The screen."""
    say = here.say
    with frame(here, say('Mijn stappen'), key='steps', here_to_stay=True), ui.element('div').classes('board'):
        may_look.waiting(here)
        _towards(here)
        for stage, words in (
            (Stage.TODAY, say('Vandaag', context='board')),
            (Stage.THIS_WEEK, say('Deze week')),
            (Stage.LATER, say('Later', context='board')),
        ):
            _group(here, stage, words)
        new = ui.html(f'{pictogram("plus")}<span>{escape(say("Nieuwe stap"))}</span>', sanitize=False, tag='button')
        new.props('type=button').classes('new-step').on('click', lambda: here.go('nieuwe-stap'), args=[])
        TakenOff(here, lambda seen: _off(here, seen))
        _more_ways(here)
        _group(here, Stage.DONE, say('Gedaan!'))
    places(here, 'stappen')


def _towards(here: Here) -> None:
    """The way to the ladder of a wish, for who sees one that a step leads to."""
    place = ui.html('', sanitize=False, tag='a').classes('notice')

    def redraw(seen: Compass) -> None:
        wish = next((one for one in ladder.middle_first(seen) if ladder.steps_for(one, seen)), None)
        place.set_visibility(wish is not None)
        if wish is not None:
            words = here.say('Op weg naar: {what}', what=saying.answer(wish.answer, WISHES, here.say))
            place.set_content(f'{pictogram("ladder")}<p dir="auto">{breakable(words, here.say)}</p>')
            page = ladder.PAGE if wish == seen.wish else f'{ladder.PAGE}/{wish.id}'
            place.props(f'href={here.link(page)}')

    here.live(redraw)


def _more_ways(here: Here) -> None:
    """The ways to another order, and to letting steps go together, once there are some."""
    words = escape(here.say('Wat hoeft niet meer?'))
    letting_go = f'<a href="{here.link(let_go.PAGE)}">{pictogram("take-off")}<span>{words}</span></a>'
    place = ui.html('', sanitize=False).classes('quiet')

    def redraw(seen: Compass) -> None:
        ways = [letting_go] if len(seen.steps.open) >= let_go.WORTH_IT else []
        ordered = next((one for one in ladder.middle_first(seen) if ladder.has_order(one, seen)), None)
        if ordered is not None:
            ways.insert(0, ladder.to_order(here, ordered))
        shown = '' if here.grant.only_looks else ''.join(ways)
        place.set_content(shown)
        place.set_visibility(bool(shown))

    here.live(redraw)


def at(stage: Stage, seen: Compass, here: Here) -> list[Step]:
    """The steps that stand at one place of the board."""
    if stage is Stage.DONE:
        return last_done(seen)
    return [step for step in seen.steps.to_do(here.today) if step.stage(here.today) is stage]


def _group(here: Here, stage: Stage, words: str) -> None:
    with ui.element('section').props(f'data-stage={stage}') as section:
        ui.html(f'{pictogram(stage)}<span>{escape(words)}</span>', sanitize=False, tag='h2')
        if stage is Stage.DONE:
            Done(here)
        else:
            StepCards(here, lambda seen: at(stage, seen, here))

    def redraw(seen: Compass) -> None:
        section.set_visibility(bool(at(stage, seen, here)))

    here.live(redraw)


def _off(here: Here, seen: Compass) -> list[Off]:
    return [
        Off(step.id, saying.what(step, here.say), step.answer, partial(_put_back, step_id=step.id))
        for step in seen.steps.just_off
    ]


def _put_back(compass: Compass, step_id: str) -> None:
    compass.steps.put_back(step_id)
