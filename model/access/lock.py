"""A device that was put down: nothing on it opens by itself, until somebody shows that it is theirs."""

from collections.abc import Collection
from random import Random

from model.access.compass_keys import has_way_back
from model.access.consent.own_picture import OwnPicture
from model.access.held import Held
from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import Stranger
from model.access.session import Session
from model.access.table import QUICK_BACK
from model.access.workers.signed_in import SignedIn
from model.activity import ActivityKind
from model.catalogue.every_tile import THINGS
from model.compass.compass import Compass
from model.key import Key, Row
from model.settings import Settings
from model.storage.protocols import Compasses

LOAN_TRIES = 5
"""Wrong pictures or codes on a tablet that was handed over, after which the loan ends."""
THINGS_SHOWN, THINGS_KNOWN = 12, 3
"""Of so many things, so many stand on the compass."""


class Lock:
    """Locks a browser, and opens it again."""

    def __init__(
        self,
        compasses: Compasses,
        keys: Keys,
        held: Held,
        own_picture: OwnPicture,
        signed_in: SignedIn,
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._keys = keys
        self._held = held
        self._own_picture = own_picture
        self._signed_in = signed_in
        self._record = record
        self._settings = settings

    # shut

    def close(self, session: Session) -> bool:
        """This device was put down. Returns whether a key stays, locked: no lock loses a compass.

        An own device never locks. Of who only looked the key ends, because they have the sheet; and so does that of a
        tablet that was handed over for one question.
        """
        for compass_id, key in self._held.all(session).items():
            if key is None or key.row in {Row.LOOKING, Row.ASKED}:
                self._held.drop(session, compass_id, key)
            elif not key.is_own:
                self._held.lock(session, key)
            elif key.family:
                self._keys.update(key, locked=True)
        self._signed_in.put_down(session)
        session.waiting, session.invite, session.joining = {}, '', {}
        return bool(self._held.locked(session))

    def blank(self, session: Session) -> None:
        """Every open page of the compasses in this browser goes blank, also in its other tabs; the keys stay."""
        for key in self._held.all(session).values():
            if key is not None:
                self._keys.blanked.send(key.id)

    # open again

    def holds_any(self, session: Session) -> bool:
        """Whether any compass is locked here that somebody can open again."""
        return bool(self._locked(session))

    def quick(self, session: Session) -> list[Compass]:
        """The compasses that open with the person's picture alone: they locked a short while ago."""
        return [compass for key, compass in self._locked(session) if self._is_quick(key)]

    def has_older(self, session: Session) -> bool:
        """Whether there are others, which ask for more than a picture."""
        return bool(self._all_older(session))

    def open(self, session: Session, picture: str | None) -> str:
        """Open the compass of who has this picture, the last that was locked when there are more; returns its id.

        Of everyone's device a wrong one is one too many, and more is asked from then on. Raises `Stranger`.
        """
        found = [(key, compass) for key, compass in self._locked(session) if self._is_quick(key)]
        for key, compass in reversed(found):
            if compass.avatar == picture and not self._is_tired(key):
                return self._reopen(session, key)
        for key, _ in found:
            self._count(session, key)
        raise Stranger

    def things(self, session: Session, picture: str | None) -> list[str]:
        """Twelve pictograms, three of which stand on the compass of who has this picture; nobody is told whose it is.

        The same twelve for a picture that nobody here has. Raises `Stranger` when there were too many tries today.
        """
        key, compass = self._older(session, picture)
        # who tried too often sees no difference between a picture that somebody has here and one that nobody has
        tried = [key] if key else self._all_older(session)
        if not any(self._tries_left(one) > 0 for one in tried):
            raise Stranger
        seed = f'{self._settings.derived("things").hex()}{key.id if key else session.locked}{picture}'
        return _shuffled(seed, _things_of(compass) if compass else [])

    def open_older(self, session: Session, picture: str | None, chosen: Collection[str]) -> str:
        """Open with the picture and what stands on the compass; returns its id. Three tries a day, else `Stranger`."""
        key, compass = self._older(session, picture)
        if key is None or compass is None:
            for one in self._all_older(session):
                self._own_picture.count(one)
            raise Stranger
        if self._tries_left(key) <= 0:
            raise Stranger
        right = set(self.things(session, picture)).intersection(_things_of(compass))
        if set(chosen) != right:
            self._own_picture.count(key)
            self._record.add(ActivityKind.GUESSED, None, compass.id, whom=key.id[:8])
            raise Stranger
        return self._reopen(session, key)

    # inside

    def _locked(self, session: Session) -> list[tuple[Key, Compass]]:
        """The locked keys of this browser with their compasses; one that cannot be read is passed over."""
        found = []
        lent = {key.compass for key in self._held.all(session).values() if key and key.row is Row.HANDED_OVER}
        for key in self._held.locked(session):
            if key.row is Row.EVERYONE and key.compass in lent:
                continue  # the loan goes on, and opens with less
            compass = self._load_or_none(key.compass)
            if compass is None or (key.row is Row.EVERYONE and self._is_over(key, compass)):
                continue
            found.append((key, compass))
        return found

    def _is_over(self, key: Key, compass: Compass) -> bool:
        """Who has another way back needs no month on a device of everyone's."""
        return has_way_back(compass) and self._settings.now() - key.seen > QUICK_BACK

    def _is_quick(self, key: Key) -> bool:
        if key.row is not Row.EVERYONE:
            return True
        return key.tries == 0 and self._settings.now() - key.seen <= QUICK_BACK

    def _is_tired(self, key: Key) -> bool:
        """Whether an own device with two compasses had too many wrong pictures today."""
        return key.is_own and self._own_picture.tries_left(key) <= 0

    def _tries_left(self, key: Key) -> int:
        """Three a day; two where so little stands on the compass that the picture is nearly all there is to know."""
        compass = self._load_or_none(key.compass)
        is_little = compass is not None and len(_things_of(compass)) < THINGS_KNOWN
        return self._own_picture.tries_left(key) - is_little

    def _all_older(self, session: Session) -> list[Key]:
        return [key for key, _ in self._locked(session) if key.row is Row.EVERYONE and not self._is_quick(key)]

    def _older(self, session: Session, picture: str | None) -> tuple[Key | None, Compass | None]:
        found = [
            (key, compass)
            for key, compass in self._locked(session)
            if key.row is Row.EVERYONE and not self._is_quick(key) and compass.avatar == picture
        ]
        # the one that was tried least today, the last that was locked first: somebody may share a picture
        found.sort(key=lambda one: (-self._tries_left(one[0]), -one[0].seen.timestamp()))
        return found[0] if found else (None, None)

    def _reopen(self, session: Session, key: Key) -> str:
        self._held.reopen(session, key)
        self._record.add(ActivityKind.UNLOCKED, None, key.compass)
        session.away = False
        return key.compass

    def _count(self, session: Session, key: Key) -> None:
        counted = self._own_picture.count(key)
        self._record.add(ActivityKind.GUESSED, None, key.compass, whom=key.id[:8])
        if key.row is Row.HANDED_OVER and counted.tries >= LOAN_TRIES:
            self._held.let_go(session, key)

    def _load_or_none(self, compass_id: str) -> Compass | None:
        try:
            return self._compasses.load(compass_id, self._settings.now())
        except (LookupError, RuntimeError, OSError):
            return None


def _things_of(compass: Compass) -> list[str]:
    """The pictograms that stand on a compass and are no part of what is private, the newest first."""
    answers = [one.answer for one in compass.strengths.items]
    answers += [one.answer for one in compass.wishes.items]
    answers += [one.answer for one in compass.steps.items]
    return list(dict.fromkeys(one.tile for one in reversed(answers) if one.tile in THINGS))


def _shuffled(seed: str, known: list[str]) -> list[str]:
    """The same twelve each time: who looks twice learns nothing from what stayed."""
    chance = Random(seed)  # noqa: S311  which ones are shown is no secret
    shown = chance.sample(known, min(THINGS_KNOWN, len(known)))
    others = [one for one in THINGS if one not in known]
    shown += chance.sample(others, THINGS_SHOWN - len(shown))
    return chance.sample(shown, len(shown))
