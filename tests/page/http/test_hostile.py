"""Nonsense over the socket: nothing breaks, nothing slows down, nothing is kept."""

import json
import time
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed

from tests.page.cast.people.person import Owner
from tests.page.cast.socket import Refused
from tests.patience import within

FRAMES = [
    '42["event"]',
    '42["event",5]',
    '42["event",null]',
    '42["event",{}]',
    '42["event",{"client_id":["x"],"id":3}]',
    '42["handshake"]',
    '42["handshake",7]',
    '42["handshake",{}]',
    '42["ack",{}]',
    '42["log",{}]',
    '42["connect",{}]',
    '42["disconnect",{}]',
    '42["nope",{}]',
    '42',
    '4',
    '42[',
    '42{}',
    '45',
    '451-["event",{"_placeholder":true,"num":0}]',
    '452147483647-["event"]',
    '4' + '2' * 1000 + '["event",{}]',
    '6',
    '9',
    'z',
    '',
    '40/x,',
    '43999[1]',
    '42[["event"]]',
]
ABOUT_A_PAGE: list[dict[str, object]] = [
    {},
    {'id': 3},
    {'id': [1], 'listener_id': {}, 'args': ['{']},
    {'id': '3', 'listener_id': 'x', 'args': 7},
    {'id': 0, 'listener_id': None, 'args': [None]},
]


def latency(owner: Owner) -> float:
    began = time.monotonic()
    owner.opens('/gezond')
    return time.monotonic() - began


def still_works(owner: Owner) -> bool:
    owner.taps('wens', 'werk')
    return len(owner.on_disk.document['wishes']['items']) == 1


def test_a_malformed_frame_ends_at_most_its_own_line(owner: Owner) -> None:
    page = owner.page()
    for frame in FRAMES:
        with owner.socket(page, tab_id='one') as line:
            line.writes(frame)
            line.is_cut_within(0.02)
    assert still_works(owner)


def test_malformed_events_of_a_page_do_not_end_it(owner: Owner) -> None:
    page = owner.page('wens')
    tile = page.listener('werk')
    with owner.socket(page) as line:
        for message in ABOUT_A_PAGE:
            line.says('event', message | {'client_id': page.client_id})
        with owner.on_disk.changes():
            line.triggers(page.client_id, tile.element, tile.id)


@pytest.mark.parametrize(
    'address', [5, None, {'a': 1}, '', '//evil.example', 'javascript:alert(1)', '/' * 9999, '/a' * 48_000, '/../..']
)
def test_a_malformed_address_inside_a_page_does_not_end_it(owner: Owner, address: object) -> None:
    page = owner.page('wens')
    with owner.socket(page) as line:
        for kind in ('sub_pages_open', 'sub_pages_navigate'):
            listener = page.listener('', kind)
            line.triggers(page.client_id, listener.element, listener.id, address)
        line.triggers(page.client_id, page.listener('', 'kompas_stay').element, 'x')
        assert latency(owner) < 2
    assert 'evil.example' not in json.dumps([data for name, data in line.heard if name == 'open'])
    assert still_works(owner)


@pytest.mark.parametrize(
    'words',
    ['x' * 81, 'x' * 900_000, 'a' + '\u0345\u0301' * 40_000],
    ids=['too long', 'very long', 'endless accents'],
)
def test_long_words_get_a_plain_sentence_and_hold_nobody_up(owner: Owner, words: str) -> None:
    page = owner.page('wens')
    before = owner.on_disk.bytes
    with owner.socket(page) as line:
        began = time.monotonic()
        line.triggers(page.client_id, page.form.element, page.form.id, words)
        line.hears('update', 'Dat is te lang', seconds=30)
        assert time.monotonic() - began < within(2)
    assert owner.on_disk.bytes == before


@pytest.mark.parametrize('words', [5, None, [], {'a': 'b'}, ['x', 'y'], True, '', '   ', '\u202e', '\u0000'])
def test_words_that_are_none_do_no_harm(owner: Owner, words: object) -> None:
    page = owner.page('wens')
    with owner.socket(page) as line:
        line.triggers(page.client_id, page.form.element, page.form.id, words)
        with owner.on_disk.changes():
            tile = page.listener('werk')
            line.triggers(page.client_id, tile.element, tile.id)
    assert owner.page('wens').client_id
    assert all(isinstance(wish['answer'].get('words', ''), str) for wish in owner.on_disk.document['wishes']['items'])


def test_a_flood_of_taps_holds_nobody_up(owner: Owner, other: Owner) -> None:
    page, own = owner.page('wens'), other.page('wens')
    tile, mine = page.listener('werk'), own.listener('werk')
    with owner.socket(page) as line, other.socket(own) as theirs:
        for _ in range(30):
            line.triggers(page.client_id, tile.element, tile.id)
        began = time.monotonic()
        with other.on_disk.changes():
            theirs.triggers(own.client_id, mine.element, mine.id)
        assert time.monotonic() - began < within(5)


def test_what_went_wrong_on_a_line_tells_the_log_no_own_words(owner: Owner) -> None:
    page = owner.page('wens')
    with owner.socket(page) as line:
        line.triggers(page.client_id, page.form.element, page.form.id, 'diepgeheim' * 50)
        line.hears('update', 'Dat is te lang')
        line.says('log', {'client_id': page.client_id, 'level': 'error', 'message': 'diepgeheim'})
        bad = {'id': page.form.element, 'client_id': page.client_id, 'listener_id': 'x', 'args': ['"diepgeheim']}
        line.says('event', bad)
        assert latency(owner) < 2
    assert still_works(owner)
    assert 'diepgeheim' not in owner.server.log


@pytest.mark.long
def test_pages_that_nobody_opens_a_line_for_are_limited(owner: Owner) -> None:
    """Each holds memory for a minute."""
    assert any(owner.opens(f'/kompas/{owner.id}/erbij-horen').status_code == 429 for _ in range(200))


def test_what_is_kept_of_a_handshake_is_short(owner: Owner) -> None:
    page = owner.page('wens')
    with pytest.raises(Refused), owner.socket(page, tab_id='x' * 900):
        pass
    with owner.socket(page) as line:
        for long in ('client_id', 'tab_id', 'old_tab_id', 'document_id'):
            shown = {'client_id': page.client_id, 'tab_id': 'one'} | {long: 'x' * 100_000}
            assert line.asks('handshake', shown) is False
    assert still_works(owner)


def test_an_event_for_nobody_is_left_unheard(owner: Owner) -> None:
    page = owner.page('wens')
    tile = page.listener('werk')
    with owner.socket(page) as line:
        for element, listener in ((tile.element, 'unknown'), (10**9, tile.id), (-1, tile.id)):
            line.triggers(page.client_id, element, listener)
        with owner.on_disk.changes():
            line.triggers(page.client_id, tile.element, tile.id)


def test_binary_packets_are_not_kept(owner: Owner) -> None:
    """A frame that announces others would be kept with all of them until the last one came."""
    page = owner.page('wens')
    owner.opens('/gezond')
    before = owner.server.memory
    for announced in ('451-["event",{"_placeholder":true,"num":0}]', '459999-["event",{}]', '46999-[1]'):
        with owner.socket(page, tab_id='one') as line:
            with suppress(ConnectionClosed):
                for frame in (announced, *[bytes(900_000)] * 60):
                    line.writes(frame)
            assert line.is_cut_within(30)
            owner.opens('/gezond')
            assert owner.server.memory - before < 40, announced
    assert still_works(owner)
