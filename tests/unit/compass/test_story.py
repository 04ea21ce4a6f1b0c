"""The story: a moment for each day with a contact, and today; what came between; what is new, gone and done.

And the news since one contact.
"""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from model.catalogue.conditions import CONDITIONS
from model.compass.album import Added, Attachment, Sort
from model.compass.answer import Answer
from model.compass.contact import Contact, Visit
from model.compass.migration import migrated_visit
from model.compass.part import Part
from model.compass.seen import seen
from model.compass.step import Felt
from model.compass.story import changes, news, story
from model.compass.target import ALBUM
from model.pictures.pictogram import inside
from model.words import language
from ui.look import drawing
from ui.look.colours import tint_of

FIXTURES = Path(__file__).parents[2] / 'fixtures'
MUSIC, REST, WALK, CALL = (Answer(tile=key) for key in ('music', 'rest', 'walk', 'call'))
LAST = 'cccccccc'


@pytest.fixture
def ends(compass, now):
    """Ends a contact so many days ago; answers the visit it became."""

    def end(days_ago):
        then = now - timedelta(days=days_ago)
        return Visit.of(compass, Contact(began=then), then, without_step=False)

    return end


def photo(id, added_on, sort=Sort.PHOTO):
    return Attachment(id=id * 16, sort=sort, target=ALBUM, added=Added(at=added_on, key='0123abcd', own_device=True))


def tiles(moment):
    return [strength.answer.tile for strength in moment.compass.strengths.items]


def test_without_a_contact_it_begins_today(compass, today):
    [only] = story(compass, [], today)
    assert (only.day, only.is_now, only.compass) == (today, True, compass)


def test_each_contact_is_the_compass_as_it_was_then(compass, ends, today):
    compass.strengths.add('be-yourself', MUSIC, today)
    first = ends(60)
    compass.strengths.add('be-yourself', REST, today)
    second = ends(30)
    compass.strengths.take_off(compass.strengths.items[0].id, today)
    moments = story(compass, [first, second], today)
    assert [tiles(one) for one in moments] == [['music'], ['music', 'rest'], ['rest']]
    assert [(today - one.day).days for one in moments] == [60, 30, 0]
    assert [one.is_now for one in moments] == [False, False, True]


def test_of_two_contacts_on_one_day_the_last_is_told_and_of_today_what_is_now(compass, ends, today):
    first = ends(30)
    compass.strengths.add('be-yourself', MUSIC, today)
    again, this_morning = ends(30), ends(0)
    assert [tiles(one) for one in story(compass, [first, again, this_morning], today)] == [['music'], ['music']]


def test_what_was_done_and_photographed_stands_in_the_moment_it_led_to(compass, ends, today, now):
    visits = [ends(30), ends(10)]
    for days_ago in (40, 30, 29, 1):
        step = compass.steps.start(WALK, today - timedelta(days=50))
        compass.steps.finish(step.id, today - timedelta(days=days_ago))
        compass.album.add(photo(f'{len(compass.album.items):x}', now - timedelta(days=days_ago)))
    compass.album.add(photo('a', now, Sort.VOICE))
    moments = story(compass, visits, today)
    done = [[(today - step.done_on).days for step in one.done] for one in moments]
    pictures = [[(now - one.added.at).days for one in moment.pictures] for moment in moments]
    assert done == pictures == [[40, 30], [29], [1]]


def test_a_photo_that_was_erased_since_leaves_its_frame(compass, ends, today, now):
    compass.album.add(photo('b', now))
    compass.strengths.add('belong', Answer(picture='b' * 16), today)
    visit = ends(30)
    compass.album.drop({'b' * 16})
    then, here = story(compass, [visit], today)
    frame = inside('picture-gone', tint_of('belong'))
    drawn = [drawing.compass(one.compass, language('nl'), lambda _: None) for one in (then, here)]
    assert [frame in one for one in drawn] == [True, False]


def test_what_is_new_gone_and_done(compass, ends, today):
    compass.strengths.add('be-yourself', MUSIC, today)
    compass.strengths.add('matter', Answer(words='taart bakken'), today)
    early = compass.steps.start(WALK, today - timedelta(days=70))
    compass.steps.finish(early.id, today - timedelta(days=65))
    visit = ends(60)
    compass.strengths.take_off(compass.strengths.items[0].id, today)
    compass.strengths.add('belong', Answer(tile='father'), today)
    step = compass.steps.start(WALK, today)
    compass.steps.finish(step.id, today)
    found = changes(story(compass, [visit], today))
    assert [one.answer.tile for one in found.new] == ['father']
    assert [one.answer.tile for one in found.gone] == ['music']
    assert [one.id for one in found.done] == [step.id]


def test_the_same_tile_on_another_condition_is_another_strength(compass, ends, today):
    compass.strengths.add('be-yourself', Answer(words='zingen'), today)
    visit = ends(3)
    compass.strengths.take_off(compass.strengths.items[0].id, today)
    compass.strengths.add('take-part', Answer(words='zingen'), today)
    found = changes(story(compass, [visit], today))
    assert [one.condition for one in (*found.new, *found.gone)] == ['take-part', 'be-yourself']


@pytest.mark.parametrize('file', [*(f'schema_{number}.json' for number in (1, 2, 4, 5)), 'schema_6/visits.json'])
def test_the_contacts_of_an_older_version_are_told(file, compass, today):
    rows = json.loads((FIXTURES / file).read_text(encoding='utf-8'))['visits'].values()
    visits = [Visit.model_validate(migrated_visit(row)) for row in rows]
    assert visits
    told = story(compass, visits, max(today, *(visit.ended.date() for visit in visits)) + timedelta(days=1))
    assert any(one.compass.strengths.on(key, one.compass.album) for one in told[:-1] for key in CONDITIONS)


def test_nothing_private_is_told(compass, ends, today):
    compass.happened.tell(Answer(tile='moved'))
    compass.obstacles.tell(Answer(words='brommergedoe'))
    then, _ = story(compass, [ends(5)], today)
    assert not any(answers.all for answers in then.compass.written.values())


# news


@pytest.fixture
def visit(compass, now):
    """Rounds a contact off, of which the id is known."""

    def visit():
        return Visit.of(compass, Contact(id=LAST, began=now), now, without_step=False)

    return visit


def test_nothing_is_new_where_nothing_changed(compass, visit, today):
    compass.strengths.add('be-yourself', MUSIC, today)
    compass.wishes.add(REST, today)
    compass.steps.start(WALK, today)
    assert news(compass, visit()).is_none


def test_what_came_since_is_new_the_newest_first(compass, visit, today):
    compass.strengths.add('be-yourself', MUSIC, today)
    before = visit()
    compass.strengths.add('be-yourself', REST, today)
    compass.strengths.add('take-part', MUSIC, today)
    compass.wishes.add(REST, today)
    found = news(compass, before)
    assert [(one.condition, one.answer.tile) for one in found.strengths] == [
        ('take-part', 'music'),
        ('be-yourself', 'rest'),
    ]
    assert [one.answer for one in found.wishes] == [REST]


def test_the_last_step_is_the_one_that_was_agreed_on_whatever_came_since(compass, visit, today):
    compass.steps.start(CALL, today)
    agreed = compass.steps.start(WALK, today, contact=LAST)
    compass.steps.start(MUSIC, today)
    before = visit()
    compass.steps.start(REST, today)
    compass.steps.finish(agreed.id, today)
    compass.steps.tell_how_it_went(agreed.id, Felt.GOOD)
    found = news(compass, before)
    assert found.step == agreed
    assert agreed.felt is Felt.GOOD
    assert [one.answer for one in found.steps] == [REST]
    assert found.done == (), 'it is told already'


def test_a_last_step_that_was_let_go_makes_room_for_another(compass, visit, today):
    other = compass.steps.start(CALL, today)
    agreed = compass.steps.start(WALK, today, contact=LAST)
    before = visit()
    compass.steps.take_off(agreed.id, today)
    assert news(compass, before).step == other


def test_what_was_done_since_is_told_and_what_was_done_before_is_not(compass, visit, today):
    early, late = compass.steps.start(CALL, today), compass.steps.start(REST, today)
    compass.steps.start(WALK, today)
    compass.steps.finish(early.id, today - timedelta(days=3))
    before = visit()
    compass.steps.finish(late.id, today)
    found = news(compass, before)
    assert found.done == (late,)
    assert found.steps == ()


def test_before_any_contact_all_there_is_is_new(compass, today):
    compass.strengths.add('be-yourself', MUSIC, today)
    compass.steps.start(CALL, today)
    last = compass.steps.start(WALK, today)
    found = news(compass, None)
    assert [one.answer for one in found.strengths] == [MUSIC]
    assert (found.step, [one.answer for one in found.steps]) == (last, [CALL])


def test_who_sees_the_steps_alone_hears_of_nothing_else(compass, visit, today):
    before = visit()
    compass.strengths.add('be-yourself', MUSIC, today)
    compass.wishes.add(REST, today)
    compass.steps.start(CALL, today)
    compass.steps.start(WALK, today)
    found = news(seen(compass, {Part.STEPS}), before)
    assert (found.strengths, found.wishes) == ((), ())
    assert [one.answer for one in found.steps] == [CALL]
