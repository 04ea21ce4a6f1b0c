"""Pages with photos and drawings, a few on each and as whole as can be, with the words of each under it."""

from model.compass.album import Attachment
from model.pictures.pictogram import tinted
from model.words import Language
from ui.paper.photo_grid import TALL, WIDE, arranged
from ui.paper.pictures import PaperPictures
from ui.paper.sheet import Box
from ui.paper.typesetting import Data
from ui.words import saying

ON_A_PAGE = 4
PAGE = Box(0, 0, 126, 158)
GAP, LEAST, WORDS = 4, 40, 7
"""In millimetres: between photos, the smallest side of one, and what is under it for its words."""
NOTHING_LEFT = PAGE.width
"""Room that an arrangement need not leave."""


def photo_pages(pictures: PaperPictures, most: int, say: Language) -> list[list[Data]]:
    """What is printed of the album, the oldest first, of more than `most` the newest; each with its place on a page."""
    kept = pictures.newest(most)[::-1]
    pages = (kept[at : at + ON_A_PAGE] for at in range(0, len(kept), ON_A_PAGE))
    return [_page(page, pictures, say) for page in pages]


def _page(kept: list[tuple[Attachment, float]], pictures: PaperPictures, say: Language) -> list[Data]:
    box, shapes = PAGE, [shape for _, shape in kept]
    if len(kept) == 1:
        # alone it need not be cut off to fill the page
        box = box._replace(height=min(box.height, box.width / min(max(shapes[0], TALL), WIDE) + WORDS))
    patches, _ = arranged(box, shapes, GAP, LEAST, NOTHING_LEFT)
    placed = zip(kept, patches, strict=True)
    return [found for (one, _), patch in placed if (found := _photo(one, patch, pictures, say))]


def _photo(attachment: Attachment, patch: Box, pictures: PaperPictures, say: Language) -> Data | None:
    patch = patch._replace(height=patch.height - WORDS)
    found = pictures.filling(attachment, patch.width, patch.height)
    if found is None:
        return None
    moment = attachment.target.moment
    words = saying.attachment_name(attachment, say)
    return {'box': patch._asdict(), 'svg': found, 'alt': words, 'moment': tinted(moment) if moment else None}
