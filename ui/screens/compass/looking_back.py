"""Looking back together: what went well, what was learned, and what now; a screen for each, one after another."""

from html import escape

from nicegui import ui

from model.catalogue.conditions import CONDITIONS
from model.catalogue.questions import LEARNED
from model.compass.album import shows
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.looking_back import About
from model.words import Language
from ui.components.answers.own_words import own_words
from ui.components.answers.tile import AnswerTiles, Choose
from ui.components.frame import frame
from ui.components.step_card import StepCards
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.words import saying

PAGE = 'terugkijken'
LEARNED_PAGE, NOW_PAGE = f'{PAGE}/geleerd', f'{PAGE}/nu'
STORY = 'verhaal'
MOST_STEPS, MOST_STRENGTHS = 12, 24
"""What is offered of what was done, the last first, and of what stands on the compass, what matters most first."""


def questions(say: Language) -> tuple[tuple[str, str, str], ...]:
    """Returns the three questions in their order: the sub-page, the pictogram and the words of each."""
    return (
        (PAGE, 'face-good', say('Wat ging goed?')),
        (LEARNED_PAGE, LEARNED.key, say(LEARNED.text)),
        (NOW_PAGE, 'towards', say('Wat nu?')),
    )


def went_well(here: Here) -> None:
    """What went well: the person's own steps and strengths to choose from."""
    say = here.say
    with frame(here, say('Wat ging goed?'), key='face-good', back=STORY, onward=LEARNED_PAGE):
        AnswerTiles(
            here,
            offered(here.look()),
            lambda seen: said(seen, About.WENT_WELL),
            _choose(here, About.WENT_WELL),
            lambda answer: saying.went_well(answer, say),
        )
        own_words(here, say('Eigen woorden'), _choose(here, About.WENT_WELL))


def learned(here: Here) -> None:
    """What was learned."""
    say = here.say
    with frame(here, say(LEARNED.text), key=LEARNED.key, back=PAGE, onward=NOW_PAGE):
        AnswerTiles(
            here,
            saying.offered(LEARNED),
            lambda seen: said(seen, About.LEARNED),
            _choose(here, About.LEARNED),
            lambda answer: saying.answer(answer, LEARNED, say),
        )
        own_words(here, say('Eigen woorden'), _choose(here, About.LEARNED))


def what_now(here: Here) -> None:
    """What now: the steps that are still to be done, and a new one."""
    say = here.say
    with (
        frame(here, say('Wat nu?'), key='towards', back=LEARNED_PAGE, onward=STORY),
        ui.element('div').classes('groups'),
    ):
        StepCards(here, lambda seen: seen.steps.open)
        if not here.grant.only_looks:
            words = f'{pictogram("plus")}<span>{escape(say("Nieuwe stap"))}</span>'
            new = ui.html(words, sanitize=False, tag='a').classes('new-step')
            new.props(f'href={here.link("nieuwe-stap")}')


def offered(seen: Compass) -> list[Answer]:
    """Returns what may have gone well: what was done, and what stands on the compass."""
    done = [step.answer for step in seen.steps.done if shows(seen.album, step.answer)]
    strengths = [one for key in CONDITIONS for one in seen.strengths.on(key, seen.album)]
    by_heart = sorted(strengths, key=lambda one: not one.heart)
    both = [*done[:MOST_STEPS], *(one.answer for one in by_heart[:MOST_STRENGTHS])]
    return list({answer.identity: answer for answer in reversed(both)}.values())[::-1]


def said(seen: Compass, about: About) -> list[Answer]:
    """Returns what was said in the contact that is going on, as far as it can be seen or heard."""
    look = seen.looking_back.of(seen.contact_id) if seen.contact_id else None
    return [one for one in look.said(about) if shows(seen.album, one)] if look else []


def _choose(here: Here, about: About) -> Choose:
    def choose(answer: Answer, *, chosen: bool) -> None:
        with here.change() as compass:
            if chosen:
                compass.looking_back.tell(about, answer, here.today, contact=compass.contact_id)
            else:
                compass.looking_back.take_back(about, answer, contact=compass.contact_id)

    return choose
