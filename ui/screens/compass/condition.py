"""One condition of a good life: tiles, own words, and hearts for what matters most."""

from functools import partial

from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.target import Spot, Target
from ui.components.answers.hearts import Hearts
from ui.components.answers.offered_pictures import which_says
from ui.components.answers.own_ways import own_ways
from ui.components.answers.own_words import own_words
from ui.components.answers.taken_off import Off, TakenOff
from ui.components.answers.tile import AnswerTiles
from ui.components.frame import frame
from ui.live import path
from ui.live.here import Here
from ui.look.colours import tint_of
from ui.words import saying


def condition(here: Here, key: str) -> None:
    """The screen of the condition with this key."""
    question = CONDITIONS[key]
    say = here.say

    def choose(answer: Answer, *, chosen: bool) -> None:
        with here.change() as compass:
            compass.strengths.choose(key, answer, here.today, chosen=chosen)

    def pictured(compass: Compass, answer: Answer) -> Target:
        return Target(spot=Spot.STRENGTH, of=which_says(answer, compass.strengths.on(key, compass.album)))

    back, onward = path.before(here, key), path.after(here, key)
    with frame(
        here,
        say(question.text),
        word=say(question.word),
        key=key,
        colour=key,
        back=back,
        onward=onward,
        asks=key,
    ):
        AnswerTiles(
            here,
            saying.offered(question),
            lambda seen: [strength.answer for strength in seen.strengths.on(key, seen.album)],
            choose,
            lambda answer: saying.answer(answer, question, say),
            tint_of(key),
        )
        TakenOff(here, lambda seen: _off(here, seen, key), tint_of(key))
        own_words(here, say('Eigen woorden'), choose, pictured)
        own_ways(here, str(Target(spot=Spot.CONDITION, of=key)))
        Hearts(here, key)


def _off(here: Here, seen: Compass, key: str) -> list[Off]:
    """What was taken off with more than its tile; that is there to be tapped again."""
    return [
        Off(
            one.id,
            saying.answer(one.answer, CONDITIONS[key], here.say),
            one.answer,
            partial(_put_back, strength_id=one.id),
        )
        for one in seen.strengths.off_of(key, seen.album)
        if not one.is_bare
    ]


def _put_back(compass: Compass, strength_id: str) -> None:
    compass.strengths.put_back(strength_id)
