"""A photo is what was chosen, whatever becomes of its file on the phone while it waits for a network."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.browser.cast import pictures_to_send as files
from tests.browser.cast.faults import LOST
from tests.browser.cast.person import Person
from tests.browser.cast.post import rings, sent, watch
from tests.browser.conftest import PHONE

AGAIN = 'Kies de foto nog eens.'
LEFT = '() => window.left.length > 0'
BECOMES: dict[str, Callable[[Path], object]] = {
    'another': lambda photo: photo.write_bytes(photo.read_bytes() + bytes(1)),
    'gone': lambda photo: photo.unlink(),
}


@pytest.fixture
def sam(new_person: Callable[..., Person]) -> Person:
    """At the photos; the scripts come from the network."""
    sam = new_person(PHONE, service_workers='block')
    sam.begins('fotos')
    watch(sam.page)
    return sam


@pytest.mark.parametrize('becomes', BECOMES.values(), ids=BECOMES)
@pytest.mark.expects(LOST, why='there is no network for a while')
def test_what_was_chosen_is_sent_also_when_its_file_is_another_by_then(
    becomes: Callable[[Path], object], sam: Person, tmp_path: Path
) -> None:
    photo = files.heic_photo(tmp_path / 'foto.heic')  # this browser cannot make it small, so it leaves as it is
    chosen = photo.read_bytes()
    sam.page.wait_for_load_state('networkidle')  # all scripts are there
    sam.page.context.set_offline(True)
    sam.button('Foto kiezen').set_input_files(photo)
    sam.awaits(LEFT)
    becomes(photo)
    sam.page.context.set_offline(False)
    sam.sees_title('Mag deze foto erbij?')
    assert {body.content for body in sent(sam.page)} == {chosen}


@pytest.mark.parametrize('becomes', BECOMES.values(), ids=BECOMES)
def test_a_file_that_cannot_be_read_any_more_is_asked_for_again(
    becomes: Callable[[Path], object], sam: Person, tmp_path: Path
) -> None:
    waiting: list[Route] = []
    sam.page.route(
        '**/capture/camera.js', lambda route: waiting.append(route)
    )  # on a slow line one chooses before the script is there
    photo, other = (files.small_photo(tmp_path / f'{colour}.jpg', colour) for colour in ('teal', 'gold'))
    with sam.page.expect_request('**/capture/camera.js'):
        sam.page.reload(wait_until='commit')
    sam.button('Foto kiezen').set_input_files(photo)
    becomes(photo)
    for route in waiting:
        route.continue_()
    sam.sees(AGAIN)
    expect(sam.button('Probeer opnieuw')).to_have_count(0)
    assert sent(sam.page) == []
    sam.taps_button('Weghalen')
    expect(rings(sam.page)).to_have_count(0)
    sam.button('Foto kiezen').set_input_files(other)
    sam.sees_title('Mag deze foto erbij?')
