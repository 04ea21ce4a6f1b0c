"""Who leaves the desk leaves nothing to see."""

import pytest

from tests.page.cast.at_desk import Desk, Guest
from tests.page.cast.at_door import DOOR
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.socket import Refused


def test_signing_out_wipes_every_open_desk_of_that_browser(noor: Colleague, sam: Guest) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        noor.signs_out()
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert line.is_cut_within(2)
    assert noor.opens('/werk').headers['location'] == DOOR


def test_a_tablet_that_is_handed_over_shows_no_desk(noor: Colleague, sam: Guest) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        assert noor.posts('/werk/tablet', kompas=sam.id).status_code == 303
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
        assert line.is_cut_within(2)
    assert noor.opens('/werk').headers['location'] == DOOR
    with pytest.raises(Refused), noor.socket(desk.page):
        pass


def test_a_desk_of_a_key_that_ended_unheard_goes_blank_at_the_next_change(noor: Colleague, sam: Guest) -> None:
    desk = Desk(noor)
    with noor.socket(desk.page) as line:
        sam.on_disk.rewrite_key(noor.session['worker'], seen='2020-01-01T00:00:00+01:00')
        sam.says_something()
        line.hears('run_javascript', 'kompas.wipe(', seconds=2)
