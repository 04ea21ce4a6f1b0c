"""Looking back: what went well and what was learned, said once in each contact."""

from datetime import timedelta

import pytest

from model.catalogue.questions import LEARNED, QUESTIONS
from model.compass.album import Added, Attachment, Sort
from model.compass.answer import OWN_ANSWERS_A_QUESTION, Answer
from model.compass.compass import Compass
from model.compass.document import TooMany
from model.compass.looking_back import MOST, About
from model.compass.story import story
from model.compass.target import Target

FIRST, SECOND = '1' * 8, '2' * 8
WALK, CAKE = Answer(tile='walk'), Answer(words='taart bakken')


def words(look):
    return [one.words or one.tile for one in (*look.went_well, *look.learned)]


def test_what_is_said_belongs_to_its_contact_and_its_question(compass, today):
    compass.looking_back.tell(About.WENT_WELL, WALK, today, contact=FIRST)
    compass.looking_back.tell(About.LEARNED, CAKE, today, contact=FIRST)
    compass.looking_back.tell(About.LEARNED, CAKE, today, contact=SECOND)
    first, second = compass.looking_back.items
    assert (first.went_well, first.learned, second.went_well, second.learned) == ([WALK], [CAKE], [], [CAKE])
    assert compass.looking_back.of(SECOND) is second


def test_a_second_tap_takes_it_off_and_what_is_empty_goes(compass, today):
    compass.looking_back.tell(About.WENT_WELL, WALK, today, contact=FIRST)
    compass.looking_back.take_back(About.LEARNED, WALK, contact=FIRST)
    compass.looking_back.take_back(About.WENT_WELL, WALK, contact=SECOND)
    assert words(compass.looking_back.of(FIRST)) == ['walk']
    compass.looking_back.take_back(About.WENT_WELL, WALK, contact=FIRST)
    assert compass.looking_back.items == []


def test_of_many_contacts_the_newest_are_remembered(compass, today):
    for number in range(MOST + 2):
        compass.looking_back.tell(About.LEARNED, WALK, today, contact=f'{number:08x}')
    assert [look.contact for look in compass.looking_back.items] == [f'{number:08x}' for number in range(2, MOST + 2)]


def test_own_words_are_many_but_not_without_end(compass, today):
    for number in range(OWN_ANSWERS_A_QUESTION):
        compass.looking_back.tell(About.LEARNED, Answer(words=f'eigen {number}'), today, contact=FIRST)
    with pytest.raises(TooMany):
        compass.looking_back.tell(About.LEARNED, CAKE, today, contact=FIRST)
    compass.looking_back.tell(About.WENT_WELL, CAKE, today, contact=FIRST)


def test_a_photo_that_is_erased_goes_from_it_too(compass, now, today):
    for letter in 'ab':
        added = Added(at=now, key='k', own_device=True)
        photo = Attachment(id=letter * 16, sort=Sort.PHOTO, target=Target.parse('condition.belong'), added=added)
        compass.attach(photo, today)
    alone, named = Answer(picture='a' * 16), Answer(words='oma', picture='b' * 16)
    for one in (alone, named):
        compass.looking_back.tell(About.WENT_WELL, one, today, contact=FIRST)
    compass.refuse('a' * 16)
    compass.refuse('b' * 16)
    assert compass.looking_back.of(FIRST).went_well == [Answer(words='oma')]
    assert 'b' * 16 not in compass.model_dump_json()


def test_it_stands_in_the_story_on_its_day_and_in_no_snapshot(compass, now, today):
    compass.begin_contact(now - timedelta(days=9), id=FIRST)
    compass.looking_back.tell(About.LEARNED, CAKE, today - timedelta(days=9), contact=FIRST)
    visit = compass.end_contact(now - timedelta(days=9))
    compass.looking_back.tell(About.LEARNED, WALK, today, contact=SECOND)
    assert 'looking_back' not in visit.compass
    assert [[words(look) for look in one.looked_back] for one in story(compass, [visit], today)] == [
        [['taart bakken']],
        [['walk']],
    ]


def test_somebody_entered_it(now, today):
    compass = Compass(made=now)
    compass.looking_back.tell(About.LEARNED, WALK, today)
    assert not compass.is_empty


def test_there_are_eight_things_to_choose_from():
    assert LEARNED in QUESTIONS
    assert len(LEARNED.tiles) == 8
