"""A change can be written down and sent again: with the same ids and times it counts once."""

import inspect
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.compass.album import Added, Album, Attachment, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.document import NotThere, TooMany
from model.compass.life.places import LifePlace
from model.compass.looking_back import About
from model.compass.part import Part
from model.compass.sharing.doubts import Doubt
from model.compass.sharing.sharing import NobodyAsked, Reach
from model.compass.step import Felt
from model.compass.strengths import Whose
from model.compass.target import Target
from model.compass.when import PartOfDay

STRENGTH, WISH, OTHER_WISH, STEP, DONE, NEW, CONTACT = (letter * 8 for letter in 'abcdef0')
GONE_STRENGTH, GONE_WISH, GONE_STEP, GONE_FROM_LIFE, HELP, HOPE, OF_NOBODY, GONE_NUMBER = (
    number * 8 for number in '12345678'
)
SHOWN, ASKED, GONE, SENT, DOUBTED, REFUSED, LOST = (letter * 16 for letter in '0123456')
WORKER, ASKING, TAKES_OVER = '00000000000000aa', '00000000000000bb', '00000000000000dd'
KEY, OTHER_KEY = 'a' * 32, 'b' * 32
FATHER, WALK, CAKE = Answer(tile='father'), Answer(tile='walk'), Answer(words='taart')
PARTS = [
    'strengths',
    'wishes',
    'steps',
    'happened',
    'obstacles',
    'life',
    'looking_back',
    'numbers',
    'album',
    'sharing',
    'picture_pin',
    'arrivals',
    'doubts',
]
NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
TODAY = NOW.date()
ITSELF = ''
"""Stands for the compass itself, among its parts."""


def attachment(attachment_id, now, target='album', *, own_device=True):
    added = Added(at=now, key='k', own_device=own_device)
    return Attachment(id=attachment_id, sort=Sort.PHOTO, target=Target.parse(target), added=added)


@pytest.fixture
def lived_in(compass) -> Compass:
    """A compass on which each verb has something to do."""
    compass.begin_contact(NOW, id='9' * 8)
    compass.strengths.add('belong', FATHER, TODAY, id=STRENGTH)
    compass.wishes.add(Answer(tile='work'), TODAY, id=OTHER_WISH)
    compass.wishes.add(Answer(tile='love'), TODAY, id=WISH)
    compass.steps.start(WALK, TODAY, id=STEP)
    compass.steps.choose_day(STEP, TODAY)
    compass.steps.choose_companion(STEP, FATHER, TODAY)
    compass.steps.start(CAKE, TODAY, id=DONE)
    compass.steps.finish(DONE, TODAY)
    compass.happened.tell(Answer(tile='ill'))
    compass.happened.tell(CAKE)
    compass.happened.take_back(CAKE, TODAY)
    compass.obstacles.tell(Answer(tile='tired'))
    compass.obstacles.tell(CAKE)
    compass.obstacles.take_back(CAKE, TODAY)
    compass.life.add('money', LifePlace.PEOPLE, FATHER, id=HELP)
    compass.life.add('money', LifePlace.WISH, CAKE, id=HOPE)
    compass.life.add('money', LifePlace.NOW, CAKE, id=GONE_FROM_LIFE)
    compass.life.choose('money', LifePlace.NOW, CAKE, TODAY, chosen=False)
    compass.life.add('money', LifePlace.NOW, Answer(picture=LOST))
    compass.life.want_to_talk('money', NOW, wanted=True)
    compass.numbers.note(STRENGTH, '06 12345678')
    compass.numbers.note(OF_NOBODY, '112')
    compass.numbers.note(GONE_NUMBER, '0800 2000')
    compass.numbers.take_off(GONE_NUMBER, TODAY)
    compass.strengths.add('matter', Answer(tile='humour'), TODAY, id=GONE_STRENGTH)
    compass.strengths.take_off(GONE_STRENGTH, TODAY)
    compass.strengths.add('be-yourself', Answer(picture=LOST), TODAY)
    compass.wishes.add(Answer(tile='rest'), TODAY, id=GONE_WISH)
    compass.wishes.take_off(GONE_WISH, TODAY)
    compass.steps.start(WALK, TODAY, id=GONE_STEP)
    compass.steps.take_off(GONE_STEP, TODAY)
    compass.attach(attachment(SHOWN, NOW, f'strength.{STRENGTH}'), TODAY)
    compass.attach(attachment(ASKED, NOW, 'wishes', own_device=False), TODAY)
    compass.attach(attachment(GONE, NOW), TODAY)
    compass.album.take_away(GONE, NOW)
    compass.sharing.let(WORKER, Reach.STEPS, NOW)
    compass.sharing.tell(WORKER, Part.OBSTACLES, told=True)
    compass.sharing.ask(ASKING, NOW)
    compass.sharing.ask_to_take_over(TAKES_OVER, WORKER, ASKING, NOW)
    compass.picture_pin.set('hash')
    compass.picture_pin.count_try(TODAY)
    compass.attach(attachment(DOUBTED, NOW, 'wishes'), TODAY)
    compass.doubts.note(Doubt(about=DOUBTED, at=NOW))
    compass.doubts.note(Doubt(about=ASKING, at=NOW, part=Part.of_domain('money')))
    compass.attach(attachment(REFUSED, NOW, own_device=False), TODAY)
    compass.album.refuse_in_doubt(REFUSED, NOW)
    compass.doubts.note(Doubt(about=REFUSED, at=NOW, refused=True))
    compass.arrivals.announce(KEY, NOW)
    compass.hold_key(KEY)
    compass.restored_on = TODAY
    compass.looking_back.tell(About.WENT_WELL, Answer(picture=SHOWN), TODAY, contact='9' * 8)
    return compass


VERBS = {
    ('strengths', 'choose'): ('take-part', CAKE, TODAY),
    ('strengths', 'add'): ('matter', CAKE, TODAY),
    ('strengths', 'take_off'): (STRENGTH, TODAY),
    ('strengths', 'put_back'): (GONE_STRENGTH,),
    ('strengths', 'clear_off'): (),
    ('strengths', 'mark_heart'): (STRENGTH, {'heart': True}),
    ('strengths', 'set_whose'): (STRENGTH, Whose.MINE),
    ('strengths', 'keep'): (Album(),),
    ('wishes', 'choose'): (CAKE, TODAY),
    ('wishes', 'add'): (CAKE, TODAY),
    ('wishes', 'take_off'): (WISH, TODAY),
    ('wishes', 'put_back'): (GONE_WISH,),
    ('wishes', 'clear_off'): (),
    ('wishes', 'keep'): ([],),
    ('wishes', 'put_in_middle'): (OTHER_WISH,),
    ('wishes', 'call'): (WISH, 'een moestuin'),
    ('steps', 'start'): (CAKE, TODAY, {'wish': WISH, 'contact': CONTACT}),
    ('steps', 'change'): (STEP, CAKE),
    ('steps', 'tell_how_it_went'): (DONE, Felt.GOOD),
    ('steps', 'make_smaller'): (STEP, CAKE, {'contact': CONTACT}),
    ('steps', 'drop'): (STEP, TODAY),
    ('steps', 'put_back'): (GONE_STEP,),
    ('steps', 'clear_off'): (),
    ('steps', 'choose_companion'): (STEP, CAKE, TODAY),
    ('steps', 'choose_help'): (STEP, CAKE),
    ('steps', 'choose_day'): (STEP, TODAY + timedelta(days=3), {'contact': CONTACT}),
    ('steps', 'choose_part_of_day'): (STEP, PartOfDay.EVENING, {'contact': CONTACT}),
    ('steps', 'choose_hour'): (STEP, time(10, 30), {'contact': CONTACT}),
    ('steps', 'forget_day'): (STEP, {'contact': CONTACT}),
    ('steps', 'put_before'): (DONE, STEP),
    ('steps', 'put_after'): (STEP, DONE),
    ('steps', 'finish'): (STEP, TODAY),
    ('steps', 'reopen'): (DONE,),
    ('steps', 'take_off'): (STEP, TODAY),
    ('happened', 'tell'): (Answer(tile='moved'),),
    ('happened', 'take_back'): (Answer(tile='ill'), TODAY),
    ('happened', 'clear_off'): (),
    ('obstacles', 'tell'): (CAKE,),
    ('obstacles', 'take_back'): (Answer(tile='tired'), TODAY),
    ('obstacles', 'clear_off'): (),
    ('happened', 'was_written_with'): (OTHER_KEY, {'began_empty': False}),
    ('obstacles', 'was_written_with'): (OTHER_KEY, {'began_empty': True}),
    ('numbers', 'was_written_with'): (OTHER_KEY, {'began_empty': True}),
    ('numbers', 'note'): (STRENGTH, '0900 1234'),
    ('numbers', 'take_off'): (STRENGTH, TODAY),
    ('numbers', 'put_back'): (GONE_NUMBER,),
    ('numbers', 'clear_off'): (),
    ('numbers', 'keep'): ({STRENGTH},),
    ('life', 'choose'): ('money', LifePlace.MINE, CAKE, TODAY),
    ('life', 'add'): ('money', LifePlace.MINE, CAKE),
    ('life', 'put_back'): ('money', GONE_FROM_LIFE),
    ('life', 'tell_how_it_goes'): ('money', Felt.GOOD),
    ('life', 'want_to_talk'): ('housing', NOW, {'wanted': True}),
    ('life', 'was_talked_about'): (NOW + timedelta(hours=1),),
    ('life', 'keep'): (Album(),),
    ('life', 'clear_off'): (),
    ('looking_back', 'tell'): (About.LEARNED, CAKE, TODAY, {'contact': CONTACT}),
    ('looking_back', 'take_back'): (About.WENT_WELL, Answer(picture=SHOWN), {'contact': '9' * 8}),
    ('looking_back', 'forget'): ({SHOWN}, Album()),
    ('album', 'add'): (attachment(SENT, NOW),),
    ('album', 'take_away'): (SHOWN, NOW),
    ('album', 'put_back'): (GONE,),
    ('album', 'set_on_paper'): (SHOWN, {'on_paper': False}),
    ('album', 'drop'): ({SHOWN},),
    ('album', 'refuse_in_doubt'): (ASKED, NOW),
    ('album', 'ask_again'): (REFUSED,),
    ('sharing', 'ask'): ('00000000000000cc', NOW),
    ('sharing', 'ask_to_take_over'): ('00000000000000ee', WORKER, ASKING, NOW),
    ('sharing', 'ask_no_more'): (WORKER,),
    ('sharing', 'answer'): (ASKING, Reach.EVERYTHING, NOW),
    ('sharing', 'let'): (WORKER, Reach.EVERYTHING, NOW),
    ('sharing', 'tell'): (WORKER, Part.HAPPENED, {'told': True}),
    ('sharing', 'close'): (WORKER, Part.OBSTACLES),
    ('arrivals', 'announce'): (OTHER_KEY, NOW, WORKER),
    ('arrivals', 'close'): (KEY,),
    ('doubts', 'note'): (Doubt(about=WORKER, at=NOW, lender=WORKER, before=Reach.NOTHING),),
    ('doubts', 'settle'): (DOUBTED,),
    ('doubts', 'forget_parts'): (ASKING,),
    ('picture_pin', 'set'): ('another hash',),
    ('picture_pin', 'take_off'): (),
    ('picture_pin', 'forgive'): (),
    (ITSELF, 'choose_avatar'): ('avatar-cat',),
    (ITSELF, 'call_me'): ('Sam',),
    (ITSELF, 'speak'): ('ti',),
    (ITSELF, 'finish_path'): (),
    (ITSELF, 'come_to'): ('wish',),
    (ITSELF, 'dismiss_restored'): (),
    (ITSELF, 'call_strength'): (STRENGTH, 'papa'),
    (ITSELF, 'note_number'): (STRENGTH, '0900 1234'),
    (ITSELF, 'put_on_condition'): ('money', HELP, 'take-part', TODAY),
    (ITSELF, 'put_among_wishes'): ('money', HOPE, TODAY),
    (ITSELF, 'attach'): (attachment(SENT, NOW, 'steps'), TODAY),
    (ITSELF, 'allow'): (ASKED, NOW, {'own_device': True}),
    (ITSELF, 'refuse'): (ASKED,),
    (ITSELF, 'confirm_answer'): (DOUBTED,),
    (ITSELF, 'take_back_answer'): (DOUBTED, NOW),
    (ITSELF, 'stick'): (Target.parse('steps'), '1F370', TODAY),
    (ITSELF, 'let_go_overdue'): (NOW + timedelta(hours=1),),
    (ITSELF, 'begin_contact'): (NOW + timedelta(days=1),),
    (ITSELF, 'begin_together'): (WORKER, NOW + timedelta(hours=1)),
    (ITSELF, 'sit_with'): (WORKER, NOW + timedelta(days=1)),
    (ITSELF, 'end_contact'): (NOW + timedelta(hours=1),),
    (ITSELF, 'hold_key'): (OTHER_KEY,),
    (ITSELF, 'drop_key'): (KEY,),
}
"""Each verb of each part, with what it is called with."""


COUNTS_EACH_TIME = {('picture_pin', 'count_try')}
"""A try at the picture PIN: one that is sent again is one more guess."""
ONLY_LOOKS = {
    *(('strengths', verb) for verb in ('find', 'find_off', 'may_have', 'on', 'off_of', 'found_with', 'ring')),
    *(('wishes', verb) for verb in ('find', 'find_off', 'shown', 'off_of', 'middle')),
    *(('steps', verb) for verb in ('find', 'find_off', 'is_enough', 'ladder', 'to_do', 'done_since')),
    *(('album', verb) for verb in ('find', 'get', 'beside', 'overdue', 'shows_any_of', 'holds', 'only', 'check_room')),
    *(('sharing', verb) for verb in ('of', 'parts_for', 'is_wider_than', 'takes_over', 'only')),
    ('numbers', 'find_off'),
    *((part, 'is_all_of') for part in ('happened', 'obstacles', 'numbers')),
    *(('picture_pin', verb) for verb in ('is_locked',)),
    ('doubts', 'find'),
    *(('life', verb) for verb in ('of', 'answer', 'from_where', 'only')),
    ('looking_back', 'of'),
    *((ITSELF, look) for look in ('has_step', 'number_of', 'to_call')),
}


def methods_of(document):
    """The public methods that the room gave to a class, not those of the library."""
    ours = [one for one in document.__mro__ if one.__module__.startswith('model.')]
    named = {name for one in ours for name, value in vars(one).items() if inspect.isfunction(value)}
    return {name for name in named if not name.startswith('_')}


def part_of(compass, part):
    return getattr(compass, part) if part else compass


def send(compass, at, arguments):
    """Call a verb; that what is meant is gone already is no trouble."""
    *values, named = arguments if arguments and isinstance(arguments[-1], dict) else (*arguments, {})
    part, verb = at
    method = getattr(part_of(compass, part), verb)
    if 'id' in inspect.signature(method).parameters:
        named = {**named, 'id': NEW}
    values = [one.model_copy(deep=True) if isinstance(one, Attachment) else one for one in values]
    try:
        method(*values, **named)
    except (NotThere, NobodyAsked, TooMany):
        return


def test_every_verb_is_tried_here(compass):
    tried = {*VERBS, *COUNTS_EACH_TIME, *ONLY_LOOKS}
    found = {(part, name) for part in (ITSELF, *PARTS) for name in methods_of(type(part_of(compass, part)))}
    assert found == tried


def test_every_part_is_looked_at(compass):
    assert {field for field in Compass.model_fields if methods_of(type(getattr(compass, field)))} == set(PARTS)


@pytest.mark.parametrize('at', sorted(VERBS), ids='.'.join)
def test_what_is_sent_twice_counts_once(lived_in, at):
    before = lived_in.model_dump()
    twice = lived_in.model_copy(deep=True)
    send(lived_in, at, VERBS[at])
    for _ in range(2):
        send(twice, at, VERBS[at])
    assert twice.model_dump() == lived_in.model_dump()
    assert lived_in.model_dump() != before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.sampled_from(sorted(VERBS)), min_size=2, max_size=12))
def test_whatever_came_before_what_is_sent_twice_counts_once(lived_in, order):
    once, twice = lived_in.model_copy(deep=True), lived_in.model_copy(deep=True)
    for at in order:
        send(once, at, VERBS[at])
        for _ in range(2):
            send(twice, at, VERBS[at])
        assert twice.model_dump() == once.model_dump(), at


# what is made has the id that was asked for

MAKING = {
    ('strengths', 'add'): lambda compass: compass.strengths.on('matter', compass.album),
    ('strengths', 'choose'): lambda compass: compass.strengths.on('take-part', compass.album),
    ('wishes', 'add'): lambda compass: compass.wishes.items,
    ('wishes', 'choose'): lambda compass: compass.wishes.items,
    ('steps', 'start'): lambda compass: compass.steps.items,
    ('steps', 'make_smaller'): lambda compass: [compass.steps.items[1]],
    ('life', 'add'): lambda compass: compass.life.of('money').mine.items,
    ('life', 'choose'): lambda compass: compass.life.of('money').mine.items,
    (ITSELF, 'put_on_condition'): lambda compass: compass.strengths.on('take-part', compass.album),
    (ITSELF, 'put_among_wishes'): lambda compass: compass.wishes.items,
    (ITSELF, 'stick'): lambda compass: compass.steps.items,
    (ITSELF, 'begin_contact'): lambda compass: [compass.contact],
    (ITSELF, 'begin_together'): lambda compass: [compass.contact],
    (ITSELF, 'sit_with'): lambda compass: [compass.contact],
}


def test_every_verb_that_makes_something_takes_an_id(compass):
    takes = {at for at in VERBS if 'id' in inspect.signature(getattr(part_of(compass, at[0]), at[1])).parameters}
    assert takes == {*MAKING, (ITSELF, 'end_contact')}


@pytest.mark.parametrize('at', MAKING, ids='.'.join)
def test_what_is_made_has_the_id_that_was_asked_for(lived_in, at):
    send(lived_in, at, VERBS[at])
    assert MAKING[at](lived_in)[-1].id == NEW


@pytest.mark.parametrize('at', [('strengths', 'add'), ('wishes', 'add'), ('steps', 'start')], ids='.'.join)
def test_the_same_id_with_another_answer_makes_nothing_more(lived_in, at):
    send(lived_in, at, VERBS[at])
    before = lived_in.model_dump()
    other = [Answer(words='iets heel anders') if isinstance(one, Answer) else one for one in VERBS[at]]
    send(lived_in, at, other)
    assert lived_in.model_dump() == before


@pytest.mark.parametrize('target', ['condition.matter', 'wishes', 'steps'])
def test_an_answer_that_an_attachment_makes_has_its_id(compass, now, today, target):
    compass.attach(attachment(SENT, now, target), today)
    made = [*compass.strengths.items, *compass.wishes.items, *compass.steps.items]
    assert [one.id for one in made] == [SENT]


def test_a_contact_that_ends_without_having_begun_has_the_id_that_was_asked_for(compass, now):
    assert compass.end_contact(now, id=NEW).id == NEW


def test_without_an_id_each_gets_one_of_its_own(compass, today):
    assert compass.steps.start(WALK, today).id != compass.steps.start(WALK, today).id
