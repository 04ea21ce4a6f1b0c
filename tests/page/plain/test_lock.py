"""The lock: what is left in a browser that was put down, and who opens it again."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from model.catalogue.choices import AVATARS
from tests.page.cast.people import Machine, Owner, Stranger, Worker, coordinator_of
from tests.page.cast.socket import Refused
from ui.screens.compass_page import PRIVATE_SCREENS, SCREENS, STEP_SCREENS

PAGES = [page.strip('/') for page in [*SCREENS, *STEP_SCREENS, *PRIVATE_SCREENS] if '{' not in page]


@pytest.fixture
def sun(owner: Owner) -> Owner:
    """Someone who is the sun, at the only device with their compass."""
    owner.taps('ik', 'zon')
    return owner


def puts_down(browser: Stranger) -> None:
    answer = browser.posts('/slot')
    assert (answer.status_code, answer.headers['location']) == (303, '/slot')


def shows_picture(browser: Stranger, picture: str = '') -> str:
    """Where the tap on a picture of the lock leads."""
    answer = browser.posts('/slot/plaatje', plaatje=picture)
    assert answer.status_code == 303
    return str(answer.headers['location'])


def nobody_touches(owner: Owner, *, minutes: int) -> None:
    """So long ago the device was last used."""
    at = datetime.now(UTC) - timedelta(minutes=minutes)
    owner.on_disk.rewrite_key(owner.token_of(owner.id), seen=at.isoformat())


def test_a_device_that_was_put_down_opens_none_of_its_pages(sun: Owner) -> None:
    puts_down(sun)
    answers = [sun.opens(f'/kompas/{sun.id}/{page}'.rstrip('/')) for page in PAGES]
    assert {(answer.status_code, answer.headers.get('location')) for answer in answers} == {(303, '/slot')}
    for path in ('poster.pdf', 'bijlage/0123456789abcdef/scherm'):
        assert sun.opens(f'/kompas/{sun.id}/{path}').status_code == 404
    assert sun.id not in sun.opens('/ik-heb-een-kompas').text


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


def test_the_picture_of_the_person_opens_it_again(sun: Owner) -> None:
    puts_down(sun)
    lock = sun.opens('/slot').text
    assert [avatar.key for avatar in AVATARS if f'value="{avatar.key}"' not in lock] == []
    assert sun.id not in lock
    assert shows_picture(sun, 'avatar-sun') == f'/kompas/{sun.id}'
    assert sun.page('gebeurd')


def test_a_wrong_picture_says_so_and_three_close_it_for_good(sun: Owner) -> None:
    puts_down(sun)
    for picture in ('avatar-cat', 'onzin'):
        assert shows_picture(sun, picture) == '/slot?nog'
        assert 'Dat is een ander plaatje.' in sun.opens('/slot?nog').text
    assert shows_picture(sun, 'avatar-cat') == '/slot?nog'
    assert shows_picture(sun, 'avatar-sun') == '/slot?nog'
    assert sun.opens(f'/kompas/{sun.id}').status_code == 404
    assert 'avatar-sun' not in sun.opens('/slot').text


def test_wrong_pictures_before_the_right_one_do_not_count_the_next_time(sun: Owner) -> None:
    for _ in range(3):
        puts_down(sun)
        shows_picture(sun, 'avatar-cat')
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


def test_a_device_with_a_sheet_elsewhere_forgets_and_leaves_nothing_in_the_browser(worker: Worker) -> None:
    answer = worker.posts('/slot')
    assert answer.headers['clear-site-data'] == '"cache", "cookies", "storage"'
    assert worker.session == {}
    assert worker.opens(f'/kompas/{worker.id}').status_code == 404
    lock = worker.opens('/slot').text
    assert 'Met je code kom je er weer in.' in lock
    assert 'name="kompas-bare"' in lock


def test_the_only_device_with_a_compass_keeps_its_cookie(sun: Owner) -> None:
    assert 'clear-site-data' not in sun.posts('/slot').headers
    assert list(sun.session['keys']) == [sun.id]


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


def test_a_key_that_was_not_touched_for_two_minutes_is_locked_without_the_browser_saying_so(sun: Owner) -> None:
    nobody_touches(sun, minutes=3)
    assert sun.opens(f'/kompas/{sun.id}').headers['location'] == '/slot'
    assert shows_picture(sun, 'avatar-sun') == f'/kompas/{sun.id}'
    assert sun.page()


def test_ten_minutes_later_it_is_forgotten(sun: Owner) -> None:
    nobody_touches(sun, minutes=11)
    assert shows_picture(sun, 'avatar-sun') == '/slot?nog'
    assert sun.opens(f'/kompas/{sun.id}').status_code == 404


def test_goodbye_empties_the_browser_of_a_shared_device(owner: Owner) -> None:
    answer = owner.posts('/tot-ziens')
    assert answer.headers['clear-site-data'] == '"cache", "cookies", "storage"'
    assert owner.session == {}
    assert 'name="kompas-bare"' in owner.opens('/tot-ziens').text


def test_goodbye_keeps_what_is_the_persons_own(owner: Owner) -> None:
    phone = Worker(owner, own=True)
    assert 'clear-site-data' not in phone.posts('/tot-ziens').headers
    assert list(phone.session['keys']) == [phone.id]


def test_no_other_website_empties_a_browser(owner: Owner) -> None:
    foreign = {'Origin': 'https://elsewhere.test', 'Sec-Fetch-Site': 'cross-site'}
    for path in ('/slot', '/tot-ziens', '/slot/plaatje'):
        answer = owner.posts(path, foreign)
        assert (answer.status_code, answer.headers.get('clear-site-data')) == (403, None)
    # what an image of another website asks for comes without our cookie
    for path in ('/slot', '/tot-ziens', '/'):
        assert 'clear-site-data' not in Stranger(owner.server).opens(path).headers
    assert owner.page()


def test_the_lock_shows_workers_their_way_in_only_where_there_are_any(machine: Callable[..., Machine]) -> None:
    with machine() as server:
        assert '/werk/in' not in Stranger(server).opens('/slot').text
        assert 'Begeleider' not in Stranger(server).opens('/').text
        coordinator_of(server)
        assert '/werk/in' in Stranger(server).opens('/slot').text
        assert 'Begeleider' in Stranger(server).opens('/').text


def test_the_lock_says_nothing_of_what_is_behind_it(sun: Owner) -> None:
    sun.writes('wens', 'een brommer')
    puts_down(sun)
    lock = sun.opens('/slot').text
    assert 'brommer' not in lock
    assert sun.id not in lock
