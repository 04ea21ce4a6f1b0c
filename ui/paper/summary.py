"""What a person chose to have in plain words, on paper. The lay-out is `assets/poster/summary.typ`."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from model.pictures import pictogram
from model.pictures.pictogram import INK, tinted
from model.words import Language
from ui.look.colours import QUIET, WHITE, tint_of
from ui.paper.letters import has_emoji
from ui.paper.typesetting import Data, printable, typeset
from ui.words.summary import Chapter


def summary_sheet(title: str, day: str, chosen: Iterable[Chapter], say: Language) -> bytes:
    """Returns a PDF of as many pages A4 as it takes."""
    data = printable(
        {
            'language': say.code,
            'direction': say.direction,
            'colours': {'ink': INK, 'white': WHITE, 'quiet': QUIET},
            'title': title,
            'date': day,
            'chapters': [_drawn(chapter) for chapter in chosen],
        }
    )
    shows_openmoji = has_emoji(json.dumps(data, ensure_ascii=False))
    data['credit'] = say('Plaatjes van OpenMoji, openmoji.org (CC BY-SA 4.0)') if shows_openmoji else ''
    return typeset('summary', data)


def _drawn(chapter: Chapter) -> Data:
    key = chapter.pictogram if pictogram.is_known(chapter.pictogram) else 'life'
    return asdict(chapter) | {'svg': tinted(key, tint_of(chapter.key))}
