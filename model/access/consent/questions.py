"""Questions that only the person answers: a photo, a worker who wants to look along. Where that was surely them."""

from dataclasses import dataclass
from datetime import datetime

from model.access.compass_keys import CompassKeys
from model.access.gate import Gate
from model.access.grant import Opened
from model.access.record import Record
from model.access.refusals import NotHere, PinAsked
from model.access.session import Session
from model.access.table import May
from model.activity import ActivityKind
from model.compass.part import Part
from model.compass.sharing.doubts import Doubt
from model.compass.sharing.sharing import Reach
from model.settings import Settings


@dataclass(frozen=True)
class Unsure:
    """Why nobody can be sure that it was the person who answered."""

    lender: str = ''
    """It was on the tablet of this worker; empty for a phone that nobody confirmed."""

    def doubt(self, about: str, now: datetime, before: Reach | None = None, *, refused: bool = False) -> Doubt:
        """Returns the answer in doubt about an attachment, or about a worker who looks along."""
        return Doubt(about=about, at=now, lender=self.lender or None, before=before, refused=refused)

    def doubt_of_part(self, worker_id: str, part: Part, now: datetime) -> Doubt:
        """Returns the answer in doubt that a worker may see one more part."""
        return Doubt(about=worker_id, at=now, lender=self.lender or None, part=part)


class Questions:
    """Says who may answer what, and keeps an answer in doubt where it may not have been the person's."""

    def __init__(self, compass_keys: CompassKeys, gate: Gate, record: Record, settings: Settings) -> None:
        self._compass_keys = compass_keys
        self._gate = gate
        self._record = record
        self._settings = settings

    def allow(self, session: Session, compass_id: str, attachment_id: str) -> None:
        """The person says yes to a photo. Raises `NotHere`, `PinAsked`, `NotThere`, `TooMany`."""
        opened = self._gate.open_as_person(session, compass_id)
        attachment = opened.compass.album[attachment_id]
        unsure, now = self.photo(opened, attachment.added.worker), self._settings.now()
        with self._gate.change(session, compass_id, answers=True) as compass:
            compass.allow(attachment_id, now, own_device=opened.grant.key.is_own and unsure is None)
            if unsure is None:
                compass.doubts.settle(attachment_id)
            elif attachment.is_asked:  # nobody doubts what was answered before, or is the person's own
                compass.doubts.note(unsure.doubt(attachment_id, now))

    def refuse(self, session: Session, compass_id: str, attachment_id: str) -> None:
        """The person says no to a photo. Raises `NotHere`, `PinAsked`, `NotThere`."""
        opened = self._gate.open_as_person(session, compass_id)
        unsure, now = self.photo(opened, opened.compass.album[attachment_id].added.worker), self._settings.now()
        with self._gate.change(session, compass_id, answers=True) as compass:
            if unsure is None:
                compass.refuse(attachment_id)
                compass.doubts.settle(attachment_id)
            else:
                compass.album.refuse_in_doubt(attachment_id, now)
                compass.doubts.note(unsure.doubt(attachment_id, now, refused=True))

    def photo(self, opened: Opened, added_by: str) -> Unsure | None:
        """Whether a photo of this worker (empty: of somebody else) may be answered here: None when that is sure.

        Raises `NotHere`, `PinAsked`.
        """
        grant = opened.grant
        if May.SHARE in grant.may:
            return None
        grant.refuse_without(May.ANSWER)
        if not grant.is_handed_over:
            return Unsure()
        if added_by and added_by != grant.key.worker:
            raise NotHere  # the tablet of a colleague: it was handed over for something else
        return self._on_lent(opened)

    def looking(self, opened: Opened, worker_id: str) -> Unsure | None:
        """The same for a worker who wants to see more."""
        grant = opened.grant
        if May.SHARE in grant.may:
            return None
        is_lent = grant.is_handed_over or grant.is_asked
        if not is_lent or worker_id not in {grant.key.worker, grant.key.about}:
            raise NotHere
        return self._on_lent(opened)

    def telling(self, opened: Opened, worker_id: str, part: Part) -> Unsure | None:
        """The same for a worker who would see a private part.

        On a tablet that was handed over only a life domain in which nothing stands but what was written with it: that
        is what whoever holds it shows, and nobody else wrote it.
        """
        grant = opened.grant
        if May.SHARE in grant.may:
            return None
        written = opened.compass.written.get(part)
        if not grant.is_handed_over or worker_id != grant.key.worker or part.domain is None:
            raise NotHere
        if written is None or not written.is_all_of(grant.key.id):
            raise NotHere
        return None if _is_proved(opened) else Unsure(grant.key.worker)

    def settle(self, session: Session, compass_id: str, about: str, *, right: bool, part: Part | None = None) -> None:
        """ "Klopt dit?": the person says on a device of their own whether it was them. Raises `Stranger`."""
        opened = self._gate.open_as_person(session, compass_id)
        opened.grant.refuse_without(May.SHARE)
        before = opened.compass.doubts.find(about, part)
        with self._gate.change(session, compass_id) as compass:
            if right:
                compass.confirm_answer(about, part)
            else:
                compass.take_back_answer(about, self._settings.now(), part)
        if not right and part is not None:
            self._record.add(ActivityKind.CLOSED, opened.grant, compass_id, whom=about)
        elif not right and before is not None and before.before is not None:
            self._compass_keys.end_handed_over(compass, about, opened.grant.key)
            self._record.add(ActivityKind.UNSHARED, opened.grant, compass_id, whom=about)

    def _on_lent(self, opened: Opened) -> Unsure | None:
        """On the tablet of who asks: with the picture PIN it is surely the person; without one it stays in doubt."""
        if _is_proved(opened):
            return None
        if self._compass_keys.has_confirmed(opened.compass):
            raise NotHere
        return Unsure(opened.grant.key.worker)


def _is_proved(opened: Opened) -> bool:
    """Whether the picture PIN was tapped here. Raises `PinAsked` when there is one and it was not."""
    if opened.compass.picture_pin.is_set and not opened.grant.key.pin:
        raise PinAsked
    return opened.grant.key.pin
