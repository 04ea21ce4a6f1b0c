"""The sheet of a compass: what its code holds, and a new one in its place."""

from model.access.compass_keys import CompassKeys
from model.access.gate import Gate
from model.access.grant import Opened
from model.access.keys import Keys
from model.access.record import Record
from model.access.refusals import Stranger
from model.access.session import Session
from model.activity import ActivityKind
from model.compass.compass import Compass
from model.key import Key, Kind, Scope
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
        record: Record,
        settings: Settings,
    ) -> None:
        self._compasses = compasses
        self._keys = keys
        self._compass_keys = compass_keys
        self._gate = gate
        self._record = record
        self._settings = settings

    def address(self, opened: Opened) -> str:
        """What the QR code of the sheet holds. Raises `Stranger` for whoever may not see the ring."""
        opened.refuse_without_ring()
        sheets = [key for key in self._compass_keys.of(opened.compass) if key.kind is Kind.SHEET]
        sheet = sheets[-1] if sheets else self._issue(opened.compass)  # what was stored of it is damaged
        return f'{self._settings.address}/k#{self._keys.token(sheet.id)}'

    def renew(self, session: Session, compass_id: str, *, others_too: bool) -> None:
        """End the key of the sheet and make another; on choice end the other devices too.

        A worker who sees the compass may make a new sheet, because a person who lost everything gets one from them;
        neither they nor who only came to look may end the devices of others. Raises `Stranger`.
        """
        opened = self._gate.open(session, compass_id)
        opened.refuse_without_ring()
        grant, compass = opened.grant, opened.compass
        if others_too and not grant.may_manage:
            raise Stranger
        ended = [
            key.id
            for key in self._compass_keys.of(compass)
            if key.id != grant.key.id and (others_too or key.kind is Kind.SHEET)
        ]
        self._issue(compass)
        for key_id in ended:
            self._keys.revoke(key_id)
        self._compass_keys.drop_dead(compass)
        self._compasses.save(compass)
        self._record.add(ActivityKind.RENEWED, grant, compass_id)

    def take_along(self, session: Session, compass_id: str) -> None:
        """The sheet or card was printed: there is a way back besides this device. Raises `Stranger`."""
        self._compass_keys.take_along(self._gate.open(session, compass_id).compass)

    def _issue(self, compass: Compass) -> Key:
        """A new key, listed on disk before it opens anything; a listed one that is dead does no harm."""
        key = self._keys.issue(compass.id, Kind.SHEET, Scope.OPEN, self._settings.now())
        compass.hold_key(key.id)
        self._compasses.save(compass)
        return key
