"""The picture that a person chose for themselves, as a proof that it is them: few tries a day, counted on disk."""

from model.access.keys import Keys
from model.access.refusals import PictureAsked, TooManyToday
from model.compass.compass import Compass
from model.key import Key
from model.settings import Settings

TRIES_A_DAY = 3


class OwnPicture:
    """Asks for the picture, and counts what is wrong by the key of the device."""

    def __init__(self, keys: Keys, settings: Settings) -> None:
        self._keys = keys
        self._settings = settings

    def tries_left(self, key: Key) -> int:
        """How often it may still be wrong today."""
        return TRIES_A_DAY - (key.tries if key.tried == self._settings.today() else 0)

    def check(self, key: Key, compass: Compass, picture: str | None) -> None:
        """Whether this is the person's picture; None stands for none, which some have.

        Raises `PictureAsked` when it is not, `TooManyToday` when it was wrong too often today.
        """
        if self.tries_left(key) <= 0:
            raise TooManyToday
        if compass.avatar != picture:
            self.count(key)
            raise PictureAsked
        if key.tries:
            self._keys.update(key, tries=0, tried=None)

    def count(self, key: Key) -> Key:
        """One more wrong answer today; returns the key as it is now."""
        today = self._settings.today()
        return self._keys.update(key, tries=(key.tries if key.tried == today else 0) + 1, tried=today)
