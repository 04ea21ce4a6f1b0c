"""The order of the questions: a path the first time, and from home to a question and back after that.

The path is a matter of the compass: it runs wherever the person has that open, and goes on where it was.
"""

from model.access.grant import Opened
from model.catalogue.path import QUESTIONS
from model.compass.album import Sort
from model.compass.compass import Compass
from model.compass.part import Part
from model.compass.target import Spot, Target
from ui.live.here import Here

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
FIRST_TIME = {'me': 'ik', **CONDITION_PAGES, 'wish': 'wens', 'new-step': 'nieuwe-stap'}
"""Sub-page of each question of the path, but for those about a step that is there."""
OF_A_STEP = {'new-step': 'wat', 'with-whom': 'wie', 'when': 'wanneer'}
"""The end of the sub-page of each question about a step."""


def runs(opened: Opened) -> bool:
    """Whether the person is on the path here; a worker who has the compass open is not, nor who only looks."""
    grant = opened.grant
    return grant.is_person and not grant.only_looks and Part.RING in opened.grant.parts and opened.seen.first_time


def before(here: Here, question: str) -> str:
    """Where "Terug" goes."""
    index = QUESTIONS.index(question)
    return FIRST_TIME[QUESTIONS[index - 1]] if runs(here.opened) and index > 0 else HOME


def after(here: Here, question: str) -> str:
    """Where "Verder" goes."""
    following = QUESTIONS[QUESTIONS.index(question) + 1]
    return FIRST_TIME[following] if runs(here.opened) else HOME


def go(here: Here, page: str) -> None:
    """Go on to a sub-page; on the path the compass remembers which question that is."""
    here.go(page)
    question = _question(page)
    if question and runs(here.opened):
        with here.change() as compass:
            compass.come_to(question)


def resumed(opened: Opened) -> str:
    """The sub-page on which the path goes on."""
    compass = opened.seen
    asked = compass.asked or QUESTIONS[0]
    step = compass.steps.items[-1] if compass.steps.items else None
    if asked not in OF_A_STEP or step is None:
        return FIRST_TIME.get(asked, FIRST_TIME['new-step'])
    return f'stap/{step.id}/{OF_A_STEP[asked]}'


def _question(page: str) -> str | None:
    """The question that is asked on a sub-page."""
    pages = FIRST_TIME.items() if '/' not in page else OF_A_STEP.items()
    return next((question for question, end in pages if end == page.rpartition('/')[2]), None)


def of_life(domain: str, place: str = '') -> str:
    """The sub-page of the worksheet of a life domain, perhaps with one of its places open."""
    return f'leven/{domain}/{place}'.rstrip('/')


def of_wish(wish_id: str) -> str:
    """The sub-page of one wish."""
    return f'{PAGES["wish"]}/{wish_id}'


def of_target(target: Target) -> str:
    """The sub-page where what goes to `target` is seen."""
    if target.spot is Spot.LIFE:
        return of_life(target.of, target.place or '')
    if target.spot is Spot.CONDITION:
        return CONDITION_PAGES[target.of]
    if target.spot is Spot.WISH:
        return of_wish(target.of)
    pages = {
        Spot.WISHES: PAGES['wish'],
        Spot.STRENGTH: f'kracht/{target.of}',
        Spot.STEP: f'stap/{target.of}',
        Spot.STEPS: 'nieuwe-stap',
    }
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
