"""Starting, and starting again: bad settings, a folder in use, a power cut, and what nobody filled in (P17, P19)."""

import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import httpx
import pytest

from model.compass.answer import Answer
from model.compass.compass import Compass
from model.content.content import SHIPPED
from model.key import Key, Kind
from model.pictures.pictogram import FOLDER as PICTOGRAMS
from model.settings import Settings
from model.storage.files.storage import open_files
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.on_disk import OnDisk, files_below, keys_of
from tests.page.cast.people.person import Owner, Stranger
from tests.patience import eventually
from tests.server import ROOT, free_port, nursery, plain_environment

Make = Callable[..., Machine]


COMMAND = [sys.executable, 'main.py']


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """That of a server on a port of its own, with its data in this folder."""
    wanted = {'DATA': str(folder / 'data'), 'HOST': '127.0.0.1', 'PORT': str(free_port())} | settings
    return plain_environment() | {f'KOMPAS_{name}': value for name, value in wanted.items()}


def start(folder: Path, **settings: str) -> tuple[int, str]:
    """How a server ended that is expected to end at once, and all that it said."""
    log = folder / 'said.log'
    pid, codes = nursery().starts(environment(folder, **settings), log, least_cost=True), list[int]()

    def has_ended() -> bool:
        codes.extend(code for code in [nursery().ended(pid)] if code is not None)
        return bool(codes)

    eventually(has_ended, 'the server did not end', seconds=60)
    return codes[0], log.read_text()


def assert_ended_clearly(ended: tuple[int, str], *words: str) -> None:
    code, said = ended
    assert code == 2, said
    assert said.startswith('Krachtkompas cannot start: ')
    assert said.count('\n') == 1, said
    assert [word for word in words if word not in said] == []


@pytest.mark.long
def test_started_from_a_terminal_it_says_where_it_is_and_ends_when_it_is_told_to(tmp_path: Path) -> None:
    asked = environment(tmp_path) | {'PYTHONUNBUFFERED': '1'}
    with subprocess.Popen(COMMAND, cwd=ROOT, env=asked, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            address = f'http://localhost:{asked["KOMPAS_PORT"]}'
            assert next(line for line in server.stdout if address in line)
            eventually(lambda: answers(f'http://127.0.0.1:{asked["KOMPAS_PORT"]}/gezond'), seconds=60)
        finally:
            server.terminate()
    assert server.returncode == -signal.SIGTERM  # raised again, once everything was closed


def answers(address: str) -> bool:
    """Whether a server is there."""
    try:
        return httpx.get(address, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


def test_a_bad_setting_stops_the_start_with_one_line(tmp_path: Path) -> None:
    assert_ended_clearly(start(tmp_path, PORT='banana'), 'KOMPAS_PORT')


def test_bad_settings_are_all_named_and_the_secret_is_not_shown(tmp_path: Path) -> None:
    bad = {'PORT': '99999', 'TZ': 'Mars/Base', 'URL': 'kompas.nl', 'SECRET': 'geheimpje', 'OPEN': 'perhaps'}
    ended = start(tmp_path, **bad)
    assert_ended_clearly(ended, *(f'KOMPAS_{name}' for name in bad))
    assert 'geheimpje' not in ended[1]


def test_a_secret_file_that_is_too_short_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / 'kompas.secret').write_text('geheimpje')
    ended = start(tmp_path)
    assert_ended_clearly(ended, 'kompas.secret')
    assert 'geheimpje' not in ended[1]


def test_a_secret_that_others_can_read_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / 'kompas.secret').write_text('geheimpje' * 5)
    (tmp_path / 'kompas.secret').chmod(0o644)
    ended = start(tmp_path)
    assert_ended_clearly(ended, 'kompas.secret')
    assert 'geheimpje' not in ended[1]


@pytest.mark.parametrize('name', ['data/keys', 'data/log', 'data/workers', 'data/compasses', 'data/.lock'])
def test_a_link_in_the_place_of_what_is_ours_stops_the_start(tmp_path: Path, name: str) -> None:
    (tmp_path / 'elsewhere').mkdir()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).symlink_to(tmp_path / 'elsewhere')
    ended = start(tmp_path)
    assert_ended_clearly(ended, 'data')
    assert list((tmp_path / 'elsewhere').iterdir()) == []


@pytest.mark.parametrize('name', ['data', 'data/keys'])
def test_a_file_in_the_place_of_a_folder_stops_the_start(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text('in the way')
    assert_ended_clearly(start(tmp_path), 'data')


def test_every_fault_in_a_file_of_content_stops_the_start_with_a_line_of_its_own(tmp_path: Path) -> None:
    spoiled = SHIPPED.read_text(encoding='utf-8').replace('word: Wonen', 'word:').replace('key: safety', 'key: Safety')
    lines = [number for number, line in enumerate(spoiled.splitlines(), 1) if line.endswith(('word:', 'key: Safety'))]
    code, said = start(tmp_path, CONTENT=str(content_of(tmp_path, spoiled)))
    assert code == 2, said
    told = said.splitlines()
    assert len(told) == len(lines) == 2, said
    for line, number in zip(told, lines, strict=True):
        assert line.startswith(f'Krachtkompas cannot start: {tmp_path / "own.yaml"}, line {number}: ')
    assert ('here has to be text' in told[0], '"Safety" is no key' in told[1]) == (True, True)


def test_a_file_of_content_that_is_not_there_stops_the_start(tmp_path: Path) -> None:
    assert_ended_clearly(start(tmp_path, CONTENT=str(tmp_path / 'none.yaml')), 'none.yaml', 'No such file')


def test_a_pictogram_beside_the_content_that_runs_something_stops_the_start(tmp_path: Path) -> None:
    path = content_of(tmp_path, SHIPPED.read_text(encoding='utf-8'))
    drawing = tmp_path / 'pictograms' / 'hens.svg'
    drawing.parent.mkdir()
    drawing.write_text((PICTOGRAMS / 'home.svg').read_text().replace('<path', '<script>alert()</script><path', 1))
    assert_ended_clearly(start(tmp_path, CONTENT=str(path)), f'{drawing}, line 2: there is <script>')


def test_with_a_file_of_content_and_pictograms_of_its_own_a_server_starts(machine: Make, tmp_path: Path) -> None:
    own = SHIPPED.read_text(encoding='utf-8').replace('pet: met een huisdier', 'hens: met kippen')
    assert 'hens' in own
    (tmp_path / 'pictograms').mkdir()
    (tmp_path / 'pictograms' / 'hens.svg').write_text((PICTOGRAMS / 'pet.svg').read_text())
    with machine(content=str(content_of(tmp_path, own))) as server:
        Owner(server).taps('wens', 'werk')


def content_of(folder: Path, text: str) -> Path:
    """A file of content."""
    path = folder / 'own.yaml'
    path.write_text(text, encoding='utf-8')
    return path


def test_a_second_server_on_the_same_data_is_refused_and_the_first_goes_on(machine: Make) -> None:
    with machine() as server:
        owner = Owner(server)
        assert_ended_clearly(start(server.folder), 'already uses the data folder')
        owner.taps('wens', 'werk')


def test_a_port_in_use_stops_the_start_with_a_clear_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(('127.0.0.1', 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = start(tmp_path, PORT=port)
    assert_ended_clearly(ended, port)
    assert 'is ready' not in ended[1]


def test_after_a_power_cut_all_that_was_said_to_be_saved_is_there_and_nothing_half_written(machine: Make) -> None:
    server = machine().start()
    owner = Owner(server)
    page = owner.page('wens')
    tiles = [one for one in page.listeners if one.type == 'click'][:8]
    with owner.socket(page) as line:
        for tile in tiles:
            line.triggers(page.client_id, tile.element, tile.id)
            line.hears('update', '"aria-pressed": "true"')
        server.kill()
    for folder in (owner.on_disk.folder, server.data / 'keys'):
        (folder / 'half.unfinished').write_bytes(b'{')
    server.start()
    assert len(owner.on_disk.document['wishes']['items']) == len(tiles)
    assert owner.page('wens').text.count('"aria-pressed":"true"') == len(tiles) + 1
    assert [path for path in files_below(server.data) if path.suffix == '.unfinished'] == []


def made_before(data: Path, days: int, *, wish: str = '') -> tuple[Compass, list[Key]]:
    """A compass with a sheet and a device, as the server makes it, some days ago."""
    keys, settings = keys_of(data), Settings(data=data)
    storage = open_files(data, settings.derived('workers'))
    then = settings.now() - timedelta(days=days)
    compass = storage.compasses.create(then)
    held = [keys.issue(compass.id, kind, then) for kind in (Kind.SHEET, Kind.DEVICE)]
    for key in held:
        compass.hold_key(key.id)
    if wish:
        compass.wishes.choose(Answer(words=wish), then.date())
    storage.compasses.save(compass)
    storage.close()
    return compass, held


def is_gone(path: Path) -> bool:
    return not path.exists()


def test_at_the_start_a_compass_nobody_filled_in_for_a_day_is_swept_with_its_keys(machine: Make) -> None:
    server = machine()
    server.data.mkdir()
    made_before(server.data, 2, wish='blijven')
    made_before(server.data, 0)
    broken, _ = made_before(server.data, 2)
    for path in files_below(server.data / 'compasses' / broken.id):
        path.write_bytes(b'{')
    kept = set(files_below(server.data))
    empty, keys = made_before(server.data, 2)
    server.start()
    eventually(lambda: not (server.data / 'compasses' / empty.id).exists())
    for key in keys:
        file = OnDisk(server, empty.id).key_file(keys_of(server.data).token(key.id))
        eventually(partial(is_gone, file))
    assert all(path.exists() or path.parent.name == broken.id for path in kept)
    token = keys_of(server.data).token(keys[0].id)
    assert Stranger(server).enters(token).status_code == 404


def test_no_framework_files_are_left_in_the_working_folder(owner: Owner) -> None:
    owner.taps('wens', 'werk')
    assert not (ROOT / '.nicegui').exists()
