"""Goodbye, and what the lock itself says."""

from collections.abc import Callable

from tests.page.cast.people.colleague import coordinator_of
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger, Worker
from tests.page.plain.lock.cast import puts_down, shows_picture


def test_goodbye_without_a_way_back_says_so_first_and_shows_the_code(sun: Owner) -> None:
    page = sun.page('tot-ziens').text
    assert 'Neem eerst je code mee' in page
    assert 'QR-code van dit kompas' in page
    answer = sun.posts('/tot-ziens')
    assert answer.headers['clear-site-data'] == '"cache", "storage"'
    assert list(sun.session) == ['locked']
    assert 'Je kompas blijft hier een maand op slot. Met je plaatje kom je er weer in.' in sun.opens('/tot-ziens').text
    assert shows_picture(sun, 'avatar-sun') == f'/kompas/{sun.id}'


def test_goodbye_with_a_way_back_empties_the_browser(sun: Owner) -> None:
    Worker(sun)  # the sheet was scanned
    assert 'Met je code kom je er weer in.' in sun.page('tot-ziens').text
    answer = sun.posts('/tot-ziens')
    assert answer.headers['clear-site-data'] == '"cache", "cookies", "storage"'
    assert sun.session == {}
    left = sun.opens('/tot-ziens').text
    assert 'name="kompas-bare"' in left
    assert 'Je kompas is van deze tablet af. Met je code kom je er weer in.' in left
    assert shows_picture(sun, 'avatar-sun') == '/slot?nog'


def test_goodbye_keeps_what_is_the_persons_own(owner: Owner) -> None:
    phone = Worker(owner, own=True)
    assert 'clear-site-data' not in phone.posts('/tot-ziens').headers
    assert list(phone.session['keys']) == [phone.id]


def test_no_other_website_empties_a_browser(owner: Owner) -> None:
    foreign = {'Origin': 'https://elsewhere.test', 'Sec-Fetch-Site': 'cross-site'}
    for path in ('/slot', '/tot-ziens', '/slot/plaatje', '/slot/eerder'):
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
