"""A disk that is nearly full: what is large is refused with one plain sentence, and small changes go on."""

from contextlib import ExitStack

import pytest

from model.budgets import Budget
from tests.page.cast.new_code import ends_other_keys, share_screen, wipes_everything
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger, Worker
from tests.page.cast.sending import halting, has_sent, is_whole, kept, made, new_id, sees, sends, words_of
from tests.small_disk import nearly_full

NO_ROOM = 'Bewaren lukt nu niet. Probeer het zo nog eens.'
FLOOR, FILES = Budget.FREE_BYTES.most, Budget.FREE_FILES.most
LOW = {'bytes': {'free': FLOOR - 1}, 'files': {'files': FILES - 1}}


@pytest.mark.parametrize('low', LOW.values(), ids=LOW)
@pytest.mark.parametrize('sort', ['foto', 'stem', 'tekening'])
def test_nothing_large_is_taken_and_the_same_can_be_sent_again_later(
    owner: Owner, sort: str, low: dict[str, int]
) -> None:
    id = new_id()
    with nearly_full(owner.server.folder, **low):
        answer = sends(owner, made(sort), sort, id=id)
    assert (answer.status_code, words_of(answer)) == (507, NO_ROOM)
    assert kept(owner.on_disk) == []
    has_sent(owner, sort=sort, id=id)
    assert is_whole(owner.on_disk)


def test_what_comes_in_while_the_disk_fills_up_is_not_kept(owner: Owner) -> None:
    full = nearly_full(owner.server.folder, free=FLOOR - 1)
    with ExitStack() as now:
        answer = sends(owner, halting(made('foto'), owner.on_disk, lambda: now.enter_context(full)))
    assert (answer.status_code, words_of(answer)) == (507, NO_ROOM)
    assert kept(owner.on_disk) == []


def test_no_compass_is_begun_and_the_page_says_so(server: Machine) -> None:
    visitor = Stranger(server)
    compasses = set((server.data / 'compasses').iterdir())
    with nearly_full(server.folder, free=FLOOR - 1):
        answer = visitor.posts('/nieuw')
    assert answer.status_code == 507
    assert f'<h1>{NO_ROOM}</h1>' in answer.text
    assert '<div class="big-pictogram"><svg' in answer.text
    assert set((server.data / 'compasses').iterdir()) == compasses
    assert visitor.posts('/nieuw').status_code == 303


def test_small_changes_go_on(owner: Owner) -> None:
    photo, helper = has_sent(owner), Worker(owner)
    with nearly_full(owner.server.folder, free=FLOOR - 1, files=FILES - 1):
        owner.taps('wens', 'werk', 'rust')
        owner.writes('wens', 'een kleine tuin')
        owner.taps('nieuwe-stap', 'koken of bakken')
        assert sees(owner, photo)
        assert Stranger(owner.server).enters(owner.on_disk.sheet_token).status_code == 303
        ends_other_keys(owner, devices_too=True)
        assert helper.opens(f'/kompas/{owner.id}').status_code == 404
        with share_screen(owner) as (page, line):
            wipes_everything(owner, page, line)


def test_who_runs_the_machine_is_told_once(server: Machine) -> None:
    owner = Owner(server)
    before = len(server.log)
    with nearly_full(server.folder, free=FLOOR - 1):
        for _ in range(5):
            assert sends(owner, made('foto')).status_code == 507
            assert Stranger(server).posts('/nieuw').status_code == 507
    has_sent(owner)
    said = server.log[before:].splitlines()
    assert sum('The disk is nearly full' in line for line in said) == 1, said
    assert sum('There is room on the disk again' in line for line in said) == 1, said
    assert not any('could not' in line for line in said), said


def test_just_above_the_floor_all_is_taken(owner: Owner) -> None:
    with nearly_full(owner.server.folder, free=FLOOR * 2, files=FILES * 2):
        has_sent(owner)
