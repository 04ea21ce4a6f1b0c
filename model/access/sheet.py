"""The sheet of a compass: what its code holds, and a new one in its place."""

from model.access.compass_keys import CompassKeys
from model.access.digits import Digits
from model.access.gate import Gate
from model.access.grant import Opened
from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import Stranger
from model.access.session import Session
from model.access.table import May
from model.activity import ActivityKind
from model.compass.compass import Compass
from model.key import Key, Kind
from model.settings import Settings
from model.storage.protocols import Compasses


class Sheet:
    """The key that is printed."""

    def __init__(
        self,
        compasses: Compasses,
        keys: Keys,
        compass_keys: CompassKeys,
        gate: Gate,
        digits: Digits,
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._keys = keys
        self._compass_keys = compass_keys
        self._gate = gate
        self._digits = digits
        self._record = record
        self._settings = settings

    def address(self, opened: Opened) -> str:
        """What the QR code on a screen of the person holds. Raises `Stranger` for a worker, and for who only looks."""
        if not opened.grant.is_person or opened.grant.only_looks:
            raise Stranger
        return self._address(opened.compass, '')

    def printed_address(self, opened: Opened) -> str:
        """What the QR code on paper holds: a worker prints a sheet of its own, so that it is known who did.

        Raises `Stranger` for whoever may not see the ring, and for who only looks.
        """
        opened.refuse_without_ring()
        return self._address(opened.compass, opened.grant.worker.id) if opened.grant.worker else self.address(opened)

    def shown(self, opened: Opened) -> None:
        """The code stood on a screen, or was printed: somebody may come back with it."""
        self._compass_keys.take_along(opened.compass)

    def renew(self, session: Session, compass_id: str, *, others_too: bool) -> None:
        """End the keys of all sheets and make another; on choice end the other devices too. Raises `Stranger`."""
        opened = self._gate.open_as_person(session, compass_id)
        opened.grant.refuse_without(May.RENEW)
        if others_too:
            opened.grant.refuse_without(May.END)
        self._renew(opened, '', others_too=others_too)

    def replace_lost(self, session: Session, compass_id: str) -> None:
        """ "Blad kwijt": a worker who sees the ring makes a new sheet for the person; told on all their devices.

        Raises `Stranger`.
        """
        opened = self._gate.open(session, compass_id)
        opened.refuse_without_ring()
        if opened.grant.worker is None:
            raise Stranger
        self._renew(opened, opened.grant.worker.id, others_too=False)

    def _renew(self, opened: Opened, printed_by: str, *, others_too: bool) -> None:
        grant, compass, now = opened.grant, opened.compass, self._settings.now()
        ended = [
            key.id
            for key in self._compass_keys.of(compass)
            if key.id != grant.key.id and (others_too or key.kind is Kind.SHEET)
        ]
        self._digits.end(compass.id)
        compass.scanned = False  # who had the code before has none now
        sheet = self._issue(compass, printed_by)
        if printed_by:
            compass.arrivals.announce(sheet.id, now, printed_by)
        for key_id in ended:
            self._compass_keys.forget(compass, key_id)
        self._compass_keys.drop_dead(compass)
        self._compasses.save(compass)
        self._record.add(ActivityKind.RENEWED, grant, compass.id)

    def _address(self, compass: Compass, printed_by: str) -> str:
        sheets = self._compass_keys.sheets(compass, printed_by)
        sheet = sheets[-1] if sheets else self._issue(compass, printed_by)
        return f'{self._settings.address}/k#{self._keys.token(sheet.id)}'

    def _issue(self, compass: Compass, printed_by: str) -> Key:
        """A new key, listed on disk before it opens anything; a listed one that is dead does no harm."""
        key = self._keys.issue(compass.id, Kind.SHEET, self._settings.now(), worker=printed_by)
        compass.hold_key(key.id)
        self._compasses.save(compass)
        return key
