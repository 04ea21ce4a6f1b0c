"""What the model knows of devices, compasses and browsers, beside the program."""

from dataclasses import dataclass, field
from datetime import datetime

from model.access.session import Session


@dataclass
class Hand:
    """What the model knows of one device on which a compass is."""

    key: str
    sure: bool = False
    """It is surely the person: it began the compass, or something of the person said so, and nothing locked since."""
    own: bool = False
    """"Van mij" was said."""
    vouched: datetime | None = None
    """Since when a lent tablet, or seven days, vouches for it."""
    looking: bool = False
    lender: str = ''
    pin: bool = False
    """The picture PIN was tapped, and nothing locked since."""
    private: bool = False
    """Who could see everything said that it may too."""
    parts: bool = False
    """The same, of a device that was vouched for by what saw the words then."""
    announced: datetime | None = None
    printed_by_worker: bool = False
    used: datetime | None = None


@dataclass
class Whose:
    """What the model knows of one compass."""

    codes: dict[str, str] = field(default_factory=dict)
    """The codes that somebody holds, with the worker who printed each."""
    pin: bool = False
    words: list[str] = field(default_factory=list)
    """The ids of the keys with which the private words were written."""
    gone: bool = False
    """Erased by the person, or lost as the table says: after a month."""


@dataclass(eq=False)
class Browser:
    """A cookie jar, and what the model knows of the devices in it."""

    session: Session = field(default_factory=lambda: Session({}))
    hands: dict[str, Hand] = field(default_factory=dict)
