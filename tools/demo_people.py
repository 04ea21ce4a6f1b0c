"""The people of `make demo`: who they are, and what each of them put on a compass."""

from collections.abc import Callable
from datetime import date, timedelta

from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.life.places import LifePlace
from model.compass.placing import WHOSE_HELP
from model.compass.step import Felt
from model.compass.target import Target
from model.compass.when import PartOfDay, next_weekday
from model.content import content

SATURDAY, MONDAY = 5, 0
DOMAINS = {domain.key: domain for domain in content.read().domains}

Fill = Callable[[Compass, date], None]


def sam(compass: Compass, today: date) -> None:
    """Bakes a cake with dad on Saturday, and wants a place of his own."""
    compass.call_me('Sam')
    compass.choose_avatar('avatar-boat')
    _strengths(compass, today, 'be-yourself', 'music', 'rest', 'outdoors')
    _strengths(compass, today, 'matter', 'listening', 'keeping-going')
    _strengths(compass, today, 'take-part', 'club', 'sport-together', 'travelling', 'learning')
    _strengths(compass, today, 'belong', 'father', 'friend')
    compass.strengths.choose('belong', Answer(words='Oma Fien'), today)
    compass.strengths.mark_heart(compass.strengths.on('be-yourself', compass.album)[0].id, heart=True)
    compass.strengths.mark_heart(compass.strengths.on('belong', compass.album)[0].id, heart=True)
    compass.wishes.choose(Answer(tile='own-place'), today)
    cake = _step(compass, today, Answer(tile='cook-or-bake', words='taart bakken'), Answer(tile='father'))
    compass.steps.choose_day(cake, next_weekday(SATURDAY, today))
    compass.steps.choose_part_of_day(cake, PartOfDay.AFTERNOON)
    call = _step(compass, today, Answer(tile='call'), Answer(words='Oma Fien'))
    compass.steps.choose_day(call, next_weekday(MONDAY, today))
    done = _step(compass, today, Answer(tile='apply', words='stadspas aanvragen'), Answer(tile='supporter'))
    compass.steps.finish(done, today)
    move = _step(compass, today, Answer(words='naar een eigen plek'), Answer(tile='supporter'))
    compass.steps.make_smaller(move, Answer(tile='ask', words='iets vragen over wonen'))
    compass.stick(Target.parse('condition.be-yourself'), '1F3B8', today)
    compass.steps.tell_how_it_went(done, Felt.GOOD)
    compass.happened.tell(Answer(tile='moved'))
    compass.obstacles.tell(Answer(tile='waiting'))
    _sams_life(compass, today)


def _sams_life(compass: Compass, today: date) -> None:
    """Stays with friends and waits for a place; wants to talk about the letters that lie there."""
    _life(compass, 'housing', LifePlace.NOW, 'friends', 'waiting')
    _life(compass, 'housing', LifePlace.STRENGTH, 'rest', 'cooking')
    _life(compass, 'housing', LifePlace.MINE, 'repairing')
    _life(compass, 'housing', LifePlace.PEOPLE, 'friend')
    _life(compass, 'housing', LifePlace.PROFESSIONALS, 'supporter')
    _life(compass, 'housing', LifePlace.WISH, 'own-place', 'outdoors')
    compass.life.tell_how_it_goes('housing', Felt.SO_SO)
    housing = compass.life.of('housing')
    compass.put_on_condition('housing', housing.strength.items[1].id, 'be-yourself', today)
    compass.put_among_wishes('housing', housing.wish.items[0].id, today)
    _life(compass, 'money', LifePlace.NOW, 'debts', 'supporter')
    _life(compass, 'money', LifePlace.STRENGTH, 'online', 'ask')
    _life(compass, 'money', LifePlace.PROFESSIONALS, 'debts')
    _life(compass, 'money', LifePlace.WISH, 'money-in-order')
    compass.life.tell_how_it_goes('money', Felt.BAD)
    compass.life.want_to_talk('money', compass.made, wanted=True)
    _life(compass, 'family', LifePlace.STRENGTH, 'father')
    compass.life.add('family', LifePlace.PEOPLE, Answer(words='Oma Fien'))
    _life(compass, 'family', LifePlace.WISH, 'cook-or-bake')
    compass.life.tell_how_it_goes('family', Felt.GOOD)


def roos(compass: Compass, today: date) -> None:
    """Has a ring that is fuller than five, and speaks English."""
    compass.call_me('Roos')
    compass.choose_avatar('avatar-flower')
    compass.speak('en')
    _strengths(compass, today, 'be-yourself', 'laughing', 'animals', 'sleep', 'cooking', 'faith', 'reading', 'home')
    _strengths(compass, today, 'matter', 'parenting', 'caring', 'humour')
    _strengths(compass, today, 'take-part', 'language', 'volunteering')
    _strengths(compass, today, 'belong', 'child', 'mother', 'faith-group', 'supporter')
    compass.strengths.mark_heart(compass.strengths.on('belong', compass.album)[0].id, heart=True)
    compass.wishes.choose(Answer(tile='see-family'), today)
    compass.stick(Target.parse('condition.take-part'), '1F57A', today)
    visit = _step(compass, today, Answer(tile='visit'), Answer(tile='mother'))
    compass.steps.choose_day(visit, today + timedelta(days=1))
    _life(compass, 'work-learning', LifePlace.NOW, 'language', 'parenting')
    _life(compass, 'work-learning', LifePlace.STRENGTH, 'listening', 'explaining')
    _life(compass, 'work-learning', LifePlace.MINE, 'learn')
    _life(compass, 'work-learning', LifePlace.PROFESSIONALS, 'learning')
    _life(compass, 'work-learning', LifePlace.WISH, 'work')
    compass.life.tell_how_it_goes('work-learning', Felt.GOOD)
    explaining = compass.life.of('work-learning').strength.items[1]
    compass.put_on_condition('work-learning', explaining.id, 'matter', today)
    _life(compass, 'daily-life', LifePlace.NOW, 'parenting', 'tired')
    _life(compass, 'daily-life', LifePlace.STRENGTH, 'cooking', 'caring')
    compass.life.tell_how_it_goes('daily-life', Felt.SO_SO)


def mimi(compass: Compass, today: date) -> None:
    """Has only just begun."""
    compass.call_me('Mimi')
    compass.choose_avatar('avatar-cat')
    _strengths(compass, today, 'be-yourself', 'drawing')
    _strengths(compass, today, 'belong', 'pet')
    compass.wishes.choose(Answer(words='een tuin'), today)
    walk = _step(compass, today, Answer(tile='walk'), Answer(tile='by-myself'))
    compass.steps.choose_day(walk, today)


def _life(compass: Compass, domain: str, place: LifePlace, *tiles: str) -> None:
    """Tap tiles of one place of a life domain, as they are shipped."""
    asked = DOMAINS[domain].place('help' if place in WHOSE_HELP else place)
    words = {tile.key: tile.word for tile in asked.tiles}
    for tile in tiles:
        compass.life.add(domain, place, Answer(tile=tile, named=words[tile]))


def _strengths(compass: Compass, today: date, condition: str, *tiles: str) -> None:
    for tile in tiles:
        compass.strengths.choose(condition, Answer(tile=tile), today)


def _step(compass: Compass, today: date, answer: Answer, companion: Answer) -> str:
    step = compass.steps.start(answer, today, wish=compass.wishes.now, contact=compass.contact_id)
    compass.steps.choose_companion(step.id, companion, today)
    return step.id


PEOPLE: tuple[Fill, ...] = (sam, roos, mimi)
