"""Many at once: one password is looked at, and a flood keeps nobody else waiting."""

import asyncio
import threading
import time

import pytest

from model.access.refusals import NotSignedIn
from model.one_at_a_time import WAITING, Busy, Place
from model.workers import password as passwords
from tests.patience import within
from tests.unit.access.workers.cast import PASSWORD
from tests.unit.access.workers.sign_in.cast import is_refused, until


async def test_of_a_hundred_at_once_one_is_looked_at_twenty_wait_and_the_others_come_back(
    sign_in, noor, now, monkeypatch
):
    busy, most, go = [], [], threading.Event()

    def looking(*_):
        busy.append(threading.get_ident())
        most.append(len(busy))
        go.wait(30)
        busy.pop()
        return False

    monkeypatch.setattr(passwords, 'matches', looking)
    attempts = [asyncio.create_task(sign_in.by_password('noor', PASSWORD, '123456', now)) for _ in range(100)]
    await until(lambda: sum(one.done() for one in attempts) == 79)
    go.set()
    ends = [type(end) for end in await asyncio.gather(*attempts, return_exceptions=True)]
    assert (ends.count(NotSignedIn), ends.count(Busy)) == (1 + WAITING, 79)
    assert set(most) == {1}
    assert len(most) == 21
    assert await is_refused(sign_in.by_password('noor', PASSWORD, '123456', now))  # and then there is room again


async def test_a_flood_from_one_place_keeps_nobody_from_another_waiting(sign_in, noor, now, monkeypatch):
    looked, go, real = [], threading.Event(), passwords.matches

    def looking(password, *args):
        looked.append(password)
        go.wait(30)
        return real(password, *args)

    monkeypatch.setattr(passwords, 'matches', looking)
    flood = [
        asyncio.create_task(sign_in.by_password('noor', 'wrong', '', now, Place('2001:db8:1::/48'))) for _ in range(300)
    ]
    await until(lambda: looked and sum(one.done() for one in flood) == 279)
    hers = asyncio.create_task(sign_in.by_password('noor', PASSWORD, noor.code(now), now, Place('192.0.2.7')))
    await asyncio.sleep(0)
    go.set()
    assert (await hers).id == noor.id
    assert looked.index(PASSWORD) <= 2
    await asyncio.gather(*flood, return_exceptions=True)


@pytest.mark.full_cost
async def test_the_others_go_on_while_a_password_is_looked_at(sign_in, noor, now):
    attempts = asyncio.gather(
        *(sign_in.by_password('noor', 'wrong', '', now) for _ in range(5)), return_exceptions=True
    )
    waited = []
    while not attempts.done():
        began = time.perf_counter()
        await asyncio.sleep(0)
        waited.append(time.perf_counter() - began)
    assert len(waited) > 100
    assert sorted(waited)[len(waited) * 95 // 100] < within(0.05)


async def test_who_goes_away_while_waiting_leaves_the_place_to_another(sign_in, noor, now, monkeypatch):
    go, looked = threading.Event(), []

    def looking(*_):
        looked.append(go.wait(30))

    monkeypatch.setattr(passwords, 'matches', looking)
    waiting = [asyncio.create_task(sign_in.by_password('noor', '', '', now)) for _ in range(1 + WAITING)]
    await asyncio.sleep(0)  # each of them stands in line now
    with pytest.raises(Busy):
        await sign_in.by_password('noor', '', '', now)
    for task in waiting[1:]:
        task.cancel()
    await asyncio.wait(waiting[1:])
    another = asyncio.create_task(sign_in.by_password('noor', '', '', now))
    await asyncio.sleep(0)
    assert not another.done()
    go.set()
    assert await is_refused(another)
    assert looked == [True, True]  # the first and the last; nobody's work was done for those who left


async def test_who_goes_away_while_being_looked_at_lets_no_second_begin(sign_in, noor, now, monkeypatch):
    at_once, most, go = [], [], threading.Event()

    def looking(*_):
        at_once.append(1)
        most.append(len(at_once))
        go.wait(30)
        at_once.pop()

    monkeypatch.setattr(passwords, 'matches', looking)
    first = asyncio.create_task(sign_in.by_password('noor', '', '', now))
    await until(lambda: most)
    first.cancel()
    second = asyncio.create_task(sign_in.by_password('noor', '', '', now))
    await asyncio.sleep(0.05)  # long enough to begin, if it were not held back
    go.set()
    assert await is_refused(second)
    assert most == [1, 1]
