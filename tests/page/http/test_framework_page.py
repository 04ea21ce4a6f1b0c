"""A live page fetches what it uses: nothing of the framework's library of components, and no stylesheet but our own."""

import json
import re
from datetime import date
from html import escape
from pathlib import Path

import nicegui
import pytest

from model.compass.answer import Answer
from tests.browser.cast.on_disk import changed
from tests.page.cast.people.person import Owner
from tests.server import ROOT
from ui.live.framework_page import LEFT_OUT, SET_UP, WRAPPERS

TEMPLATE = (Path(nicegui.__file__).parent / 'templates' / 'index.html').read_bytes()
SCREENS = ('', 'jezelf-zijn', 'stappen', 'delen')


@pytest.mark.parametrize('screen', SCREENS)
def test_a_page_asks_for_nothing_that_it_has_no_use_for(owner: Owner, screen: str) -> None:
    page = owner.opens(f'/kompas/{owner.id}/{screen}').text
    assert not re.findall(r'quasar|dompurify|/lang/|addStyle|esm-fallback', page, re.IGNORECASE)
    assert set(re.findall(r'[^"]+\.css', page)) == {'/assets/styles/app.css'}
    assert list(json.loads(found(r'<script[^>]* type="importmap">(.*?)</script>', page))['imports']) == ['vue']


@pytest.mark.parametrize('screen', SCREENS)
def test_a_page_has_of_the_components_the_wrappers_alone(owner: Owner, screen: str) -> None:
    page = owner.opens(f'/kompas/{owner.id}/{screen}').text
    elements = json.loads(found(r'String\.raw`(.*?)`', page))
    used = {element['tag'] for element in elements.values()}
    assert {tag for tag in used if '-' in tag} == {*WRAPPERS, 'nicegui-html', 'nicegui-sub_pages'}
    assert SET_UP.strip().splitlines()[0] in page


def test_all_that_is_left_out_is_what_the_framework_writes() -> None:
    """After an update this tells what it writes otherwise: pages work with all of it too, but weigh more."""
    written = TEMPLATE.replace(b'{{ imports | safe }}', b'{"vue": "/vue.js", "more": "/more.js"}')
    written = written.replace(b"'<style>'", b'').replace(b'{{ body_html | safe }}', b'<style></style>')
    for what, _ in LEFT_OUT:
        assert what.search(written), what.pattern


def test_nothing_is_cleaned_in_the_browser() -> None:
    """Only there the framework would need what pages leave out."""
    for path in (ROOT / 'ui').rglob('*.py'):
        calls = re.findall(r'\bui\.html\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)', path.read_text())
        assert all('sanitize=False' in call for call in calls), path


@pytest.mark.parametrize(
    'words',
    [
        'const vue_config = 1;',
        '// Load DOMPurify',
        '<style></style>',
        'import DOMPurify };',
        '<!-- prevent Prettier -->',
    ],
)
def test_what_somebody_wrote_is_never_left_out(owner: Owner, words: str) -> None:
    with changed(owner.server, owner.id) as compass:
        compass.strengths.add('be-yourself', Answer(words=words), date(2026, 11, 22))
    page = owner.page('jezelf-zijn')
    assert any(escape(words) in str(element.get('props', {}).get('innerHTML')) for element in page.elements.values())


def found(pattern: str, page: str) -> str:
    [one] = re.findall(pattern, page, re.DOTALL)
    return str(one)
