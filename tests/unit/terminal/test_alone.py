"""A command while no server runs: it takes the data as the server would, or says in one line why it does not."""

import os
from pathlib import Path

import pytest

import main
from model.access.access import Access
from model.settings import Settings
from model.storage.files.storage import open_files
from tests.unit.secret import SECRET
from ui.terminal.coordinator import coordinator


@pytest.fixture(autouse=True)
def environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No `KOMPAS_*` of this machine but the data folder of the test; the umask stays as it is."""
    for name in [name for name in os.environ if name.startswith('KOMPAS_')]:
        monkeypatch.delenv(name)
    monkeypatch.setenv('KOMPAS_DATA', str(folder))
    monkeypatch.setattr(os, 'umask', lambda mask: mask)


@pytest.fixture
def used(folder: Path) -> Path:
    """A data folder on which a server ran."""
    Access.of(open_files(folder, Settings().derived('workers')), Settings()).close()
    return folder


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob('*') if path.is_file()}


def workers() -> int:
    """How many there are, invited ones among them."""
    access = main.open_alone(Settings())
    access.close()
    return len(access.workers.all())


@pytest.fixture
def refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> 'Refused':
    return Refused(tmp_path, capsys)


class Refused:
    """`refused('coordinator')` is the one line of a command that cannot be done, and that changed nothing."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: str) -> str:
        before = files(self._folder)
        with pytest.raises(SystemExit) as ended:
            main.do(arguments)
        said = self._capsys.readouterr()
        assert ended.value.code == 2
        assert said.out == ''
        assert said.err.count('\n') == 1
        assert said.err.startswith('Krachtkompas cannot do this: ')
        assert files(self._folder) == before
        return said.err


def test_it_invites_one_more_coordinator_and_ends_nothing(used: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for invited in (1, 2):
        main.do(['coordinator'])
        assert '/werk/uitnodiging#' in capsys.readouterr().out
        assert workers() == invited
    access = main.open_alone(Settings())
    assert all(worker.coordinator and worker.keys for worker in access.workers.all())
    assert {fact.worker for fact in access.record.latest(9).activities} == {''}
    assert {fact.whom for fact in access.record.latest(9).activities} == {worker.id for worker in access.workers.all()}
    access.close()


def test_the_address_is_of_the_settings(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('KOMPAS_URL', 'https://kompas.example.nl')
    access = main.open_alone(Settings())
    said = list(coordinator(access))
    access.close()
    assert said[1].startswith('  https://kompas.example.nl/werk/uitnodiging#')


def test_a_command_makes_no_installation(folder: Path, tmp_path: Path, refused: Refused) -> None:
    assert f'none ever used the data folder "{folder}"' in refused('coordinator')
    assert list(tmp_path.iterdir()) == []
    folder.mkdir()
    assert 'none ever used' in refused('coordinator')
    assert list(folder.iterdir()) == []


def test_a_command_seals_nothing_with_another_secret(
    used: Path, tmp_path: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = (tmp_path / 'kompas.secret').rename(tmp_path / 'elsewhere.secret')
    assert 'the secret is not here' in refused('coordinator')
    monkeypatch.setenv('KOMPAS_SECRET_FILE', str(elsewhere))
    main.do(['coordinator'])
    assert workers() == 1


def test_a_secret_that_is_too_short_is_one_line(used: Path, tmp_path: Path, refused: Refused) -> None:
    (tmp_path / 'kompas.secret').write_text('geheimpje')
    assert 'geheimpje' not in refused('coordinator')


def test_a_command_writes_nothing_that_the_user_of_the_server_cannot_read(
    used: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, 'geteuid', lambda: 12345)
    assert 'the data is of another user' in refused('coordinator')


def test_data_that_somebody_else_took_just_now_is_left(used: Path, refused: Refused) -> None:
    storage = open_files(used, SECRET)
    assert 'try again in a moment' in refused('coordinator')
    storage.close()


def test_a_full_disk_is_one_line(used: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, 'No space left on device', str(used / 'workers'))

    monkeypatch.setattr('model.storage.files.disk.os.fsync', full)
    assert refused('coordinator').endswith('this: No space left on device\n')


def test_what_is_no_command_is_one_line(refused: Refused) -> None:
    assert "there is no command 'koffie'; there is: coordinator" in refused('koffie')
    assert 'takes nothing more' in refused('coordinator', 'now')


def test_a_bad_setting_is_one_line_but_help_is_help(
    refused: Refused, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv('KOMPAS_PORT', 'banana')
    assert 'KOMPAS_PORT' in refused('coordinator')
    main.do(['--help'])
    assert 'coordinator' in capsys.readouterr().out
