"""The summary in plain text: what was ticked is in it, and nothing of what was not."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.life.places import LifePlace
from model.compass.part import EVERY_PART, OPEN_PARTS, Part
from model.compass.seen import seen
from model.compass.step import Felt
from model.compass.when import PartOfDay
from model.content import content
from model.words import language
from ui.words.summary import Chapter, chapters, pick, summary, title

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=ZoneInfo('Europe/Amsterdam'))
TODAY = NOW.date()
DOMAINS = content.read().domains
ALL = EVERY_PART | {Part.of_domain(domain.key) for domain in DOMAINS}
WORDS = {
    **{key: f'kracht van {key}' for key in CONDITIONS},
    'wish': 'wens van sam',
    'steps': 'Stap van sam',
    'happened': 'brommer gestolen',
    'obstacles': 'bang voor post',
    **{f'life.{domain.key}': f'leven met {domain.key}' for domain in DOMAINS},
}


@pytest.fixture
def full() -> Compass:
    """Something of its own in every part."""
    compass = Compass(made=NOW)
    compass.call_me('Sam')
    for key in CONDITIONS:
        compass.strengths.choose(key, Answer(words=WORDS[key]), TODAY)
    compass.wishes.choose(Answer(words=WORDS['wish']), TODAY)
    compass.steps.start(Answer(words=WORDS['steps']), TODAY)
    compass.happened.tell(Answer(words=WORDS['happened']))
    compass.obstacles.tell(Answer(words=WORDS['obstacles']))
    for domain in DOMAINS:
        compass.life.add(domain.key, LifePlace.NOW, Answer(words=WORDS[f'life.{domain.key}']))
    return compass


def found(compass: Compass, code: str = 'nl', parts: frozenset[Part] = ALL) -> list[Chapter]:
    return chapters(seen(compass, parts), parts, DOMAINS, language(code), TODAY)


def text(compass: Compass, *keys: str, code: str = 'nl') -> str:
    say = language(code)
    return summary(title(compass, say), say.full_date(TODAY), pick(found(compass, code), keys))


@pytest.mark.parametrize('code', ['nl', 'en'])
@pytest.mark.parametrize('key', WORDS)
def test_what_is_not_ticked_is_not_in_it(full: Compass, key: str, code: str) -> None:
    others = text(full, *(one for one in WORDS if one != key), code=code)
    assert [one for one in WORDS if WORDS[one] not in others] == [key]
    only = text(full, key, code=code)
    assert [one for one in WORDS if WORDS[one] in only] == [key]
    [chapter] = pick(found(full, code), [key])
    assert chapter.heading in only
    assert chapter.heading not in others.split('\n')


@pytest.mark.parametrize('code', ['nl', 'en'])
def test_with_nothing_ticked_there_is_nothing_not_even_whose_it_is(full: Compass, code: str) -> None:
    assert text(full, code=code) == ''


def test_all_that_can_be_ticked_is_what_is_seen_here_and_not_empty(full: Compass) -> None:
    assert [chapter.key for chapter in found(full)] == list(WORDS)
    assert [chapter.key for chapter in found(full, parts=OPEN_PARTS)] == [*CONDITIONS, 'wish', 'steps']
    one = frozenset({Part.STEPS, Part.of_domain('money')})
    assert [chapter.key for chapter in found(full, parts=one)] == ['steps', 'life.money']
    assert found(Compass(made=NOW)) == []


def test_headings_and_lines_with_dashes_make_it_up(full: Compass) -> None:
    full.strengths.mark_heart(full.strengths.items[0].id, heart=True)
    assert text(full, 'wish', 'be-yourself').split('\n') == [
        'Kompas van Sam',
        '22 november 2026',
        '',
        'Jezelf zijn',
        '- kracht van be-yourself (belangrijk)',
        '',
        'Mijn wens',
        '- wens van sam',
    ]


def test_a_day_is_a_date_in_words_that_stays_true(full: Compass) -> None:
    step, done = full.steps.items[0], full.steps.start(Answer(tile='walk'), TODAY)
    full.steps.choose_day(step.id, TODAY + timedelta(days=1))
    full.steps.choose_part_of_day(step.id, PartOfDay.AFTERNOON)
    full.steps.choose_companion(step.id, Answer(tile='father'), TODAY)
    full.steps.finish(done.id, date(2026, 11, 20))
    full.steps.tell_how_it_went(done.id, Felt.SO_SO)
    lines = text(full, 'steps').split('\n')
    assert '- Stap van sam, met mijn vader, maandagmiddag 23 november' in lines
    assert '- Wandelen, gedaan op 20 november 2026, ging wel' in lines


@pytest.mark.parametrize(
    ('code', 'part', 'said'), [('nl', None, ''), ('nl', PartOfDay.AFTERNOON, ", 's middags"), ('en', None, '')]
)
def test_of_a_day_that_went_by_the_date_is_not_said(full: Compass, code: str, part: PartOfDay, said: str) -> None:
    full.steps.choose_day(full.steps.items[0].id, TODAY - timedelta(days=6))
    full.steps.choose_part_of_day(full.steps.items[0].id, part)
    assert text(full, 'steps', code=code).split('\n')[-1] == f'- Stap van sam{said}'


def test_a_day_of_another_year_has_its_year(full: Compass) -> None:
    full.steps.choose_day(full.steps.items[0].id, date(2027, 1, 2))
    assert text(full, 'steps').endswith('- Stap van sam, zaterdag 2 januari 2027')


def test_what_is_ahead_stands_before_a_day_that_went_by(full: Compass) -> None:
    full.steps.choose_day(full.steps.items[0].id, TODAY - timedelta(days=1))
    full.steps.choose_day(full.steps.start(Answer(tile='walk'), TODAY).id, TODAY)
    assert [line.split(',')[0] for line in text(full, 'steps').split('\n')[-2:]] == ['- Wandelen', '- Stap van sam']


def test_an_hour_stands_in_it(full: Compass) -> None:
    full.steps.choose_day(full.steps.items[0].id, TODAY)
    full.steps.choose_hour(full.steps.items[0].id, time(14, 30))
    assert '14.30' in text(full, 'steps')


def test_a_domain_says_how_it_goes_and_what_stands_in_each_place(full: Compass) -> None:
    full.life.tell_how_it_goes('money', Felt.BAD)
    full.life.want_to_talk('money', NOW, wanted=True)
    full.life.add('money', LifePlace.PEOPLE, Answer(tile='friend', named='vriend of vriendin'))
    assert text(full, 'life.money').split('\n')[3:] == [
        'Geld',
        '- Hoe gaat het hier? niet goed',
        '- Hier wil ik over praten',
        'Nu',
        '- leven met money',
        'Hulp, van mensen om mij heen',
        '- vriend of vriendin',
    ]


def test_a_photo_alone_is_no_more_than_the_word(full: Compass) -> None:
    full.strengths.choose('belong', Answer(sticker='1F6B2'), TODAY)
    assert 'http' not in text(full, 'belong')
    assert '1F6B2' not in text(full, 'belong')


def test_without_a_nickname_nobody_is_meant(full: Compass) -> None:
    full.call_me('')
    assert text(full, 'wish').startswith('Mijn kompas\n')


def test_a_domain_that_is_no_longer_asked_about_can_be_ticked_too(full: Compass) -> None:
    full.life.add('garden', LifePlace.WISH, Answer(words='kippen'))
    parts = ALL | {Part.of_domain('garden')}
    last = found(full, parts=parts)[-1]
    assert (last.key, last.heading, last.pictogram) == ('life.garden', 'ander', 'life')
