"""The private questions: what happened, and what is in the way. Only on the device they are entered on."""

from collections.abc import Callable
from functools import partial
from html import escape

from nicegui import ui

from model.catalogue.questions import HAPPENED, OBSTACLES
from model.catalogue.tile import Question
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.private import PrivateAnswers
from ui.components.answers.own_words import own_words
from ui.components.answers.taken_off import Off, TakenOff
from ui.components.answers.tile import AnswerTiles
from ui.components.frame import frame
from ui.components.private_idle import shut_after_a_while
from ui.live import path
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.words import saying


def happened(here: Here) -> None:
    """What happened."""
    _question(here, HAPPENED, lambda compass: compass.happened)


def obstacles(here: Here) -> None:
    """What is in the way."""
    _question(here, OBSTACLES, lambda compass: compass.obstacles)


def _question(here: Here, question: Question, part: Callable[[Compass], PrivateAnswers]) -> None:
    say = here.say

    def choose(answer: Answer, *, chosen: bool) -> None:
        with here.change() as compass:
            if chosen:
                part(compass).tell(answer)
            else:
                part(compass).take_back(answer, here.today)

    def off(seen: Compass) -> list[Off]:
        """Own words that were taken back; a tile is there to be tapped again."""
        answers = [taken.what for taken in reversed(part(seen).off) if not taken.what.is_bare]
        return [
            Off(one.model_dump_json(), saying.answer(one, question, say), one, partial(_tell, part, one))
            for one in answers
        ]

    with frame(
        here,
        say(question.text),
        key=question.key,
        back=path.HOME,
        onward=path.HOME,
    ):
        shut_after_a_while(here)
        words = escape(say('Dit is alleen voor jou. Het komt alleen op je blad als jij dat wilt.'))
        ui.html(f'{pictogram("lock")}<p>{words}</p>', sanitize=False).classes('notice')
        AnswerTiles(
            here,
            saying.offered(question),
            lambda seen: part(seen).items,
            choose,
            lambda answer: saying.answer(answer, question, say),
        )
        TakenOff(here, off)
        own_words(here, say('Eigen woorden'), choose)


def _tell(part: Callable[[Compass], PrivateAnswers], answer: Answer, compass: Compass) -> None:
    part(compass).tell(answer)
