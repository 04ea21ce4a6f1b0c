"""The keys with which a browser seals what waits in it."""

import base64

from model.access.seals import Seals
from model.settings import Settings
from tests.unit.access.keys.cast import COMPASS


def seals(secret: str) -> Seals:
    return Seals(Settings(secret=secret))


def test_each_compass_and_what_is_private_in_it_is_sealed_with_a_key_of_its_own() -> None:
    mine, other = seals('a' * 40), 'f' * 16
    found = [mine.of(COMPASS), mine.of(other), mine.of(COMPASS, private=True), mine.of(other, private=True)]
    assert len(set(found)) == 4
    assert {len(base64.b64decode(one)) for one in found} == {32}


def test_a_seal_is_the_same_after_a_restart_and_another_one_elsewhere() -> None:
    assert seals('a' * 40).of(COMPASS) == seals('a' * 40).of(COMPASS)
    assert seals('a' * 40).of(COMPASS) != seals('b' * 40).of(COMPASS)
