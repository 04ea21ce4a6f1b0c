"""Turns at slow work: who goes first, who has to wait, and who is sent away."""

import asyncio

import pytest

from model.turns import Busy, Place, Turns


class Work:
    """Work of people on a few networks, of which each goes on until the test says so."""

    def __init__(self, at_once, *, most=100, most_of_one=None):
        self.turns = Turns(at_once, most=most, most_of_one=most_of_one)
        self.begun = []
        self.tasks = {}
        self._may_end = {}

    async def asks(self, *names, network='home'):
        """Work is asked for; of `ann1` and `ann2` the key is `ann`."""
        for name in names:
            self._may_end[name] = asyncio.Event()
            self.tasks[name] = asyncio.create_task(self._works(name, Place(network, key=name.rstrip('0123456789'))))
            await asyncio.sleep(0)

    async def _works(self, name, place):
        async with self.turns.turn(place):
            self.begun.append(name)
            await self._may_end[name].wait()

    async def ends(self, *names):
        for name in names:
            self._may_end[name].set()
            await self.tasks[name]
            await asyncio.sleep(0)

    async def ends_all(self):
        """End what goes on, one by one, until nothing waits; returns what began, in order."""
        for name in self.begun:  # grows meanwhile
            await self.ends(name)
        return self.begun


async def test_twelve_of_one_key_let_another_through_next():
    work = Work(1)
    await work.asks(*(f'slow{number}' for number in range(12)))
    await work.asks('other')
    await work.ends('slow0')
    assert work.begun == ['slow0', 'other']
    assert (await work.ends_all())[2:] == [f'slow{number}' for number in range(1, 12)]


async def test_of_one_key_one_is_made_at_a_time_though_there_is_room_for_more():
    work = Work(3)
    await work.asks('ann1', 'ann2', 'ann3', 'bob1')
    assert work.begun == ['ann1', 'bob1']
    await work.ends('bob1')
    assert work.begun == ['ann1', 'bob1']
    await work.ends('ann1')
    assert work.begun == ['ann1', 'bob1', 'ann2']


async def test_a_key_that_asks_from_many_networks_has_one_turn_all_the_same():
    work = Work(3)
    for number in range(5):
        await work.asks(f'ann{number}', network=str(number))
    assert work.begun == ['ann0']
    await work.asks('bob', network='elsewhere')
    assert work.begun == ['ann0', 'bob']


async def test_many_keys_of_one_network_let_another_network_through_next():
    work = Work(1)
    await work.asks(*'abcdefghijkl', network='crowd')
    await work.asks('other', network='home')
    await work.ends('a')
    assert work.begun == ['a', 'other']


async def test_keys_take_turns_and_so_do_networks():
    work = Work(1)
    await work.asks('now')
    await work.asks('ann1', 'ann2', 'ann3', 'bob1', 'bob2', network='office')
    await work.asks('cy1', 'cy2', network='school')
    assert await work.ends_all() == ['now', 'ann1', 'cy1', 'bob1', 'cy2', 'ann2', 'bob2', 'ann3']


async def test_one_key_may_have_only_so_many_waiting():
    work = Work(1, most_of_one=3)
    await work.asks('ann0', 'ann1', 'ann2', 'ann3', 'ann4', 'bob')
    with pytest.raises(Busy):
        await work.tasks['ann4']
    assert await work.ends_all() == ['ann0', 'bob', 'ann1', 'ann2', 'ann3']


async def test_a_full_line_sends_away_the_newest_of_the_key_and_the_network_with_the_most():
    work = Work(1, most=6)
    await work.asks('now', network='crowd')
    await work.asks('ann', 'bob1', 'bob2', 'bob3', network='crowd')
    await work.asks('cy1', 'cy2', network='home')
    await work.asks('dee', network='elsewhere')
    with pytest.raises(Busy):
        await work.tasks['bob3']
    assert set(await work.ends_all()) == {'now', 'ann', 'bob1', 'bob2', 'cy1', 'cy2', 'dee'}


async def test_in_a_full_line_whoever_has_none_waiting_takes_the_place_of_who_has_most_beside_them():
    work = Work(1, most=4)
    await work.asks('now', 'ann1', 'ann2', 'ann3', 'bob', 'cy')
    with pytest.raises(Busy):
        await work.tasks['ann3']
    assert set(await work.ends_all()) == {'now', 'ann1', 'ann2', 'bob', 'cy'}


async def test_who_leaves_keeps_nobody_waiting():
    work = Work(1)
    await work.asks('now', 'ann1', 'ann2', 'bob')
    for name in ('ann1', 'bob'):
        work.tasks[name].cancel()
    await asyncio.wait([work.tasks['ann1'], work.tasks['bob']])
    assert await work.ends_all() == ['now', 'ann2']


async def test_what_fails_gives_the_turn_on():
    turns = Turns(1, most=10)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            async with turns.turn(Place('home')):
                _ = 1 / 0
