"""Who goes too fast has to wait, and nobody else does (P7)."""

from itertools import count

import pytest

from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger

_offices = (f'192.0.2.{number}' for number in count(1))
WRONG = 'A' * 22
PEOPLE = 30


@pytest.fixture
def office() -> dict[str, str]:
    """What a proxy says of everyone who sits behind one address that no other test has."""
    return {'X-Forwarded-For': next(_offices)}


def statuses(someone: Stranger, path: str, times: int) -> list[int]:
    return [someone.opens(path).status_code for _ in range(times)]


@pytest.mark.long
def test_while_one_guesses_keys_thirty_people_at_the_same_address_go_on(
    server: Machine, office: dict[str, str]
) -> None:
    people = [Owner(server, **office) for _ in range(PEOPLE)]
    guesser = Stranger(server, **office)
    for number, person in enumerate(people):
        assert guesser.enters(WRONG).status_code == (404 if number < 20 else 429)
        assert person.opens(f'/kompas/{person.id}').status_code == 200
        assert Stranger(server, **office).enters(person.on_disk.sheet_token).status_code == 303


@pytest.mark.long
def test_while_one_opens_pages_without_a_key_thirty_people_at_the_same_address_go_on(
    server: Machine, office: dict[str, str]
) -> None:
    people = [Owner(server, **office) for _ in range(PEOPLE)]
    nosy = Stranger(server, **office)
    assert statuses(nosy, f'/kompas/{people[0].id}/wens', 310) == [404] * 300 + [429] * 10
    assert [person.opens(f'/kompas/{person.id}/wens').status_code for person in people] == [200] * PEOPLE
    assert Stranger(server).opens(f'/kompas/{people[0].id}/wens').status_code == 404


def test_thirty_people_whose_key_has_ended_are_told_so_without_waiting(server: Machine, office: dict[str, str]) -> None:
    people = [Stranger(server, **office) for _ in range(PEOPLE)]
    assert [statuses(person, '/kompas/0123456789abcdef', 8) for person in people] == [[404] * 8] * PEOPLE


def test_one_that_begins_compasses_without_end_has_to_wait_and_elsewhere_nobody(
    server: Machine, office: dict[str, str]
) -> None:
    assert [Stranger(server, **office).posts('/nieuw').status_code for _ in range(63)] == [303] * 60 + [429] * 3
    assert Stranger(server).posts('/nieuw').status_code == 303


@pytest.mark.long
def test_a_device_that_opens_pages_without_end_holds_up_no_other_of_the_same_person(owner: Owner) -> None:
    phone = Stranger(owner.server)
    phone.enters(owner.on_disk.sheet_token, own=True)
    path = f'/kompas/{owner.id}/poster.pdf'
    assert statuses(owner, f'/kompas/{owner.id}/wens', 190)[-10:] == [429] * 10
    assert phone.opens(path).status_code == 200


def test_to_wait_is_one_plain_sentence(server: Machine, office: dict[str, str]) -> None:
    guesser = Stranger(server, **office)
    answers = [guesser.enters(WRONG) for _ in range(21)]
    assert answers[-1].status_code == 429
    assert '<h1>Even wachten. Probeer het over een minuut.</h1>' in answers[-1].text
