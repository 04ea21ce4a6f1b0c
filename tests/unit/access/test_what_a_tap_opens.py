"""What a whole tap on a condition or in a life domain opens of a compass in files: with its save, and what is drawn."""

from itertools import product

import pytest

from model.access.access import Access
from model.access.session import Session
from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
from model.compass.life.places import LifePlace
from model.compass.opening.folded import is_folded
from model.settings import Settings

HERE = 'matter'
LISTENING = Answer(tile='listening')


@pytest.fixture
def access(storage):
    settings = Settings(secret='a secret that only this test knows of', url='https://kompas.example')
    access = Access.of(storage, settings)
    yield access
    access.close()


@pytest.fixture
def phone(access):
    """The person's own, with their compass on it: something on each condition and in each place of two domains."""
    phone = Session({})
    compass_id = access.entrance.begin(phone, 'nl', '192.0.2.1').id
    access.devices.make_own(phone, compass_id)
    with access.gate.change(phone, compass_id) as compass:
        for condition in CONDITIONS:
            compass.strengths.add(condition, Answer(words=f'iets van {condition}'), compass.made.date())
        for domain, place in product(('money', 'body'), LifePlace):
            compass.life.add(domain, place, Answer(words=f'iets van {place}'))
        compass.note_number(compass.strengths.on('belong', compass.album)[0].id, '112')
    return phone, compass_id


@pytest.fixture
def saved(storage):
    """Each compass that was saved since, as its open pages get it."""
    heard = []

    def hears(_, compass):
        heard.append(compass)

    storage.compasses.changed.connect(hears)
    yield heard
    storage.compasses.changed.disconnect(hears)


def looked_into(compass):
    return {key for key, one in compass.strengths.quarters.items() if not is_folded(one)}


TAPS = {
    'on': lambda compass, today: compass.strengths.choose(HERE, LISTENING, today),
    'off': lambda compass, today: compass.strengths.choose(HERE, Answer(words='iets van matter'), today, chosen=False),
    'a heart': lambda compass, _: compass.strengths.mark_heart(
        compass.strengths.on(HERE, compass.album)[0].id, heart=True
    ),
}


@pytest.mark.parametrize('tap', TAPS)
def test_a_tap_on_one_condition_opens_no_other(access, phone, saved, tap):
    session, compass_id = phone
    with access.gate.change(session, compass_id) as compass:
        TAPS[tap](compass, compass.made.date())
    [compass] = saved
    shown = access.gate.look_again(access.gate.key(session, compass_id), compass).seen
    assert shown.strengths.on(HERE, shown.album) or shown.strengths.off_of(HERE, shown.album)
    assert looked_into(compass) == looked_into(shown) == {HERE}
    assert is_folded(compass.album)


def places_looked_into(compass):
    return {place for place in LifePlace if not is_folded(compass.life.of('money').at(place))}


PLACE, MINE = LifePlace.MINE, Answer(words='iets van mine')
TAPS_IN_A_PLACE = {
    'on': lambda compass, today: compass.life.choose('money', PLACE, LISTENING, today),
    'off': lambda compass, today: compass.life.choose('money', PLACE, MINE, today, chosen=False),
}


@pytest.mark.parametrize('tap', TAPS_IN_A_PLACE)
def test_a_tap_in_one_place_of_a_life_domain_opens_no_other(access, phone, saved, tap):
    session, compass_id = phone
    for _ in range(2):  # the second time something may be off
        with access.gate.change(session, compass_id) as compass:
            TAPS_IN_A_PLACE[tap](compass, compass.made.date())
    compass = saved[-1]
    shown = access.gate.look_again(access.gate.key(session, compass_id), compass).seen
    place = shown.life.of('money').at(PLACE)
    assert place.shown(shown.album) or place.off_of(shown.album)
    assert places_looked_into(compass) == places_looked_into(shown) == {PLACE}
    assert is_folded(compass.life.of('body'))
    assert is_folded(compass.strengths)
    assert compass.life.of('money').written_with == [access.gate.key(session, compass_id).id]
