"""The compass on paper: a sheet for the fridge or a card for the wallet, as a PDF.

The lay-out is `assets/poster.typ`. What it prints goes in as data: nothing a person wrote is read as markup.
"""

import json
import re
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from threading import Lock
from typing import cast

import fontpkg_atkinson_hyperlegible
import typst

from model.answer import Answer
from model.catalogue import HAPPENED, OBSTACLES, PARTS_OF_DAY, WEEKDAYS, WISHES, Question
from model.compass import Action, Compass
from model.pictogram import DRAWN, INK, Tint, tinted
from model.when import When
from model.words import Language
from ui import drawing, qr, saying
from ui.design import DONE, DONE_LIGHT, SHADOW, WEEKDAY_TINTS, WHITE, tint_of

_ASSETS = Path(__file__).parent.parent / 'assets'
_FONTS = (Path(fontpkg_atkinson_hyperlegible.__file__).parent / 'files', _ASSETS / 'fonts')
_ONE_AT_A_TIME = Lock()
# As many steps as there are colours: the open ones first, then what was done.
_STEP_TINTS = [tint_of(condition) for condition in ('be-yourself', 'take-part', 'belong', 'matter')]
_UNPRINTABLE = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')

Data = dict[str, object]


class Sheet(StrEnum):
    """What it is printed on; the values stand in addresses."""

    A4 = 'a4'
    A5 = 'a5'
    POCKET = 'pas'


def poster(
    compass: Compass,
    say: Language,
    today: date,
    *,
    sheet: Sheet,
    address: str | None,
    everything: bool,
    local_only: bool,
) -> bytes:
    """A vector PDF. `address` is what the QR code holds, None for a sheet without one.

    `everything` adds what happened and what is in the way, on the back of the sheet.
    Raises `ValueError` when the address is too long for a QR code.
    """
    data = _front(compass, say, today)
    data['sheet'] = sheet.value
    data['back'] = _back(compass, say) if everything else []
    data['qr'] = qr.svg(address) if address is not None else None
    data['local'] = say('Werkt alleen op dit netwerk') if local_only else ''
    inputs = {'data': json.dumps(_printable(data))}
    with _ONE_AT_A_TIME:
        return cast(bytes, _compiler().compile(format='pdf', sys_inputs=inputs))


@cache
def _compiler() -> typst.Compiler:
    """Kept, because finding the fonts takes longer than a sheet; two threads may not use it at once."""
    return typst.Compiler(str(_ASSETS / 'poster.typ'), font_paths=[str(folder) for folder in _FONTS])


def _printable(value: object) -> object:
    """Without the characters that XML has no place for: one of them would stop the whole sheet."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub('', value)
    if isinstance(value, dict):
        return {key: _printable(inner) for key, inner in value.items()}
    return [_printable(inner) for inner in value] if isinstance(value, list) else value


def _front(compass: Compass, say: Language, today: date) -> Data:
    steps = [*compass.open_actions, *compass.done_actions]
    return {
        'language': say.code,
        'direction': say.direction,
        'colours': {'ink': INK, 'white': WHITE, 'shadow': SHADOW, 'done': DONE, 'done_light': DONE_LIGHT},
        'title': say('Kompas van {name}', name=compass.nickname) if compass.nickname else say('Mijn kompas'),
        'name': compass.nickname or say('Mijn kompas'),
        'date': say.full_date(today),
        'avatar': tinted(compass.avatar or 'sail'),
        'compass': drawing.compass(compass, say),
        'wish': _answered(compass.wish.answer, WISHES, say) if compass.wish else None,
        'wish_label': _mark('heart', say('Mijn wens')),
        'steps': [_step(step, tint, say) for step, tint in zip(steps, _STEP_TINTS, strict=False)],
        'more': max(0, len(compass.open_actions) - len(_STEP_TINTS)),
        'empty': _mark('new-step', say('Nieuwe stap')),
        'photo': _mark('photos', say('Plak hier een foto')),
        'private': _mark('lock', say('Alleen voor jou')),
        'code': say('QR-code van dit kompas'),
        'open': _mark('my-phone', say('Open je kompas')),
    }


def _back(compass: Compass, say: Language) -> list[object]:
    parts = [(HAPPENED, compass.happened), (OBSTACLES, compass.obstacles)]
    return [
        [_mark(part.key, say(part.word)), [_answered(one, part, say) for one in answers]]
        for part, answers in parts
        if answers
    ]


def _step(step: Action, tint: Tint, say: Language) -> Data:
    card = _pictured(step.answer, saying.what(step, say), tint)
    facts = []
    if step.companions:
        facts.append(_pictured(step.companions[0], saying.with_whom(step, say), tint_of('belong')))
    if step.done_on:
        facts.append(_mark('celebrate', ' · '.join([say('Gedaan'), say.dated(step.done_on)])))
    elif step.when:
        facts.append(_when(step.when, say) | {'square': True})
    return card | {'done': step.done_on is not None, 'facts': facts}


def _when(when: When, say: Language) -> Data:
    """The day with its date: "today" would no longer be true tomorrow, and the sheet hangs there still."""
    parts = [say.tile(tile) for tile in PARTS_OF_DAY if tile.key == when.part]
    if when.later:
        return _mark('later', ' · '.join([say('later', context='later'), *parts]))
    if when.day is None:
        return _mark(when.part or 'later', ' · '.join(parts))
    weekday = WEEKDAYS[when.day.weekday()].key
    light, tint = WEEKDAY_TINTS[weekday]
    return _mark(weekday, ' · '.join([say.dated(when.day), *parts]), tint) | {'light': light}


def _answered(answer: Answer, question: Question, say: Language) -> Data:
    words = saying.answer(answer, question, say)
    return _pictured(answer, words[:1].upper() + words[1:], DRAWN)


def _pictured(answer: Answer, words: str, tint: Tint) -> Data:
    if answer.tile:
        return _mark(answer.tile, words, tint)
    return {'svg': None, 'letter': answer.words, 'light': tint.light, 'words': words}


def _mark(pictogram: str, words: str, tint: Tint = DRAWN) -> Data:
    return {'svg': tinted(pictogram, tint), 'light': tint.light, 'words': words}
