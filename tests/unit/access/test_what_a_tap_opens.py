"""What a whole tap on a condition screen opens of a compass in files: with its save, and what is drawn of it again."""

import pytest

from model.access.access import Access
from model.access.session import Session
from model.catalogue.conditions import CONDITIONS
from model.compass.answer import Answer
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
    """The person's own, with their compass on it: something on each condition, and somebody to call."""
    phone = Session({})
    compass_id = access.entrance.begin(phone, 'nl', '192.0.2.1').id
    access.devices.make_own(phone, compass_id)
    with access.gate.change(phone, compass_id) as compass:
        for condition in CONDITIONS:
            compass.strengths.add(condition, Answer(words=f'iets van {condition}'), compass.made.date())
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
