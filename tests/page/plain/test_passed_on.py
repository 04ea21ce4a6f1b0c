"""Links with a key that were passed on: written in another way by then, they open what they opened."""

from urllib.parse import urlsplit

import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger

PLACES = ['/k', '/werk/uitnodiging']
KEY = 'aZ09_-aZ09_-aZ09_-aZ09'
WRITTEN = {
    'with %23': '%23{key}',
    'with %23 twice': '%2523{key}',
    'with a slash and %23': '/%23{key}',
    'with a full stop behind it': '%23{key}.',
    'with what a program adds': '%23{key}&utm_source=mail',
    'in brackets': '%23{key})',
}


@pytest.mark.parametrize('place', PLACES)
@pytest.mark.parametrize('written', WRITTEN.values(), ids=WRITTEN)
def test_the_key_comes_back_behind_its_sign(server: Machine, place: str, written: str) -> None:
    answer = Stranger(server).opens(place + written.format(key=KEY))
    assert (answer.status_code, answer.headers['location']) == (303, f'{place}#{KEY}')


@pytest.mark.parametrize('place', PLACES)
@pytest.mark.parametrize('written', ['/', '/?x=1', '%23', '/%23', '%23onzin'])
def test_what_brings_no_key_leads_to_the_page_itself(server: Machine, place: str, written: str) -> None:
    """Where nothing stands behind `#` in an answer, a browser keeps what stood there: `/k/#…` goes on as `/k#…`."""
    answer = Stranger(server).opens(place + written)
    assert (answer.status_code, answer.headers['location']) == (303, place)


def test_it_opens_the_compass_and_the_key_is_in_no_log(owner: Owner) -> None:
    key, friend = owner.on_disk.sheet_token, Stranger(owner.server)
    back = friend.opens(f'/k%23{key}.').headers['location']
    assert friend.enters(urlsplit(back).fragment).status_code == 303
    assert key not in owner.server.log
