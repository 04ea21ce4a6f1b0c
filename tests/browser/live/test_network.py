"""A network that comes and goes: the page stays, a tap arrives, and what a browser keeps is public."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.cast.faults import LOST
from tests.browser.cast.person import Person
from tests.patience import within
from tests.server import Server

KEPT = """
async () => {
  const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  return (await Promise.all(shelves.map((shelf) => shelf.keys()))).flat().map((request) => request.url);
}
"""


@pytest.mark.long
@pytest.mark.expects(LOST, why='there is no network for a while')
def test_a_dropped_connection_loses_neither_the_page_nor_a_tap(owner: Person) -> None:
    owner.begins()
    owner.taps_link('Jezelf zijn')
    owner.sees_pressed('muziek', pressed=False)
    popup = owner.page.locator('#popup')
    expect(popup).to_be_hidden()
    with owner.without_a_reload():
        owner.page.context.set_offline(True)
        expect(popup).to_be_visible(timeout=within(15_000))
        expect(popup).to_have_text('Even wachten op het netwerk')
        expect(popup.locator('svg.pictogram')).to_be_visible()
        owner.taps_button('muziek')
        # long enough for the server to give up a page that it does not wait for
        owner.page.wait_for_timeout(6_000)
        owner.sees_pressed('muziek', pressed=False)
        owner.page.context.set_offline(False)
        expect(popup).to_be_hidden(timeout=within(15_000))
        owner.sees_pressed('muziek')


@pytest.mark.long
@pytest.mark.expects(LOST, why='the server is away for a while')
def test_without_the_server_a_plain_page_with_a_picture_says_so_and_leads_back(
    new_person: Callable[..., Person], own_server: Server
) -> None:
    sam = new_person(url=own_server.url)
    sam.begins()
    sam.page.evaluate('navigator.serviceWorker.ready.then(() => null)')
    compass = sam.page.url
    own_server.stop()
    for address in (compass, sam.url):
        sam.opens(address)
        sam.sees_title('Even geen verbinding')
        expect(sam.page.locator('.big-pictogram svg')).to_be_visible()
        sam.sees_nothing_of('Mijn kompas')
    own_server.start()
    sam.taps_link('Naar het begin')
    expect(sam.button('Nieuw kompas')).to_be_visible()


@pytest.mark.long
@pytest.mark.expects(LOST, why='the server and the network are away for a while')
def test_the_page_for_no_network_goes_on_by_itself(new_person: Callable[..., Person], own_server: Server) -> None:
    sam = new_person(url=own_server.url)
    sam.begins()
    sam.page.evaluate('navigator.serviceWorker.ready.then(() => null)')
    own_server.stop()
    sam.page.reload()
    sam.sees_title('Even geen verbinding')
    own_server.start()
    sam.sees_title('Mijn kompas')
    sam.page.context.set_offline(True)
    sam.page.reload()
    sam.sees_title('Even geen verbinding')
    sam.page.context.set_offline(False)
    sam.sees_title('Mijn kompas')


@pytest.mark.expects('ERR_FAILED .*strokes.js', why='it gets lost once')
def test_a_script_of_which_a_part_got_lost_on_the_way_is_fetched_again(new_person: Callable[..., Person]) -> None:
    sam = new_person(service_workers='block')
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.request.url)
            route.abort()

    sam.page.route('**/draw/strokes.js', lose_the_first)  # what the script imports, not the script itself
    sam.begins('tekenen/album')
    expect(sam.page.locator('.easel[data-ready]')).to_be_visible()
    assert len(lost) == 1


@pytest.mark.long
def test_the_browser_keeps_public_files_only(owner: Person) -> None:
    owner.begins()
    owner.is_called('Noor')
    owner.page.evaluate('navigator.serviceWorker.ready.then(() => null)')
    for page in ('', 'jezelf-zijn', 'delen'):
        owner.goes_to(page)
    owner.page.evaluate('(address) => fetch(address)', f'/kompas/{owner.compass_id}/poster.pdf')
    kept = [url.removeprefix(owner.url) for url in owner.page.evaluate(KEPT)]
    assert '/geen-verbinding' in kept
    assert [path for path in kept if path != '/geen-verbinding' and not path.startswith('/assets/')] == []
    assert owner.page.evaluate('[localStorage.length, document.cookie]') == [0, '']
