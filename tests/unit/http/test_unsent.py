"""The queue of a line that takes nothing has an end."""

import asyncio

from engineio.packet import MESSAGE, Packet

from ui.http.unsent import MOST_BYTES, Unsent


def message(size: int) -> Packet:
    return Packet(MESSAGE, data='x' * size)


def test_what_is_taken_makes_room() -> None:
    async def scene() -> None:
        queue = Unsent()
        for _ in range(10):
            await queue.put(message(MOST_BYTES // 2))
            await queue.put(message(MOST_BYTES // 2))
            assert await queue.get() is not None
            assert await queue.get() is not None

    asyncio.run(scene())


def test_a_line_that_takes_nothing_is_ended_and_keeps_nothing() -> None:
    async def scene() -> None:
        queue = Unsent()
        for _ in range(10):
            await queue.put(message(MOST_BYTES // 2))
        assert queue.qsize() == 1
        assert await queue.get() is None
        queue.task_done()
        await queue.put(message(1))
        assert queue.empty()
        await asyncio.wait_for(queue.join(), 1)

    asyncio.run(scene())


def test_who_waits_for_something_to_say_is_woken_by_the_end() -> None:
    async def scene() -> None:
        queue = Unsent()
        waiting = asyncio.create_task(queue.get())
        await asyncio.sleep(0)
        await queue.put(message(MOST_BYTES + 1))
        assert await waiting is None

    asyncio.run(scene())
