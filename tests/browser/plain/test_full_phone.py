"""A phone or tablet on which nothing more fits: every page still has its scripts, "Snel weg" and its lock."""

from collections.abc import Callable

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.cast.look import SIZES
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE, TABLET
from tests.server import Server

LOOKS: dict[str, ViewportSize] = {
    **SIZES,
    'small phone': {'width': 320, 'height': 568},
    'phone on its side': {'width': 667, 'height': 375},
}
STOCKED = """
async () => {
  await navigator.serviceWorker.ready;
  const [shelf] = await caches.keys();
  return (await (await caches.open(shelf)).keys()).map((request) => new URL(request.url).pathname);
}
"""
OLD = "caches.open('public-of-before').then((shelf) => shelf.put('/assets/old.css?v=1', new Response('old')))"
HAS_OLD = "async (has) => (await caches.has('public-of-before')) === has"


def knows_the_weather(person: Person) -> None:
    """The neutral page. Not where it locks: this browser waits for ever for who is cleared while somebody listens."""
    person.page.context.route(
        'https://www.knmi.nl/**', lambda route: route.fulfill(body='<h1>Het weer</h1>', content_type='text/html')
    )


def fills_up(person: Person) -> None:
    """From now on this browser keeps nothing more of ours: each copy fails."""
    device = person.page.context.new_cdp_session(person.page)
    device.send('Storage.overrideQuotaForOrigin', {'origin': person.url, 'quotaSize': 1})


@pytest.fixture
def noor(new_person: Callable[..., Person]) -> Person:
    """On a full phone, where a service worker stands before every file."""
    noor = new_person(PHONE, fresh=True)
    noor.page.clock.install()
    noor.begins()
    noor.is_called('Noor')
    assert '/geen-verbinding' in noor.page.evaluate(STOCKED)
    fills_up(noor)
    return noor


def test_a_copy_that_fails_keeps_no_script_from_the_page(noor: Person) -> None:
    knows_the_weather(noor)
    noor.goes_to('tekenen/album')  # its scripts were never fetched here
    expect(noor.page.locator('.easel[data-ready]')).to_be_visible()
    noor.taps_button('Snel weg')
    noor.sees_title('Het weer')


def test_a_full_tablet_locks(noor: Person) -> None:
    noor.page.set_viewport_size(TABLET)
    noor.page.reload()
    noor.sees_title('Noor')
    noor.page.clock.fast_forward('05:01')
    noor.sees_title('Ben jij het?')


@pytest.mark.long
@pytest.mark.expects('ERR_FAILED .*/scripts/', why='none comes')
def test_where_no_script_comes_at_all_snel_weg_and_the_lock_are_there(noor: Person) -> None:
    knows_the_weather(noor)
    noor.page.context.route('**/assets/scripts/**', lambda route: route.abort())
    noor.page.evaluate('navigator.serviceWorker.getRegistration().then((one) => one.unregister())')
    noor.page.evaluate('caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))')
    noor.page.reload()
    noor.sees_title('Noor')
    noor.taps_button('Snel weg')
    noor.sees_title('Het weer')
    noor.opens()
    noor.taps_button('Ik heb een kompas')
    noor.page.locator('a[href*="/kompas/"]').first.click()
    noor.sees_title('Noor')
    noor.page.context.unroute_all()
    noor.page.clock.fast_forward('05:01')
    noor.sees_title('Ben jij het?')


def test_copies_of_an_older_version_go_when_a_newer_one_comes(
    new_person: Callable[..., Person], server: Server
) -> None:
    sam = new_person(fresh=True)
    sam.opens('/geen-verbinding')
    sam.page.evaluate('navigator.serviceWorker.ready.then(() => null)')
    sam.page.evaluate(OLD)
    sam.page.evaluate('navigator.serviceWorker.getRegistration().then((one) => one.unregister())')
    sam.page.reload()  # the worker begins anew, as a newer one does
    sam.awaits(HAS_OLD, False)


@pytest.mark.long
def test_in_every_dialog_snel_weg_is_there(noor: Person) -> None:
    for screen in ('', 'fotos', 'tekenen/album'):
        noor.goes_to(screen)
        noor.page.locator('dialog').first.wait_for(state='attached')
        names = noor.page.locator('dialog').evaluate_all(
            '(dialogs) => dialogs.map((one) => one.querySelector("button[data-exit]")?.textContent.trim())'
        )
        assert set(names) == {'Snel weg'}, screen


def test_who_is_asked_whether_they_are_there_can_leave(noor: Person) -> None:
    knows_the_weather(noor)
    noor.page.clock.fast_forward('04:01')
    question = noor.page.get_by_role('dialog').filter(has_text='Ben je er nog?')
    button = question.get_by_role('button', name='Snel weg')
    for size in LOOKS.values():
        noor.page.set_viewport_size(size)
        expect(button).to_be_in_viewport(ratio=1)
    button.click()
    noor.sees_title('Het weer')
