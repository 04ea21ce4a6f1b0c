"""The order of the questions: a path the first time, and from home to a question and back after that."""

from model.catalogue.conditions import CONDITIONS
from model.compass.album import Sort
from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.target import Spot, Target

CONDITION_PAGES = {
    'be-yourself': 'jezelf-zijn',
    'matter': 'ertoe-doen',
    'take-part': 'meedoen',
    'belong': 'erbij-horen',
}
PAGES = {**CONDITION_PAGES, 'wish': 'wens'}
"""Sub-page of each question that the compass links to."""

PRIVATE_PAGES = {'gebeurd': Part.HAPPENED, 'moeilijk': Part.OBSTACLES}
"""Sub-page of each private part."""

HOME = ''
FIRST_TIME = ('ik', *(CONDITION_PAGES[key] for key in CONDITIONS), 'wens', 'nieuwe-stap')


def before(page: str, compass: Compass) -> str:
    """Where "Terug" goes."""
    index = FIRST_TIME.index(page)
    return FIRST_TIME[index - 1] if compass.first_time and index > 0 else HOME


def after(page: str, compass: Compass) -> str:
    """Where "Verder" goes."""
    index = FIRST_TIME.index(page)
    return FIRST_TIME[index + 1] if compass.first_time and index + 1 < len(FIRST_TIME) else HOME


def of_target(target: Target) -> str:
    """The sub-page where what goes to `target` is seen."""
    if target.spot is Spot.CONDITION:
        return CONDITION_PAGES[target.of]
    if target.spot in {Spot.WISHES, Spot.WISH}:
        return PAGES['wish']
    pages = {Spot.STRENGTH: f'kracht/{target.of}', Spot.STEP: f'stap/{target.of}', Spot.STEPS: 'nieuwe-stap'}
    return pages.get(target.spot, 'fotos')


def after_sending(compass: Compass, attachment_id: str) -> str | None:
    """The sub-page to go to when an attachment was sent; None to stay."""
    attachment = compass.album.find(attachment_id)
    if attachment is None:
        return None
    if attachment.is_asked:
        return f'mag/{attachment_id}'
    if attachment.target.spot is Spot.STEPS:
        return next((f'stap/{a.id}/wat' for a in compass.steps.items if attachment_id in a.answer.attachments), None)
    return of_target(attachment.target) if attachment.sort is Sort.DRAWING else None
