"""The lock: what is left in a browser that was put down, and who opens it again."""

import pytest

from model.catalogue.choices import AVATARS
from tests.page.cast.outsiders import cookie_secret, signed
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.person import Owner, Stranger, Worker
from tests.page.cast.socket import Refused
from tests.page.plain.lock.cast import (
    PAGES,
    asks_for_things,
    kept_in,
    nobody_touches,
    on_compass,
    puts_down,
    shows_picture,
    shows_things,
    things,
)


def test_on_a_device_that_was_put_down_every_page_of_a_compass_leads_to_the_lock(sun: Owner) -> None:
    puts_down(sun)
    for compass_id in (sun.id, '0123456789abcdef', 'onzin'):
        for path in PAGES:
            answer = sun.opens(f'/kompas/{compass_id}/{path}'.rstrip('/'))
            assert (answer.status_code, answer.headers['location']) == (303, '/slot'), (compass_id, path)
    assert sun.id not in sun.opens('/ik-heb-een-kompas').text


def test_nothing_else_of_it_is_there(sun: Owner) -> None:
    puts_down(sun)
    nowhere = sun.opens('/onzin').text
    for path in ('poster.pdf', 'bijlage/0123456789abcdef/scherm'):
        answer = sun.opens(f'/kompas/{sun.id}/{path}')
        assert (answer.status_code, answer.text) == (404, nowhere), path


def test_only_where_something_is_locked_a_page_leads_to_the_lock(sun: Owner, stranger: Stranger) -> None:
    assert stranger.opens(f'/kompas/{sun.id}').status_code == 404
    puts_down(sun)
    assert stranger.opens(f'/kompas/{sun.id}').status_code == 404
    shows_picture(sun, 'avatar-sun')
    assert sun.opens('/kompas/0123456789abcdef').status_code == 404


def test_a_worker_is_told_what_is_not_there_also_where_something_is_locked(sun: Owner, noor: Colleague) -> None:
    puts_down(sun)
    also_locked = signed({**noor.session, **sun.session}, cookie_secret(sun))
    noor.http.cookies.clear()
    noor.http.cookies.set('kompas', also_locked)
    assert noor.opens('/kompas/0123456789abcdef').status_code == 404
    noor.posts('/werk/uit')
    assert noor.opens('/kompas/0123456789abcdef').headers['location'] == '/slot'


def test_the_way_back_to_it_stands_where_compasses_are(sun: Owner, stranger: Stranger) -> None:
    puts_down(sun)
    assert 'href="/slot"' in sun.opens('/ik-heb-een-kompas').text
    assert 'href="/slot"' not in stranger.opens('/ik-heb-een-kompas').text


def test_the_cookie_after_a_lock_holds_nothing_but_the_handle(sun: Owner) -> None:
    answer = sun.posts('/slot')
    assert answer.headers['clear-site-data'] == '"cache", "storage"', 'the handle stays in the cookie'
    assert list(sun.session) == ['locked']


def test_the_mark_of_everyones_browser_stays_beside_the_handle(sun: Owner) -> None:
    marked = signed({**sun.session, 'everyones': True}, cookie_secret(sun))
    sun.http.cookies.clear()
    sun.http.cookies.set('kompas', marked)
    answer = sun.posts('/slot')
    assert kept_in(answer) == ['everyones', 'locked']


def test_open_pages_go_blank_and_are_heard_no_more(sun: Owner) -> None:
    page = sun.page('wens')
    tile, before = page.listener('werk'), sun.on_disk.bytes
    with sun.socket(page) as line:
        puts_down(sun)
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        line.triggers(page.client_id, tile.element, tile.id)
        assert line.is_cut_within(2)
    assert sun.on_disk.bytes == before
    with pytest.raises(Refused), sun.socket(page):
        pass


def test_the_picture_of_the_person_opens_it_again_but_for_what_is_private(sun: Owner) -> None:
    sun.writes('gebeurd', 'brommergedoe')
    puts_down(sun)
    lock = sun.opens('/slot').text
    assert [avatar.key for avatar in AVATARS if f'value="{avatar.key}"' not in lock] == []
    assert sun.id not in lock
    assert shows_picture(sun, 'avatar-sun') == f'/kompas/{sun.id}'
    assert sun.page('wens')
    assert sun.opens(f'/kompas/{sun.id}/gebeurd').status_code == 404
    assert list(sun.session['keys']) == [sun.id]
    assert 'locked' not in sun.session, 'there is nothing under the handle any more'


@pytest.mark.parametrize('picture', ['avatar-cat', 'onzin', ''])
def test_a_wrong_picture_is_one_too_many_and_after_that_more_is_asked(known: Owner, picture: str) -> None:
    puts_down(known)
    assert shows_picture(known, picture) == '/slot?nog'
    assert known.opens('/slot?nog').headers['location'] == '/slot/eerder?nog'
    assert 'Dat klopt niet.' in known.opens('/slot/eerder?nog').text
    assert shows_picture(known, 'avatar-sun') == '/slot?nog', 'the picture alone opens it no more'
    mine = [one for one in things(asks_for_things(known, 'avatar-sun')) if one in on_compass(known)]
    assert shows_things(known, 'avatar-sun', mine) == f'/kompas/{known.id}'


def test_a_lock_that_falls_again_asks_the_picture_again(sun: Owner) -> None:
    for _ in range(3):
        puts_down(sun)
        assert shows_picture(sun, 'avatar-sun') == f'/kompas/{sun.id}'


def test_who_chose_no_picture_says_it_is_them(owner: Owner) -> None:
    owner.taps('wens', 'werk')
    puts_down(owner)
    assert 'Ik ben het' in owner.opens('/slot').text
    assert 'avatar-sun' not in owner.opens('/slot').text
    assert shows_picture(owner) == f'/kompas/{owner.id}'
    assert owner.page()


def test_two_who_put_the_same_tablet_down_each_come_back_with_their_own_picture(sun: Owner) -> None:
    puts_down(sun)
    second = sun.posts('/nieuw').headers['location'].split('/')[2]
    first, sun.id = sun.id, second
    sun.on_disk = type(sun.on_disk)(sun.server, second)
    sun.taps('ik', 'kat')
    puts_down(sun)
    assert shows_picture(sun, 'avatar-sun') == f'/kompas/{first}'
    assert sun.opens(f'/kompas/{second}').headers['location'] == '/slot'
    assert shows_picture(sun, 'avatar-cat') == f'/kompas/{second}'


def test_who_has_a_sheet_comes_back_with_their_picture_for_half_an_hour_only(sun: Owner) -> None:
    guest = Worker(sun)
    token = guest.token_of(sun.id)
    puts_down(guest)
    assert shows_picture(guest, 'avatar-sun') == f'/kompas/{sun.id}'
    puts_down(guest)
    nobody_touches(sun, minutes=31, token=token)
    lock = guest.opens('/slot').text
    assert 'Met je code kom je er weer in.' in lock
    assert 'name="kompas-bare"' in lock
    assert shows_picture(guest, 'avatar-sun') == '/slot?nog'


def test_who_only_looked_leaves_nothing_in_the_browser(owner: Owner) -> None:
    guest = Stranger(owner.server)
    guest.enters(owner.on_disk.sheet_token, looks=True)
    answer = guest.posts('/slot')
    assert answer.headers['clear-site-data'] == '"cache", "cookies", "storage"'
    assert guest.session == {}
    assert guest.opens(f'/kompas/{owner.id}').status_code == 404
    assert 'Met je code kom je er weer in.' in guest.opens('/slot').text


def test_a_device_of_the_persons_own_stays_open(owner: Owner) -> None:
    phone = Worker(owner, own=True)
    page = phone.page()
    with phone.socket(page) as line:
        assert 'clear-site-data' not in phone.posts('/slot').headers
        assert not line.is_cut_within(1)
    assert phone.page()


def test_the_lock_of_one_browser_is_not_that_of_another(sun: Owner, other: Owner) -> None:
    puts_down(sun)
    assert shows_picture(other, 'avatar-sun') == '/slot?nog'
    assert other.page()
    assert sun.opens(f'/kompas/{sun.id}').headers['location'] == '/slot'


def test_a_key_that_was_not_touched_for_five_minutes_is_locked_without_the_browser_saying_so(sun: Owner) -> None:
    nobody_touches(sun, minutes=4)
    assert sun.page()
    nobody_touches(sun, minutes=6)
    assert sun.opens(f'/kompas/{sun.id}').headers['location'] == '/slot'
    assert shows_picture(sun, 'avatar-sun') == f'/kompas/{sun.id}'
    assert sun.page()
