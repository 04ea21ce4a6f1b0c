"""How often a stranger, a network or a key may try what: every rate limit in one table, counted in memory."""

from enum import Enum
from ipaddress import IPv6Network, ip_address

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

MOST_KNOWN = 10_000
"""Most networks, keys or accounts that one limit remembers; beyond it the one that tried longest ago is forgotten."""
_LONGEST = 64


class Limit(Enum):
    """What is counted, for whom, and how often it may happen."""

    WRONG_KEYS = 'keys of sheets that open nothing, by network', '20/minute'
    INVITATIONS = 'invitations that open nothing, by network', '20/minute'
    BEGINNINGS = 'new compasses, by network', '60/minute'
    PAGES = 'pages and files of a compass, by key', '120/minute'
    # only those with no key that opens are counted: thirty people behind one address go on
    STRANGE_PAGES = 'pages of a compass without a key that opens it, by network', '300/minute'
    UPLOADS = 'photos, drawings and voices, by key', '60/minute'
    SIGN_IN = 'sign-ins of workers, by network', '10/minute'
    WRONG_SIGN_INS = 'wrong passwords and codes, by account', '5 per 15 minutes'
    PASSKEYS = 'questions and answers of passkeys, by network', '60/minute'
    PIN = 'picture PINs, by network', '30/minute'

    def __init__(self, what: str, often: str) -> None:
        self.what = what
        self.rate: RateLimitItem = parse(often)


class Limits:
    """Counts in a moving window: a minute is any sixty seconds. A restart forgets."""

    def __init__(self) -> None:
        # one for each limit: a flood of networks never makes us forget the tries for an account
        self._storages = {limit: MemoryStorage() for limit in Limit}
        self._windows = {limit: MovingWindowRateLimiter(storage) for limit, storage in self._storages.items()}

    def hit(self, limit: Limit, who: str) -> bool:
        """Count one try; whether it is still within the limit. Tries beyond it are not counted."""
        within = self._windows[limit].hit(limit.rate, who)
        self._keep_few(self._storages[limit], limit.rate.key_for(who))
        return bool(within)

    def is_full(self, limit: Limit, who: str) -> bool:
        """Whether one more try would be too many. Counts nothing."""
        return not self._windows[limit].test(limit.rate, who)

    def _keep_few(self, storage: MemoryStorage, tried: str) -> None:
        """Forget whoever did not try for a whole window.

        The library empties what is over, after every try, but keeps the name for ever.
        """
        known = storage.events
        with storage.locks[tried]:  # its own thread empties them meanwhile
            known[tried] = known.pop(tried)  # the last in line: the first tried longest ago
        while (first := next(iter(known))) != tried and (not known[first] or len(known) > MOST_KNOWN):
            with storage.locks[first]:
                storage.clear(first)


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
    return str(ip.ipv4_mapped or IPv6Network((int(ip), 64), strict=False))
