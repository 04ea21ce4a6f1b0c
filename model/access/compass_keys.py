"""The keys that a compass lists: which of them live, and what else follows when some end."""

from model.access.keys import Keys
from model.compass.compass import Compass
from model.key import Key
from model.settings import Settings
from model.storage.protocols import Compasses


class CompassKeys:
    """Keeps the list of keys in a compass and the keys themselves together."""

    def __init__(self, compasses: Compasses, keys: Keys, settings: Settings) -> None:
        self._compasses = compasses
        self._keys = keys
        self._settings = settings

    def of(self, compass: Compass) -> list[Key]:
        """The keys that open this compass now, in the order they were issued."""
        now = self._settings.now()
        return [key for key in (self._keys.get(key_id, now) for key_id in compass.keys) if key]

    def drop_dead(self, compass: Compass) -> None:
        """Forget keys that were revoked, and end those of devices that were not used for too long; the caller saves."""
        living = {key.id for key in self.of(compass)}
        for key_id in set(compass.keys) - living:
            compass.drop_key(key_id)
            self._keys.revoke(key_id)

    def add(self, compass: Compass, key: Key) -> None:
        """List a new key in its compass, stored, so that it can be ended."""
        self.drop_dead(compass)
        compass.hold_key(key.id)
        self._compasses.save(compass)

    def take_along(self, compass: Compass) -> None:
        """There is a way back now besides the device it was made on: that one need not be spared any more."""
        if compass.taken_along:
            return
        compass.taken_along = True
        self._compasses.save(compass)
        for key in self.of(compass):
            if key.sole:
                self._keys.update(key, sole=False)

    def end_handed_over(self, compass: Compass, worker_id: str, but: Key) -> None:
        """End the tablets that this worker handed over, but the one in the person's hand."""
        for key in self.of(compass):
            if key.worker == worker_id and key.id != but.id:
                self._keys.revoke(key.id)
