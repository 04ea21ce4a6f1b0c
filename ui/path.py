"""The order of the questions: a path the first time, and from home to a question and back after that."""

from model.catalogue import CONDITIONS
from model.compass import Compass

CONDITION_PAGES = {
    'be-yourself': 'jezelf-zijn',
    'matter': 'ertoe-doen',
    'take-part': 'meedoen',
    'belong': 'erbij-horen',
}
PAGES = {**CONDITION_PAGES, 'wish': 'wens'}
"""Sub-page of each question that the compass links to."""

HOME = ''
FIRST_TIME = ('ik', *(CONDITION_PAGES[key] for key in CONDITIONS), 'wens', 'nieuwe-stap')


def before(page: str, compass: Compass) -> str:
    """Where "Terug" goes."""
    place = FIRST_TIME.index(page)
    return FIRST_TIME[place - 1] if compass.first_time and place > 0 else HOME


def after(page: str, compass: Compass) -> str:
    """Where "Verder" goes."""
    place = FIRST_TIME.index(page)
    return FIRST_TIME[place + 1] if compass.first_time and place + 1 < len(FIRST_TIME) else HOME
