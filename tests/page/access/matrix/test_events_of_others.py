"""Every event listener of every screen, for workers and for who has nothing to do with the compass."""

import pytest

from model.compass.compass import Compass
from model.compass.part import EVERY_PART, Part
from tests.page.access.matrix.cast import WORKERS, Cast
from tests.page.access.matrix.deeds import held
from tests.page.access.matrix.screens import dealt, hidden_words, screens
from tests.page.access.matrix.taps import trigger_all
from tests.page.cast.outsiders import everyone_elses_events
from tests.page.cast.people.live_page import Page
from tests.patience import eventually
from tests.soak import rounds, share

OUTSIDE = ['other', 'unknown']
"""Who has a key, but of another compass, and who has none. In a sample they share the screens, as the workers do."""


@pytest.mark.parametrize('name', WORKERS)
def test_no_event_of_any_screen_of_a_worker_reaches_further_than_what_is_shared(cast: Cast, name: str) -> None:
    one, on_disk, parts = cast.one(name), cast.owner.on_disk, cast.parts[name]
    closed, asked = EVERY_PART - parts, [cast.photo]
    before = held(on_disk, closed)
    triggered = 0
    every = {**screens(cast), **dict.fromkeys(('doorgeven',), Part.STEPS)}
    for screen in dealt(every, {one: cast.parts[one] for one in WORKERS}, name):
        page = Page(one.opens(f'/kompas/{one.id}/{screen}'.rstrip('/')))
        triggered += len(page.listeners)
        if screen in {'delen', 'doorgeven'}:
            continue  # a new sheet for who lost theirs, and a question to the person: in `overreach`
        heard = trigger_all(one, page)
        for words in hidden_words(parts):
            assert words not in heard, screen
        assert on_disk.file.exists(), screen
        for part_closed, holds in held(on_disk, closed).items():
            assert holds == before[part_closed], (screen, part_closed)
        left = [photo.id for photo in Compass.model_validate(on_disk.document).album.asked]
        assert left == asked or screen == f'foto/{cast.photo}', screen
        asked = left
    assert triggered > rounds(40, 20)


@pytest.mark.parametrize('name', OUTSIDE)
def test_no_event_of_an_outsider_is_heard_on_any_screen(cast: Cast, name: str) -> None:
    outsider = cast.one(name)
    own = '/werk' if name == 'unknown' else f'/kompas/{cast.other.id}'
    for screen in share(screens(cast), OUTSIDE.index(name), len(OUTSIDE)):
        page = cast.owner.page(screen)
        before = cast.owner.on_disk.bytes
        with cast.owner.socket(page), outsider.socket(Page(outsider.opens(own))) as line:
            for event, message in everyone_elses_events(page):
                line.says(event, message)
            line.settles()
        assert cast.owner.on_disk.bytes == before, screen


def test_an_event_that_is_allowed_does_reach_the_compass(cast: Cast) -> None:
    page = cast.sees_steps.page('nieuwe-stap')
    tile = page.listener('wandelen')
    with cast.sees_steps.socket(page) as line:
        before = len(cast.owner.on_disk.document['steps']['items'])
        line.triggers(page.client_id, tile.element, tile.id)
        eventually(lambda: len(cast.owner.on_disk.document['steps']['items']) == before + 1)
