"""A drawing is kept: small, once, also where the line was bad."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Request, Route, expect

from tests.browser.cast.made.drawings import (
    ACROSS,
    DOWN,
    INK,
    PUT,
    WHITE,
    drawings,
    is_put,
    keeps,
    sits_down,
)
from tests.browser.cast.made.hand import Hand
from tests.browser.cast.person import Person
from tests.browser.conftest import PHONE
from tests.server import Server

NOT_SENT = 'Versturen lukt nu niet. Je tekening staat nog hier.'


@pytest.mark.expects('answer: 410 PUT', why='its place is gone')
def test_a_place_that_is_gone_gets_a_plain_sentence_and_the_drawing_stays(owner: Person, server: Server) -> None:
    owner.begins()
    hand = sits_down(owner, 'strength.0123abcd')
    hand.draws(*ACROSS)
    owner.taps_button('Bewaar')
    owner.sees('Dit is net weggehaald.')
    assert hand.colour_at(300, 500) == INK
    hand.draws(*DOWN)
    owner.sees_nothing_of('Dit is net weggehaald.')
    assert hand.colour_at(500, 300) == INK
    assert not drawings(server, owner)


@pytest.mark.long
@pytest.mark.expects('ERR_FAILED PUT', why='it does not arrive')
def test_without_network_the_drawing_waits_and_is_kept_once(
    new_person: Callable[..., Person], own_server: Server
) -> None:
    sam = new_person(PHONE, own_server.url)
    sam.begins()
    hand = sits_down(sam)
    hand.draws(*ACROSS)
    easel = sam.page.locator('.easel')
    expect(easel).to_have_attribute('data-patience', '180')
    easel.evaluate('(easel) => { easel.dataset.patience = 2; }')
    sam.page.route(PUT, lambda route: route.abort())
    sam.taps_button('Bewaar')
    sam.sees('Even wachten op het netwerk')
    hand.draws(*DOWN)  # not now: it is on its way
    sam.sees(NOT_SENT)
    assert hand.colour_at(300, 500) == INK
    assert hand.colour_at(500, 300) == WHITE
    sam.page.unroute(PUT)
    keeps(sam)
    assert len(drawings(own_server, sam)) == 1


@pytest.mark.expects('ERR_FAILED PUT', why='its answer got lost')
def test_a_drawing_whose_answer_got_lost_is_kept_once(owner: Person, hand: Hand, server: Server) -> None:
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        route.fetch()
        lost.append(route.request.url)
        if len(lost) > 1:
            route.continue_()
        else:
            route.abort()

    hand.draws(*ACROSS)
    owner.page.route(PUT, lose_the_first)
    owner.taps_button('Bewaar')
    owner.sees_title('Mijn album')
    assert len(lost) == 2
    assert len(drawings(server, owner)) == 1


def test_two_taps_keep_it_once(owner: Person, hand: Hand, server: Server) -> None:
    sent: list[Request] = []
    owner.page.on('request', lambda request: sent.append(request) if is_put(request) else None)
    hand.draws(*ACROSS)
    owner.button('Bewaar').dblclick()
    owner.sees_title('Mijn album')
    assert len(sent) == len(drawings(server, owner)) == 1


def test_the_next_drawing_begins_on_an_empty_sheet(owner: Person, hand: Hand, server: Server) -> None:
    hand.draws(*ACROSS)
    keeps(owner)
    with owner.without_a_reload():
        owner.taps_link('Tekenen')
        again = Hand(owner)
        assert again.inked() == 0
        again.draws(*DOWN)
        keeps(owner)
    assert len(drawings(server, owner)) == 2


@pytest.mark.long
def test_an_hour_of_scribbling_stays_small_and_is_kept(owner: Person, hand: Hand, server: Server) -> None:
    hand.scribbles(strokes=700, points=150)
    inked = hand.inked()
    with owner.page.expect_request(PUT) as request:
        owner.taps_button('Bewaar')
    owner.sees_title('Mijn album')
    body = request.value.post_data_buffer or b''
    points = sum(len(one['points']) for one in json.loads(body)['strokes'])
    assert inked > 0.5
    assert 10_000 < points <= 40_000
    assert len(body) < 700_000
    assert len(drawings(server, owner)[0]) < 400_000


@pytest.mark.long
def test_a_full_sheet_says_so_and_can_be_kept(owner: Person, hand: Hand, server: Server) -> None:
    hand.scribbles(strokes=4000, points=0)
    hand.draws(*ACROSS)
    owner.sees('Je blad is vol. Bewaar je tekening.')
    assert len(keeps(owner)['strokes']) == 4000
    assert len(drawings(server, owner)) == 1
