"""What a killed process leaves is swept, and is no hindrance."""

from model.storage.files.atomic import previous_of
from model.storage.files.disk import UNFINISHED, sweep_unfinished
from tests.unit.storage.files.atomic.cast import FIRST, SECOND
from tests.unit.storage.files.cast import names


def test_half_written_files_are_swept_at_any_depth_and_nothing_else(tmp_path):
    deep = tmp_path / 'a' / 'b'
    deep.mkdir(parents=True)
    for place in (tmp_path / f'one{UNFINISHED}', deep / f'two{UNFINISHED}', deep / 'kept.json'):
        place.write_bytes(b'{')
    assert sweep_unfinished(tmp_path) == 2
    assert [path.name for path in tmp_path.rglob('*') if path.is_file()] == ['kept.json']


def test_a_half_written_file_is_no_hindrance_to_the_next_write(storage, path):
    storage.write(FIRST)
    path.with_suffix(UNFINISHED).write_bytes(b'{' * 10_000)
    previous_of(path).with_suffix(UNFINISHED).write_bytes(b'{')
    storage.write(SECOND)
    assert storage.read() == SECOND
    assert names(path.parent) == {'one.json', 'one.previous.json'}
