"""What a person chose to have in plain words, on paper. The lay-out is `assets/poster/summary.typ`."""

from collections.abc import Iterable
from dataclasses import asdict

from model.pictures import pictogram
from model.pictures.pictogram import tinted
from model.words import Language
from ui.look.colours import tint_of
from ui.paper.typesetting import Data, typeset
from ui.words.summary import Chapter


def summary_sheet(title: str, day: str, chosen: Iterable[Chapter], say: Language) -> bytes:
    """Returns a PDF of as many pages A4 as it takes."""
    data: Data = {
        'paper': {'width': 210, 'height': 297, 'margin': 22, 'unit': 1, 'gap': 4},
        'title': title,
        'date': day,
        'chapters': [_drawn(chapter) for chapter in chosen],
    }
    return typeset('summary', data, say)


def _drawn(chapter: Chapter) -> Data:
    key = chapter.pictogram if pictogram.is_known(chapter.pictogram) else 'life'
    return asdict(chapter) | {'svg': tinted(key, tint_of(chapter.key))}
