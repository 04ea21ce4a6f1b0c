"""What stands on the cards of a sheet: each part a picture with its words, as data for `assets/poster/poster.typ`."""

from datetime import date
from typing import NamedTuple

from model.catalogue.choices import WEEKDAYS
from model.catalogue.conditions import CONDITIONS
from model.catalogue.tile import Question
from model.compass.answer import Answer
from model.compass.looking_back import About
from model.compass.step import Step
from model.compass.strengths import Strength
from model.compass.when import When
from model.pictures.pictogram import DRAWN, Tint, tinted
from model.words import Language
from ui.look.colours import WEEKDAY_TINTS, tint_of
from ui.look.pictogram_of import pictogram_of
from ui.paper.pictures import PaperPictures
from ui.words import saying
from ui.words.day_part import dated_when, only_part
from ui.words.hour import with_hour

Data = dict[str, object]


class Call(NamedTuple):
    """Someone to call, and their telephone number."""

    who: Answer
    number: str


def step(step: Step, tint: Tint, pictures: PaperPictures, say: Language, today: date) -> Data:
    """The card of a step: what, with whom, and when or that it was done; `helped` is the same with what helps.

    Of a day that went by nothing is printed: the step can still be done.
    """
    card = _pictured(step.answer, saying.what(step, say), tint, pictures)
    facts = []
    if step.companions:
        facts.append(_pictured(step.companions[0], saying.with_whom(step, say), tint_of('belong'), pictures))
    if step.done_on:
        facts.append(mark('celebrate', ' · '.join([say('Gedaan'), say.dated(step.done_on, today)])))
    elif step.when and (when := step.when.still(today)) != When():
        facts.append(_when(when, say, today) | {'square': True})
    helped = _helped(step, facts, pictures, say) if step.helps else facts
    return card | {'done': step.done_on is not None, 'facts': facts, 'helped': helped}


def _helped(step: Step, facts: list[Data], pictures: PaperPictures, say: Language) -> list[Data]:
    """The facts with what helps: beside who joins, for whom it has no row of its own."""
    help = _pictured(step.helps[0], saying.helped_by(step, say), tint_of('be-yourself'), pictures)
    if not step.companions:
        return [help, *facts]
    who, *others = facts
    return [who | {'words': saying.together(step, say), 'also': [help]}, *others]


def _when(when: When, say: Language, today: date) -> Data:
    """The day with its date: "today" would no longer be true tomorrow, and the sheet hangs there still."""
    part = with_hour(only_part(when.part, say), when.hour, say) if when.part else ''
    if when.later:
        return mark('later', ' · '.join(filter(None, [say('later', context='later'), part])))
    if when.day is None:
        return mark(when.part or 'later', part)
    weekday = WEEKDAYS[when.day.weekday()].key
    light, tint = WEEKDAY_TINTS[weekday]
    words = with_hour(dated_when(when.day, when.part, say, today), when.hour, say)
    return mark(weekday, words, tint) | {'light': light}


def answered(answer: Answer, question: Question, pictures: PaperPictures, say: Language) -> Data:
    """An answer, with a capital; "photo" under a photo would say nothing."""
    words = saying.answer(answer, question, say)
    found = _pictured(answer, say.capital(words), DRAWN, pictures)
    return found | {'words': ''} if _is_clear(found, answer) else found


def strength(strength: Strength, pictures: PaperPictures, say: Language) -> Data:
    """A strength on the colour of its quarter; a photo alone has no words."""
    question, tint = CONDITIONS[strength.condition], tint_of(strength.condition)
    found = _pictured(strength.answer, say.capital(saying.answer(strength.answer, question, say)), tint, pictures)
    return (found | {'words': ''} if _is_clear(found, strength.answer) else found) | {'heart': strength.heart}


def called(call: Call, say: Language) -> Data:
    """A telephone, who it is, and their number."""
    return mark('call', say.capital(saying.companion(call.who, say))) | {'number': call.number}


def looked_back(answer: Answer, about: About, pictures: PaperPictures, say: Language) -> Data:
    """What was said when somebody looked back; a photo alone has no words."""
    found = _pictured(answer, say.capital(saying.looked_back(answer, about, say)), DRAWN, pictures)
    return found | {'words': ''} if _is_clear(found, answer) else found


def _is_clear(found: Data, answer: Answer) -> bool:
    """Whether a photo says it without words."""
    return bool(found.get('filled')) and not answer.words and answer.tile is None


def _pictured(answer: Answer, words: str, tint: Tint, pictures: PaperPictures) -> Data:
    if found := pictures.patch(answer):
        return {'svg': found, 'filled': answer.sticker is None, 'light': tint.light, 'words': words}
    if answer.tile or not answer.words:
        return mark(pictogram_of(answer), words, tint)
    if emoji := saying.emoji(answer.words):
        return {'svg': None, 'emoji': emoji, 'light': tint.light, 'words': words}
    return mark('pencil', words, tint)


def mark(pictogram: str, words: str, tint: Tint = DRAWN) -> Data:
    """A pictogram of ours."""
    return {'svg': tinted(pictogram, tint), 'light': tint.light, 'words': words}
