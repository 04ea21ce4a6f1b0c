"""The one gate: who may see and change which compass. Nothing in `ui` reaches the store past it."""

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

from fastapi import Request
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from model.compass import Compass
from model.contact import Visit
from model.files import Files
from model.keys import Key, Keys, Kind, Scope
from model.settings import Settings
from model.store import NoSuchCompass, Store

Session = MutableMapping[str, Any]
"""What the signed cookie of a browser carries: `keys` (compass id to device token), `language`."""

HELD_KEYS = 20
"""Most compasses one browser holds; the cookie has no room for many more."""
WRONG_KEYS = parse('20/minute')
BEGINNINGS = parse('60/minute')
PAGES = parse('120/minute')
UPLOADS = parse('60/minute')
EMPTY_KEPT = timedelta(days=1)
"""How long a compass stays that nobody entered anything in."""
OURS = 'x-kompas'
"""The header our own scripts send."""


class Stranger(PermissionError):
    """This browser holds no key for that compass, or none for that part of it."""


class TooManyTries(RuntimeError):
    """Too many wrong keys or new compasses from one address, or pages for one device."""


class ForeignPost(PermissionError):
    """A form was sent from another website."""


class Gate:
    """Checks keys, opens compasses, and puts changes on disk."""

    def __init__(self, store: Store, keys: Keys, settings: Settings) -> None:
        self._store = store
        self._tries = MovingWindowRateLimiter(MemoryStorage())
        self.keys = keys
        self.settings = settings
        self.changed = store.changed
        """Sent with the id of each compass that changed."""

    # seeing and changing

    def key(self, session: Session, compass_id: str) -> Key:
        """The key this browser holds for a compass. Raises `Stranger`."""
        token = session.get('keys', {}).get(compass_id, '')
        key = self.keys.find(token, self.settings.now())
        if key is None or key.compass != compass_id or key.kind is not Kind.DEVICE:
            raise Stranger
        return key

    def look(self, session: Session, compass_id: str) -> Compass:
        """A compass as this browser may see it. Raises `Stranger` and what `Store.load` raises."""
        key = self.key(session, compass_id)
        compass = self._load(compass_id)
        return compass if key.scope is Scope.FULL else compass.without_private()

    @contextmanager
    def change(self, session: Session, compass_id: str, *, private: bool = False) -> Iterator[Compass]:
        """A compass to change; on disk when the block ends, unless it raises.

        `private` is for what happened and what is in the way. No `await` inside: between load and
        save nothing else may run. Raises `Stranger`, `OSError`, and what `Store.load` raises.
        """
        key = self.key(session, compass_id)
        if private and key.scope is not Scope.FULL:
            raise Stranger
        now = self.settings.now()
        compass = self._load(compass_id)
        kept = compass.album.ids
        left = compass.begin_contact(now)
        yield compass
        compass.let_go_overdue(now)
        self.keys.use(key, now)
        self._store.save(compass, left)
        self._drop_files(compass, kept - compass.album.ids)

    def end_contact(self, session: Session, compass_id: str, *, without_step: bool) -> None:
        """Round off the contact that is going on, with a snapshot of the compass.

        When nothing was changed since the last one there is nothing to round off, but "not today" is remembered.
        """
        self.key(session, compass_id)
        compass = self._load(compass_id)
        compass.finish_path()
        if compass.contact is None and not without_step:
            return
        visit: Visit = compass.end_contact(self.settings.now(), without_step=without_step)
        self._store.save(compass, visit)

    def stay(self, session: Session, compass_id: str) -> None:
        """Someone is still here: the idle time of this device begins anew. Raises `Stranger`."""
        self.keys.use(self.key(session, compass_id), self.settings.now())

    # beginning and ending

    def begin(self, session: Session, language: str, address: str) -> Compass:
        """An empty compass; this browser, which counts as shared, gets a full key.

        Raises `TooManyTries` when `address` began too many.
        """
        if not self._tries.hit(BEGINNINGS, 'begin', address):
            raise TooManyTries
        now = self.settings.now()
        compass = self._store.create(now)
        compass.speak(language)
        sheet = self.keys.issue(compass.id, Kind.SHEET, Scope.OPEN, now)
        device = self.keys.issue(compass.id, Kind.DEVICE, Scope.FULL, now)
        compass.hold_key(sheet.id)
        compass.hold_key(device.id)
        self._save_keys(compass)
        self._hold(session, device)
        return compass

    def enter(self, session: Session, token: str, address: str, *, own: bool) -> str:
        """Change the key of a sheet for one of this device; answers the compass id.

        Raises `Stranger` for any key that does not open, `TooManyTries` after too many from `address`.
        A key that opens is never refused: thirty people may sit behind one address.
        """
        now = self.settings.now()
        sheet = self.keys.find(token, now)
        if sheet is None or sheet.kind is not Kind.SHEET:
            raise self._wrong_key(address)
        try:
            compass = self._load(sheet.compass)
        except NoSuchCompass:
            raise self._wrong_key(address) from None
        held = self._held(session, compass.id)
        if held and held.own >= own:
            return compass.id
        scope = held.scope if held else Scope.OPEN
        device = self.keys.issue(compass.id, Kind.DEVICE, scope, now, own=own)
        self._drop_dead_keys(compass)
        compass.hold_key(device.id)
        self._save_keys(compass)
        self._hold(session, device)
        if held:
            self.keys.revoke(held.id)
        return compass.id

    def renew_sheet(self, session: Session, compass_id: str, *, others_too: bool) -> None:
        """End the key of the sheet and make another; on choice end the other devices too."""
        mine = self.key(session, compass_id)
        now = self.settings.now()
        compass = self._load(compass_id)
        ended = [
            key.id for key in self._keys_of(compass) if key.id != mine.id and (others_too or key.kind is Kind.SHEET)
        ]
        compass.hold_key(self.keys.issue(compass_id, Kind.SHEET, Scope.OPEN, now).id)
        # a key that opens is always listed, whenever the power fails; a listed one that is dead does no harm
        self._store.save(compass)
        for key_id in ended:
            self.keys.revoke(key_id)
        self._drop_dead_keys(compass)
        self._store.save(compass)

    def sheet_address(self, session: Session, compass_id: str) -> str:
        """What the QR code of the sheet holds. Raises `Stranger`."""
        self.key(session, compass_id)
        sheets = [key for key in self._keys_of(self._load(compass_id)) if key.kind is Kind.SHEET]
        if not sheets:  # an older version was opened, and its sheet had ended
            self.renew_sheet(session, compass_id, others_too=False)
            return self.sheet_address(session, compass_id)
        return f'{self.settings.address}/k#{self.keys.token(sheets[-1].id)}'

    def erase(self, session: Session, compass_id: str) -> None:
        """Take a compass and all its keys away, for good. Raises `Stranger` for who only came to look."""
        if not self.may_erase(session, compass_id):
            raise Stranger
        self._erase(self._load(compass_id))

    def may_erase(self, session: Session, compass_id: str) -> bool:
        """Whether this device is the person's own, or the one the compass was made on. Raises `Stranger`."""
        key = self.key(session, compass_id)
        return key.own or key.scope is Scope.FULL

    def forget(self, session: Session) -> None:
        """A shared device forgets every compass it holds; one of the person's own stays."""
        held = {compass_id: self._held(session, compass_id) for compass_id in session.get('keys', {})}
        own = {compass_id for compass_id, key in held.items() if key is not None and key.own}
        session['keys'] = {one: token for one, token in session.get('keys', {}).items() if one in own}
        for compass_id, key in held.items():
            if key is not None and compass_id not in own:
                self.keys.revoke(key.id)

    def held(self, session: Session) -> list[Compass]:
        """The compasses this browser holds a key for and may open now."""
        found = []
        for compass_id in session.get('keys', {}):
            try:
                found.append(self.look(session, compass_id))
            except (Stranger, LookupError, RuntimeError):
                continue
        return found

    def sweep(self) -> Iterator[None]:
        """Erase compasses that stayed empty for a day, and files nothing speaks of; one step at a time."""
        now = self.settings.now()
        for compass in self._store.every_one(now):
            if compass is not None and compass.is_empty and now - compass.made > EMPTY_KEPT:
                self._erase(compass)
            elif compass is not None:
                self.let_go_overdue(compass.id)
                self._store.files(compass.id).drop_orphans(compass.album.ids)
            yield

    # attachments

    def files(self, session: Session, compass_id: str) -> Files:
        """The files of the attachments of a compass. Raises `Stranger`, `NoSuchCompass`."""
        self.key(session, compass_id)
        return self._store.files(compass_id)

    def let_go_overdue(self, compass_id: str) -> None:
        """Forget for good what was taken away a while ago, with its files. Raises what `Store.load` raises."""
        compass = self._load(compass_id)
        gone = {attachment.id for attachment in compass.album.overdue(self.settings.now())}
        if gone:
            compass.let_go_overdue(self.settings.now())
            self._store.save(compass)
            self._drop_files(compass, gone)

    # requests

    def admit(self, request: Request, compass_id: str) -> Key:
        """For routes: nothing is built for someone without a key, and not without end for one with.

        Raises `Stranger`, `TooManyTries`.
        """
        key = self.key(request.session, compass_id)
        if not self._tries.hit(PAGES, 'page', key.id):
            raise TooManyTries
        self.keys.use(key, self.settings.now())
        compass = self._load(compass_id)
        if key.id not in compass.keys:  # an older version was opened, from before this key
            compass.hold_key(key.id)
            self._store.save(compass)
        return key

    def admit_upload(self, request: Request, compass_id: str) -> Key:
        """For what a browser sends: from our own pages, with a key, and not without end.

        Raises `ForeignPost`, `Stranger`, `TooManyTries`.
        """
        self.refuse_foreign_post(request)
        if OURS not in request.headers:  # another website cannot send it without asking us first
            raise ForeignPost
        key = self.key(request.session, compass_id)
        if not self._tries.hit(UPLOADS, 'upload', key.id):
            raise TooManyTries
        return key

    def refuse_foreign_post(self, request: Request) -> None:
        """For forms. Our pages send no referrer, so a browser may write `null` for our own origin.

        Raises `ForeignPost`.
        """
        if request.headers.get('sec-fetch-site', 'same-origin') not in {'same-origin', 'none'}:
            raise ForeignPost
        origin = request.headers.get('origin', 'null')
        if origin != 'null' and origin not in self.settings.origins:
            raise ForeignPost

    # inside

    def _drop_files(self, compass: Compass, attachment_ids: set[str]) -> None:
        if attachment_ids:
            with suppress(OSError):  # nothing speaks of them any more, and the sweep comes by
                self._store.save(compass)  # the version before must not speak of them either
                self._store.files(compass.id).drop(attachment_ids)

    def _load(self, compass_id: str) -> Compass:
        return self._store.load(compass_id, self.settings.now())

    def _keys_of(self, compass: Compass) -> list[Key]:
        now = self.settings.now()
        return [key for key in (self.keys.get(key_id, now) for key_id in compass.keys) if key]

    def _held(self, session: Session, compass_id: str) -> Key | None:
        try:
            return self.key(session, compass_id)
        except Stranger:
            return None

    def _save_keys(self, compass: Compass) -> None:
        """Save twice: should the file be damaged, the version before knows these keys too, so they can be ended."""
        self._store.save(compass)
        self._store.save(compass)

    def _hold(self, session: Session, key: Key) -> None:
        held = list({**session.get('keys', {}), key.compass: self.keys.token(key.id)}.items())
        session['keys'] = dict(held[-HELD_KEYS:])
        for _, token in held[:-HELD_KEYS]:
            if pushed_out := self.keys.find(token, self.settings.now()):
                self.keys.revoke(pushed_out.id)

    def _drop_dead_keys(self, compass: Compass) -> None:
        """Forget keys that were revoked, and end those of devices that were not used for too long."""
        living = {key.id for key in self._keys_of(compass)}
        for key_id in set(compass.keys) - living:
            compass.drop_key(key_id)
            self.keys.revoke(key_id)

    def _erase(self, compass: Compass) -> None:
        # the data first: a key without a compass opens nothing, a compass without a key would stay for ever
        self._store.erase(compass.id)
        for key_id in compass.keys:
            self.keys.revoke(key_id)

    def _wrong_key(self, address: str) -> Exception:
        return Stranger() if self._tries.hit(WRONG_KEYS, 'wrong key', address) else TooManyTries()
