"""Slow work in turn, and who stands where in the line."""

import asyncio
import threading

import pytest

from model.one_at_a_time import NO_PLACE, WAITING, Busy, OneAtATime, Place


@pytest.fixture
async def line():
    """Whose first job goes on until the test says so."""
    line = Line()
    await line.begins()
    yield line
    line.go.set()
    line.slow.close()


class Line:
    def __init__(self):
        self.slow = OneAtATime('test')
        self.go = threading.Event()
        self.done = []
        self.tasks = []

    async def begins(self):
        self.tasks.append(asyncio.create_task(self.slow.do(NO_PLACE, self.go.wait, 30)))
        await asyncio.sleep(0)

    async def joins(self, network, times=1, *, known=False):
        """So many of one network stand in line; returns the last."""
        for number in range(times):
            work = self.slow.do(Place(network, known), self.done.append, f'{network}{number}' if times > 1 else network)
            self.tasks.append(asyncio.create_task(work))
            await asyncio.sleep(0)
        return self.tasks[-1]

    async def ends(self):
        """All that was done, in order, and how many were sent away."""
        self.go.set()
        ends = await asyncio.gather(*self.tasks, return_exceptions=True)
        return self.done, sum(isinstance(one, Busy) for one in ends)


async def test_it_returns_and_raises_what_the_work_does():
    slow = OneAtATime('test')
    assert await slow.do(NO_PLACE, divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        await slow.do(NO_PLACE, divmod, 7, 0)
    assert await slow.do(NO_PLACE, divmod, 8, 2) == (4, 0)
    slow.close()


async def test_networks_come_in_turn_whoever_asked_first(line):
    await line.joins('a', 3)
    await line.joins('b', 2)
    await line.joins('c')
    assert await line.ends() == (['a0', 'b0', 'c', 'a1', 'b1', 'a2'], 0)


async def test_a_network_that_fills_the_line_makes_place_for_another(line):
    await line.joins('flood', WAITING)
    await line.joins('a')
    await line.joins('b')
    done, sent_away = await line.ends()
    assert done[:3] == ['flood0', 'a', 'b']
    assert (len(done), sent_away) == (WAITING, 2)
    assert 'flood17' in done
    assert 'flood18' not in done, 'the newest goes first'


async def test_the_network_with_the_most_waiting_is_refused_itself(line):
    await line.joins('a', WAITING - 1)
    await line.joins('b')
    with pytest.raises(Busy):
        await (await line.joins('a'))
    assert (await line.ends())[1] == 1


async def test_when_all_have_one_waiting_nobody_is_sent_away_for_a_newcomer(line):
    for number in range(WAITING):
        await line.joins(str(number))
    with pytest.raises(Busy):
        await (await line.joins('newcomer'))


async def test_whoever_came_in_before_goes_before_a_crowd_of_strangers(line):
    for number in range(WAITING):
        await line.joins(str(number))
    await line.joins('office', known=True)
    done, sent_away = await line.ends()
    assert (done[0], sent_away) == ('office', 0)


async def test_a_crowd_of_known_places_is_a_line_too(line):
    await line.joins('office', WAITING, known=True)
    with pytest.raises(Busy):
        await (await line.joins('office', known=True))
    await line.joins('home')
    assert (await line.ends())[0][-1] == 'home'


async def test_who_leaves_in_the_moment_their_turn_comes_passes_it_on(line):
    first, second = await line.joins('a'), await line.joins('b')
    line.go.set()
    while not line.tasks[0].done():
        await asyncio.sleep(0.001)
    first.cancel()
    await second
    assert line.done[-1] == 'b'
    assert await line.slow.do(NO_PLACE, divmod, 7, 2) == (3, 1)


async def test_who_went_away_before_is_passed_over(line):
    first, second = await line.joins('a'), await line.joins('a')
    first.cancel()
    await asyncio.wait([first])
    line.go.set()
    await second
    assert line.done == ['a']


async def test_closing_ends_those_who_wait(line):
    waiting = await line.joins('a')
    line.slow.close()
    with pytest.raises(asyncio.CancelledError):
        await waiting
