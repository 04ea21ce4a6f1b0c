"""How many come in: of one network, and in all; and that silence keeps nobody out."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest
from websockets.sync.client import connect

from model.access.limits import WIDER
from tests.unit.http.connection.serving import Serving, eventually, is_ended, speaks
from ui.http.connection.bounds import Bounds
from ui.http.connection.crowd import Phase
from ui.http.connection.everyone import Everyone

Begins = Callable[..., Serving]
ASK = b'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
HELD = ASK.replace(b'/', b'/held', 1)


@dataclass(eq=False)
class Somebody:
    """A connection of which only the count matters."""

    everyone: Everyone
    phase: Phase = Phase.WAITS
    kept: int = 0
    taken_at: float = 0
    is_cut: bool = False
    looked_at: list[float] = field(default_factory=list)

    def cut(self) -> None:
        self.is_cut = True
        self.everyone.leave(self)

    def look(self, now: float) -> None:
        self.looked_at.append(now)


def comes(everyone: Everyone, address: str, phase: Phase = Phase.BUSY) -> Somebody | None:
    one = Somebody(everyone, phase)
    return one if everyone.admit(one, address) else None


@pytest.fixture
def everyone(monkeypatch: pytest.MonkeyPatch) -> Everyone:
    monkeypatch.setattr(Everyone, '_go_on_looking', lambda _: None)
    return Everyone(100, Bounds(of_network=3), '192.0.2.1,2001:db8:ffff::/48')


@pytest.mark.parametrize('address', ['198.51.100.1', '::ffff:198.51.100.1', '2001:db8:1:2::5', '', 'nonsense'])
def test_a_network_has_its_number_and_another_has_its_own(everyone: Everyone, address: str) -> None:
    came = [comes(everyone, address) for _ in range(5)]
    assert [one is not None for one in came] == [True] * 3 + [False] * 2
    assert comes(everyone, '198.51.100.2')
    everyone.leave(came[0])  # type: ignore[arg-type]
    assert comes(everyone, address)


def test_the_networks_around_a_household_have_a_number_too(everyone: Everyone) -> None:
    came = [comes(everyone, f'2001:db8:1:{number:x}::1') for number in range(20)]
    assert sum(one is not None for one in came) == 3 * WIDER
    assert comes(everyone, '2001:db8:2::1')


@pytest.mark.parametrize('address', ['192.0.2.1', '2001:db8:ffff:1::1'])
def test_behind_a_proxy_are_many_networks(everyone: Everyone, address: str) -> None:
    assert all(comes(everyone, address) for _ in range(100))
    assert not comes(everyone, address)
    assert not comes(everyone, '198.51.100.1')


def test_who_asks_nothing_makes_room_for_who_comes_then_who_takes_nothing_then_who_brings(everyone: Everyone) -> None:
    order = [Phase.BRINGS, Phase.WAITS, Phase.BUSY, Phase.STUCK, Phase.WAITS]
    everyone = Everyone(len(order), Bounds())
    first = [comes(everyone, '198.51.100.1', phase) for phase in order]
    gone = []
    for _ in range(4):
        assert comes(everyone, '198.51.100.1')
        gone += [index for index, one in enumerate(first) if one and one.is_cut and index not in gone]
    assert gone == [1, 4, 3, 0]
    assert not comes(everyone, '198.51.100.1')
    assert len(everyone) == len(order)


def test_the_one_that_asks_nothing_for_the_longest_goes_first(everyone: Everyone) -> None:
    first, second, third = (comes(everyone, '198.51.100.1', Phase.WAITS) for _ in range(3))
    assert first and second and third
    everyone.move(first, Phase.BUSY)
    everyone.move(first, Phase.WAITS)
    assert comes(everyone, '198.51.100.1')
    assert [first.is_cut, second.is_cut, third.is_cut] == [False, True, False]


def test_nobody_is_counted_twice_or_for_ever(everyone: Everyone) -> None:
    came = [one for number in range(9) if (one := comes(everyone, f'2001:db8:1:{number}::1', Phase.WAITS))]
    for one in came:
        for phase in Phase:
            everyone.move(one, phase)
        everyone.leave(one)
        everyone.leave(one)
        everyone.move(one, Phase.WAITS)
    assert len(everyone) == 0
    assert everyone.networks == set()


# over a network


def test_a_person_gets_in_beside_those_who_say_nothing(serving: Begins) -> None:
    server = serving(most=50)
    with ExitStack() as stack:
        silent = [stack.enter_context(server.connects()) for _ in range(60)]
        for line in silent[50:]:
            line.sendall(b'GET / HTTP/1.1\r\nX:')
        eventually(lambda: server.count == 50)
        for _ in range(5):
            assert server.says(ASK).startswith(b'HTTP/1.1 200 ')
        assert all(map(is_ended, silent[:10]))
    eventually(lambda: server.count == 0)


def test_a_person_gets_in_beside_bodies_that_never_end(serving: Begins) -> None:
    server = serving(most=20)
    with ExitStack() as stack:
        for _ in range(30):
            line = stack.enter_context(server.connects())
            line.sendall(b'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n')
        eventually(lambda: server.phases[Phase.BRINGS] == 20)
        assert server.says(ASK).startswith(b'HTTP/1.1 200 ')


def test_who_waits_for_an_answer_is_not_sent_away_but_who_comes_is(serving: Begins) -> None:
    server = serving(Bounds(of_network=5))
    with ExitStack() as stack:
        held = [stack.enter_context(server.connects()) for _ in range(5)]
        for line in held:
            line.sendall(HELD)
        eventually(lambda: server.phases[Phase.BUSY] == 5)
        assert server.says(ASK) == b''
        with server.connects('127.0.0.2') as another:
            assert speaks(another, ASK).startswith(b'HTTP/1.1 200 ')
        server.release()
        assert all(speaks(line).startswith(b'HTTP/1.1 200 ') for line in held)
    eventually(lambda: server.count == 0)
    assert server.says(ASK).startswith(b'HTTP/1.1 200 ')


def test_a_websocket_counts_as_the_connection_it_began_as(serving: Begins) -> None:
    server = serving(Bounds(of_network=3))
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(connect(f'ws://127.0.0.1:{server.port}/', proxy=None))
        assert server.phases == {Phase.BUSY: 3}
        assert server.says(ASK) == b''
    eventually(lambda: server.count == 0)
    assert server.everyone.networks == set()
    assert server.says(ASK).startswith(b'HTTP/1.1 200 ')


def test_after_whatever_came_nothing_is_counted(serving: Begins) -> None:
    server = serving()
    for said in (ASK, b'', b'nonsense\r\n\r\n', b'GET /' + b'x' * 99_999, HELD, ASK.replace(b'close', b'upgrade')):
        with server.connects() as line:
            line.sendall(said)
        with server.connects() as line:
            line.sendall(said)
            line.close()
    eventually(lambda: server.count == 0)
    assert server.everyone.networks == set()
