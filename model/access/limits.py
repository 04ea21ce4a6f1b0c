"""How often a stranger, a network or a key may try what: every rate limit in one table, counted in memory.

An IPv6 network is counted twice: the /64 of a household, and the /48 around it, which holds 65,536 of those and is
handed to one customer of many a provider.
"""

from collections.abc import Iterator
from enum import Enum
from ipaddress import IPv6Network, ip_address

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from model.access.refusals import TooManyTries

MOST_KNOWN = 10_000
"""Most networks, keys or accounts that one limit remembers; beyond it the one that tried longest ago is forgotten."""
WIDER = 5
"""How many times as often as one /64 everything in a /48 may try: an office has some floors, not thousands."""
_LONGEST = 64
_HOUSEHOLD, _AROUND = 64, 48
_BY_NETWORK = 'by network'


class Limit(Enum):
    """What is counted, for whom, and how often it may happen. What is counted by network ends with those words."""

    WRONG_KEYS = 'keys of sheets that open nothing, by network', '20/minute'
    INVITATIONS = 'invitations that open nothing, by network', '20/minute'
    BEGINNINGS = 'new compasses, by network', '60/minute'
    PAGES = 'pages and files of a compass, by key', '180/minute'
    # a page costs some thirty thousandths of a second; sixty people open three hundred in a busy minute
    PAGES_OF_NETWORK = 'pages and files of compasses and desks, by network', '600/minute'
    # only those with no key that opens are counted: thirty people behind one address go on
    STRANGE_PAGES = 'pages of a compass without a key that opens it, by network', '300/minute'
    UPLOADS = 'photos, drawings and voices, by key', '60/minute'
    SIGN_IN = 'sign-ins of workers, by network', '10/minute'
    WRONG_SIGN_INS = 'wrong passwords and codes, by account', '5 per 15 minutes'
    PASSKEYS = 'questions and answers of passkeys, by network', '60/minute'
    PIN = 'picture PINs, by network', '30/minute'
    WRONG_DIGITS = 'eight digits that open nothing, by network', '10/minute'
    NO_DIGITS = 'an hour in which no digits open anything, after ten wrong ones in a minute, by network', '1/hour'

    def __init__(self, what: str, often: str) -> None:
        self.what = what
        self.rate: RateLimitItem = parse(often)

    @property
    def is_by_network(self) -> bool:
        """Whether networks are what is counted, so that wider ones count too."""
        return self.what.endswith(_BY_NETWORK)


class Limits:
    """Counts in a moving window: a minute is any sixty seconds. A restart forgets."""

    def __init__(self) -> None:
        # one for each limit: a flood of networks never makes us forget the tries for an account
        self._windows = {limit: _Window(limit.rate) for limit in Limit}
        # and one apart for the wide: a flood of /64s never makes us forget their /48
        self._wide = {limit: _Window(_wider(limit.rate)) for limit in Limit if limit.is_by_network}

    def hit(self, limit: Limit, who: str) -> bool:
        """Count one try; whether it is still within the limit. Tries beyond it are not counted.

        `who` is a name, or what `network_of` says of an address.
        """
        counting = list(self._counting(limit, who))
        within = not any(window.is_full(name) for window, name in counting)
        for window, name in counting:
            window.tried(name, counts=within)
        return within

    def count_page(self, key_id: str, address: str) -> None:
        """Count a page or a file for who holds a key. Raises `TooManyTries`.

        What is too much for a key does not count for its network, where others are.
        """
        if not self.hit(Limit.PAGES, key_id) or not self.hit(Limit.PAGES_OF_NETWORK, network_of(address)):
            raise TooManyTries

    def is_full(self, limit: Limit, who: str) -> bool:
        """Whether one more try would be too many. Counts nothing."""
        return any(window.is_full(name) for window, name in self._counting(limit, who))

    def _counting(self, limit: Limit, who: str) -> 'Iterator[tuple[_Window, str]]':
        yield self._windows[limit], who
        if limit.is_by_network and (wide := around(who)):
            yield self._wide[limit], wide


class _Window:
    """What one limit remembers of everyone."""

    def __init__(self, rate: RateLimitItem) -> None:
        self._rate = rate
        self.storage = MemoryStorage()
        self._tries = MovingWindowRateLimiter(self.storage)

    def tried(self, who: str, *, counts: bool) -> None:
        """Somebody tried; one that does not count is remembered as the last all the same."""
        if counts:
            self._tries.hit(self._rate, who)
        if (name := self._rate.key_for(who)) in self.storage.events:
            self._keep_few(name)

    def is_full(self, who: str) -> bool:
        return not self._tries.test(self._rate, who)

    def _keep_few(self, tried: str) -> None:
        """Forget whoever did not try for a whole window.

        The library empties what is over, after every try, but keeps the name for ever.
        """
        known = self.storage.events
        with self.storage.locks[tried]:  # its own thread empties them meanwhile
            known[tried] = known.pop(tried)  # the last in line: the first tried longest ago
        while (first := next(iter(known))) != tried and (not known[first] or len(known) > MOST_KNOWN):
            with self.storage.locks[first]:
                self.storage.clear(first)


def network_of(address: str) -> str:
    """Whom an address counts for: an IPv4 address itself, the /64 of an IPv6 one, which one household has.

    An IPv4 address that is written as IPv6 is the IPv4 one; what is no address stands for itself, cut short.
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return address[:_LONGEST]
    if ip.version == 4:
        return str(ip)
    return str(ip.ipv4_mapped or IPv6Network((int(ip), _HOUSEHOLD), strict=False))


def wide_network_of(address: str) -> str:
    """The same, but the /48 of an IPv6 address: whoever has that has every /64 in it."""
    network = network_of(address)
    return around(network) or network


def around(network: str) -> str:
    """The /48 around a /64 as `network_of` writes it; empty for anything else."""
    if not network.endswith(f'/{_HOUSEHOLD}'):
        return ''
    try:
        return str(IPv6Network(network).supernet(new_prefix=_AROUND))
    except ValueError:
        return ''


def _wider(rate: RateLimitItem) -> RateLimitItem:
    return type(rate)(rate.amount * WIDER, rate.multiples, rate.namespace)
