"""A new step: what. What and who helps, and when, are asked in `who_helps` and `when` of this room."""

from collections.abc import Iterator
from contextlib import contextmanager

from model.catalogue.questions import STEPS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.step import Step
from model.compass.target import Spot, Target
from ui.components.answers.own_ways import own_ways
from ui.components.answers.own_words import own_words
from ui.components.answers.tile import AnswerTiles
from ui.components.frame import Onward, frame
from ui.live import path
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.picture import picture
from ui.words import saying

NEW = 'nieuwe-stap'


def new_step(here: Here) -> None:
    """What are you going to do? The step is there from the first tap."""
    _what(here, None)


def what(here: Here, step_id: str) -> None:
    """The same question for a step that is there. Raises `NotThere`."""
    here.look().steps[step_id]
    _what(here, step_id)


@contextmanager
def step_frame(
    here: Here, step: Step, title: str, *, back: str, onward: Onward | None = None, asks: str = ''
) -> Iterator[None]:
    """A question about one step, with the pictures of what is known of it above."""
    seen = here.look()
    companions = [picture(one, seen, tint_of('belong')) for one in step.companions[:2]]
    pictures = [picture(step.answer, seen), *companions]
    pair = f'<div class="pair">{"".join(pictures)}</div>'
    what, who = saying.what(step, here.say), saying.together(step, here.say)
    above = who if title == what else f'{what} {who}'
    with frame(here, title, word=above, pair=pair, back=back, onward=onward, asks=asks):
        yield


def _what(here: Here, step_id: str | None) -> None:
    say = here.say
    choice = _Choice(here, step_id)

    def held(compass: Compass) -> list[Answer]:
        found = compass.steps.find(choice.id)
        return [found.answer] if found else []

    def onward() -> str:
        return f'stap/{choice.id}/wie' if choice.id else path.HOME

    walks = step_id is None or path.runs(here.opened)
    back = path.before(here, 'new-step') if walks else f'stap/{step_id}'
    with frame(
        here,
        say(STEPS.text),
        word=say('Mijn stap'),
        key='new-step',
        back=back,
        onward=onward,
        asks='new-step',
    ):
        AnswerTiles(
            here,
            saying.offered(STEPS),
            held,
            choice.choose,
            lambda answer: saying.answer(answer, STEPS, say),
        )
        own_words(here, say('Eigen woorden'), choice.write, lambda *_: Target(spot=Spot.STEP, of=choice.id or ''))
        target = Target(spot=Spot.STEP, of=step_id) if step_id else Target(spot=Spot.STEPS)
        own_ways(here, str(target))


class _Choice:
    """One step that is being chosen: made by the first tap, changed by the next, taken back by the same."""

    def __init__(self, here: Here, step_id: str | None) -> None:
        self.id = step_id
        self._here = here
        self._new = step_id is None
        self._taken_back: Step | None = None

    def choose(self, answer: Answer, *, chosen: bool) -> None:
        """Make the step, change it, or take it back."""
        before = self.id
        try:
            with self._here.change() as compass:
                self.id = self._chosen(compass, answer, chosen=chosen)
        except Exception:
            self.id = before  # a step that is not on disk is not there
            raise
        # a reload finds the step that was begun here, and does not begin another
        self._here.replace(f'stap/{self.id}/wat' if self.id else NEW)

    def _chosen(self, compass: Compass, answer: Answer, *, chosen: bool) -> str | None:
        if self.id is None:
            return self._begun(compass, answer).id
        if chosen:
            compass.steps.change(self.id, answer)
        elif self._new:
            self._taken_back = compass.steps[self.id]
            compass.steps.drop(self.id, self._here.today)
            return None
        return self.id

    def _begun(self, compass: Compass, answer: Answer) -> Step:
        """A new step, or the one that was taken back on this screen, with all it had."""
        before = self._taken_back
        if before is not None and before.answer.says(answer) and compass.steps.find_off(before.id):
            compass.steps.put_back(before.id)
            return before
        now, contact = compass.wishes.now, compass.contact_id
        return compass.steps.start(answer, self._here.today, wish=now, contact=contact)

    def write(self, answer: Answer, *, chosen: bool) -> None:
        """Own words for the tile that is chosen, or on their own."""
        tile = self._here.look().steps[self.id].answer.tile if self.id else None
        self.choose(Answer(tile=tile, words=answer.words), chosen=chosen)
