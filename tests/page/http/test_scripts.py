"""Browser scripts: where they lie, which version is kept, and that a page tells them what only the model knows."""

import json
import re
from datetime import timedelta
from html import unescape

import pytest

from model.access.table import TABLE
from model.key import SEEN_STEP, Row
from model.media import darkroom, photos, sketch
from tests.page.cast.people.person import Owner, Stranger
from ui.components.outbox import PATIENCE
from ui.components.photo_button import MOST_AT_ONCE
from ui.components.voice_button import LONGEST
from ui.http.attachments import SILENCE
from ui.look import static_files

FOREVER = 'public, max-age=31536000, immutable'
NO_SCRIPTS = [
    '{now}',
    '{now}/live/none.js',
    '{now}/again-100/live/page.js',
    '{now}/again-1/again-1/live/page.js',
    '{now}/again-1/',
    '{now}/..%2Fstyles/app.css',
    '{now}/globals.d.ts',
    'live/page.js',
]
PAGES = ['/', '/k', '/ik-heb-een-kompas', '/geen-verbinding', '/onzin', '/werk/in', '/slot']


def scripts_of(page: str) -> list[str]:
    return re.findall(r'<script[^>]* src="(/assets/scripts/[^"]+)"', page)


def data_of(page: str, script: str) -> dict[str, str]:
    """The data of the element that names this script, on a live page or a plain one."""
    return data_in(page, f'data-script="{script}"')


def data_in(page: str, tag: str) -> dict[str, str]:
    """The data of the first element that has this in its tag."""
    written = page.replace('\\"', '"').replace('&lt;', '<').replace('&gt;', '>').replace('&amp;', '&')
    found = re.search(rf'<[^<>]*{tag}[^<>]*>', written)
    assert found, tag
    return {name: unescape(value) for name, value in re.findall(r'data-([a-z-]+)="([^"]*)"', found[0])}


@pytest.mark.parametrize('path', PAGES)
def test_every_script_of_a_plain_page_is_a_module_that_is_kept_forever(stranger: Stranger, path: str) -> None:
    page = stranger.opens(path).text
    scripts = scripts_of(page)
    assert scripts
    assert len(re.findall('<script', page)) == len(re.findall('<script type="module" src=', page)) == len(scripts)
    for script in scripts:
        answer = stranger.opens(script)
        assert answer.headers['content-type'].startswith('text/javascript')
        assert answer.headers['cache-control'] == FOREVER


def test_whatever_a_script_imports_is_fetched_beside_it(owner: Owner) -> None:
    page = owner.page().text
    beside = set(re.findall(r'rel="modulepreload" href="([^"]+)"', page))
    wanted = {static_files.script_address(one) for one in static_files.imports('live/page.js')}
    assert wanted
    assert wanted <= beside


def test_what_keeps_a_person_safe_stands_in_the_page_before_any_file_of_ours(owner: Owner) -> None:
    page = owner.page().text
    [safety] = re.findall(r'<script nonce="[^"]+">(\(\(\) => \{.+?)</script>', page, re.DOTALL)
    for words in ('BroadcastChannel', 'data-exit', 'still-here', 'Object.assign(globalThis, { kompas })'):
        assert words in safety
    assert 'src=' not in safety
    assert page.index(safety) < page.index('/live/page.js"></script>') < page.index('app.mount(')


def test_a_page_of_another_version_gets_the_scripts_there_are_and_nobody_keeps_them(stranger: Stranger) -> None:
    now = stranger.opens(static_files.script_address('capture/camera.js'))
    for version in ('0123456789ab', 'oud', '..'):
        answer = stranger.opens(f'/assets/scripts/{version.replace(".", "%2E")}/capture/camera.js')
        assert (answer.status_code, answer.headers['cache-control']) == (200, 'no-store'), version
        assert answer.content == now.content


def test_each_try_to_fetch_a_script_has_an_address_of_its_own(stranger: Stranger) -> None:
    address = static_files.script_address('capture/camera.js').replace('/capture/', '/again-29/capture/')
    assert stranger.opens(address).headers['cache-control'] == FOREVER


@pytest.mark.parametrize('name', NO_SCRIPTS)
def test_what_is_no_script_is_not_there(stranger: Stranger, name: str) -> None:
    answer = stranger.opens(f'/assets/scripts/{name.format(now=static_files.scripts_version())}')
    assert (answer.status_code, answer.headers['cache-control']) == (404, 'no-store')


def test_what_python_says_to_a_page_is_heard_because_its_script_stands_first(owner: Owner) -> None:
    page = owner.page().text
    script, start = page.index('/live/page.js"></script>'), page.index('app.mount(')
    assert script < start
    tag = page[page.rindex('<script', 0, script) : script]
    assert 'async' not in tag, 'in the order in which they stand'


def test_a_live_page_tells_its_scripts_the_limits_of_the_model(owner: Owner) -> None:
    page = owner.page('jezelf-zijn').text
    camera, recorder = data_of(page, 'capture/camera.js'), data_of(page, 'capture/recorder.js')
    assert json.loads(camera['limits']) == {
        'mostPixels': darkroom.MOST_PIXELS,
        'mostBytes': photos.MOST_BYTES,
        'longestSide': darkroom.SCREEN_LONGEST,
    }
    assert int(camera['most-at-once']) == MOST_AT_ONCE
    assert int(recorder['longest']) == LONGEST
    for data in (camera, recorder):
        assert (int(data['patience']), int(data['silence'])) == (PATIENCE, SILENCE)


def test_the_pencil_knows_the_sheet_of_the_model(owner: Owner) -> None:
    pencil = data_of(owner.page('tekenen/album').text, 'draw/pencil.js')
    assert json.loads(pencil['pencil']) == {
        'sheet': sketch.SHEET,
        'colours': list(sketch.COLOURS),
        'steps': list(sketch.STEPS),
        'levels': sketch.LEVELS,
        'beyond': sketch.BEYOND,
        'mostStrokes': sketch.MOST_STROKES,
        'mostPoints': sketch.MOST_POINTS,
    }


def test_the_lock_knows_how_long_the_server_waits(owner: Owner) -> None:
    lock = data_in(owner.page().text, 'id="page-settings"')
    assert int(lock['idle']) == (TABLE[Row.EVERYONE].idle or timedelta()).total_seconds()
    assert int(lock['seen-step']) == SEEN_STEP.total_seconds()
