"""P37: what a person was busy with when the line went is not lost, by a page that begins anew or by leaving it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.cast.attached import chooses_photo, photos
from tests.browser.cast.faults import LOST
from tests.browser.cast.person import Person
from tests.browser.cast.profile import Profile
from tests.browser.cast.waiting import THINGS, WORDS, Thing, is_sent, kept, stands_on_its_line
from tests.browser.conftest import PHONE
from tests.server import Server
from tests.soak import share

UNDER_WAY = 'Dit is nog onderweg.'
GOES = 'Dit is nog onderweg. Gaat dit scherm op slot, dan is het weg.'


@pytest.fixture
def sam(new_person: Callable[..., Person], own_server: Server, pretending_browser: Browser) -> Person:
    """At a device of everyone, with a camera and a microphone."""
    sam = new_person(PHONE, own_server.url, fresh=True, using=pretending_browser)
    sam.begins()
    sam.page.evaluate('navigator.serviceWorker.ready.then(() => null)')
    return sam


@pytest.fixture
def noor(sam: Person) -> Person:
    """The same, on a device of her own."""
    sam.says_it_is_theirs()
    return sam


@pytest.fixture
def profile(browser: Browser, tmp_path: Path) -> Iterator[Profile]:
    """Of a browser that can be closed."""
    profile = Profile(browser.browser_type, tmp_path / 'profile')
    yield profile
    profile.closes()


@pytest.fixture
def kim(profile: Profile, own_server: Server) -> Person:
    """With that browser, on a device of her own."""
    kim = profile.opens_at(own_server.url)
    kim.begins()
    kim.says_it_is_theirs()
    return kim


def dealt(number: int) -> pytest.MarkDecorator:
    """A test of each thing; in a sample of every second, so that two tests with other numbers see all of them."""
    dealt = share(THINGS, number, 2)
    return pytest.mark.parametrize('thing', [THINGS[name] for name in dealt], ids=dealt)


def is_cut_off_while_busy(person: Person, server: Server, thing: Thing) -> None:
    """The server is gone as in a power failure when this is made, and does not come back by itself."""
    person.goes_to(thing.screen)
    person.page.wait_for_load_state('networkidle')  # all scripts are there
    server.kill()
    thing.makes(person)
    thing.waits(person)


def begins_anew(person: Person, server: Server) -> None:
    """The page is loaded again while nobody answers, and comes when somebody does."""
    person.page.reload()
    person.sees_title('Even geen verbinding')
    server.start()


@pytest.mark.long
@dealt(0)
@pytest.mark.expects(LOST, why='the server is away for a while')
def test_on_an_own_device_a_page_that_begins_anew_loses_nothing(noor: Person, own_server: Server, thing: Thing) -> None:
    is_cut_off_while_busy(noor, own_server, thing)
    begins_anew(noor, own_server)
    thing.is_there(noor, own_server)


@pytest.mark.long
@dealt(1)
@pytest.mark.expects(LOST, why='the server is away for a while')
def test_on_everyones_device_neither(sam: Person, own_server: Server, thing: Thing) -> None:
    is_cut_off_while_busy(sam, own_server, thing)
    begins_anew(sam, own_server)
    thing.is_there(sam, own_server)


@pytest.mark.long
@dealt(1)
@pytest.mark.expects(LOST, why='the server is away for a while')
def test_on_an_own_device_it_outlives_its_browser(
    kim: Person, profile: Profile, own_server: Server, thing: Thing
) -> None:
    is_cut_off_while_busy(kim, own_server, thing)
    home, screen = kim.page.url.removesuffix(f'/{thing.screen}'), kim.page.url
    profile.closes()
    own_server.start()
    later = profile.opens_at(own_server.url)
    later.opens(screen if thing.sort is None else home)  # what was made is sent by any page of the compass
    thing.is_there(later, own_server)


@pytest.mark.long
@pytest.mark.parametrize('name', ['photo', 'drawing'])
@pytest.mark.expects(LOST, why='the server is away for a while')
def test_a_plain_page_sends_it_too(kim: Person, profile: Profile, own_server: Server, name: str) -> None:
    thing = THINGS[name]
    is_cut_off_while_busy(kim, own_server, thing)
    profile.closes()
    own_server.start()
    later = profile.opens_at(own_server.url)
    later.page.route('**/bijlage/*?soort=*', lambda route: route.abort())
    later.opens('/wat-bewaren-we')
    expect(later.page.get_by_role('status').get_by_text(UNDER_WAY)).to_be_visible()
    later.page.unroute_all()
    is_sent(own_server, kim.compass_id, thing.sort)
    expect(later.page.get_by_text(UNDER_WAY)).to_have_count(0)


@pytest.mark.long
@pytest.mark.expects(LOST, why='it does not arrive for a while')
def test_what_waits_is_seen_on_every_screen_until_it_was_sent(noor: Person, own_server: Server) -> None:
    noor.goes_to('fotos')
    noor.page.wait_for_load_state('networkidle')
    noor.page.context.set_offline(True)
    chooses_photo(noor, 'teal')
    ring = noor.page.get_by_role('progressbar', name='Je foto wordt verstuurd')
    expect(ring).to_be_visible()
    expect(noor.page.get_by_role('complementary', name=UNDER_WAY)).to_be_hidden()  # it is on its own screen
    THINGS['photo'].waits(noor)
    noor.page.reload()
    noor.page.context.set_offline(False)
    noor.page.route('**/bijlage/*?soort=*', lambda route: route.abort())
    noor.opens(noor.page.url.removesuffix('/fotos'))
    waiting = noor.page.get_by_role('complementary', name=UNDER_WAY)
    expect(waiting).to_contain_text(UNDER_WAY)
    expect(waiting.locator(ring)).to_be_visible()
    noor.taps_link('Album')
    expect(waiting).to_be_hidden()
    expect(ring).to_have_count(1)
    noor.taps_link('Stappen')
    expect(waiting.locator(ring)).to_be_visible()
    noor.page.unroute_all()
    is_sent(own_server, noor.compass_id, THINGS['photo'].sort)
    noor.is_at('stappen')
    expect(waiting).to_be_hidden()


# the lock, and "Snel weg"


@pytest.mark.long
@pytest.mark.expects(LOST, why='there is no network any more')
def test_before_everyones_device_locks_one_reads_what_would_go_and_then_it_is_gone(
    sam: Person, own_server: Server
) -> None:
    sam.page.clock.install()
    sam.goes_to('moeilijk')
    sam.line().press_sequentially(WORDS)
    sam.goes_to('fotos')
    sam.page.wait_for_load_state('networkidle')
    sam.page.context.set_offline(True)
    chooses_photo(sam, 'teal')
    THINGS['photo'].waits(sam)
    sam.page.clock.fast_forward('04:01')
    question = sam.page.get_by_role('dialog').filter(has_text='Ben je er nog?')
    expect(question).to_contain_text(GOES)
    sam.page.clock.fast_forward('01:00')
    sam.sees_title('Dit scherm is op slot')
    sam.awaits(EMPTY)


@pytest.mark.long
@pytest.mark.expects(LOST, why='it does not arrive for a while')
def test_before_tot_ziens_one_reads_that_something_would_go(sam: Person, own_server: Server) -> None:
    sam.goes_to('fotos')
    sam.page.route('**/bijlage/*?soort=*', lambda route: route.abort())
    chooses_photo(sam, 'teal')
    THINGS['photo'].waits(sam)
    sam.goes_to('tot-ziens')
    goes = sam.page.get_by_text('Nog niet alles is bewaard. Ga je nu weg, dan is het weg.')
    expect(goes).to_be_visible()
    sam.page.unroute_all()
    is_sent(own_server, sam.compass_id, THINGS['photo'].sort)
    expect(goes).to_be_hidden()


def test_who_has_nothing_waiting_reads_nothing_of_it(sam: Person) -> None:
    sam.page.clock.install()
    sam.goes_to('fotos')
    sam.page.clock.fast_forward('04:01')
    question = sam.page.get_by_role('dialog').filter(has_text='Ben je er nog?')
    expect(question).to_be_visible()
    expect(question.get_by_text(UNDER_WAY)).to_be_hidden()


@pytest.mark.long
@pytest.mark.expects(LOST, why='there is no network for a while')
def test_at_the_last_moment_it_is_tried_once_more(sam: Person, own_server: Server) -> None:
    sam.page.clock.install()
    sam.goes_to('fotos')
    ways = sam.page.locator('[data-sort=foto]')
    ways.evaluate('(ways) => { ways.dataset.patience = 0; }')
    sam.page.wait_for_load_state('networkidle')
    sam.page.context.set_offline(True)
    chooses_photo(sam, 'teal')
    expect(sam.page.get_by_text('Versturen lukt nu niet. Je foto staat nog hier.').first).to_be_visible()
    sam.page.context.set_offline(False)
    sam.page.clock.fast_forward('04:01')
    is_sent(own_server, sam.compass_id, THINGS['photo'].sort)


@pytest.mark.long
@pytest.mark.parametrize('name', ['photo', 'words', 'private words'])
@pytest.mark.parametrize('whose', ['noor', 'sam'])
@pytest.mark.expects(LOST, why='the server is away for a while')
def test_snel_weg_keeps_it_unseen(request: pytest.FixtureRequest, own_server: Server, whose: str, name: str) -> None:
    person: Person = request.getfixturevalue(whose)
    thing = THINGS[name]
    is_cut_off_while_busy(person, own_server, thing)
    screen = person.page.url
    person.page.context.route('https://www.knmi.nl/**', lambda route: route.fulfill(body='<h1>Het weer</h1>'))
    person.taps_button('Snel weg')
    person.sees_title('Het weer')
    own_server.start()
    person.opens('/geen-verbinding')
    assert WORDS not in kept(person.page)
    person.opens(screen)
    thing.is_there(person, own_server)


@pytest.mark.long
@pytest.mark.parametrize('whose', ['noor', 'sam'])
@pytest.mark.expects(LOST, why='the server is gone')
def test_a_page_that_is_wiped_leaves_nothing(request: pytest.FixtureRequest, own_server: Server, whose: str) -> None:
    person: Person = request.getfixturevalue(whose)
    for name in ('words', 'half a drawing', 'photo'):
        person.goes_to(THINGS[name].screen)
        person.page.wait_for_load_state('networkidle')
        if name == 'photo':
            own_server.kill()
        THINGS[name].makes(person)
        THINGS[name].waits(person)
    person.page.evaluate('kompas.wipe("/geen-verbinding")')
    person.page.wait_for_url('**/geen-verbinding')
    person.awaits(EMPTY)


def test_what_is_private_is_read_by_no_page_that_does_not_show_it(sam: Person) -> None:
    sam.goes_to('moeilijk')
    sam.line().press_sequentially(WORDS)
    THINGS['private words'].waits(sam)
    assert WORDS not in kept(sam.page)
    sam.page.reload()
    stands_on_its_line(sam)
    sam.taps_button('Schrijf op')
    sam.sees_pressed(WORDS)
    sam.page.reload()
    expect(sam.line()).to_have_value('')


@pytest.mark.long
def test_on_a_full_phone_a_photo_arrives_all_the_same(noor: Person, own_server: Server) -> None:
    noor.goes_to('fotos')
    is_full(noor.page, noor.url)
    chooses_photo(noor, 'teal')
    expect(photos(noor)).to_have_count(1)


def is_full(page: Page, url: str) -> None:
    device = page.context.new_cdp_session(page)
    device.send('Storage.overrideQuotaForOrigin', {'origin': url, 'quotaSize': 1})


EMPTY = """
async () => sessionStorage.length + localStorage.length + (await indexedDB.databases()).length === 0
"""
