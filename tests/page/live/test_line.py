"""The line of a page: tested seldom, and each tap is heard once and in its turn (P26, P39)."""

import json

from tests.page.cast.people.person import Owner

SELDOM = 20_000
"""Milliseconds between two tests of a line, at least."""


def wishes(owner: Owner) -> list[str]:
    return [wish['answer']['tile'] for wish in owner.on_disk.document['wishes']['items']]


def test_a_line_is_tested_seldom_and_not_given_up_at_a_stutter(owner: Owner) -> None:
    with owner.socket(owner.page()) as line:
        assert line.opening['pingInterval'] >= SELDOM
        assert line.opening['pingTimeout'] >= SELDOM / 2


def test_a_tap_that_is_said_again_is_done_once(owner: Owner) -> None:
    page = owner.page('wens')
    tile = page.listener('werk')
    tap = {'id': tile.element, 'client_id': page.client_id, 'listener_id': tile.id, 'args': [], 'number': 1}
    with owner.socket(page, tab_id='one') as line:
        for _ in range(2):
            assert line.asks('event', tap) is None
    with owner.socket(page, tab_id='one', next_message_id='0') as line:  # over the line that came after
        assert line.asks('event', tap) is None
        assert wishes(owner) == ['work']
        assert line.asks('event', tap | {'number': 2}) is None
        assert wishes(owner) == []


def test_a_tap_is_done_when_it_is_said_to_be_heard(owner: Owner) -> None:
    page = owner.page('wens')
    tiles = [page.listener(word) for word in ('werk', 'rust')]
    with owner.socket(page) as line:
        for number, tile in enumerate(tiles, 1):
            tap = {'id': tile.element, 'client_id': page.client_id, 'listener_id': tile.id, 'number': number}
            line.asks('event', tap)
            assert len(wishes(owner)) == number


def test_a_tap_before_the_handshake_is_not_said_to_be_heard(owner: Owner) -> None:
    page = owner.page('wens')
    tile = page.listener('werk')
    tap = {'id': tile.element, 'client_id': page.client_id, 'listener_id': tile.id, 'number': 1}
    with owner.socket(page, shakes_hands=False) as line:
        line.writes('427' + json.dumps(['event', tap]))
        claim = {'client_id': page.client_id, 'tab_id': 't', 'document_id': 'd'}
        assert line.asks('handshake', claim) is True
        assert line.answered == ['0']
        assert line.asks('event', tap) is None
    assert wishes(owner) == ['work']
