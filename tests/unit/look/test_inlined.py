"""A script in the page itself: with all that it imports, each in its turn, and refused when it says too much."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.look import inlined, static_files


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of scripts, in the place of ours."""
    (tmp_path / 'scripts' / 'live').mkdir(parents=True)
    monkeypatch.setattr(static_files, 'FOLDER', tmp_path)
    forget()
    yield tmp_path / 'scripts' / 'live'
    forget()


def forget() -> None:
    for read in (static_files._names, static_files.public_file, inlined.inlined):
        read.cache_clear()


def test_what_is_imported_comes_before_who_imports_it_and_once(scripts: Path) -> None:
    (scripts / 'a.js').write_text("import { b } from './b.js';\nimport c from './c.js';\nb(c);\n")
    (scripts / 'b.js').write_text("import {\n  one as two,\n} from './c.js';\n// a comment\nexport const b = two;\n")
    (scripts / 'c.js').write_text('export const one = 1;\nexport default function start() {}\n')
    assert inlined.inlined('live/a.js') == (
        "<script>(() => {\n'use strict';\n"
        'const live_c = (() => {\nconst one = 1;\nfunction start() {}\nreturn { one, default: start };\n})();\n'
        'const live_b = (() => {\nconst {\n  one: two,\n} = live_c;\nconst b = two;\nreturn { b };\n})();\n'
        'const live_a = (() => {\nconst { b } = live_b;\nconst { default: c } = live_c;\nb(c);\nreturn {  };\n})();\n'
        '})();</script>'
    )


@pytest.mark.parametrize(
    'source',
    ["export { a } from './b.js';", 'import.meta.url;', "import('./b.js');", "'</script>';", 'export let a = 1;'],
)
def test_what_it_does_not_understand_stops_the_page(source: str, scripts: Path) -> None:
    (scripts / 'a.js').write_text(f'{source}\n')
    (scripts / 'b.js').write_text('export const a = 1;\n')
    with pytest.raises(ValueError, match=r'live/a\.js'):
        inlined.inlined('live/a.js')


def test_ours_ends_where_it_should() -> None:
    script = inlined.inlined('live/safety.js')
    assert len(re.findall('<script|</script', script)) == 2
