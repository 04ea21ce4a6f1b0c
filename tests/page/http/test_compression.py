"""Answers travel as small as the browser can take them, and an open page keeps nothing of what pressed it."""

import httpx
import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner
from tests.page.cast.sending import has_sent

BROWSERS = [('gzip, deflate, br', 'br'), ('gzip, deflate', 'gzip'), ('identity', None)]


def as_it_comes(owner: Owner, page: str, takes: str) -> httpx.Response:
    """A page as it travels; the cast reads it without soft hyphens, unpacked."""
    headers = {'Accept-Encoding': takes, 'Cookie': owner.cookie}
    return httpx.get(f'{owner.server.url}/kompas/{owner.id}{page}', headers=headers, trust_env=False)


@pytest.mark.parametrize(('takes', 'comes'), BROWSERS)
@pytest.mark.parametrize('page', ['', '/jezelf-zijn'])
def test_a_page_comes_as_the_browser_takes_it(owner: Owner, page: str, takes: str, comes: str | None) -> None:
    answer = as_it_comes(owner, page, takes)
    assert answer.status_code == 200
    assert answer.headers.get('Content-Encoding') == comes
    assert 'Accept-Encoding' in answer.headers['Vary']
    assert '</html>' in answer.content.decode()


def test_brotli_is_smaller_than_gzip_and_both_than_nothing(owner: Owner) -> None:
    sizes = [int(as_it_comes(owner, '', takes).headers['Content-Length']) for takes, _ in BROWSERS]
    assert sizes[0] < sizes[1] < sizes[2] / 2


def test_a_photo_and_a_sheet_stay_as_they_are(owner: Owner) -> None:
    photo = has_sent(owner)
    for path in (f'bijlage/{photo}/scherm', 'poster.pdf'):
        answer = owner.opens(f'/kompas/{owner.id}/{path}', headers={'Accept-Encoding': 'br, gzip'})
        assert answer.headers['Content-Encoding'] == 'identity', path
        assert int(answer.headers['Content-Length']) == len(answer.content), path


def test_a_page_that_was_sent_keeps_no_compressor(server: Machine) -> None:
    owner = Owner(server)
    owner.page('jezelf-zijn')
    before = server.memory
    for _ in range(30):
        owner.opens(f'/kompas/{owner.id}/jezelf-zijn', headers={'Accept-Encoding': 'br'})
    assert server.memory - before < 30
