"""The table of whose device it is, row by row: how long it opens, what it may, and what is private there."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from model.access.table import (
    ANNOUNCED,
    EVERYTHING,
    TABLE,
    Back,
    May,
    asks_picture,
    has_ended,
    idle_of,
    is_idle,
    is_locked,
    may,
    private_parts,
    rules_of,
)
from model.compass.part import PRIVATE_PARTS, Part
from model.key import Key, Kind, Row

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=ZoneInfo('Europe/Amsterdam'))
LONG_AGO = NOW - timedelta(days=20)

DEVICES: dict[str, dict[str, Any]] = {
    'own, confirmed': {'row': Row.CONFIRMED, 'private': True},
    'own, of two persons': {'row': Row.CONFIRMED, 'private': True, 'family': True},
    'own, vouched': {'row': Row.VOUCHED, 'announced': NOW, 'vouched_parts': [Part.HAPPENED]},
    'own, unconfirmed': {'row': Row.UNCONFIRMED, 'announced': NOW},
    'everyone’s': {'row': Row.EVERYONE},
    'everyone’s, began it': {'row': Row.EVERYONE, 'began': True, 'private': True},
    'the same, was locked': {'row': Row.EVERYONE, 'began': True, 'private': True, 'was_locked': True},
    'handed over': {'row': Row.HANDED_OVER, 'worker': '0123456789abcdef'},
    'for one question': {'row': Row.ASKED, 'worker': '0123456789abcdef', 'about': '0123456789abcdef'},
    'only looking': {'row': Row.LOOKING},
    'worker’s own': {'kind': Kind.WORKER, 'own': True, 'worker': '0123456789abcdef'},
    'worker’s, elsewhere': {'kind': Kind.WORKER, 'worker': '0123456789abcdef'},
    'sheet': {'kind': Kind.SHEET},
    'invitation': {'kind': Kind.INVITE},
    'handle of locked keys': {'kind': Kind.LOCKED},
}
SPANS = {
    **{f'{minutes} min': timedelta(minutes=minutes) for minutes in (0, 5, 6, 15, 16, 30, 31)},
    **{f'{days} days': timedelta(days=days) for days in (7, 30, 365)},
    '12 h': timedelta(hours=12),
}


def a_key(device: str, **more: Any) -> Key:
    fields = {'kind': Kind.DEVICE, 'made': NOW, 'seen': NOW} | DEVICES[device] | more
    return Key(id='0' * 32, compass='0' * 16, **fields)


def lines(grid: str) -> list[tuple[str, dict[str, str]]]:
    """The lines of a grid with its columns, which two spaces part."""
    heads, *below = ([cell.strip() for cell in line.strip().split('  ') if cell] for line in grid.strip().splitlines())
    return [(line[0], dict(zip(heads, line[1:], strict=True))) for line in below]


def every_cell(grid: str) -> list[Any]:
    return [
        pytest.param(device, head, cell, id=f'{device}, {head}')
        for device, line in lines(grid)
        for head, cell in line.items()
    ]


def span(head: str) -> timedelta:
    """How long a column stands for; with a plus, a second more."""
    return SPANS[head.rstrip('+')] + timedelta(seconds=head.endswith('+'))


def state(key: Key, now: datetime) -> str:
    """Whether a key opens: `asks` when it does, but asks for the person's picture before it shows private parts.

    `pause`: its worker shows once more that it is them.
    """
    if has_ended(key, now):
        return 'ended'
    if is_locked(key, now):
        return 'locked'
    if key.kind is Kind.WORKER and is_idle(key, now):
        return 'pause'
    return 'asks' if asks_picture(key, now) else 'opens'


# how long it opens

UNTOUCHED = """
                       0 min  5 min  6 min   15 min  16 min  30 min  31 min  12 h    12 h+   30 days  30 days+  365 days  365 days+
own, confirmed         opens  opens  opens   opens   opens   opens   asks    asks    asks    asks     asks      asks      ended
own, vouched           opens  opens  opens   opens   opens   opens   asks    asks    asks    asks     asks      asks      ended
own, unconfirmed       opens  opens  opens   opens   opens   opens   asks    asks    asks    asks     asks      asks      ended
own, of two persons    opens  opens  locked  locked  locked  locked  locked  locked  locked  locked   locked    locked    ended
everyone’s             opens  opens  locked  locked  locked  locked  locked  locked  locked  locked   ended     ended     ended
everyone’s, began it   opens  opens  locked  locked  locked  locked  locked  locked  locked  locked   ended     ended     ended
the same, was locked   opens  opens  locked  locked  locked  locked  locked  locked  locked  locked   ended     ended     ended
handed over            opens  opens  opens   opens   locked  locked  locked  locked  ended   ended    ended     ended     ended
for one question       opens  opens  opens   opens   ended   ended   ended   ended   ended   ended    ended     ended     ended
only looking           opens  opens  ended   ended   ended   ended   ended   ended   ended   ended    ended     ended     ended
worker’s own           opens  opens  opens   opens   opens   opens   pause   pause   ended   ended    ended     ended     ended
worker’s, elsewhere    opens  opens  pause   pause   pause   pause   pause   pause   ended   ended    ended     ended     ended
sheet                  opens  opens  opens   opens   opens   opens   opens   opens   opens   opens    opens     opens     opens
invitation             opens  opens  opens   opens   opens   opens   opens   opens   opens   ended    ended     ended     ended
handle of locked keys  opens  opens  opens   opens   opens   opens   opens   opens   opens   opens    ended     ended     ended
"""  # noqa: E501  a table is read along its lines

IN_USE = """
                      12 h    12 h+   30 days  365 days  365 days+
own, confirmed        opens   opens   opens    opens     opens
own, vouched          opens   opens   opens    opens     opens
own, unconfirmed      opens   opens   opens    opens     opens
everyone’s            opens   locked  locked   locked    locked
everyone’s, began it  opens   locked  locked   locked    locked
handed over           opens   ended   ended    ended     ended
for one question      opens   ended   ended    ended     ended
only looking          opens   ended   ended    ended     ended
worker’s own          opens   ended   ended    ended     ended
worker’s, elsewhere   opens   ended   ended    ended     ended
sheet                 opens   opens   opens    opens     opens
"""

LOCKED = """
                      0 min   12 h    12 h+   30 days  30 days+  365 days
own, of two persons   locked  locked  locked  locked   locked    locked
everyone’s            locked  locked  locked  locked   ended     ended
everyone’s, began it  locked  locked  locked  locked   ended     ended
handed over           locked  locked  ended   ended    ended     ended
worker’s own          locked  locked  ended   ended    ended     ended
worker’s, elsewhere   locked  locked  ended   ended    ended     ended
"""


@pytest.mark.parametrize(('device', 'head', 'cell'), every_cell(UNTOUCHED))
def test_how_a_device_is_that_nobody_touched_for(device, head, cell):
    assert state(a_key(device), NOW + span(head)) == cell


@pytest.mark.parametrize(('device', 'head', 'cell'), every_cell(IN_USE))
def test_how_a_device_is_that_is_in_use_since(device, head, cell):
    assert state(a_key(device, made=NOW - span(head)), NOW) == cell


@pytest.mark.parametrize(('device', 'head', 'cell'), every_cell(LOCKED))
def test_how_a_device_is_that_is_locked_since(device, head, cell):
    assert state(a_key(device, locked=True), NOW + span(head)) == cell


def test_a_clock_set_back_locks_and_ends_nothing():
    for device in DEVICES:
        assert state(a_key(device), NOW - timedelta(hours=1)) == 'opens'


# what it may

MAY = """
                      CHANGE  ANSWER  LOWER  SHARE  LET_IN  VOUCH  END      RENEW    PIN  ERASE      ANSWER_ONE
own, confirmed        yes     yes     yes    yes    yes     yes    yes      yes      yes  yes        yes
own, of two persons   yes     yes     yes    yes    yes     yes    yes      yes      yes  yes        yes
own, vouched          yes     yes     yes    yes    yes     yes    in days  in days  yes  in days    yes
own, unconfirmed      yes     yes     yes    no     no      no     no       no       no   no         no
everyone’s            yes     yes     yes    no     no      no     no       no       no   no         no
everyone’s, began it  yes     yes     yes    yes    yes     yes    yes      yes      yes  yes        yes
the same, was locked  yes     yes     yes    no     no      no     no       no       no   no         no
handed over           yes     yes     yes    no     no      yes    no       no       no   no         no
for one question      no      no      no     no     no      no     no       no       no   no         yes
only looking          no      no      no     no     no      no     no       no       no   no         no
"""


@pytest.mark.parametrize(('device', 'head', 'cell'), every_cell(MAY))
def test_what_a_device_may(device, head, cell):
    key = a_key(device, made=LONG_AGO, announced=NOW)
    soon, then = NOW + ANNOUNCED - timedelta(seconds=1), NOW + ANNOUNCED
    assert [May[head] in may(key, moment) for moment in (NOW, soon, then)] == {
        'yes': [True, True, True],
        'no': [False, False, False],
        'in days': [False, False, True],
    }[cell]


def test_a_device_that_was_never_announced_does_not_come_to_what_waits():
    key = a_key('own, vouched', announced=None)
    assert not may(key, NOW + timedelta(days=300)) & {May.END, May.RENEW, May.ERASE}


def test_the_picture_pin_and_a_word_of_it_give_no_other_rights():
    unsure = (
        'own, unconfirmed',
        'everyone’s',
        'the same, was locked',
        'handed over',
        'for one question',
        'only looking',
    )
    for device in unsure:
        for more in ({'pin': True}, {'private': True}, {'began': True, 'was_locked': True}):
            assert may(a_key(device, **more), NOW) == may(a_key(device), NOW)


# what is private there

SEES = """
                      as it is  was told yes  with the PIN  put down  put down, with the PIN
own, confirmed        all       all           all           nothing   nothing
own, of two persons   all       all           all           nothing   nothing
own, vouched          some      all           all           nothing   nothing
own, unconfirmed      nothing   nothing       all           nothing   nothing
everyone’s            nothing   all           all           nothing   all
everyone’s, began it  all       all           all           all       all
the same, was locked  nothing   nothing       all           nothing   all
handed over           nothing   nothing       all           nothing   all
for one question      nothing   nothing       nothing       nothing   nothing
only looking          nothing   nothing       nothing       nothing   nothing
"""
HOW: dict[str, dict[str, Any]] = {
    'as it is': {},
    'was told yes': {'private': True},
    'with the PIN': {'pin': True},
    'put down': {'shut': True},
    'put down, with the PIN': {'shut': True, 'pin': True},
}
"""Of a tablet that was handed over the gate looks at what stands there, too: `tests/unit/access/test_lent.py`."""


@pytest.mark.parametrize(('device', 'head', 'cell'), every_cell(SEES))
def test_which_private_parts_a_device_shows(device, head, cell):
    shows = {'all': set(PRIVATE_PARTS), 'some': {Part.HAPPENED}, 'nothing': set()}[cell]
    assert private_parts(a_key(device, **HOW[head]), NOW) == shows


@pytest.mark.parametrize('device', ['own, confirmed', 'own, vouched'])
def test_an_own_device_shows_nothing_private_after_half_an_hour_without_a_touch(device):
    key = a_key(device, pin=True)
    assert private_parts(key, NOW + timedelta(minutes=30)) == set(PRIVATE_PARTS)
    assert private_parts(key, NOW + timedelta(minutes=31)) == set()


# the table itself


def test_there_is_one_row_for_each_way_a_device_can_be():
    assert set(TABLE) == set(Row)


def test_every_row_of_the_table_is_looked_at_here():
    for grid in (UNTOUCHED, IN_USE, MAY, SEES):
        seen = {a_key(device).row for device, _ in lines(grid) if a_key(device).kind is Kind.DEVICE}
        assert seen == set(Row)
    assert set(lines(MAY)[0][1]) == {one.name for one in May}


def test_only_a_row_that_locks_says_for_how_long():
    for row, rules in TABLE.items():
        assert (rules.idle is None) is (rules.back is Back.NEVER_LOCKS), row
        assert rules.waits <= rules.may, row


def test_only_who_is_surely_the_person_may_everything():
    assert [row for row, rules in TABLE.items() if rules.may == EVERYTHING] == [Row.CONFIRMED, Row.VOUCHED]
    assert not TABLE[Row.CONFIRMED].waits


def test_a_worker_may_nothing_of_the_persons_by_a_row():
    for device in ('worker’s own', 'worker’s, elsewhere'):
        assert rules_of(a_key(device)).may == frozenset()


@pytest.mark.parametrize(
    ('device', 'minutes'),
    [
        ('own, confirmed', None),
        ('own, of two persons', 5),
        ('everyone’s', 5),
        ('handed over', 15),
        ('for one question', 15),
        ('only looking', 5),
        ('worker’s own', 30),
        ('worker’s, elsewhere', 5),
    ],
)
def test_after_how_long_a_page_locks_by_itself(device, minutes):
    idle = idle_of(a_key(device))
    assert (idle and idle.total_seconds() / 60) == minutes
