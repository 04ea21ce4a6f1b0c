"""The keys that a compass lists: which of them live, how many there may be, and what follows when one comes."""

from model.access.keys import Keys
from model.access.refusals import Full
from model.access.table import ANNOUNCED
from model.compass.compass import Compass
from model.key import Key, Kind, Row
from model.settings import Settings
from model.storage.protocols import Compasses

MOST_DEVICES = 20
_GO_FIRST = (frozenset({Row.LOOKING, Row.ASKED, Row.EVERYONE}), frozenset({Row.UNCONFIRMED}))
"""Which devices make room for a newcomer, in this order; no other does."""


class CompassKeys:
    """Keeps the list of keys in a compass and the keys themselves together."""

    def __init__(self, compasses: Compasses, keys: Keys, settings: Settings) -> None:
        self._compasses = compasses
        self._keys = keys
        self._settings = settings

    def of(self, compass: Compass) -> list[Key]:
        """The keys that open this compass, now or once their lock is opened, in the order they were issued."""
        now = self._settings.now()
        return [key for key in (self._keys.get(key_id, now) for key_id in compass.keys) if key]

    def devices(self, compass: Compass) -> list[Key]:
        """The same without the sheets."""
        return [key for key in self.of(compass) if key.kind is Kind.DEVICE]

    def sheets(self, compass: Compass, printed_by: str = '') -> list[Key]:
        """The sheets that this worker printed, without one those of the person."""
        return [key for key in self.of(compass) if key.kind is Kind.SHEET and key.worker == printed_by]

    def has_confirmed(self, compass: Compass) -> bool:
        """Whether there is a device that is surely the person's own."""
        return any(key.row is Row.CONFIRMED for key in self.devices(compass))

    def drop_dead(self, compass: Compass) -> None:
        """Forget keys that were revoked, and end those of devices that were not used for too long; the caller saves."""
        living = {key.id for key in self.of(compass)}
        for key_id in set(compass.keys) - living:
            self.forget(compass, key_id)

    def forget(self, compass: Compass, key_id: str) -> None:
        """End a key, and leave nothing of it in its compass; the caller saves."""
        compass.drop_key(key_id)
        compass.arrivals.close(key_id)
        self._keys.revoke(key_id)

    def refuse_when_full(self, compass: Compass) -> None:
        """Make room for one more device, on disk. Raises `Full` when none of those there can go."""
        self.drop_dead(compass)
        devices = self.devices(compass)
        while len(devices) >= MOST_DEVICES:
            goes = self._first_to_go(compass, devices)
            if goes is None:
                raise Full
            self.forget(compass, goes.id)
            devices.remove(goes)

    def add(self, compass: Compass, key: Key) -> None:
        """List a new key in its compass, stored, so that it can be ended."""
        self.drop_dead(compass)
        compass.hold_key(key.id)
        self._compasses.save(compass)

    def take_along(self, compass: Compass, *, scanned: bool = False) -> None:
        """The code was shown, printed, `scanned` or shared: somebody may come back with it."""
        if compass.taken_along and compass.scanned >= scanned:
            return
        compass.taken_along = True
        compass.scanned = compass.scanned or scanned
        self._compasses.save(compass)

    def end_handed_over(self, compass: Compass, worker_id: str, but: Key) -> None:
        """End the tablets that this worker handed over, but the one in the person's hand."""
        for key in self.devices(compass):
            if key.worker == worker_id and key.id != but.id:
                self._keys.revoke(key.id)

    def end_asked(self, compass: Compass, worker_id: str) -> None:
        """The question about this worker was answered: the tablets that were handed over for it are over."""
        for key in self.devices(compass):
            if key.row is Row.ASKED and key.about == worker_id:
                self._keys.revoke(key.id)

    def ripen(self, key: Key, compass: Compass) -> None:
        """An own device that stood announced for seven days without a confirmed one in use is vouched for.

        One that came in with a sheet that a worker printed never is: that worker may have done it.
        """
        if key.row is not Row.UNCONFIRMED or key.sheet_by:
            return
        now = self._settings.now()
        used = [one.seen for one in self.devices(compass) if one.row is Row.CONFIRMED]
        since = max([key.announced or now, *used])
        if now - since >= ANNOUNCED:
            self._keys.update(key, row=Row.VOUCHED, announced=now, symbol='')
        elif since != key.announced:
            self._keys.update(key, announced=since)

    def _first_to_go(self, compass: Compass, devices: list[Key]) -> Key | None:
        for rows in _GO_FIRST:
            found = [key for key in devices if key.row in rows and not is_only_way(compass, key)]
            if found:
                return min(found, key=lambda key: key.seen)
        return None


def has_way_back(compass: Compass) -> bool:
    """Whether somebody surely gets back in without the device it was begun on."""
    return compass.scanned or compass.sharing.is_shared


def is_only_way(compass: Compass, key: Key) -> bool:
    """Whether a compass would be lost with this key."""
    return key.began and not has_way_back(compass)
