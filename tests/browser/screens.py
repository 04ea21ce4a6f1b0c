"""Every screen a person can see, and a compass with as much on it as people put there."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from model.catalogue import CONDITIONS
from model.compass import Answer, Compass
from model.when import PartOfDay
from tests.browser.on_disk import changed
from tests.browser.person import Person
from tests.server import Server

PLAIN = ('/', '/ik-heb-een-kompas', f'/k#{"A" * 22}', '/tot-ziens', '/geen-verbinding', '/niets')
"""Addresses of the plain pages."""

LONG_WORDS = 'naar de arbeidsongeschiktheidsverzekeringsmaatschappij bellen met mijn begeleider'[:80]
NOW = datetime.now(ZoneInfo('Europe/Amsterdam'))
TODAY = NOW.date()


def screens(step: str) -> tuple[str, ...]:
    """Sub-pages of a compass, `step` being the id of a step on it."""
    return (
        '',
        'ik',
        'jezelf-zijn',
        'ertoe-doen',
        'meedoen',
        'erbij-horen',
        'wens',
        'nieuwe-stap',
        f'stap/{step}',
        f'stap/{step}/wat',
        f'stap/{step}/wie',
        f'stap/{step}/wanneer',
        'stap/0123abcd',
        'stappen',
        'klaar',
        'delen',
        'gebeurd',
        'moeilijk',
    )


def fill(person: Person, server: Server) -> str:
    """Put much on the compass that `person` has open; answers the id of a step."""
    with changed(server, person.compass_id) as compass:
        _who_and_what(compass)
        return _steps(compass)


def _who_and_what(compass: Compass) -> None:
    compass.choose_avatar('avatar-turtle')
    compass.call_me('Maria-Antoinette van der Meer-Oosterhuis')
    for key, condition in CONDITIONS.items():
        for tile in condition.tiles[:6]:
            compass.choose_strength(key, Answer(tile=tile.key), TODAY)
        compass.choose_strength(key, Answer(words=LONG_WORDS), TODAY)
        compass.choose_strength(key, Answer(words='oma'), TODAY)
        compass.mark_heart(compass.on(key)[0].id, heart=True)
    compass.choose_wish(Answer(words=LONG_WORDS), TODAY)
    compass.choose_wish(Answer(tile='money-in-order'), TODAY)
    compass.tell_happened(Answer(tile='moved'))
    compass.tell_obstacle(Answer(words=LONG_WORDS))


def _steps(compass: Compass) -> str:
    done = compass.start_action(Answer(tile='groceries'), TODAY)
    compass.finish_action(done.id, TODAY)
    compass.start_action(Answer(words=LONG_WORDS), TODAY)
    step = compass.start_action(Answer(tile='sleep-on-time'), TODAY)
    compass.choose_companion(step.id, Answer(tile='sibling'))
    compass.choose_companion(step.id, Answer(words=LONG_WORDS))
    compass.choose_day(step.id, TODAY + timedelta(days=5))
    compass.choose_part_of_day(step.id, PartOfDay.AFTERNOON)
    return step.id
