"""What a person chooses to have in plain text, part by part: to paste into a record of somebody else, and on paper.

There is no photo in it and no name but the nickname; nothing here knows of a part that was not handed in.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from model.catalogue.choices import HOW_IT_GOES, HOW_IT_WENT, WHOSE
from model.catalogue.conditions import CONDITIONS
from model.catalogue.domains import PLACES, Domain
from model.catalogue.questions import HAPPENED, OBSTACLES, WISHES
from model.catalogue.tile import Question, Tile
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.life.places import LifePlace
from model.compass.part import Part
from model.compass.step import Felt, Step
from model.compass.when import When
from model.words import Language
from ui.words import saying
from ui.words.day_part import dated_when, only_part
from ui.words.domain import domain_word
from ui.words.hour import with_hour

WISH, STEPS = 'wish', 'steps'
_HELP = dict(zip((LifePlace.MINE, LifePlace.PEOPLE, LifePlace.PROFESSIONALS), WHOSE, strict=True))


@dataclass(frozen=True)
class Group:
    """Lines under a small heading, which may be empty."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Chapter:
    """One part, as it is chosen: `key` stands in addresses."""

    key: str
    pictogram: str
    heading: str
    groups: tuple[Group, ...]


def chapters(seen: Compass, parts: Set[Part], domains: Sequence[Domain], say: Language, today: date) -> list[Chapter]:
    """Returns all that can be chosen of a compass by who sees these parts; what is empty is not among it."""
    found: list[Chapter] = []
    if Part.RING in parts:
        found += [_strengths(seen, condition, say) for condition in CONDITIONS.values()]
        found.append(_wishes(seen, say))
    if Part.STEPS in parts:
        steps = tuple(_step(one, say, today) for one in (*seen.steps.to_do(today), *seen.steps.done))
        found.append(_chapter(STEPS, STEPS, say('Mijn stappen'), [Group('', steps)]))
    if Part.HAPPENED in parts:
        found.append(_told(Part.HAPPENED, HAPPENED, seen.happened.items, say))
    if Part.OBSTACLES in parts:
        found.append(_told(Part.OBSTACLES, OBSTACLES, seen.obstacles.items, say))
    keys = dict.fromkeys([*(domain.key for domain in domains), *seen.life.domains])
    found += [_domain(seen, key, domains, say) for key in keys if Part.of_domain(key).is_in(parts)]
    return [one for one in found if one.groups]


def title(seen: Compass, say: Language) -> str:
    """Returns whose it is: by the nickname, or of nobody known."""
    return say('Kompas van {name}', name=seen.nickname) if seen.nickname else say('Mijn kompas')


def summary(title: str, day: str, chosen: Iterable[Chapter]) -> str:
    """Returns the plain text of what was chosen; nothing at all when that is nothing."""
    told = ['\n'.join(_lines(chapter)) for chapter in chosen]
    return '\n\n'.join([f'{title}\n{day}', *told]) if told else ''


def pick(found: Iterable[Chapter], keys: Collection[str]) -> list[Chapter]:
    """Returns the chapters with these keys, in their own order."""
    return [chapter for chapter in found if chapter.key in keys]


def _lines(chapter: Chapter) -> Iterator[str]:
    yield chapter.heading
    for group in chapter.groups:
        if group.heading:
            yield group.heading
        yield from (f'- {line}' for line in group.lines)


def _chapter(key: str, pictogram: str, heading: str, groups: Iterable[Group]) -> Chapter:
    return Chapter(key, pictogram, heading, tuple(group for group in groups if group.lines))


def _strengths(seen: Compass, condition: Question, say: Language) -> Chapter:
    strengths = seen.strengths.on(condition.key, seen.album)
    lines = [_dear(saying.answer(one.answer, condition, say), say, dear=one.heart) for one in strengths]
    return _chapter(condition.key, condition.key, say(condition.word), [Group('', tuple(lines))])


def _dear(words: str, say: Language, *, dear: bool) -> str:
    return say('{what} (belangrijk)', what=words) if dear else words


def _wishes(seen: Compass, say: Language) -> Chapter:
    """The one in the middle first."""
    wishes = sorted(seen.wishes.shown(seen.album), key=lambda one: one != seen.wish)
    lines = tuple(saying.answer(one.answer, WISHES, say) for one in wishes)
    return _chapter(WISH, 'wish', say('Mijn wens'), [Group('', lines)])


def _step(step: Step, say: Language, today: date) -> str:
    """A step with its date in words: "tomorrow" would not be true any more where this is read."""
    when = _done(step, say) if step.done_on else _when(step.when.still(today), say, today) if step.when else ''
    return ', '.join(part for part in (saying.what(step, say), saying.with_whom(step, say), when) if part)


def _done(step: Step, say: Language) -> str:
    day = say('gedaan op {day}', day=say.full_date(step.done_on)) if step.done_on else ''
    felt = _face(step.felt, HOW_IT_WENT, say)
    return ', '.join(part for part in (day, felt) if part)


def _when(when: When, say: Language, today: date) -> str:
    if when.day:
        return with_hour(dated_when(when.day, when.part, say, today), when.hour, say)
    later = say('later', context='later') if when.later else ''
    return ' '.join(one for one in (later, only_part(when.part, say) if when.part else '') if one)


def _told(part: Part, question: Question, answers: Iterable[Answer], say: Language) -> Chapter:
    lines = tuple(saying.answer(one, question, say) for one in answers)
    return _chapter(part, question.key, say(question.word), [Group('', lines)])


def _domain(seen: Compass, key: str, domains: Sequence[Domain], say: Language) -> Chapter:
    found = seen.life.of(key)
    goes = _face(found.felt, HOW_IT_GOES, say)
    first = [f'{say("Hoe gaat het hier?")} {goes}'] if goes else []
    if found.talk_since is not None:
        first.append(say('Hier wil ik over praten'))
    places = (
        Group(_place(place, say), tuple(_named(one.answer, say) for one in found.at(place).shown(seen.album)))
        for place in LifePlace
    )
    drawing = next((domain.pictogram for domain in domains if domain.key == key), 'life')
    return _chapter(Part.of_domain(key), drawing, domain_word(domains, key, say), [Group('', tuple(first)), *places])


def _place(place: LifePlace, say: Language) -> str:
    whose = _HELP.get(place)
    if whose is None:
        return say.capital(say.tile(PLACES[place]))
    return f'{say.capital(say.tile(PLACES["help"]))}, {say.tile(whose)}'


def _named(answer: Answer, say: Language) -> str:
    return answer.words or (saying.named(answer, say) if answer.named else saying.wordless(answer, say))


def _face(felt: Felt | None, faces: Iterable[Tile], say: Language) -> str:
    return next((say.tile(tile) for tile in faces if tile.key == felt), '')
