"""What a network or a compass may use in a day: beyond it there is one plain sentence, and others go on."""

from collections.abc import Callable

import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger
from tests.page.cast.sending import WEBM, has_sent, is_whole, kept, new_id, sends, words_of

ENOUGH = 'Voor vandaag is het genoeg. Morgen kan het weer.'
OFFICE = {'X-Forwarded-For': '203.0.113.7'}


def test_a_network_begins_only_so_many_compasses(server_with: Callable[..., Machine]) -> None:
    server = server_with(COMPASSES=3)
    answers = [Stranger(server, **OFFICE).posts('/nieuw') for _ in range(5)]
    assert [answer.status_code for answer in answers] == [303] * 3 + [429] * 2
    assert f'<h1>{ENOUGH}</h1>' in answers[-1].text
    assert '<div class="big-pictogram"><svg' in answers[-1].text
    assert len(list((server.data / 'compasses').iterdir())) == 3
    assert Stranger(server).posts('/nieuw').status_code == 303


@pytest.mark.parametrize('budget', ['RECEIVED_OF_ONE', 'KEPT_OF_ONE'])
def test_a_compass_takes_in_only_so_much_and_the_others_of_its_network_go_on(
    server_with: Callable[..., Machine], budget: str
) -> None:
    server = server_with(**{budget: 2 * len(WEBM)})
    greedy, neighbour = Owner(server, **OFFICE), Owner(server, **OFFICE)
    first = [has_sent(greedy, WEBM, 'stem') for _ in range(2)]
    answer = sends(greedy, WEBM, 'stem')
    assert (answer.status_code, words_of(answer)) == (507, ENOUGH)
    assert len(kept(greedy.on_disk)) == len(first)
    assert is_whole(greedy.on_disk)
    greedy.taps('wens', 'werk')
    has_sent(neighbour, WEBM, 'stem')


@pytest.mark.parametrize('budget', ['RECEIVED', 'KEPT'])
def test_a_network_takes_in_only_so_much_with_however_many_compasses(
    server_with: Callable[..., Machine], budget: str
) -> None:
    server = server_with(**{budget: 3 * len(WEBM)})
    crowd, elsewhere = [Owner(server, **OFFICE) for _ in range(5)], Owner(server)
    answers = [sends(one, WEBM, 'stem') for one in crowd]
    assert [answer.status_code for answer in answers] == [200] * 3 + [507] * 2
    assert words_of(answers[-1]) == ENOUGH
    has_sent(elsewhere, WEBM, 'stem')


def test_what_was_refused_can_be_sent_again_with_the_same_id(server_with: Callable[..., Machine]) -> None:
    server, id = server_with(KEPT=len(WEBM)), new_id()
    owner = Owner(server, **OFFICE)
    has_sent(owner, WEBM, 'stem')
    assert sends(owner, WEBM, 'stem', id=id).status_code == 507
    owner.http.headers['X-Forwarded-For'] = '203.0.113.8'  # from home
    has_sent(owner, WEBM, 'stem', id=id)
    assert is_whole(owner.on_disk)
