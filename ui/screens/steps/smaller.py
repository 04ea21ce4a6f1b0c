""" "Te groot? Maak hem kleiner": a step that was too big becomes a smaller one, on the way to the first."""

from nicegui import ui

from model.catalogue.questions import STEPS
from model.compass.answer import Answer
from model.compass.compass import Compass
from ui.components.answers.own_words import own_words
from ui.components.answers.tile import AnswerTiles
from ui.live.here import Here
from ui.look.picture import drawn, word
from ui.screens.steps.new_step import step_frame
from ui.words import saying
from ui.words.hyphens import breakable


def smaller(here: Here, step_id: str) -> None:
    """The screen. Raises `NotThere`."""
    say = here.say
    step = here.look().steps[step_id]

    def choose(answer: Answer, *, chosen: bool) -> None:
        if chosen:
            with here.change() as compass:
                compass.steps.make_smaller(step_id, answer, contact=compass.contact_id)

    def held(seen: Compass) -> list[Answer]:
        found = seen.steps.find(step_id)
        return [found.answer] if found else []

    onward = f'stap/{step_id}/wanneer'
    with step_frame(here, step, say('Wat is een kleinere stap?'), back=f'stap/{step_id}', onward=onward):
        own_words(here, say('Eigen woorden'), choose)
        AnswerTiles(here, saying.offered(STEPS), held, choose, lambda answer: saying.answer(answer, STEPS, say))
        _other_ways(here, step_id)


def _other_ways(here: Here, step_id: str) -> None:
    """Another way may help more than another step."""
    say = here.say
    ui.html(breakable(say('Of helpt dit?'), say), sanitize=False, tag='h2')
    with ui.element('div').classes('row'):
        for words, key, page in (
            (say('Samen met iemand'), 'friends', 'wie'),
            (say('Op een andere dag'), 'appointment', 'wanneer'),
            (say('Iets anders'), 'change', 'wat'),
        ):
            link = ui.html(drawn(key) + word(words, here.say), sanitize=False, tag='a').classes('tile flat')
            link.props(f'href={here.link(f"stap/{step_id}/{page}")}')
