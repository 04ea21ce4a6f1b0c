"""The signed session: what the cookie of one browser carries, by name. See `docs/security.md`."""

from collections.abc import MutableMapping
from typing import Any, Generic, TypeVar, overload

T = TypeVar('T')

Cookie = MutableMapping[str, Any]
"""The session as the web framework has it: a change of it goes out with the answer."""


class Entry(Generic[T]):
    """One thing in the cookie; what is as empty as `empty` takes no room there."""

    def __init__(self, empty: T) -> None:
        self._empty = empty

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, session: None, owner: type) -> 'Entry[T]': ...

    @overload
    def __get__(self, session: 'Session', owner: type) -> T: ...

    def __get__(self, session: 'Session | None', owner: type) -> 'T | Entry[T]':
        if session is None:
            return self
        found = session.cookie.get(self._name)
        # an older program may have written something of another kind
        return found if isinstance(found, type(self._empty)) else self._empty

    def __set__(self, session: 'Session', value: T) -> None:
        if value != self._empty:
            session.cookie[self._name] = value
        elif self._name in session.cookie:
            del session.cookie[self._name]


class Session:
    """What one browser carries. Values are never changed in place: set them anew, or the cookie does not go out."""

    keys = Entry[dict[str, str]]({})
    """The tokens of this browser's device keys, by the id of their compass, the newest last."""
    locked = Entry('')
    """The handle by which the locked keys of this browser are found."""
    everyones = Entry(False)  # noqa: FBT003  the empty value
    """This browser is of everyone here: nobody is asked whether it is theirs."""
    worker = Entry('')
    """The token of the worker who signed in here."""
    lent = Entry('')
    """The token of the worker who handed this tablet to a person; locked until they take it back."""
    away = Entry(False)  # noqa: FBT003  the empty value
    """After "Snel weg": nothing opens until somebody comes back on purpose."""
    waiting = Entry[dict[str, Any]]({})
    """A sheet that was scanned and asks for the picture PIN: its `token`, `whose` device this is, and `tries`."""
    asks = Entry(False)  # noqa: FBT003  the empty value
    """A worker scanned the sheet: the next page asks the person whether they may look along."""
    invite = Entry('')
    """The token of an invitation that is being accepted."""
    joining = Entry[dict[str, Any]]({})
    """What somebody who accepts it gave so far: `name`, and the `seed` of the authenticator app."""
    way = Entry[dict[str, str]]({})
    """Where a worker was going who first has to sign in: `to`, a page of ours, and `of`, the worker if one was here."""
    setting_up = Entry[dict[str, str]]({})
    """What a worker who sets a password anew was shown: the `seed` of the authenticator app, and `since` when."""
    probed = Entry(False)  # noqa: FBT003  the empty value
    """Nothing is in it but this, to see whether the browser brings it back."""
    language = Entry('')
    """The language chosen on this device."""
    seen = Entry('')
    """The last day a compass was opened here: a change of it sends the cookie out again, so its year begins anew."""

    def __init__(self, cookie: Cookie) -> None:
        self.cookie = cookie

    @property
    def is_bare(self) -> bool:
        """Whether nothing in it opens anything, or may come to."""
        return not any((self.keys, self.worker, self.lent, self.waiting, self.invite))

    def clear(self) -> None:
        """Forget everything, the language too; but not whose this browser is, nor where its locked keys are found."""
        locked, everyones = self.locked, self.everyones
        self.cookie.clear()
        self.locked, self.everyones = locked, everyones
