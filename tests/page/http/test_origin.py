"""Nothing from another website: neither a socket nor a form (P9)."""

from collections.abc import Callable

import httpx
import pytest

from model.settings import lan_address
from tests.page.cast.outsiders import FOREIGN, FOREIGN_POSTS
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import files_below
from tests.page.cast.people.person import Owner, Stranger
from tests.page.cast.socket import Refused

FORMS = ['/nieuw', '/k', '/taal', '/tot-ziens']


def filled_in(owner: Owner) -> dict[str, str]:
    """What every form needs at once, all of it right."""
    return {'sleutel': owner.on_disk.sheet_token, 'wiens': 'eigen', 'taal': 'nl'}


@pytest.mark.parametrize('origin', FOREIGN)
def test_a_socket_from_elsewhere_is_refused(owner: Owner, origin: str | None) -> None:
    with pytest.raises(Refused), owner.socket(owner.page(), origin=origin):
        pass


@pytest.mark.parametrize('host', ['localhost', '127.0.0.1', lan_address()])
def test_a_socket_from_our_own_page_is_heard(owner: Owner, host: str) -> None:
    page = owner.page('wens')
    tile = page.listener('werk')
    with owner.socket(page, origin=f'http://{host}:{owner.server.port}') as line, owner.on_disk.changes():
        line.triggers(page.client_id, tile.element, tile.id)


def test_the_address_of_the_installation_is_ours_as_a_browser_writes_it(
    machine: Callable[..., Machine],
) -> None:
    origin = 'http://kompas.example'
    with machine(url='http://Kompas.Example:80/') as server:
        owner = Owner(server)
        with owner.socket(owner.page(), origin=origin) as line:
            assert line
        assert Stranger(server).posts('/nieuw', {'Origin': origin}).status_code == 303


def test_an_event_before_the_handshake_changes_nothing(owner: Owner) -> None:
    page = owner.page('wens')
    before, early, late = owner.on_disk.bytes, page.listener('werk'), page.listener('rust')
    with owner.socket(page, shakes_hands=False) as line:
        line.triggers(page.client_id, early.element, early.id)
        claim = {'client_id': page.client_id, 'tab_id': 't', 'document_id': 'd'}
        assert line.asks('handshake', claim) is True
        assert owner.on_disk.bytes == before
        with owner.on_disk.changes():
            line.triggers(page.client_id, late.element, late.id)
    assert [wish['answer']['tile'] for wish in owner.on_disk.document['wishes']['items']] == ['rest']


def test_a_page_is_heard_over_one_line_at_a_time(owner: Owner) -> None:
    page = owner.page()
    with owner.socket(page, tab_id='one'), pytest.raises(Refused), owner.socket(page, tab_id='two'):
        pass


@pytest.mark.parametrize('path', FORMS)
def test_a_form_from_elsewhere_does_nothing(owner: Owner, path: str) -> None:
    form = filled_in(owner)
    before = set(files_below(owner.server.data))
    for headers in FOREIGN_POSTS:
        answer = owner.posts(path, headers, **form)
        assert answer.status_code == 403, headers
        assert 'set-cookie' not in answer.headers, headers
    assert set(files_below(owner.server.data)) == before
    assert owner.opens(f'/kompas/{owner.id}').status_code == 200


@pytest.mark.parametrize('path', FORMS)
def test_a_form_of_ours_works(owner: Owner, path: str) -> None:
    headers = {'Origin': owner.server.url, 'Sec-Fetch-Site': 'same-origin'}
    assert Stranger(owner.server).posts(path, headers, **filled_in(owner)).status_code == 303


@pytest.mark.parametrize('path', FORMS)
def test_a_form_is_not_sent_by_following_a_link(owner: Owner, path: str) -> None:
    before = set(files_below(owner.server.data))
    answer: httpx.Response = owner.opens(path, params=filled_in(owner))
    assert 'set-cookie' not in answer.headers
    assert set(files_below(owner.server.data)) == before
