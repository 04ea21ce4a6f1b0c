"""A worker who wants more, of a person who shared less."""

import pytest

from tests.page.cast.at_desk import Guest
from tests.page.cast.overreaching import Tablet, opens
from tests.page.cast.people.colleague import Colleague, coordinator_of


def test_who_sees_only_the_steps_does_not_get_the_rest_by_handing_the_tablet_to_nobody(
    noor: Colleague, sam: Guest
) -> None:
    sam.taps('meekijken', 'Alleen mijn stappen')
    assert 'action="/werk/tablet"' not in noor.opens(f'/kompas/{sam.id}').text
    assert noor.posts('/werk/tablet', kompas=sam.id).status_code == 404
    assert noor.opens(f'/kompas/{sam.id}/wens').status_code == 404


@pytest.mark.parametrize('reach', ['Alleen mijn stappen', 'Niets'])
def test_a_tablet_that_was_handed_to_nobody_ends_when_the_person_shows_less(
    tablet: Tablet, sam: Guest, reach: str
) -> None:
    assert opens(tablet, 'wens')
    sam.taps('meekijken', reach)
    assert not opens(tablet, 'wens')


def test_it_ends_with_the_account_too(tablet: Tablet, sam: Guest) -> None:
    coordinator_of(sam.server).posts('/werk/team/uit', wie=sam.colleague_id)
    assert not opens(tablet, 'wens')


def test_whoever_opens_an_invitation_sent_again_finds_an_empty_desk(noor: Colleague, sam: Guest) -> None:
    file = noor.server.data / 'workers' / f'{sam.colleague_id}.json'
    assert sam.id in file.read_text()
    coordinator_of(noor.server).posts('/werk/team/opnieuw', wie=sam.colleague_id)
    assert sam.id not in file.read_text()
