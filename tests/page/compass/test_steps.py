"""The steps as they stand on the pages: those that are ahead before those whose day went by, each day as it is said."""

import re
from datetime import date, timedelta

from model.compass.answer import Answer
from model.compass.when import PartOfDay
from model.settings import Settings
from tests.browser.cast.on_disk import changed
from tests.page.cast.people.person import Owner
from ui.screens.compass.home import SHOWN_STEPS


def today() -> date:
    """It may become another day while the tests run."""
    return Settings().today()


def sets(owner: Owner, words: str, day: date | None, part: PartOfDay | None = None) -> None:
    """A step on this day."""
    with changed(owner.server, owner.id) as compass:
        step = compass.steps.start(Answer(words=words), today())
        compass.steps.choose_day(step.id, day)
        compass.steps.choose_part_of_day(step.id, part)


def cards(owner: Owner, page: str = '') -> list[str]:
    """What the cards say that are on the page as it comes."""
    found = re.findall(r'<span class="text">(.*?)</small>', owner.opens(f'/kompas/{owner.id}{page}').text)
    return [' '.join(re.sub('<[^>]*>|\u00ad', ' ', one).split()) for one in found]


def test_at_home_a_day_that_went_by_takes_no_place_from_what_is_ahead(owner: Owner) -> None:
    for number in range(SHOWN_STEPS):
        sets(owner, f'Voorbij {number}', today() - timedelta(days=1 + number))
    assert all(card.endswith('kan nog steeds') for card in cards(owner))
    sets(owner, 'Taart', today(), PartOfDay.EVENING)
    sets(owner, 'Thee', None)
    shown = cards(owner)
    assert shown[:2] == ['Taart vanavond', 'Thee later']
    assert [one.partition(' ')[0] for one in shown].count('Voorbij') == SHOWN_STEPS - 2


def test_a_card_says_tomorrow_and_another_year(owner: Owner) -> None:
    sets(owner, 'Taart', today() + timedelta(days=1), PartOfDay.MORNING)
    sets(owner, 'Thee', date(today().year + 2, 1, 2))
    tomorrow, far = cards(owner)
    assert tomorrow == 'Taart morgenochtend'
    assert far.endswith(f'2 januari {today().year + 2}')
