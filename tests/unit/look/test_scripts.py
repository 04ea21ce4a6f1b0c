"""Browser scripts as they are sent: one version, no comments, what they import, and the limits of the model."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.media import darkroom, photos
from ui.components.photo_button import LIMITS
from ui.look import static_files

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / 'assets' / 'scripts'
SCRIPTS = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob('*.js'))
NAMED = re.compile(r"""['"=](?:scripts/)?((?:capture|draw|live|plain)/\w+\.js)""")
DECIDES = """
const { hasTooManyBytes, hasTooManyPixels } = await import(Deno.args[0]);
const [limits, sizes, bytes] = JSON.parse(Deno.args[1]);
console.log(JSON.stringify([
  sizes.map(([width, height]) => hasTooManyPixels({ width, height }, limits)),
  bytes.map((one) => hasTooManyBytes(one, limits)),
]));
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the assets that a test may change, read as by a server that starts now."""
    copy = tmp_path / 'assets'
    shutil.copytree(FOLDER, copy / 'scripts')
    monkeypatch.setattr(static_files, 'FOLDER', copy)
    return copy / 'scripts'


@pytest.fixture(autouse=True)
def begins_anew() -> Iterator[None]:
    forget()
    yield
    forget()


def forget() -> None:
    for read in (static_files._names, static_files.public_file, static_files.scripts_version, static_files.imports):
        read.cache_clear()


def test_there_are_scripts_to_look_at() -> None:
    assert {'live/page.js', 'plain/sw.js', 'capture/send.js'} <= set(SCRIPTS)


@pytest.mark.parametrize('name', SCRIPTS)
def test_every_script_changes_the_address_of_all(name: str, folder: Path) -> None:
    before = static_files.script_address('live/page.js')
    with (folder / name).open('a') as script:
        script.write('\nfoo();\n')
    forget()
    assert static_files.script_address('live/page.js') != before


def test_a_script_that_takes_the_name_of_another_changes_it_too(folder: Path) -> None:
    before = static_files.scripts_version()
    (folder / 'live' / 'photo.js').rename(folder / 'live' / 'picture.js')
    forget()
    assert static_files.scripts_version() != before


def test_the_same_scripts_have_the_same_address(folder: Path) -> None:
    before = static_files.scripts_version()
    forget()
    assert static_files.scripts_version() == before


def test_an_unknown_script_stops_the_page_that_names_it() -> None:
    with pytest.raises(FileNotFoundError):
        static_files.script_address('live/none.js')


def test_what_is_behind_an_import_is_fetched_at_once_too() -> None:
    assert static_files.imports('live/page.js') == (
        'live/drafts.js',
        'live/keeping.js',
        'live/seal.js',
        'live/line.js',
        'live/start.js',
    )
    assert set(static_files.imports('draw/pencil.js')) == {
        'capture/kept.js',
        'capture/post.js',
        'capture/send.js',
        'draw/drawing.js',
        'draw/sheet.js',
        'draw/strokes.js',
        'live/drafts.js',
        'live/find.js',
        'live/keeping.js',
        'live/seal.js',
    }


@pytest.mark.parametrize('name', SCRIPTS)
def test_every_import_of_a_script_is_found(name: str) -> None:
    source = (FOLDER / name).read_text()
    written = re.findall(r'^(?:import|export)\b[^;]*?\'(\.[^\']+)\';', source, re.MULTILINE)
    found = {(FOLDER / name).parent.joinpath(one).resolve().relative_to(FOLDER).as_posix() for one in written}
    assert found <= set(static_files.imports(name))
    assert set(static_files.imports(name)) <= set(SCRIPTS)


def test_an_import_over_several_lines_is_found(folder: Path) -> None:
    (folder / 'live' / 'long.js').write_text("import {\n  a,\n  b,\n} from './page.js';\nimport '../draw/replay.js';\n")
    assert {'live/page.js', 'draw/replay.js'} <= set(static_files.imports('live/long.js'))


@pytest.mark.parametrize('name', SCRIPTS)
def test_a_script_is_sent_without_the_comments_on_lines_of_their_own(name: str) -> None:
    written, sent = (FOLDER / name).read_text(), static_files.public_file(f'scripts/{name}').content.decode()
    assert not re.search(r'^\s*(//|/\*\*$|\* )', sent, re.MULTILINE)
    assert sent.count('\n') == written.count('\n'), 'an error says the line where it stands'
    code = [line for line in written.splitlines() if not re.match(r'\s*(//|/?\*)', line)]
    assert [line for line in sent.splitlines() if line.strip()] == [line for line in code if line.strip()]


def test_code_after_a_comment_on_the_same_line_is_sent(folder: Path) -> None:
    (folder / 'live' / 'cast.js').write_text("/** @type {A} */ (a).b();\n/** one\n * two */\nc('/* d */');\n")
    sent = static_files.public_file('scripts/live/cast.js').content
    assert sent == b"/** @type {A} */ (a).b();\n\n\nc('/* d */');\n"


def test_every_script_that_python_names_is_there_and_every_other_one_is_imported() -> None:
    sources = [path.read_text(encoding='utf-8') for path in (ROOT / 'ui').rglob('*.py')]
    named = {name for source in sources for name in NAMED.findall(source)}
    assert len(named) > 10
    assert named <= set(SCRIPTS)
    assert set(SCRIPTS) == named | {one for name in named for one in static_files.imports(name)}


def test_the_browser_refuses_what_the_server_refuses_and_nothing_else() -> None:
    most = darkroom.MOST_PIXELS
    sizes = [(8192, 6144), (most, 1), (most + 1, 1), (10_000, 6_000)]
    given = json.dumps([LIMITS, sizes, [photos.MOST_BYTES, photos.MOST_BYTES + 1]])
    script = (FOLDER / 'capture' / 'shrink.js').as_uri()
    deno = Path(sys.executable).parent / 'deno'
    ran = subprocess.run(
        [deno, 'eval', '--no-lock', '--no-config', DECIDES, script, given], capture_output=True, text=True, check=False
    )
    assert json.loads(ran.stdout or ran.stderr) == [[False, False, True, True], [False, True]]
