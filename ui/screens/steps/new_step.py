"""A step, one question after another: what, and with whom. When is asked in `ui.screens.steps.when`."""

from collections.abc import Iterator
from contextlib import contextmanager

from model.catalogue.questions import ACTIONS, COMPANIONS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.steps import Action
from model.compass.target import Place, Spot
from ui.components.frame import Onward, frame
from ui.components.own_ways import own_ways
from ui.components.own_words import own_words
from ui.components.tile import AnswerTiles
from ui.live import path
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.look.picture import picture
from ui.words import saying

NEW = 'nieuwe-stap'


def new_action(here: Here) -> None:
    """What are you going to do? The step is there from the first tap."""
    _what(here, None)


def what(here: Here, action_id: str) -> None:
    """The same question for a step that is there. Raises `NotThere`."""
    here.look().action(action_id)
    _what(here, action_id)


def with_whom(here: Here, action_id: str) -> None:
    """With whom? The people on the compass, a worker, or alone. Raises `NotThere`."""
    say = here.say
    compass = here.look()
    people = [strength.answer for strength in compass.on('belong')]
    # the person on the compass stands for the tile of the same word
    offered = {one.identity: one for one in (*saying.offered(COMPANIONS), *reversed(people))}

    def choose(answer: Answer, *, chosen: bool) -> None:
        with here.change() as changed:
            changed.choose_companion(action_id, answer, chosen=chosen)

    def held(seen: Compass) -> list[Answer]:
        return [one for action in seen.actions if action.id == action_id for one in action.companions]

    with step_frame(
        here,
        compass.action(action_id),
        say(COMPANIONS.text),
        back=f'stap/{action_id}/wat',
        onward=f'stap/{action_id}/wanneer',
    ):
        AnswerTiles(
            here,
            reversed(offered.values()),
            held,
            choose,
            lambda answer: saying.companion(answer, say),
            tint_of('belong'),
        )
        own_words(here, say('Iemand anders'), choose)


@contextmanager
def step_frame(here: Here, action: Action, title: str, *, back: str, onward: Onward | None = None) -> Iterator[None]:
    """A question about one step, with the pictures of what is known of it above."""
    seen = here.look()
    companions = [picture(one, seen, tint_of('belong')) for one in action.companions[:2]]
    pictures = [picture(action.answer, seen), *companions]
    pair = f'<div class="pair">{"".join(pictures)}</div>'
    what, who = saying.what(action, here.say), saying.with_whom(action, here.say)
    above = who if title == what else f'{what} {who}'
    with frame(here, title, word=above, pair=pair, back=back, onward=onward):
        yield


def _what(here: Here, action_id: str | None) -> None:
    say = here.say
    step = _Choice(here, action_id)

    def held(compass: Compass) -> list[Answer]:
        return [action.answer for action in compass.actions if action.id == step.id]

    def onward() -> str:
        return f'stap/{step.id}/wie' if step.id else path.HOME

    back = path.before(NEW, here.look()) if action_id is None else f'stap/{action_id}'
    with frame(here, say(ACTIONS.text), word=say('Mijn stap'), key='new-step', back=back, onward=onward):
        AnswerTiles(
            here,
            saying.offered(ACTIONS),
            held,
            step.choose,
            lambda answer: saying.answer(answer, ACTIONS, say),
        )
        own_words(here, say('Eigen woorden'), step.write)
        spot = Place(spot=Spot.ACTION, of=action_id) if action_id else Place(spot=Spot.ACTIONS)
        own_ways(here, str(spot))


class _Choice:
    """One step that is being chosen: made by the first tap, changed by the next, taken back by the same."""

    def __init__(self, here: Here, action_id: str | None) -> None:
        self.id = action_id
        self._here = here
        self._new = action_id is None

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
            return compass.start_action(answer, self._here.today).id
        if chosen:
            compass.change_action(self.id, answer)
        elif self._new:
            compass.drop_action(self.id)
            return None
        return self.id

    def write(self, answer: Answer, *, chosen: bool) -> None:
        """Own words for the tile that is chosen, or on their own."""
        tile = self._here.look().action(self.id).answer.tile if self.id else None
        self.choose(Answer(tile=tile, words=answer.words), chosen=chosen)
