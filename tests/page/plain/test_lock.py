"""The lock: what is left in a browser that was put down, and who opens it again."""

import base64
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from model.catalogue.choices import AVATARS
from model.catalogue.every_tile import THINGS
from tests.page.cast.outsiders import cookie_secret, signed
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


def nobody_touches(owner: Owner, *, minutes: int, token: str = '') -> None:
    """So long ago the device was last used; `token` is its key, when that left the cookie."""
    at = datetime.now(UTC) - timedelta(minutes=minutes)
    owner.on_disk.rewrite_key(token or owner.token_of(owner.id), seen=at.isoformat())


def kept_in(answer: httpx.Response) -> list[str]:
    """What the cookie of an answer carries."""
    value = answer.cookies['kompas']
    return sorted(json.loads(base64.b64decode(value.split('.')[0])))


def lies_for_an_hour(owner: Owner) -> str:
    """The device locks, and nobody comes for an hour; the key that lies there."""
    token = owner.token_of(owner.id)
    puts_down(owner)
    nobody_touches(owner, minutes=60, token=token)
    return token


def asks_for_things(browser: Stranger, picture: str) -> httpx.Response:
    """The page after the tap on a picture."""
    return browser.posts('/slot/eerder', plaatje=picture)


def things(page: httpx.Response) -> list[str]:
    return re.findall('name="ding" value="([a-z0-9-]+)"', page.text)


def shows_things(browser: Stranger, picture: str, chosen: list[str]) -> str:
    """Where it leads to choose these."""
    form = {'plaatje': picture, 'ding': chosen, 'klaar': 'ja'}
    answer = browser.http.post('/slot/eerder', data=form)
    assert answer.status_code == 303, answer.text
    return str(answer.headers['location'])


def on_compass(owner: Owner) -> list[str]:
    """The pictograms that stand on it."""
    document = owner.on_disk.document
    answers = [one['answer'] for part in ('strengths', 'wishes', 'steps') for one in document[part]['items']]
    return [one['tile'] for one in answers if one.get('tile')]


@pytest.fixture
def known(sun: Owner) -> Owner:
    """The same, with four things on their compass, and one that is private."""
    sun.taps('erbij-horen', 'broer of zus')
    sun.taps('meedoen', *[one.words for one in sun.page('meedoen').listeners if one.type == 'click'][2:4])
    sun.taps('wens', 'werk')
    sun.writes('gebeurd', 'brommergedoe')
    return sun


def test_a_device_that_was_put_down_opens_none_of_its_pages(sun: Owner) -> None:
    puts_down(sun)
    nowhere = sun.opens('/onzin').text
    for path in [*PAGES, 'poster.pdf', 'bijlage/0123456789abcdef/scherm']:
        answer = sun.opens(f'/kompas/{sun.id}/{path}'.rstrip('/'))
        assert (answer.status_code, answer.text) == (404, nowhere), path
    assert sun.id not in sun.opens('/ik-heb-een-kompas').text


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
    assert sun.opens(f'/kompas/{second}').status_code == 404
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
    assert sun.opens(f'/kompas/{sun.id}').status_code == 404


def test_a_key_that_was_not_touched_for_five_minutes_is_locked_without_the_browser_saying_so(sun: Owner) -> None:
    nobody_touches(sun, minutes=4)
    assert sun.page()
    nobody_touches(sun, minutes=6)
    assert sun.opens(f'/kompas/{sun.id}').headers['location'] == '/slot'
    assert shows_picture(sun, 'avatar-sun') == f'/kompas/{sun.id}'
    assert sun.page()


# a compass of earlier


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


def without_things(page: httpx.Response) -> str:
    return re.sub('<div class="tiles">.*?</div>', '', page.text, flags=re.DOTALL)


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


# goodbye


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
