"""What every answer carries, and that no page asks anything of another host (P10)."""

import json
import re
from html import escape

import httpx
import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger

PROMISED = {
    'default-src': "'self'",  # see `ui.http.headers`
    'object-src': "'none'",
    'frame-src': "'none'",
    'script-src': "'self' 'nonce-…' 'unsafe-eval'",
    'style-src-elem': "'self' 'nonce-…'",
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'media-src': "'self' blob:",
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
}
PLAIN = {key: value for key, value in PROMISED.items() if not key.startswith(('script-src', 'style-src'))} | {
    'script-src': "'self'",
    'style-src': "'self'",
}
OTHER = {key: value for key, value in PLAIN.items() if key not in {'object-src', 'frame-src'}} | {
    'default-src': "'none'",
}
"""Of what is no page."""
PLAIN_PAGES = ['/', '/k', '/ik-heb-een-kompas', '/tot-ziens', '/geen-verbinding', '/onzin', '/kompas/x']
DOCUMENTED = ['/docs', '/redoc', '/openapi.json', '/docs/oauth2-redirect']
NASTY_FILES = [
    '..%2fmain.py',
    '%2e%2e%2fmain.py',
    '..%2f..%2f..%2f..%2fetc%2fpasswd',
    '%2fetc%2fpasswd',
    'words/nl.po',
    'poster/poster.typ',
    'fonts/LICENSE.txt',
    'styles/app.css%00.png',
    'a' * 5000 + '.png',
    '',
    'fonts',
    'fonts/',
]


def policy(answer: httpx.Response) -> dict[str, str]:
    parts = answer.headers['content-security-policy'].split(';')
    directives = dict(part.strip().partition(' ')[::2] for part in parts)
    return {name: re.sub(r"'nonce-[^']{22}'", "'nonce-…'", value) for name, value in directives.items()}


def nonce(answer: httpx.Response) -> str:
    found = re.search(r"'nonce-([^']+)'", answer.headers['content-security-policy'])
    assert found
    return found[1]


def assert_is_private(answer: httpx.Response) -> None:
    assert answer.headers.get_list('cache-control') == ['no-store']
    assert answer.headers['x-content-type-options'] == 'nosniff'
    assert answer.headers['referrer-policy'] == 'same-origin'
    assert answer.headers['permissions-policy'].startswith('camera=(self), microphone=(self), ')


@pytest.mark.parametrize('page', ['', 'ik', 'wens', 'gebeurd', 'delen', 'stap/0123abcd'])
def test_a_private_page_carries_what_was_promised(owner: Owner, page: str) -> None:
    answer = owner.page(page).answer
    assert_is_private(answer)
    assert policy(answer) == PROMISED


def test_the_poster_carries_what_was_promised(owner: Owner) -> None:
    answer = owner.opens(f'/kompas/{owner.id}/poster.pdf')
    assert answer.headers['content-type'] == 'application/pdf'
    assert_is_private(answer)
    assert policy(answer) == OTHER


@pytest.mark.parametrize('path', PLAIN_PAGES)
def test_a_plain_page_carries_what_was_promised(stranger: Stranger, path: str) -> None:
    answer = stranger.opens(path)
    assert_is_private(answer)
    assert policy(answer) == PLAIN


@pytest.mark.parametrize(
    ('path', 'headers', 'status'),
    [('/nieuw', {'Origin': 'https://evil.example'}, 403), ('/k', {}, 404), ('/onzin', {}, 404)],
)
def test_an_answer_to_a_form_carries_it_too(
    stranger: Stranger, path: str, headers: dict[str, str], status: int
) -> None:
    answer = stranger.posts(path, headers, sleutel='x')
    assert answer.status_code == status
    assert_is_private(answer)
    assert policy(answer) == PLAIN


def test_the_nonce_is_new_for_every_answer(owner: Owner) -> None:
    assert len({nonce(owner.page().answer) for _ in range(5)}) == 5


def test_every_script_and_style_of_a_live_page_has_the_nonce(owner: Owner) -> None:
    answer = owner.page('wens').answer
    tags = re.findall(r'<(?:script|style)[^>]*>', answer.text)
    assert len(tags) > 5
    assert [tag for tag in tags if f'nonce="{nonce(answer)}"' not in tag] == []


@pytest.mark.parametrize('path', PLAIN_PAGES)
def test_a_plain_page_has_no_script_or_style_of_its_own(stranger: Stranger, path: str) -> None:
    page = stranger.opens(path).text
    assert re.findall(r'<script(?![^>]* src="/assets/)', page) == []
    assert re.findall(r'<style| style="| on[a-z]+="', page) == []


@pytest.mark.parametrize(
    'words',
    ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><b>', '<!--end of first picture--><script>'],
)
def test_own_words_never_become_markup(owner: Owner, words: str) -> None:
    for page in ('ik', 'wens', 'erbij-horen', 'nieuwe-stap', 'gebeurd'):
        owner.writes(page, words)
    step = owner.on_disk.document['steps']['items'][0]['id']
    shown = ''
    for page in ('', 'ik', 'wens', 'erbij-horen', 'gebeurd', 'stappen', 'klaar', f'stap/{step}/wie'):
        live = owner.page(page)
        markup = ''.join(one.get('props', {}).get('innerHTML', '') for one in live.elements.values())
        assert '<h1' in markup, page
        assert words not in live.text
        shown += markup
    shown += owner.opens('/ik-heb-een-kompas').text
    assert words not in shown
    assert shown.count(escape(words)) > 5


def elsewhere(text: str, server: Machine) -> list[str]:
    """Addresses of other hosts in HTML, a stylesheet or a manifest."""
    found = re.findall(r'(?:https?|wss?):(?:\\?/){2}[^\s"\'<>)]+|(?:["\'(=]|url\()//[^\s"\'<>)]+', text)
    return [one for one in found if not one.startswith((server.url, 'http://www.w3.org/'))]


def test_other_hosts_would_be_found(server: Machine) -> None:
    text = (
        '<a href="//a.example"> url(//b.example/x) "https:\\/\\/c.example" @import "http://d.example" wss://e.example'
    )
    assert len(elsewhere(text, server)) == 5


@pytest.mark.parametrize('page', ['', 'ik', 'wens', 'gebeurd', 'delen', 'stappen'])
def test_no_live_page_refers_to_another_host(owner: Owner, page: str) -> None:
    [away] = elsewhere(owner.page(page).text, owner.server)
    assert f'data-exit="{away}"' in owner.page(page).text, 'only "Snel weg" leads out, by a tap'


def test_nothing_a_page_loads_refers_to_another_host(owner: Owner, stranger: Stranger) -> None:
    pages = owner.page().text + ''.join(stranger.opens(path).text for path in PLAIN_PAGES)
    files = set(re.findall(r'/assets/[^"\')\s]+', pages)) | {'/sw.js', '/manifest.webmanifest'}
    assert len(files) > 5
    for path in files:
        answer = stranger.opens(path)
        assert answer.status_code == 200
        assert path.partition('?')[0].endswith('.png') or elsewhere(answer.text, owner.server) == []


def test_no_page_asks_for_a_stylesheet_of_the_framework(owner: Owner) -> None:
    assert re.findall(r'/_nicegui/[^"\')\s]+\.css|@import', owner.page().text) == []


def test_a_public_file_with_its_version_is_kept_forever(stranger: Stranger) -> None:
    page = stranger.opens('/').text
    files = [*re.findall(r'/assets/[^"]+\?v=[^"]+', page), *re.findall(r'/assets/scripts/[^"]+', page)]
    assert len(files) > 3
    for path in files:
        assert stranger.opens(path).headers['cache-control'] == 'public, max-age=31536000, immutable'


def test_a_public_file_without_its_version_is_not(stranger: Stranger) -> None:
    assert 'immutable' not in stranger.opens('/assets/styles/app.css').headers['cache-control']
    assert stranger.opens('/sw.js').headers['cache-control'] == 'no-cache'


def test_the_icon_of_the_tab_is_small_and_not_fetched_with_every_page(stranger: Stranger) -> None:
    answer = stranger.opens('/favicon.ico')
    assert answer.headers['cache-control'] == 'public, max-age=604800'
    assert len(answer.content) < 2_000


def test_a_script_a_stylesheet_and_a_font_may_fetch_nothing(owner: Owner) -> None:
    files = re.findall(r'/(?:assets|_nicegui)/[^"\')\s]+\.(?:css|js|woff2)(?:\?v=\w+)?', owner.page().text)
    sheet = next(file for file in files if 'styles/app.css' in file)
    files += re.findall(r'/assets/[^"\')\s]+\.woff2\?v=\w+', owner.opens(sheet).text)
    assert {file.partition('?')[0].rpartition('.')[2] for file in files} == {'css', 'js', 'woff2'}
    assert {file: policy(owner.opens(file)) for file in files} == {file: {'default-src': "'none'"} for file in files}
    assert policy(owner.opens('/sw.js')) == {'default-src': "'none'", 'connect-src': "'self'"}


def test_a_file_of_the_framework_is_kept_forever_but_not_its_absence(owner: Owner) -> None:
    path = re.findall(r'/_nicegui/[^"\')\s]+\.js', owner.page().text)[0]
    assert 'immutable' in owner.opens(path).headers['cache-control']
    missing = owner.opens(path.replace('.js', '-not.js'))
    assert missing.status_code == 404
    assert missing.headers['cache-control'] == 'no-store'


@pytest.mark.parametrize('name', NASTY_FILES, ids=lambda name: name[:20])
def test_what_is_not_public_is_not_there(stranger: Stranger, name: str) -> None:
    answer = stranger.opens(f'/assets/{name}')
    assert answer.status_code == 404
    assert_is_private(answer)


@pytest.mark.parametrize('path', DOCUMENTED)
def test_the_routes_are_documented_to_nobody(stranger: Stranger, path: str) -> None:
    assert stranger.opens(path).text == stranger.opens('/onzin').text


@pytest.mark.parametrize('method', ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])
@pytest.mark.parametrize('path', ['', '/ik', '/poster.pdf'])
def test_other_methods_get_nothing_and_do_nothing(owner: Owner, method: str, path: str) -> None:
    before = owner.on_disk.bytes
    answer = owner.http.request(method, f'/kompas/{owner.id}{path}')
    assert answer.status_code in {404, 405}
    assert_is_private(answer)
    assert owner.on_disk.bytes == before


def test_a_method_nobody_knows_is_a_bad_request(owner: Owner) -> None:
    assert owner.http.request('FOO', '/').status_code in {400, 405}


@pytest.mark.parametrize(
    'headers',
    [{'X-Forwarded-Prefix': '//evil.example'}, {'Host': 'evil.example'}, {'X-Forwarded-Host': 'evil.example'}],
    ids=str,
)
def test_no_header_of_a_request_becomes_an_address(owner: Owner, headers: dict[str, str]) -> None:
    answers = [
        *(owner.opens(path, headers=headers) for path in (f'/kompas/{owner.id}/delen', '/', '/k', '/tot-ziens/')),
        owner.posts('/nieuw', headers),
    ]
    for answer in answers:
        assert 'evil.example' not in answer.text + answer.headers.get('location', '')


@pytest.mark.parametrize(
    'headers',
    [{'Accept': 'text/markdown'}, {'User-Agent': 'ClaudeBot/1.0'}, {'User-Agent': 'GPTBot'}],
    ids=str,
)
def test_no_machine_gets_a_compass_as_text(owner: Owner, stranger: Stranger, headers: dict[str, str]) -> None:
    owner.writes('wens', 'mijn geheim')
    path = f'/kompas/{owner.id}/wens'
    assert owner.opens(path, headers=headers).headers['content-type'] == 'text/html; charset=utf-8'
    answer = stranger.opens(path, headers=headers)
    assert answer.status_code == 404
    assert 'mijn geheim' not in answer.text


def test_the_manifest_names_only_files_that_are_there(stranger: Stranger) -> None:
    manifest = json.loads(stranger.opens('/manifest.webmanifest').text)
    assert manifest['icons']
    for icon in manifest['icons']:
        assert stranger.opens(icon['src']).status_code == 200
