import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from model.storage.files.disk import UNFINISHED
from model.storage.files.storage import open_files
from model.storage.protocols import DataInUse, NoSuchCompass
from tests.unit.secret import SECRET
from tests.unit.storage.files.cast import contents

REPOSITORY = Path(__file__).parents[4]


# a second process (P19)

OPEN = """
import sys
from pathlib import Path
from model.storage.files.storage import open_files
from model.storage.protocols import DataInUse
try:
    storage = open_files(Path(sys.argv[1]), bytes(32))
except DataInUse as refusal:
    sys.exit(f'in use: {refusal}')
print('opened', flush=True)
sys.stdin.read()
"""


def second_process(folder):
    return subprocess.Popen(
        [sys.executable, '-c', OPEN, folder],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_second_process_is_refused_with_the_name_of_the_folder(compasses, saved, folder):
    before = contents(folder)
    second = second_process(folder)
    _, complaint = second.communicate(timeout=120)
    assert second.returncode == 1
    assert f'in use: {folder}' in complaint
    assert contents(folder) == before


def test_a_second_process_sweeps_nothing_of_the_first(compasses, folder):
    unfinished = folder / 'compasses' / f'one{UNFINISHED}'
    unfinished.write_bytes(b'{')
    second_process(folder).communicate(timeout=120)
    assert unfinished.exists()


def test_another_process_can_have_the_folder_once_it_is_closed(folder):
    open_files(folder, SECRET).close()
    said, _ = second_process(folder).communicate(timeout=120)
    assert said == 'opened\n'


def test_a_killed_process_keeps_nobody_out(folder):
    with second_process(folder) as other:
        assert other.stdout.readline() == 'opened\n'
        with pytest.raises(DataInUse):
            open_files(folder, SECRET)
        other.send_signal(signal.SIGKILL)
        other.wait(timeout=120)
        open_files(folder, SECRET).close()


def test_two_folders_do_not_stand_in_each_others_way(compasses, tmp_path, now):
    compass = compasses.create(now)
    with closing(open_files(tmp_path / 'other', SECRET)) as other, pytest.raises(NoSuchCompass):
        other.compasses.load(compass.id, now)
