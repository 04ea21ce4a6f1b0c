"""A compass for each file: whatever is open of it is drawn again at each change, until a while after it was left."""

import time
from collections.abc import Iterator

import pytest

from model.compass.part import Part
from tests.page.access.matrix.cast import WORDS, AtWork, Cast
from tests.page.cast.at_desk import Guest, lent_for_a_moment
from tests.page.cast.people.colleague import Colleague
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Owner, Stranger, Worker
from tests.page.cast.sending import has_sent


@pytest.fixture(scope='module')
def cast(server: Machine) -> Cast:
    sees_all, sees_steps, unknown = Colleague(server), Colleague(server), Colleague(server)
    owner = Guest(sees_all, nickname='')
    owner.writes('wens', WORDS[Part.RING])
    owner.writes('nieuwe-stap', WORDS[Part.STEPS])
    owner.writes('gebeurd', WORDS[Part.HAPPENED])
    owner.writes('moeilijk', WORDS[Part.OBSTACLES])
    owner.writes('leven/money/now', WORDS[Part.LIFE])
    owner.taps('erbij-horen', 'broer of zus')
    [sibling] = owner.on_disk.strengths
    owner.writes(f'kracht/{sibling["id"]}', WORDS[Part.NUMBERS])
    owner.lets_look(sees_steps, 'Alleen mijn stappen')
    with lent_for_a_moment(unknown):
        unknown.enters(owner.on_disk.sheet_token)
    photo = has_sent(AtWork(owner, sees_all))
    return Cast(
        owner=owner,
        sees_all=AtWork(owner, sees_all),
        sees_steps=AtWork(owner, sees_steps),
        other=Owner(server),
        unknown=unknown,
        stranger=Stranger(server),
        phone=Worker(owner, own=True),  # type: ignore[arg-type]
        photo=photo,
    )


@pytest.fixture(autouse=True)
def everything_is_as_it_was(cast: Cast) -> Iterator[None]:
    """Each test begins with the same compass and keys; and shared devices, which lock soon, were just used."""
    if time.monotonic() - cast.touched > 30:
        cast.touched = time.monotonic()
        for name in ('owner', 'sees_all', 'sees_steps'):
            assert cast.one(name).opens(f'/kompas/{cast.owner.id}/stappen').status_code == 200, name
        assert cast.other.opens(f'/kompas/{cast.other.id}').status_code == 200
        assert cast.unknown.opens('/werk').status_code == 200
    cast.on_disk.look()
    yield
    cast.on_disk.put_back()
