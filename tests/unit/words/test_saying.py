"""How a step is said: with whom and when, as people say it."""

from datetime import date, time, timedelta

import pytest

from model.catalogue.conditions import CONDITIONS
from model.catalogue.questions import COMPANIONS
from model.compass.answer import Answer
from model.compass.step import Step
from model.compass.when import PartOfDay, When
from model.words import language
from ui.words import saying
from ui.words.companions import with_tile
from ui.words.day import day_in_words

TODAY = date(2026, 11, 23)
"""A Monday."""
MORNING, AFTERNOON, EVENING = PartOfDay


def step(**fields):
    return Step(answer=Answer(tile='walk'), set_on=TODAY, **fields)


def when(code='nl', **fields):
    return saying.when(step(when=When(**fields)), language(code), TODAY)


@pytest.mark.parametrize(
    ('days', 'part', 'dutch', 'english'),
    [
        (0, MORNING, 'vanochtend', 'this morning'),
        (0, AFTERNOON, 'vanmiddag', 'this afternoon'),
        (0, EVENING, 'vanavond', 'this evening'),
        (1, MORNING, 'morgenochtend', 'tomorrow morning'),
        (2, EVENING, 'woensdagavond', 'Wednesday evening'),
        (6, AFTERNOON, 'zondagmiddag', 'Sunday afternoon'),
        (7, MORNING, 'maandagochtend 30 november', 'Monday morning 30 November'),
        (0, None, 'vandaag', 'today'),
        (1, None, 'morgen', 'tomorrow'),
        (5, None, 'zaterdag', 'Saturday'),
        (-2, MORNING, "kan nog steeds · 's ochtends", 'still possible · in the morning'),
    ],
)
def test_a_day_and_its_part_are_said_in_one_breath(days, part, dutch, english):
    day = TODAY + timedelta(days=days)
    assert (when(day=day, part=part), when('en', day=day, part=part)) == (dutch, english)


def test_a_part_of_no_day_in_particular():
    assert when(later=True, part=EVENING) == "later · 's avonds"
    assert when(part=AFTERNOON) == "'s middags"
    assert when(later=True) == 'later'
    assert saying.when(step(), language('nl'), TODAY) == ''


@pytest.mark.parametrize(
    ('days', 'hour', 'dutch', 'english'),
    [
        (0, time(19, 30), 'vanavond om 19.30 uur', 'this evening at 19:30'),
        (1, time(10, 30), 'morgenochtend om 10.30 uur', 'tomorrow morning at 10:30'),
        (5, time(14), 'zaterdagmiddag om 14.00 uur', 'Saturday afternoon at 14:00'),
        (7, time(7), 'maandagochtend 30 november om 7.00 uur', 'Monday morning 30 November at 7:00'),
        (-2, time(10), "kan nog steeds · 's ochtends", 'still possible · in the morning'),
    ],
)
def test_an_hour_is_said_after_the_day_as_on_a_clock_with_digits(days, hour, dutch, english):
    day = TODAY + timedelta(days=days)
    given = {'day': day, 'part': PartOfDay.of(hour), 'hour': hour}
    assert (when(**given), when('en', **given)) == (dutch, english)


def test_an_hour_of_no_day_in_particular():
    assert when(part=MORNING, hour=time(9)) == "'s ochtends om 9.00 uur"
    assert when('en', later=True, part=EVENING, hour=time(18, 30)) == 'later · in the evening at 18:30'


@pytest.mark.parametrize(
    ('day', 'part', 'dutch', 'english'),
    [
        (date(2027, 1, 2), None, 'zaterdag 2 januari 2027', 'Saturday 2 January 2027'),
        (date(2027, 1, 2), AFTERNOON, 'zaterdagmiddag 2 januari 2027', 'Saturday afternoon 2 January 2027'),
        (date(2026, 12, 31), EVENING, 'donderdagavond 31 december', 'Thursday evening 31 December'),
    ],
)
def test_a_day_of_another_year_has_its_year(day, part, dutch, english):
    assert (when(day=day, part=part), when('en', day=day, part=part)) == (dutch, english)


def test_at_the_end_of_the_year_tomorrow_is_tomorrow():
    new_year = step(when=When(day=date(2027, 1, 1), part=MORNING))
    weekend = step(when=When(day=date(2027, 1, 2)))
    new_years_eve = date(2026, 12, 31)
    assert saying.when(new_year, language('nl'), new_years_eve) == 'morgenochtend'
    assert saying.when(weekend, language('nl'), new_years_eve) == 'zaterdag'


@pytest.mark.parametrize(('day', 'said'), [(date(2026, 12, 3), '3 december'), (date(2027, 1, 3), '3 januari 2027')])
def test_a_date_far_away_has_its_year_when_that_is_another(day, said):
    assert day_in_words(day, language('nl'), TODAY) == said


def test_the_day_of_a_step_that_was_done_is_said_with_its_date():
    done = step(when=When(day=TODAY - timedelta(days=3), part=MORNING), done_on=TODAY)
    assert saying.when(done, language('nl'), TODAY) == 'vrijdagochtend 20 november'


@pytest.mark.parametrize(
    ('companions', 'dutch', 'english'),
    [
        ([], '', ''),
        ([Answer(tile='by-myself')], 'alleen', 'on my own'),
        ([Answer(tile='neighbour')], 'met de buren', 'with the neighbours'),
        ([Answer(tile='supporter')], 'met mijn begeleider', 'with my support worker'),
        (
            [Answer(tile='child'), Answer(tile='supporter')],
            'met mijn kind en mijn begeleider',
            'with my child and my support worker',
        ),
        (
            [Answer(tile='father'), Answer(words='tante Mia'), Answer(tile='mother')],
            'met mijn vader, tante Mia en mijn moeder',
            'with my father, tante Mia and my mother',
        ),
        ([Answer(tile='father', words='Henk')], 'met Henk', 'with Henk'),
    ],
)
def test_people_are_called_as_one_calls_them(companions, dutch, english):
    said = [saying.with_whom(step(companions=companions), language(code)) for code in ('nl', 'en')]
    assert said == [dutch, english]


@pytest.mark.parametrize(
    ('helps', 'dutch', 'english'),
    [
        ([], 'alleen', 'on my own'),
        (['music'], 'alleen · muziek helpt', 'on my own · music helps'),
        (['music', 'listening'], 'alleen · muziek en luisteren helpen', 'on my own · music and listening help'),
    ],
)
def test_what_helps_is_said_after_the_people(helps, dutch, english):
    given = step(companions=[Answer(tile='by-myself')], helps=[Answer(tile=key) for key in helps])
    assert [saying.together(given, language(code)) for code in ('nl', 'en')] == [dutch, english]


@pytest.mark.parametrize(
    'picture',
    [
        '🍰',
        '❤\ufe0f',
        '👍🏽',
        '👩🏽\u200d🌾',
        '🇳🇱',
        '1\ufe0f\u20e3',
        '🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f',
    ],
)
def test_an_emoji_before_own_words_is_taken_whole(picture):
    assert saying.emoji(f'{picture}taart') == saying.emoji(f'{picture} taart') == saying.emoji(picture) == picture
    assert saying.emoji(f'taart {picture}') == ''


def test_everyone_who_stands_on_a_tile_can_be_said():
    tiles = {tile.key for tile in (*CONDITIONS['belong'].tiles, *COMPANIONS.tiles)} - {'by-myself'}
    assert [key for key in tiles if with_tile(key, language('nl')) is None] == []
