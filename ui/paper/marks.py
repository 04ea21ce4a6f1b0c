"""What stands on the cards of a sheet: each part a picture with its words, as data for `assets/poster/poster.typ`."""

from model.catalogue.choices import WEEKDAYS
from model.catalogue.tile import Question
from model.compass.answer import Answer
from model.compass.step import Step
from model.compass.when import When
from model.pictures.pictogram import DRAWN, Tint, tinted
from model.words import Language
from ui.look.colours import WEEKDAY_TINTS, tint_of
from ui.paper.pictures import PaperPictures
from ui.words import saying
from ui.words.day_part import dated_part, only_part

Data = dict[str, object]


def step(step: Step, tint: Tint, pictures: PaperPictures, say: Language) -> Data:
    """The card of a step: what, with whom, and when or that it was done."""
    card = _pictured(step.answer, saying.what(step, say), tint, pictures)
    facts = []
    if step.companions:
        facts.append(_pictured(step.companions[0], saying.with_whom(step, say), tint_of('belong'), pictures))
    if step.done_on:
        facts.append(mark('celebrate', ' · '.join([say('Gedaan'), say.dated(step.done_on)])))
    elif step.when:
        facts.append(_when(step.when, say) | {'square': True})
    return card | {'done': step.done_on is not None, 'facts': facts}


def _when(when: When, say: Language) -> Data:
    """The day with its date: "today" would no longer be true tomorrow, and the sheet hangs there still."""
    part = only_part(when.part, say) if when.part else ''
    if when.later:
        return mark('later', ' · '.join(filter(None, [say('later', context='later'), part])))
    if when.day is None:
        return mark(when.part or 'later', part)
    weekday = WEEKDAYS[when.day.weekday()].key
    light, tint = WEEKDAY_TINTS[weekday]
    words = dated_part(when.day, when.part, say) if when.part else say.dated(when.day)
    return mark(weekday, words, tint) | {'light': light}


def answered(answer: Answer, question: Question, pictures: PaperPictures, say: Language) -> Data:
    """An answer, with a capital; "photo" under a photo would say nothing."""
    words = saying.answer(answer, question, say)
    found = _pictured(answer, say.capital(words), DRAWN, pictures)
    is_clear = found.get('filled') and not answer.words and answer.tile is None
    return found | {'words': ''} if is_clear else found


def _pictured(answer: Answer, words: str, tint: Tint, pictures: PaperPictures) -> Data:
    if found := pictures.patch(answer):
        return {'svg': found, 'filled': answer.sticker is None, 'light': tint.light, 'words': words}
    if answer.tile or not answer.words:
        return mark(answer.tile or ('voice-note' if answer.voice else 'picture-gone'), words, tint)
    return {'svg': None, 'letter': answer.words, 'light': tint.light, 'words': words}


def mark(pictogram: str, words: str, tint: Tint = DRAWN) -> Data:
    """A pictogram of ours."""
    return {'svg': tinted(pictogram, tint), 'light': tint.light, 'words': words}
