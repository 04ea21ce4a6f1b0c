"""What was done to a compass that the table speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from model.access.table import May
from model.compass.compass import Compass
from model.compass.part import EVERY_PART, PRIVATE_PARTS, Part
from model.compass.seen import content
from model.key import Row
from tests.page.access.matrix.cast import Cast
from tests.page.cast.people.on_disk import OnDisk
from tests.page.cast.people.person import Person


def held(on_disk: OnDisk, parts: Iterable[Part]) -> dict[Part, dict[str, Any]]:
    """All that each of these parts holds, but when workers looked: opening a page is what changes that."""
    return _held(Compass.model_validate(on_disk.document), parts)


def _held(compass: Compass, parts: Iterable[Part]) -> dict[Part, dict[str, Any]]:
    for share in compass.sharing.shares:
        share.looked = None
    return {part: content(compass, part) for part in parts}


@dataclass
class Before:
    """How it was, to see what was done since."""

    cast: Cast
    one: Person

    def __post_init__(self) -> None:
        on_disk = self.cast.owner.on_disk
        self.compass = Compass.model_validate(on_disk.document)
        self.sheets = [key for key in self.compass.keys if on_disk.is_sheet(key)]
        self.parts = _held(self.compass, EVERY_PART)

    def deeds(self) -> set[May]:
        """What was done that the table speaks of."""
        on_disk = self.cast.owner.on_disk
        if not on_disk.file.exists():
            return {May.ERASE}
        now, mine = Compass.model_validate(on_disk.document), self.one.token_of(self.cast.owner.id)
        done = set()
        if any(
            holds != self.parts[part] for part, holds in _held(now, (Part.RING, Part.STEPS, *PRIVATE_PARTS)).items()
        ):
            done.add(May.CHANGE)
        if [one.id for one in now.album.asked] != [one.id for one in self.compass.album.asked]:
            done.add(May.ANSWER)
        if now.sharing.is_wider_than(self.compass.sharing):
            done.add(May.SHARE)
        if self.compass.sharing.is_wider_than(now.sharing):
            done.add(May.LOWER)
        if now.picture_pin.hash != self.compass.picture_pin.hash:
            done.add(May.PIN)
        if [key for key in now.keys if on_disk.is_sheet(key)] != self.sheets:
            done.add(May.RENEW)
        phone, owner = (one.token_of(one.id) for one in (self.cast.phone, self.cast.owner))
        if not on_disk.key_file(phone).exists() or on_disk.key(phone)['row'] != Row.UNCONFIRMED:
            done.add(May.VOUCH)
        if on_disk.key_file(phone).exists() and on_disk.key(phone)['row'] == Row.CONFIRMED:
            done.add(May.LET_IN)
        if not on_disk.key_file(owner).exists():
            done.add(May.END)
        if on_disk.key_file(mine).exists() and on_disk.key(mine)['row'] == Row.CONFIRMED:
            done.add(May.LET_IN)
        return done
