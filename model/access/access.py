"""Everything that may be asked of the model on behalf of a browser: the gate and its rooms, built by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from blinker import Signal

from model.access.compass_keys import CompassKeys
from model.access.consent.own_picture import OwnPicture
from model.access.consent.picture_pins import PicturePins
from model.access.consent.questions import Questions
from model.access.consent.shares import Shares
from model.access.days import Days
from model.access.devices import Devices
from model.access.digits import Digits
from model.access.entrance import Entrance
from model.access.erasing import Erasing
from model.access.gate import Gate
from model.access.held import Held
from model.access.keys import Keys
from model.access.limits import Limits
from model.access.lock import Lock
from model.access.record import Record
from model.access.seals import Seals
from model.access.sheet import Sheet
from model.access.workers.accounts import Accounts
from model.access.workers.desk import Desk
from model.access.workers.joining import Joining
from model.access.workers.pause import Pause
from model.access.workers.sessions import Sessions
from model.access.workers.sign_in import SignIn
from model.access.workers.sign_in_limits import CountedSignIn
from model.access.workers.signed_in import SignedIn
from model.access.workers.tablet import Tablet
from model.access.workers.taking_over import TakingOver
from model.access.workers.ways_in import WaysIn
from model.catalogue.domains import Domain
from model.settings import Settings
from model.storage.protocols import Storage
from model.workers.workers import Workers


@dataclass(frozen=True)
class Access:
    """What `ui` knows of the model, besides what is true of a compass. Each room does one thing."""

    settings: Settings
    domains: Sequence[Domain]
    """The life domains that people are asked about here, in their order."""
    changed: Signal
    """Sent with the id of each compass that changed, and `compass`, the document as it was saved."""
    keys: Keys
    held: Held
    workers: Workers
    limits: Limits
    record: Record
    gate: Gate
    entrance: Entrance
    lock: Lock
    sheet: Sheet
    devices: Devices
    digits: Digits
    picture_pins: PicturePins
    own_picture: OwnPicture
    questions: Questions
    shares: Shares
    erasing: Erasing
    signed_in: SignedIn
    sign_in: CountedSignIn
    accounts: Accounts
    joining: Joining
    desk: Desk
    tablet: Tablet
    taking_over: TakingOver
    pause: Pause
    sessions: Sessions
    ways_in: WaysIn
    seals: Seals
    _storage: Storage
    _proof: SignIn

    @classmethod
    def of(cls, storage: Storage, settings: Settings, domains: Sequence[Domain] = ()) -> Self:
        """The rooms around the storage of one installation. Raises `OSError`."""
        compasses = storage.compasses
        keys = Keys(storage.keys, settings.derived('keys'), settings.now)
        workers = Workers(storage.workers)
        limits, days, record = Limits(), Days(), Record(storage.activity, settings)
        held, compass_keys = Held(keys, settings), CompassKeys(compasses, keys, settings)
        proof = SignIn(workers, settings.derived('sign in'))
        sign_in = CountedSignIn(proof, limits)
        signed_in = SignedIn(workers, keys, held, record, settings)
        own_picture = OwnPicture(keys, settings)
        gate = Gate(storage, keys, compass_keys, signed_in, limits, days, record, settings, domains)
        picture_pins = PicturePins(compasses, keys, compass_keys, gate, own_picture, record, settings)
        digits = Digits(compasses, keys, gate, limits, record, settings)
        entrance = Entrance(
            compasses, keys, compass_keys, held, gate, picture_pins, digits, limits, days, record, settings
        )
        questions = Questions(compass_keys, gate, record, settings)
        shares = Shares(compasses, compass_keys, gate, questions, workers, record, settings)
        tablet = Tablet(keys, compass_keys, held, gate, workers, signed_in, sign_in, record, settings)
        accounts = Accounts(workers, keys, signed_in, record, settings)
        sessions = Sessions(workers, keys, signed_in, record, settings)
        return cls(
            settings=settings,
            domains=domains,
            changed=compasses.changed,
            keys=keys,
            held=held,
            workers=workers,
            limits=limits,
            record=record,
            gate=gate,
            entrance=entrance,
            lock=Lock(compasses, keys, held, own_picture, signed_in, record, settings),
            sheet=Sheet(compasses, keys, compass_keys, gate, digits, record, settings),
            devices=Devices(compasses, keys, compass_keys, held, gate, own_picture, record, settings),
            digits=digits,
            picture_pins=picture_pins,
            own_picture=own_picture,
            questions=questions,
            shares=shares,
            erasing=Erasing(compasses, storage.attachments, keys, compass_keys, gate, own_picture, record, settings),
            signed_in=signed_in,
            sign_in=sign_in,
            accounts=accounts,
            joining=Joining(workers, accounts, signed_in, limits),
            desk=Desk(compasses, gate, entrance, shares, signed_in, tablet, record, settings),
            tablet=tablet,
            taking_over=TakingOver(compasses, workers, signed_in, tablet, record, settings),
            pause=Pause(signed_in, sign_in, settings),
            sessions=sessions,
            ways_in=WaysIn(workers, keys, signed_in, sign_in, sessions, record, settings),
            seals=Seals(settings),
            _storage=storage,
            _proof=proof,
        )

    def close(self) -> None:
        """Stop what is slow, and let another process have the storage."""
        self._proof.close()
        self.picture_pins.close()
        self._storage.close()
