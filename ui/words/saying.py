"""How the parts of a compass are said: an answer, a step, with whom, and when."""

import unicodedata
from datetime import date

import regex

from model.catalogue.choices import MOMENTS
from model.catalogue.conditions import CONDITIONS
from model.catalogue.questions import COMPANIONS, LEARNED, STEPS
from model.catalogue.tile import Question, Tile
from model.compass.album import Attachment, Sort
from model.compass.answer import Answer
from model.compass.looking_back import About
from model.compass.step import Step
from model.compass.steps import ALONE
from model.compass.target import Moment
from model.pictures import library
from model.words import Language
from ui.words.companions import with_tile
from ui.words.day_part import day_part, only_part
from ui.words.hour import with_hour

_FIRST_LETTER = regex.compile(r'\X')
"""What is one letter or picture to the eye, with all that is joined to it."""

_JOINED_AS_EMOJI = {'\ufe0f', '\u20e3'}


def emoji(words: str) -> str:
    """The emoji that own words begin with, whole: a picture of one's own. Empty where they begin otherwise."""
    if words[:2].isascii():  # most words; no letter of those is a picture, and nothing is joined to the first
        return ''
    found = _FIRST_LETTER.match(words)
    first = found[0] if found else ''
    return first if _JOINED_AS_EMOJI & set(first) or unicodedata.category(first[:1] or ' ') == 'So' else ''


def answer(answer: Answer, question: Question, say: Language) -> str:
    """Own words where there are any, else the word of the tile, else what it is shown with."""
    if answer.words or answer.tile is None:
        return answer.words or wordless(answer, say)
    return named(answer, say) if answer.named else say.tile(_tile(answer.tile, question.tiles))


def named(answer: Answer, say: Language) -> str:
    """The word of a tile that is configuration; the Dutch one where the lists of words do not have it."""
    return say(answer.named, context=answer.tile)


def wordless(answer: Answer, say: Language) -> str:
    """What an answer without a word is called: the name of a library picture, or what kind of thing it is."""
    if answer.sticker and library.is_known(answer.sticker):
        return library.name(answer.sticker, say.code)
    if answer.picture:
        return say('tekening', context='answer') if answer.drawn else say('foto', context='answer')
    return say('gesproken', context='answer') if answer.voice else say('plaatje', context='answer')


def offered(question: Question) -> list[Answer]:
    """The starter tiles of a question as answers."""
    return [Answer(tile=tile.key) for tile in question.tiles]


def looked_back(given: Answer, about: About, say: Language) -> str:
    """What was said when somebody looked back."""
    return went_well(given, say) if about is About.WENT_WELL else answer(given, LEARNED, say)


def went_well(answer: Answer, say: Language) -> str:
    """What went well: a strength, or a step that was done."""
    things = (*(tile for question in CONDITIONS.values() for tile in question.tiles), *STEPS.tiles)
    if answer.words or answer.tile is None:
        return answer.words or wordless(answer, say)
    return say.tile(_tile(answer.tile, things))


def companion(answer: Answer, say: Language) -> str:
    """Someone to do a step with, or what helps with it: "vader", "begeleider", "muziek", an own name."""
    strengths = (tile for condition in CONDITIONS.values() for tile in condition.tiles)
    tiles = (*strengths, *COMPANIONS.tiles)
    if answer.words or answer.tile is None:
        return answer.words or wordless(answer, say)
    return named(answer, say) if answer.named else say.tile(_tile(answer.tile, tiles))


def what(step: Step, say: Language) -> str:
    """What the step is, with a capital: "Taart bakken"."""
    return step_words(step.answer, say)


def step_words(given: Answer, say: Language) -> str:
    """The words of a step, with a capital; a photo or a voice alone has none, and is just "my step"."""
    words = answer(given, STEPS, say) if given.words or given.tile or given.sticker else say('Mijn stap')
    return say.capital(words)


def with_whom(step: Step, say: Language) -> str:
    """ "met mijn vader en Sam", "alleen", or nothing."""
    if not step.companions:
        return ''
    if step.companions[0].tile == ALONE:
        return companion(step.companions[0], say)
    names = [beside(one, say) for one in step.companions]
    if len(names) == 1:
        return say('met {who}', who=names[0])
    return say('met {some} en {last}', some=', '.join(names[:-1]), last=names[-1])


def helped_by(step: Step, say: Language) -> str:
    """ "muziek helpt", "muziek en rust helpen", or nothing."""
    names = [companion(one, say) for one in step.helps]
    if len(names) < 2:
        return say('{what} helpt', what=names[0]) if names else ''
    return say('{some} en {last} helpen', some=', '.join(names[:-1]), last=names[-1])


def together(step: Step, say: Language) -> str:
    """With whom, and what helps: "met mijn vader · muziek helpt"."""
    return ' · '.join(part for part in (with_whom(step, say), helped_by(step, say)) if part)


def beside(one: Answer, say: Language) -> str:
    """Someone as they follow "met" or "bel": "mijn begeleider", an own name."""
    tile = '' if one.words else one.tile or ''
    return with_tile(tile, say) or companion(one, say)


def when(step: Step, say: Language, today: date) -> str:
    """ "zaterdagmiddag om 14.30 uur", "later", or nothing when it was left open."""
    if step.when is None:
        return ''
    when = step.when.still(today) if step.is_open else step.when
    day, part, hour = when.day, when.part, when.hour
    if day:
        return with_hour(day_part(day, part, say, today) if part else say.day(day, today), hour, say)
    # a day that went by is no failure
    parts = [] if step.when.day is None else [say('kan nog steeds')]
    if when.later:
        parts.append(say('later', context='later'))
    if part:
        parts.append(with_hour(only_part(part, say), hour, say))
    return ' · '.join(parts)


def details(step: Step, say: Language, today: date) -> str:
    """With whom, what helps and when, on one line."""
    return ' · '.join(part for part in (together(step, say), when(step, say, today)) if part)


def attachment_name(attachment: Attachment, say: Language) -> str:
    """What an attachment is called for who cannot see it: "Foto van 22 november"."""
    day = say.full_date(attachment.added.at.date())
    if attachment.sort is Sort.VOICE:
        return say('Gesproken op {day}', day=day)
    if attachment.sort is Sort.DRAWING:
        return say('Tekening van {day}', day=day)
    return say('Foto van {day}', day=day)


def moment(moment: Moment, say: Language) -> str:
    """When a photo beside a step was taken."""
    return say.tile(_tile(moment, MOMENTS))


def _tile(key: str, tiles: tuple[Tile, ...]) -> Tile:
    return next((tile for tile in tiles if tile.key == key), Tile(key, key))
