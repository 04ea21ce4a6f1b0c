"""The places on a sheet for photos beside the compass: what is printed there, and what is left to stick one."""

from model.compass.album import Attachment
from model.pictures.pictogram import tinted
from model.words import Language
from ui.paper.photo_grid import arranged, capacity
from ui.paper.pictures import PaperPictures
from ui.paper.sheet import Box, Paper
from ui.words import saying

LEAST, ROOM, GAP = 18, 30, 3
"""In units of the sheet: the smallest side of a printed photo and of a place to stick one, and what is between."""

Data = dict[str, object]


def filled(boxes: list[Box], paper: Paper, pictures: PaperPictures, say: Language) -> tuple[list[Data], list[Box]]:
    """The photos, each with its place on the sheet, and the places where there is none."""
    least, room, gap = (size * paper.unit for size in (LEAST, ROOM, GAP))
    waiting, printed, empty = pictures.loose, [], []
    for box in boxes:
        most = capacity(box, least, gap)
        here, waiting = waiting[:most], waiting[most:]
        if not here:
            empty.append(box)
            continue
        patches, left = arranged(box, [shape for _, shape in here], gap, least, room)
        for (attachment, _), patch in zip(here, patches, strict=True):
            found = pictures.filling(attachment, patch.width, patch.height)
            if found:
                printed.append(_printed(attachment, patch, found, say))
            else:
                empty.append(patch)
        empty += [left] if left else []
    return printed, empty


def _printed(attachment: Attachment, patch: Box, found: str, say: Language) -> Data:
    moment = attachment.target.moment
    return {
        'box': patch._asdict(),
        'svg': found,
        'alt': saying.attachment_name(attachment, say),
        'moment': tinted(moment) if moment else None,
    }
