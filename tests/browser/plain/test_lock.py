"""P12: a shared device that nobody touches for five minutes leaves nothing to see, with and without a network."""

import base64
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Locator, expect

from tests.browser.cast.at_work import is_at_work, signs_in_here
from tests.browser.cast.faults import LOST
from tests.browser.cast.look import THREE_SIZES, flaws
from tests.browser.cast.person import AGAIN, Person
from tests.browser.conftest import PHONE
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.patience import within
from tests.server import Server

LEFT = """
async () => ({
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  kept: [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length],
  state: history.state,
})
"""
SHUT = 'Met je code kom je er weer in.'
"""Stands on the page of the server, and not on what a page shows by itself."""
NOTHING = {'caches': [], 'workers': 0, 'kept': [0, 0, '', 0], 'state': None}
STRENGTHS = ('muziek', 'rust', 'lachen')
TO_BE_SEEN = 'document.title + document.documentElement.outerHTML'
HIDES = """
(hidden) => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  return [document.documentElement.outerHTML, getComputedStyle(document.querySelector('h1')).visibility];
}
"""


@pytest.fixture
def noor(new_person: Callable[..., Person]) -> Person:
    """At the only device with her compass, whose clock the test turns."""
    noor = new_person(fresh=True)
    noor.page.context.clock.install()
    noor.begins()
    noor.is_called('Noor')
    return noor


@pytest.fixture
def sam(new_person: Callable[..., Person]) -> Person:
    """At a tablet of everyone, with a picture of his own."""
    sam = new_person(fresh=True)
    sam.page.context.clock.install()
    sam.begins()
    sam.taps_link('Dit ben ik')
    sam.picks('boot')
    return sam


@pytest.fixture
def guest(new_person: Callable[..., Person], noor: Person) -> Person:
    """Noor on the tablet of someone else: her sheet is at home."""
    guest = new_person(fresh=True)
    guest.page.context.clock.install()
    guest.enters(noor.shares(), 'Even kijken')
    guest.page.evaluate('navigator.serviceWorker.ready.then(() => null)')
    return guest


def test_a_minute_before_it_asks_and_then_it_locks(noor: Person) -> None:
    noor.page.clock.fast_forward('03:55')
    expect(still_there(noor)).to_be_hidden()
    noor.page.clock.fast_forward('00:06')
    expect(still_there(noor)).to_be_visible()
    noor.page.clock.fast_forward('01:00')
    noor.sees_title('Ben jij het?')
    shows_nothing_of(noor, noor)


@pytest.mark.long
def test_who_is_still_there_goes_on(noor: Person) -> None:
    for _ in range(3):
        noor.page.clock.fast_forward('04:30')
        noor.taps_button('Ja')
        expect(still_there(noor)).to_be_hidden()
    noor.taps_link('Jezelf zijn')
    noor.picks('muziek')


@pytest.mark.long
def test_with_the_network_there_nothing_of_us_is_left_in_the_browser(guest: Person) -> None:
    before = guest.page.evaluate(LEFT)
    assert before['caches']
    assert before['workers'] == 1
    compass_id = guest.compass_id
    guest.page.clock.fast_forward('05:01')
    guest.sees(SHUT)
    guest.page.wait_for_load_state('networkidle')
    assert guest.page.evaluate(LEFT) == NOTHING
    assert guest.page.context.cookies() == []
    for _ in range(3):
        goes_back(guest)
        expect(guest.page.locator('html')).not_to_contain_text('Noor')
    assert guest.gets(f'{guest.url}/kompas/{compass_id}') == 404


@pytest.mark.long
@pytest.mark.expects(LOST, why='there is no network any more')
def test_after_the_lock_back_shows_nothing_without_a_network_either(guest: Person) -> None:
    compass_id = guest.compass_id
    guest.taps_link('Stappen', 'Kompas')
    guest.page.clock.fast_forward('05:01')
    guest.sees(SHUT)
    guest.page.context.set_offline(True)
    for _ in range(3):
        goes_back(guest)
        expect(guest.page.locator('html')).not_to_contain_text('Noor')
        expect(guest.page.locator(f'[href*="{compass_id}"]')).to_have_count(0)


@pytest.mark.long
@pytest.mark.expects(LOST, why='there is no network for a while')
def test_without_a_network_the_page_is_wiped_and_the_server_told_as_soon_as_there_is_one(guest: Person) -> None:
    guest.taps_link('Stappen')
    guest.is_at('stappen')
    guest.taps_link('Kompas')
    guest.is_at('')
    compass_id = guest.compass_id
    guest.page.context.set_offline(True)
    guest.page.clock.fast_forward('05:01')
    guest.sees_title('Dit scherm is op slot')
    guest.sees('Even wachten op het netwerk')
    shown = guest.page.evaluate(TO_BE_SEEN)
    assert 'Noor' not in shown
    assert compass_id not in shown
    assert guest.page.title() == ''
    left = guest.page.evaluate(LEFT)
    assert (left['kept'], left['state']) == ([0, 0, '', 0], None)
    kept = """async () => (await Promise.all((await caches.keys()).map(async (name) => {
      const shelf = await caches.open(name);
      return Promise.all((await shelf.keys()).map(async (one) => one.url + await (await shelf.match(one)).text()));
    }))).flat().join()"""
    assert compass_id not in guest.page.evaluate(kept)
    goes_back(guest)
    assert 'Noor' not in guest.page.evaluate(TO_BE_SEEN)
    assert compass_id not in guest.page.evaluate(TO_BE_SEEN)
    guest.page.context.set_offline(False)
    guest.page.clock.run_for(3_000)
    guest.sees(SHUT)
    assert guest.page.context.cookies() == []


def test_who_comes_back_finds_it_all_with_their_own_picture(sam: Person) -> None:
    sam.page.clock.fast_forward('05:01')
    sam.sees_title('Welk plaatje heb jij?')
    sam.taps_button('boot')
    sam.is_at('')
    sam.sees_title('Mijn kompas')
    expect(sam.link('Wat is er gebeurd?')).to_have_count(0)  # somebody could have seen that picture


def test_a_page_that_opens_as_the_tablet_is_put_down_leads_to_the_lock(sam: Person) -> None:
    compass = sam.page.url
    sam.page.goto(compass, wait_until='commit')  # before its line stands
    assert sam.page.request.post(f'{sam.url}/slot', headers={'Origin': sam.url}, max_retries=AGAIN).ok
    sam.sees_title('Welk plaatje heb jij?')
    sam.opens(compass)  # a bookmark, or Back
    sam.sees_title('Welk plaatje heb jij?')
    assert flaws(sam.page, THREE_SIZES) == []
    sam.taps_button('boot')
    sam.is_at('')


@pytest.mark.long
def test_after_one_wrong_picture_it_takes_what_stands_on_the_compass(sam: Person) -> None:
    for strength in STRENGTHS:
        sam.goes_to('jezelf-zijn')
        sam.picks(strength)
    sam.page.clock.fast_forward('05:01')
    sam.taps_button('kat')
    sam.sees('Dat klopt niet. Je kunt het drie keer per dag proberen.')
    sam.taps_button('boot')
    sam.sees_title('Wat staat er op jouw kompas?')
    expect(sam.page.get_by_role('checkbox')).to_have_count(12)
    for strength in STRENGTHS:
        sam.page.locator(f'label:has(.word:text-is("{strength}"))').click()
    sam.taps_button('Verder')
    sam.is_at('')


def test_a_locked_tablet_keeps_nothing_but_the_handle_of_what_is_locked(noor: Person) -> None:
    noor.page.evaluate('navigator.serviceWorker.ready.then(() => null)')
    compass_id = noor.compass_id
    noor.page.clock.fast_forward('05:01')
    noor.sees_title('Ben jij het?')
    left = noor.page.evaluate(LEFT)
    assert (left['kept'], left['state']) == ([0, 0, '', 0], None)
    [cookie] = noor.page.context.cookies()
    carried = json.loads(base64.b64decode(str(cookie['value']).partition('.')[0]))
    assert carried['locked']
    assert compass_id not in json.dumps(carried)
    assert not carried.get('keys')


def test_a_tablet_that_slept_shows_nothing_when_it_wakes(noor: Person) -> None:
    compass_id = noor.compass_id
    noor.page.evaluate('document.title = "Noor"')
    noor.page.clock.pause_at(noor.page.evaluate('Date.now() + 1000') / 1000)
    _, painted = noor.page.evaluate(HIDES, True)
    assert painted == 'hidden', 'what was painted last is what is seen first'
    noor.page.clock.set_system_time(noor.page.evaluate('Date.now() + 600_000') / 1000)
    expect(noor.page.locator('h1')).to_have_text('Noor')
    shown, _ = noor.page.evaluate(HIDES, False)
    assert 'Noor' not in shown
    assert compass_id not in shown
    noor.page.clock.resume()
    noor.sees_title('Ben jij het?')


def test_a_tablet_that_was_away_for_a_moment_goes_on(noor: Person) -> None:
    noor.page.evaluate(HIDES, True)
    noor.page.clock.fast_forward('02:40')
    _, painted = noor.page.evaluate(HIDES, False)
    assert painted == 'visible'
    noor.taps_link('Jezelf zijn')
    noor.picks('muziek')


def test_touching_one_tab_keeps_the_other_open_and_both_are_locked_together(noor: Person) -> None:
    second = Person(noor.page.context.new_page(), noor.url)
    second.opens(noor.page.url)
    second.sees_title('Noor')
    noor.page.context.clock.fast_forward('03:00')
    second.taps_link('Stappen')
    noor.page.context.clock.fast_forward('03:50')
    expect(still_there(noor)).to_be_hidden()
    noor.sees_title('Noor')
    noor.page.context.clock.fast_forward('01:11')
    for tab in (noor, second):
        tab.sees_title('Ben jij het?')
        shows_nothing_of(noor, tab)


@pytest.mark.long
def test_an_own_phone_stays_open(new_person: Callable[..., Person], noor: Person) -> None:
    phone = new_person(PHONE, fresh=True)
    phone.page.clock.install()
    phone.enters(noor.shares())
    phone.page.clock.fast_forward('59:00')
    phone.page.clock.run_for(2_000)
    expect(still_there(phone)).to_be_hidden()
    phone.sees_title('Noor')


def test_the_desk_of_a_worker_is_locked_too(new_person: Callable[..., Person], server: Server) -> None:
    anna = new_person(fresh=True)
    is_at_work(anna, server)
    anna.page.clock.install()
    anna.opens('/werk')
    anna.sees_title('Mijn mensen')
    anna.page.clock.fast_forward('05:01')
    anna.sees_title('Ben je er nog?')
    anna.page.wait_for_load_state('networkidle')
    assert anna.page.evaluate(LEFT)['kept'] == [0, 0, '', 0]
    goes_back(anna)
    expect(anna.page.locator('html')).not_to_contain_text('Mijn mensen')


def test_the_worker_hands_the_tablet_over_and_takes_it_back(new_person: Callable[..., Person], server: Server) -> None:
    tablet = new_person(fresh=True)
    anna = is_at_work(tablet, server)
    tablet.opens('/werk')
    tablet.taps_button('Nieuw kompas')
    tablet.sees_title('Mag Anna meekijken?')
    desk = tablet.page.url
    expect(tablet.button('Snel weg')).to_be_visible()
    for _ in range(3):
        goes_back(tablet)
        expect(tablet.page.locator('html')).not_to_contain_text('Mijn mensen')
    tablet.page.goto(desk)
    tablet.taps_link('Geef de tablet terug')
    tablet.line('Code').fill(anna.code())
    tablet.taps_button('Neem de tablet terug')
    tablet.sees_title('Mijn mensen')
    assert anna.opens('/werk').status_code != 200, 'what was in the cookie before opens nothing any more'


def goes_back(person: Person) -> None:
    """Tap Back, also where that leads to a page that does not come."""
    person.page.wait_for_load_state()
    with suppress(Error):
        person.page.go_back(timeout=within(2_000))


def shows_nothing_of(person: Person, tab: Person) -> None:
    expect(tab.page).to_have_url(f'{tab.url}/slot')
    assert 'Noor' not in tab.page.evaluate(TO_BE_SEEN)
    for _ in range(3):
        goes_back(tab)
        expect(tab.page.locator('html')).not_to_contain_text('Noor')


def still_there(person: Person) -> Locator:
    return person.page.get_by_role('dialog').filter(has_text='Ben je er nog?')


def test_the_team_page_of_a_coordinator_is_locked_as_well(tmp_path: Path, new_person: Callable[..., Person]) -> None:
    with Machine(tmp_path) as server:
        _team_page_is_locked(server, new_person(url=server.url))


def _team_page_is_locked(server: Machine, person: Person) -> None:
    signs_in_here(person, Colleague.first(server))
    person.page.clock.install()
    person.opens('/werk/team')
    person.sees_title('Team')
    person.page.clock.run_for(301_000)
    person.sees_title('Ben je er nog?')
    person.opens('/werk/team')
    person.sees_title('Ben je er nog?')
