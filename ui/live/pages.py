"""The live pages that are open, of which each takes room: so many for a key, for a network and in all."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from nicegui import Client

from model.access.limits import wide_network_of
from model.access.refusals import TooManyTries
from model.budgets import Budget
from model.turns import Place, Turns

BUILDING = 0.02
"""Seconds after which the next page may be built; one takes longer, and then the next is not begun before its end."""


@dataclass(frozen=True)
class Owner:
    """Whose a page is."""

    key_id: str
    network: str

    @classmethod
    def at(cls, address: str, key_id: str) -> 'Owner':
        """Who asks for a page from an address on the network."""
        return cls(key_id, wide_network_of(address))


class Pages:
    """Knows whose each page is. For another's, one is closed only of whoever has the most by far."""

    def __init__(self) -> None:
        self._owners: dict[Client, Owner] = {}
        """In the order in which they were opened."""
        self._leaving: dict[Client, Callable[[], None]] = {}
        self._turns = Turns(1, most=Budget.WAITING_PAGES.most, most_of_one=Budget.WAITING_PAGES_OF_ONE.most)

    async def wait(self, place: Place) -> None:
        """Returns when a page may be built; the next one after whatever else waits was done. Raises `Busy`.

        While one is built nobody's tap is heard, and a hundred that were asked for at once would be built in one go.
        """
        await self._turns.wait(place)
        due = asyncio.get_running_loop().time() + BUILDING
        asyncio.get_running_loop().call_at(due, self._pause, place, due)

    def _pause(self, place: Place, due: float) -> None:
        """Nothing was heard while the page was built: half as long nothing is built."""
        loop = asyncio.get_running_loop()
        loop.call_later((loop.time() - due) / 2, self._turns.end, place)

    def make_room(self, owner: Owner) -> None:
        """Before a page is built. Closes one where there are too many; raises `TooManyTries` where none may go."""
        if self._keys().get(owner.key_id, 0) >= Budget.PAGES_OF_ONE.most:
            self._close_own(owner.key_id)
        if self._networks()[owner.network] >= Budget.PAGES_OF_NETWORK.most:
            self._close_one_of(owner.network, spared=Budget.HANDFUL.most)
        if len(self._owners) >= Budget.PAGES.most:
            [(fullest, most)] = self._networks().most_common(1)
            self._close_one_of(fullest, spared=0 if most > Budget.CROWD.most else Budget.HANDFUL.most)

    def add(self, client: Client, owner: Owner, leave: Callable[[], None]) -> None:
        """A page was opened; `leave` wipes it and cuts its line."""
        self._owners[client], self._leaving[client] = owner, leave
        client.on_delete(lambda: self._forget(client))

    def _close_own(self, key_id: str) -> None:
        """Close the oldest page of a key that has no line."""
        lonely = [page for page in self._of(key_id) if not page.has_socket_connection]
        if not lonely:
            raise TooManyTries
        self._close(lonely[0])

    def _close_one_of(self, network: str, *, spared: int) -> None:
        """Close one of the key with the most pages on a network, when those are more than are spared.

        The oldest that has no line, else the oldest.
        """
        [(fullest, most)] = self._keys(network).most_common(1)
        if most <= spared:
            raise TooManyTries
        self._close(min(self._of(fullest, network), key=lambda page: page.has_socket_connection))

    def _close(self, page: Client) -> None:
        leave = self._leaving[page]
        self._forget(page)
        if page.has_socket_connection:
            leave()
            return
        for waits in page._delete_tasks.values():  # the framework would let go of it once more
            waits.cancel()
        page.delete()

    def _forget(self, page: Client) -> None:
        self._owners.pop(page, None)
        self._leaving.pop(page, None)

    def _of(self, key_id: str, network: str = '') -> list[Client]:
        return [
            page for page, owner in self._owners.items() if owner.key_id == key_id and network in {'', owner.network}
        ]

    def _keys(self, network: str = '') -> Counter[str]:
        return Counter(owner.key_id for owner in self._owners.values() if network in {'', owner.network})

    def _networks(self) -> Counter[str]:
        return Counter(owner.network for owner in self._owners.values())


pages = Pages()
"""Those of this process, as `Client.instances`."""
