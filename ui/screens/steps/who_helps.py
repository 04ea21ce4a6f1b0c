"""What and who helps with a step: own strength first, then people, then professionals, as the method has it."""

from collections.abc import Callable
from functools import partial
from html import escape

from nicegui import ui

from model.catalogue.questions import COMPANIONS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.step import Step
from model.compass.strengths import Whose
from model.pictures.pictogram import Tint
from ui.components.answers.own_words import own_words
from ui.components.answers.taken_off import Off, TakenOff
from ui.components.answers.tile import AnswerTiles, Choose, Identity
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.kept_pictograms import pictogram
from ui.screens.steps.new_step import step_frame
from ui.words import saying

PLACES = 6
"""Tiles in a group at first; of more strengths the last of these is "Meer", as on the ring."""

Held = Callable[[Step], list[Answer]]


def who_helps(here: Here, step_id: str) -> None:
    """What and who helps you? What is on the compass, a worker, or alone. Raises `NotThere`."""
    step = here.look().steps[step_id]
    with step_frame(
        here,
        step,
        here.say(COMPANIONS.text),
        back=f'stap/{step_id}/wat',
        onward=f'stap/{step_id}/wanneer',
        asks='with-whom',
    ):
        _Offered(here, step_id)


class _Offered:
    """The groups of what stands on the compass, and after them who is always there to do a step with."""

    def __init__(self, here: Here, step_id: str) -> None:
        seen, say = here.look(), here.say
        self._here = here
        self._id = step_id
        strengths = {whose: seen.strengths.found_with(whose, seen.album) for whose in Whose}
        self._tints = {one.answer.identity: tint_of(one.condition) for found in strengths.values() for one in found}
        self._groups = {whose: {one.answer.identity: one.answer for one in found} for whose, found in strengths.items()}
        self._people = self._groups[Whose.PEOPLE].keys() | self._groups[Whose.PROFESSIONALS].keys()
        self._group(Whose.MINE, say('Mijn eigen kracht'), lambda step: step.helps, self._choose_help)
        self._group(Whose.PEOPLE, say('Mensen om mij heen'), partial(self._among, Whose.PEOPLE), self._choose)
        self._group(Whose.PROFESSIONALS, say('Begeleiders'), partial(self._among, Whose.PROFESSIONALS), self._choose)
        with ui.element('div').classes('helps'):
            always = [one for one in saying.offered(COMPANIONS) if one.identity not in self._people]
            self._tiles(always, self._others, self._choose)
        TakenOff(here, self._off, tint_of('belong'))
        own_words(here, say('Iemand anders'), self._choose)

    def _group(self, whose: Whose, words: str, held: Held, choose: Choose) -> None:
        """One group under its heading; none when there is nothing in it."""
        offered = list(self._groups[whose].values())
        if not (offered or held(self._here.look().steps[self._id])):
            return
        with ui.element('section').classes('helps'):
            ui.html(f'{pictogram(whose)}<span>{escape(words)}</span>', sanitize=False, tag='h2')
            shown = PLACES if len(offered) <= PLACES else PLACES - 1
            tiles = self._tiles(offered[:shown], held, choose)
            if rest := offered[shown:]:
                tiles.offer_later(rest)

    def _tiles(self, offered: list[Answer], held: Held, choose: Choose) -> AnswerTiles:
        def chosen(seen: Compass) -> list[Answer]:
            step = seen.steps.find(self._id)
            return held(step) if step else []

        return AnswerTiles(
            self._here, offered, chosen, choose, lambda one: saying.companion(one, self._here.say), self._tint
        )

    def _tint(self, answer: Answer) -> Tint | None:
        return self._tints.get(answer.identity, tint_of('belong'))

    # who joins, and what helps

    def _among(self, whose: Whose, step: Step) -> list[Answer]:
        return [one for one in step.companions if one.identity in self._groups[whose]]

    def _others(self, step: Step) -> list[Answer]:
        return [one for one in step.companions if one.identity not in self._people]

    def _choose(self, answer: Answer, *, chosen: bool) -> None:
        with self._here.change() as compass:
            compass.steps.choose_companion(self._id, answer, self._here.today, chosen=chosen)

    def _choose_help(self, answer: Answer, *, chosen: bool) -> None:
        with self._here.change() as compass:
            compass.steps.choose_help(self._id, answer, chosen=chosen)

    def _off(self, seen: Compass) -> list[Off]:
        """Who was taken off again; those on a tile are there to be tapped."""
        step = seen.steps.find(self._id)
        taken = [one.what for one in reversed(step.companions_off)] if step else []
        on_tile: set[Identity] = {one.identity for one in saying.offered(COMPANIONS)} | self._people
        return [
            Off(one.model_dump_json(), saying.companion(one, self._here.say), one, partial(self._bring, one))
            for one in taken
            if one.identity not in on_tile
        ]

    def _bring(self, companion: Answer, compass: Compass) -> None:
        compass.steps.choose_companion(self._id, companion, self._here.today)
