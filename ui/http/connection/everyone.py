"""All connections of the server: who may come in, and who was silent for too long."""

import asyncio
from ipaddress import ip_address, ip_network

from model.access.limits import WIDER, network_of, wide_network_of
from ui.http.connection.bounds import LOOK_EVERY, Bounds
from ui.http.connection.crowd import Crowd, Member, Phase


class Everyone:
    """Counts connections, all together and by network, and looks at each of them every second while there are any.

    Those of a proxy that was named are of many networks: only their total is counted here. A proxy counts the others.
    """

    def __init__(self, most: int, bounds: Bounds | None = None, proxies: str = '') -> None:
        self.bounds = bounds or Bounds()
        self._proxies = [ip_network(proxy) for proxy in proxies.split(',') if proxy]
        self._all = Crowd(most)
        self._networks: dict[str, Crowd] = {}
        self._counted: dict[Member, list[str]] = {}
        """Each with the networks it counts for."""
        self._timer: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._counted)

    @property
    def members(self) -> list[Member]:
        """All that are counted."""
        return list(self._counted)

    @property
    def networks(self) -> set[str]:
        """Those that somebody is here from, as far as they are counted."""
        return set(self._networks)

    def admit(self, member: Member, address: str) -> bool:
        """Whether there is room for one more; then it is counted until it leaves, or is cut.

        Room is made of those who ask nothing, or not all of it: no silence keeps anybody out.
        """
        networks = self._networks_of(address)
        crowds = [self._all, *(self._networks[name] for name in networks if name in self._networks)]
        for crowd in crowds:
            if crowd.is_full:
                crowd.make_room()
            if crowd.is_full:
                return False
        self._counted[member] = networks
        for crowd in self._crowds_of(member):
            crowd.put(member)
        self._go_on_looking()
        return True

    def move(self, member: Member, phase: Phase) -> None:
        """It is in another phase now."""
        if member not in self._counted or phase is member.phase:
            return
        crowds = self._crowds_of(member)
        for crowd in crowds:
            crowd.take(member)
        member.phase = phase
        for crowd in crowds:
            crowd.put(member)

    def leave(self, member: Member) -> None:
        """It is counted no more, if it was."""
        if member not in self._counted:
            return
        for crowd in self._crowds_of(member):
            crowd.take(member)
        for name in self._counted.pop(member):
            if not self._networks[name]:
                del self._networks[name]

    def look(self, now: float) -> None:
        """End those whose time is over, and those that too much is kept for; `now` as their loop has it."""
        for member in self.members:
            member.look(now)
        self._keep_little()

    def _keep_little(self) -> None:
        slowest = sorted(self._counted, key=lambda member: (member.taken_at, -member.kept))
        kept = sum(member.kept for member in slowest)
        for member in slowest:
            if kept <= self.bounds.kept:
                return
            if member.kept:
                kept -= member.kept
                member.cut()

    def _networks_of(self, address: str) -> list[str]:
        if self._is_proxy(address):
            return []
        return list(dict.fromkeys([network_of(address), wide_network_of(address)]))

    def _is_proxy(self, address: str) -> bool:
        try:
            return any(ip_address(address) in proxy for proxy in self._proxies)
        except ValueError:
            return False

    def _crowds_of(self, member: Member) -> list[Crowd]:
        return [self._all, *(self._network(name, index) for index, name in enumerate(self._counted[member]))]

    def _network(self, name: str, index: int) -> Crowd:
        """That of a network itself, or of the wider one around it."""
        if name not in self._networks:
            self._networks[name] = Crowd(self.bounds.of_network * (WIDER if index else 1))
        return self._networks[name]

    def _go_on_looking(self) -> None:
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(LOOK_EVERY, self._look_around, loop)

    def _look_around(self, loop: asyncio.AbstractEventLoop) -> None:
        self._timer = None
        self.look(loop.time())
        if self._counted:
            self._go_on_looking()
