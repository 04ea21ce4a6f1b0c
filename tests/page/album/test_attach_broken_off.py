"""Uploads that break off: the sender hangs up, the key ends, the compass goes, the disk is full, the power fails."""

import os
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import httpx
import pytest

from tests.page.cast.new_code import ends_other_keys, share_screen, wipes_everything
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Person, Stranger, Worker
from tests.page.cast.sending import (
    WEBM,
    goes_on,
    halting,
    has_sent,
    is_whole,
    items,
    kept,
    line_to,
    new_id,
    no_file_above,
    on_own_device,
    put,
    receiving,
    sees,
    sends,
    small_photo,
    words_of,
)
from tests.patience import eventually, within
from tests.unit.media.photo_files import encoded, scene

pytestmark = pytest.mark.usefixtures('nothing_in_the_log')
Make = Callable[..., Machine]
NOWHERE = 'We kunnen dit niet vinden.'


def test_a_sender_that_hangs_up_halfway_leaves_nothing(owner: Owner) -> None:
    for ending in ('quietly', 'with a bang'):
        line = line_to(owner, put(owner), small_photo()[:200], Content_Length='5000')
        eventually(lambda: receiving(owner.on_disk), 'nothing was being received')
        if ending == 'with a bang':
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        line.close()
        eventually(lambda: not receiving(owner.on_disk), 'something was left')
    assert items(owner.on_disk) == []
    assert goes_on(owner)


def test_many_that_hang_up_leave_no_open_file(owner: Owner) -> None:
    open_files = Path(f'/proc/{owner.server.process_id}/fd')
    before = len(list(open_files.iterdir()))
    lines = [line_to(owner, put(owner), b'\xff\xd8\xff', Content_Length='5000') for _ in range(40)]
    eventually(lambda: len(receiving(owner.on_disk)) == 40, 'not all were being received')
    for line in lines:
        line.close()
    eventually(lambda: not receiving(owner.on_disk), 'something was left')
    eventually(lambda: len(list(open_files.iterdir())) <= before + 3, 'files stay open')


def test_what_was_sent_whole_by_one_that_hung_up_can_be_sent_again(owner: Owner) -> None:
    photo, id = small_photo(), new_id()
    line_to(owner, put(owner, id), photo, Content_Length=str(len(photo))).close()
    time.sleep(0.5)  # it is kept, or it is not: both are right
    eventually(lambda: is_whole(owner.on_disk), 'something was left')
    has_sent(owner, photo, id=id)
    assert len(items(owner.on_disk)) == 1
    assert is_whole(owner.on_disk)


def erase(owner: Owner) -> None:
    with share_screen(owner) as (page, line):
        wipes_everything(owner, page, line)


@pytest.mark.parametrize('sort', ['foto', 'stem'])
def test_a_compass_that_is_erased_meanwhile_does_not_come_back(owner: Owner, sort: str) -> None:
    helper = Worker(owner)
    content = small_photo() if sort == 'foto' else WEBM
    answer = sends(helper, halting(content, owner.on_disk, lambda: erase(owner)), sort)
    assert (answer.status_code, words_of(answer)) == (404, NOWHERE)
    assert not owner.on_disk.folder.exists()
    assert list(owner.on_disk.folder.parent.glob('*.erased')) == []


@pytest.mark.parametrize('sort', ['foto', 'stem'])
@pytest.mark.parametrize('ending', ['new code', 'goodbye'])
def test_what_is_sent_with_a_key_that_ends_meanwhile_is_not_kept(owner: Owner, ending: str, sort: str) -> None:
    helper = Worker(owner)
    same_browser = Stranger(owner.server, Cookie=helper.cookie)

    def end() -> None:
        if ending == 'new code':
            ends_other_keys(owner, devices_too=True)
        else:
            same_browser.posts('/tot-ziens')

    content = small_photo() if sort == 'foto' else WEBM
    answer = sends(helper, halting(content, owner.on_disk, end), sort)
    assert (answer.status_code, words_of(answer)) == (404, NOWHERE)
    assert items(owner.on_disk) == []
    assert kept(owner.on_disk) == []


@pytest.mark.parametrize('end', [lambda one: ends_other_keys(one, devices_too=True), erase], ids=['key', 'compass'])
def test_what_ends_while_a_photo_is_made_smaller_keeps_nothing(owner: Owner, end: Callable[[Owner], None]) -> None:
    helper, answers = Worker(owner), []
    photo = encoded(scene((2400, 1800)), 'JPEG')
    sending = threading.Thread(target=lambda: answers.append(sends(helper, photo)))
    sending.start()
    eventually(lambda: len(receiving(owner.on_disk)) == 3, 'it was not being made smaller')
    with owner.server.halted('photo_worker'):
        end(owner)
    sending.join()
    assert (answers[0].status_code, words_of(answers[0])) == (404, NOWHERE)
    assert kept(owner.on_disk) == []


def test_what_was_kept_stays_when_the_second_time_fails(owner: Owner) -> None:
    """Sent twice, because the first answer came late; then the disk is full."""
    id, full = new_id(), no_file_above(owner.server, len(WEBM) + 10)

    def meanwhile() -> None:
        has_sent(owner, WEBM, 'stem', id=id)
        now.enter_context(full)

    with ExitStack() as now:
        answer = sends(owner, halting(WEBM, owner.on_disk, meanwhile), 'stem', id=id)
    assert answer.status_code in {200, 507}
    assert sees(owner, id, 'geluid')
    assert is_whole(owner.on_disk)


def test_what_was_kept_stays_when_the_key_ends_during_the_second_time(owner: Owner) -> None:
    helper, id = Worker(owner), new_id()

    def meanwhile() -> None:
        has_sent(Worker(owner), WEBM, 'stem', id=id)
        ends_other_keys(owner, devices_too=True)

    sends(helper, halting(WEBM, owner.on_disk, meanwhile), 'stem', id=id)
    assert sees(owner, id, 'geluid')
    assert is_whole(owner.on_disk)


# the disk, the power


@pytest.mark.parametrize(
    ('sort', 'content', 'most'),
    [
        ('foto', small_photo(), 100),
        ('foto', small_photo(), len(small_photo()) + 1),
        ('stem', WEBM, 100),
        ('stem', WEBM, len(WEBM) + 1),
    ],
    ids=['the photo', 'the document after a photo', 'the voice', 'the document after a voice'],
)
def test_on_a_full_disk_there_is_a_plain_sentence_and_the_same_id_can_be_sent_again(
    owner: Owner, sort: str, content: bytes, most: int
) -> None:
    owner.taps('wens', 'werk', 'rust', 'leren', 'vrienden')
    before, id = owner.on_disk.bytes, new_id()
    assert len(before) > len(content) + 100
    with no_file_above(owner.server, most):
        answer = sends(owner, content, sort, id=id)
    assert (answer.status_code, words_of(answer)) == (507, 'Bewaren lukt nu niet. Probeer het zo nog eens.')
    assert (owner.on_disk.bytes, kept(owner.on_disk)) == (before, [])
    has_sent(owner, content, sort, id=id)
    assert is_whole(owner.on_disk)


@pytest.mark.long
def test_after_a_power_failure_at_any_moment_the_compass_is_whole_and_each_photo_is_there_once(machine: Make) -> None:
    server = machine().start()
    person, left_over = on_own_device(server), []
    stays, large = has_sent(person), encoded(scene((2000, 1500)), 'JPEG')

    def send_until(is_so: Callable[[str], object], body: bytes | Iterator[bytes]) -> str:
        id = new_id()
        threading.Thread(target=_ignoring_the_end, args=(person, body, id)).start()
        eventually(lambda: is_so(id), 'the moment did not come')
        return id

    def the_power_fails(*ids: str) -> None:
        server.kill()
        server.start()
        assert person.page('fotos').client_id
        if not is_whole(person.on_disk):
            left_over.append(kept(person.on_disk))
        for id in ids:
            has_sent(person, id=id)
        assert is_whole(person.on_disk)

    half = halting(large, person.on_disk, lambda: time.sleep(1))
    coming_in = send_until(lambda _: receiving(person.on_disk), half)
    made_smaller = send_until(lambda _: len(receiving(person.on_disk)) == 4, large)
    the_power_fails(coming_in, made_smaller)
    # opening it waits for a reader who never comes: the server stands still before the compass knows of the photo
    os.mkfifo(person.on_disk.file.with_suffix('.unfinished'))
    in_its_place = send_until(lambda id: (person.on_disk.folder / f'photos/{id}.webp').exists(), large)
    the_power_fails(in_its_place)
    assert sorted(one['id'] for one in items(person.on_disk)) == sorted([stays, coming_in, made_smaller, in_its_place])
    assert left_over == []


def _ignoring_the_end(person: Person, body: bytes, id: str) -> None:
    with suppress(httpx.HTTPError):
        sends(person, body, id=id)


@pytest.mark.long
def test_a_sender_that_falls_silent_does_not_keep_the_server_from_stopping(machine: Make) -> None:
    """A phone that walks out of the network does not even hang up."""
    server = machine().start()
    owner = Owner(server)
    with line_to(owner, put(owner), b'\xff\xd8\xff', Content_Length='5000'):
        eventually(lambda: receiving(owner.on_disk), 'nothing was being received')
        began = time.monotonic()
        os.kill(server.process_id, 15)
        eventually(lambda: not server.is_up, 'the server waits for someone who has gone', seconds=60)
        assert time.monotonic() - began < within(8)
