import pytest
from pydantic import ValidationError

from model.catalogue.conditions import CONDITIONS
from model.compass.target import ALBUM, Moment, Spot, Target

ID = '3f9a01bc'

WRITTEN = {
    'album': Target(spot=Spot.ALBUM),
    'condition.belong': Target(spot=Spot.CONDITION, of='belong'),
    f'strength.{ID}': Target(spot=Spot.STRENGTH, of=ID),
    'wishes': Target(spot=Spot.WISHES),
    f'wish.{ID}': Target(spot=Spot.WISH, of=ID),
    'steps': Target(spot=Spot.STEPS),
    f'step.{ID}': Target(spot=Spot.STEP, of=ID),
    'life.work-learning.now': Target(spot=Spot.LIFE, of='work-learning', within='now'),
    f'life.money.{ID}': Target(spot=Spot.LIFE, of='money', within=ID),
    f'step.{ID}.before': Target(spot=Spot.STEP, of=ID, moment=Moment.BEFORE),
    f'step.{ID}.doing': Target(spot=Spot.STEP, of=ID, moment=Moment.DOING),
    f'step.{ID}.done-it': Target(spot=Spot.STEP, of=ID, moment=Moment.DONE),
}


@pytest.mark.parametrize(('text', 'target'), WRITTEN.items())
def test_a_target_is_written_in_addresses_and_read_again(text, target):
    assert str(target) == text
    assert Target.parse(text) == target


@pytest.mark.parametrize('condition', CONDITIONS)
def test_every_condition_is_a_target(condition):
    assert Target.parse(f'condition.{condition}').of == condition


def test_every_spot_is_tried_here():
    assert {target.spot for target in WRITTEN.values()} == set(Spot)


@pytest.mark.parametrize('target', WRITTEN.values(), ids=str)
def test_a_target_comes_back_whole_from_json(target):
    assert Target.model_validate_json(target.model_dump_json()) == target


@pytest.mark.parametrize(
    'text',
    [
        '',
        '.',
        'unicorn',
        'ALBUM',
        ' album',
        f'album.{ID}',
        f'album..{Moment.BEFORE}',
        'condition',
        'condition.wealth',
        'condition.belong.before',
        'life',
        'life.money',
        'life.money.',
        'life.money.later',
        f'life..{ID}',
        'life.Money.now',
        'life.money.now.now',
        f'life.{"m" * 41}.now',
        'strength',
        'strength.',
        'strength.father',
        'strength.3F9A01BC',
        f'strength.{ID[:-1]}',
        f'strength.{ID * 4}0',
        f'strength.{ID}\n',
        f'strength.{ID}.before',
        'strength.../../etc',
        f'strength.../{ID}',
        'strength.３f9a01bc',
        f'wishes.{ID}',
        'wish',
        f'wish.{ID}.doing',
        f'steps.{ID}',
        'steps..before',
        'step',
        'step..before',
        f'step.{ID}.after',
        f'step.{ID}.before.doing',
        f'step.{ID}...x',
        f'strength.{ID * 10_000}',
    ],
)
def test_what_is_no_target_is_refused(text):
    with pytest.raises(ValueError):
        Target.parse(text)


@pytest.mark.parametrize(
    'fields',
    [
        {'spot': 'album', 'of': ID},
        {'spot': 'wishes', 'moment': 'before'},
        {'spot': 'step', 'moment': 'before'},
        {'spot': 'strength', 'of': '../../etc/passwd'},
        {'spot': 'album', 'room': 'kitchen'},
    ],
)
def test_a_target_that_does_not_fit_together_is_refused_on_disk_too(fields):
    with pytest.raises(ValidationError):
        Target.model_validate(fields)


def test_a_target_does_not_change():
    with pytest.raises(ValidationError):
        ALBUM.of = ID  # type: ignore[misc]


def test_the_album_and_what_stands_beside_a_step_are_not_on_the_compass():
    beside = {f'step.{ID}.{moment}' for moment in Moment}
    assert {text for text, target in WRITTEN.items() if not target.is_on_compass and target.spot is not Spot.LIFE} == {
        'album',
        *beside,
    }
    assert not any(target.is_on_compass for target in WRITTEN.values() if target.spot is Spot.LIFE)


@pytest.mark.parametrize(
    ('before', 'now'),
    [
        ('actions', 'steps'),
        (f'action.{ID}', f'step.{ID}'),
        (f'action.{ID}.doing', f'step.{ID}.doing'),
    ],
)
def test_an_address_of_before_still_leads_to_its_target(before, now):
    assert Target.parse(before) == Target.parse(now)
    assert str(Target.parse(before)) == now
