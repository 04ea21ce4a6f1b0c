"""A compass of earlier: after half an hour it takes a picture and three things."""

from model.catalogue.every_tile import THINGS
from tests.page.cast.people.person import Owner
from tests.page.plain.lock.cast import (
    asks_for_things,
    lies_for_an_hour,
    nobody_touches,
    on_compass,
    shows_things,
    things,
    without_things,
)


def test_after_half_an_hour_the_picture_and_three_things_open_it(known: Owner) -> None:
    lies_for_an_hour(known)
    assert known.opens('/slot').headers['location'] == '/slot/eerder'
    assert 'Welk plaatje heb jij?' in known.opens('/slot/eerder').text
    shown = things(asks_for_things(known, 'avatar-sun'))
    mine = [one for one in shown if one in on_compass(known)]
    assert (len(shown), len(set(shown)), len(mine)) == (12, 12, 3)
    assert shows_things(known, 'avatar-sun', mine) == f'/kompas/{known.id}'
    assert known.page('wens')
    assert known.opens(f'/kompas/{known.id}/gebeurd').status_code == 404


def test_the_same_twelve_are_shown_each_time(known: Owner) -> None:
    lies_for_an_hour(known)
    shown = {tuple(things(asks_for_things(known, 'avatar-sun'))) for _ in range(4)}
    assert len(shown) == 1


def test_nothing_but_the_twelve_tells_whose_compass_lies_there(known: Owner) -> None:
    known.writes('ik', 'Samira')
    known.writes('wens', 'een brommer')
    lies_for_an_hour(known)
    pages = [known.opens('/slot/eerder'), asks_for_things(known, 'avatar-sun'), asks_for_things(known, 'avatar-cat')]
    for page in pages:
        assert [word for word in ('Samira', 'brommer', 'brommergedoe', known.id) if word in page.text] == []
    mine, nobodys = (without_things(page).replace('avatar-cat', 'avatar-sun') for page in pages[1:])
    assert mine == nobodys, 'a picture that nobody here has is asked the same'
    assert set(things(pages[2])) <= set(THINGS)
    assert len(things(pages[2])) == 12
    assert things(asks_for_things(known, 'avatar-cat')) == things(pages[2])


def test_three_wrong_choices_a_day_close_it_until_tomorrow(known: Owner) -> None:
    token = lies_for_an_hour(known)
    shown = things(asks_for_things(known, 'avatar-sun'))
    mine = [one for one in shown if one in on_compass(known)]
    others = [one for one in shown if one not in mine]
    for chosen in (others[:3], [*mine[:2], others[0]], shown):
        assert shows_things(known, 'avatar-sun', chosen) == '/slot/eerder?nog'
    assert 'Je kunt het drie keer per dag proberen.' in known.opens('/slot/eerder?nog').text
    assert shows_things(known, 'avatar-sun', mine) == '/slot/eerder?nog'
    assert asks_for_things(known, 'avatar-sun').headers['location'] == '/slot/eerder?nog'
    known.on_disk.rewrite_key(token, tried='2020-01-01')
    assert shows_things(known, 'avatar-sun', mine) == f'/kompas/{known.id}'


def test_a_picture_of_nobody_counts_as_a_try_too(known: Owner) -> None:
    lies_for_an_hour(known)
    mine = [one for one in things(asks_for_things(known, 'avatar-sun')) if one in on_compass(known)]
    for _ in range(3):
        assert shows_things(known, 'avatar-cat', mine) == '/slot/eerder?nog'
    assert shows_things(known, 'avatar-sun', mine) == '/slot/eerder?nog'


def test_a_month_later_it_is_forgotten(known: Owner) -> None:
    token = lies_for_an_hour(known)
    nobody_touches(known, minutes=29 * 24 * 60, token=token)
    assert known.opens('/slot').headers['location'] == '/slot/eerder'
    nobody_touches(known, minutes=31 * 24 * 60, token=token)
    assert 'Met je code kom je er weer in.' in known.opens('/slot').text
