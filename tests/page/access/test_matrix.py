"""Every row of the table in every state of lock, workers and strangers × every route and every event listener.

What is tried is taken from the program itself: a route or a listener that nobody thought about fails here.
"""

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from model.access.table import May
from model.compass.compass import Compass
from model.compass.part import EVERY_PART, PRIVATE_PARTS, Part
from model.compass.seen import content
from model.key import Row
from model.settings import Settings
from tests.page.cast.at_desk import Guest, lent_for_a_moment
from tests.page.cast.outsiders import everyone_elses_events, seen
from tests.page.cast.people import (
    Colleague,
    Listener,
    Machine,
    OnDisk,
    Owner,
    Page,
    Person,
    Stranger,
    Worker,
    coordinator_of,
    eventually,
    files_below,
    listeners_of,
)
from tests.page.cast.routes import routes_of_the_program
from tests.page.cast.sending import DRAWING, has_sent, new_id, puts
from tests.page.cast.socket import Refused, Socket
from tests.soak import SOAK
from ui.screens.compass_page import PERSON_SCREENS, PRIVATE_SCREENS, SCREENS, STEP_SCREENS, WORKER_SCREENS

NOWHERE = '0' * 16
WORDS = {
    Part.RING: 'wens van Sam',
    Part.STEPS: 'stap van Sam',
    Part.HAPPENED: 'brommer gestolen',
    Part.OBSTACLES: 'bang voor post',
}
FOR_ALL = {
    'GET /',
    'GET /assets/scripts/{version}/{name:path}',
    'GET /assets/{name:path}',
    'GET /favicon.ico',
    'GET /geen-verbinding',
    'GET /gezond',
    'HEAD /gezond',
    'GET /ik-heb-een-kompas',
    'GET /k',
    'GET /manifest.webmanifest',
    'GET /plaatje/{name}',
    'GET /gewist/{compass_id}',
    'GET /slot',
    'GET /sw.js',
    'GET /tot-ziens',
    'GET /wat-bewaren-we',
    'GET /werk/in',
    'GET /werk/uitnodiging',
}
"""What anybody may ask for; none of it says anything about a person."""
FOR_OWN_BROWSER = {
    'POST /ik-heb-een-kompas',
    'POST /k',
    'POST /nieuw',
    'POST /slot',
    'POST /slot/eerder',
    'POST /slot/plaatje',
    'POST /taal',
    'POST /tot-ziens',
    'POST /weg',
    'GET /plaatjescode',
    'POST /plaatjescode',
    'GET /slot/eerder',
}
"""What changes only what this browser itself holds, or asks for a key in the form."""
WAYS_IN = {
    'POST /werk/in',
    'POST /werk/sleutel',
    'POST /werk/sleutel/vraag',
    'POST /werk/uit',
    'POST /werk/uitnodiging',
    'GET /werk/terug',
    'POST /werk/terug',
    'POST /werk/terug/sleutel',
    'GET /werk/nog',
    'POST /werk/hier',
    'POST /werk/nog',
    'POST /werk/nog/sleutel',
    'GET /werk/{_:path}',
}
"""Signing in and out: tried one by one in `test_sign_in`, `test_invitation`, `test_tablet` and `test_still_here`."""
WITH_INVITATION = {
    'GET /werk/welkom',
    'GET /werk/welkom/kies',
    'GET /werk/welkom/wachtwoord',
    'POST /werk/welkom',
    'POST /werk/welkom/sleutel',
    'POST /werk/welkom/sleutel/vraag',
    'POST /werk/welkom/wachtwoord',
}
FOR_WORKERS = {'GET /werk', 'POST /werk/nieuw', 'POST /werk/tablet'}
OWN_WAYS_IN = {
    'GET /werk/ik',
    'GET /werk/ik/bewijs',
    'GET /werk/ik/wachtwoord',
    'GET /werk/ik/wachtwoord/app',
    'POST /werk/ik/anderen-uit',
    'POST /werk/ik/bewijs',
    'POST /werk/ik/bewijs/sleutel',
    'POST /werk/ik/gezien',
    'POST /werk/ik/herstelcodes',
    'POST /werk/ik/niet-ik',
    'POST /werk/ik/sleutel',
    'POST /werk/ik/sleutel/naam',
    'POST /werk/ik/sleutel/vraag',
    'POST /werk/ik/sleutel/weg',
    'POST /werk/ik/uit',
    'POST /werk/ik/wachtwoord',
    'POST /werk/ik/wachtwoord/app',
}
"""A worker's own, and nobody else's: `test_ways_in`."""
FOR_COORDINATORS = {
    'GET /werk/logboek',
    'GET /werk/team',
    'POST /werk/team/aan',
    'POST /werk/team/deze-tablet',
    'POST /werk/team/mijn',
    'POST /werk/team/opnieuw',
    'POST /werk/team/uit',
    'POST /werk/team/uitnodigen',
}
OF_A_COMPASS = {
    'GET /kompas/{compass_id}',
    'GET /kompas/{compass_id}/{_:path}',
    'GET /kompas/{compass_id}/poster.pdf',
    'GET /kompas/{compass_id}/bijlage/{attachment_id}/{size}',
    'PUT /kompas/{compass_id}/bijlage/{attachment_id}',
    'GET /van-wie/{compass_id}',
    'POST /van-wie/{compass_id}',
    'POST /gewist/{compass_id}',
}
OF_THE_FRAMEWORK = ('/_nicegui',)


# the table, row by row and state by state: what such a device sees, and what it may

EVERYTHING = frozenset(May)
BASIC = frozenset({May.CHANGE, May.ANSWER, May.LOWER})
LENT = BASIC | {May.VOUCH}
NOT_YET = EVERYTHING - {May.END, May.RENEW, May.ERASE}
NOTHING = frozenset[May]()
OPEN = EVERY_PART - set(PRIVATE_PARTS)
HAPPENED = OPEN | {Part.HAPPENED}

LOCKED, GONE = '/slot', 'not there'
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True)
class Case:
    """A device of one row, in one state."""

    row: Row
    sees: frozenset[Part] | str
    """Its parts; or that it is sent to the lock, or finds nothing there."""
    may: frozenset[May] = NOTHING
    idle: timedelta = timedelta()
    """How long nobody touched it."""
    old: timedelta = timedelta()
    """How long ago it came."""
    announced: timedelta | None = None
    key: dict[str, Any] = field(default_factory=dict)

    @property
    def opens(self) -> bool:
        return not isinstance(self.sees, str)

    @property
    def parts(self) -> frozenset[Part]:
        return self.sees if not isinstance(self.sees, str) else frozenset()


SAID, PIN, BEGAN = {'private': True}, {'pin': True}, {'began': True, 'private': True}
SHOWN = {'vouched_parts': ['happened']}
TIRED = {'tries': 3, 'tried': Settings().today().isoformat()}
"""Three wrong pictures were tapped: however many are tapped now, no right one counts any more today."""
CASES = {
    'confirmed': Case(Row.CONFIRMED, EVERY_PART, EVERYTHING, key=SAID),
    'confirmed, not shown what is private': Case(Row.CONFIRMED, OPEN, EVERYTHING),
    'confirmed, put down for half an hour': Case(Row.CONFIRMED, OPEN, EVERYTHING, idle=31 * MINUTE, key=SAID),
    'confirmed, shut since': Case(Row.CONFIRMED, OPEN, EVERYTHING, key=SAID | {'shut': True}),
    'confirmed, put down for 11 months': Case(Row.CONFIRMED, OPEN, EVERYTHING, idle=330 * DAY, key=SAID),
    'confirmed, put down for a year': Case(Row.CONFIRMED, GONE, idle=366 * DAY, key=SAID),
    'confirmed, of a family, put down': Case(Row.CONFIRMED, LOCKED, idle=6 * MINUTE, key=SAID | {'family': True}),
    'confirmed, of a family, in use': Case(Row.CONFIRMED, EVERY_PART, EVERYTHING, key=SAID | {'family': True}),
    'vouched': Case(Row.VOUCHED, HAPPENED, NOT_YET, announced=6 * DAY, key=SHOWN),
    'vouched, seven days later': Case(Row.VOUCHED, HAPPENED, EVERYTHING, announced=8 * DAY, key=SHOWN),
    'vouched, put down for half an hour': Case(
        Row.VOUCHED, OPEN, NOT_YET, idle=31 * MINUTE, announced=timedelta(), key=SHOWN | TIRED
    ),
    'vouched, put down for a year': Case(Row.VOUCHED, GONE, idle=366 * DAY, announced=366 * DAY, key=SAID),
    'vouched, shown more': Case(Row.VOUCHED, EVERY_PART, NOT_YET, announced=timedelta(), key=SAID),
    'unconfirmed': Case(Row.UNCONFIRMED, OPEN, BASIC, announced=timedelta()),
    'unconfirmed, though it was said': Case(Row.UNCONFIRMED, OPEN, BASIC, announced=timedelta(), key=SAID),
    'unconfirmed, eight days later': Case(Row.UNCONFIRMED, OPEN, BASIC, announced=8 * DAY),
    'unconfirmed, put down for a year': Case(Row.UNCONFIRMED, GONE, idle=366 * DAY, announced=366 * DAY),
    'everyone’s, which began it': Case(Row.EVERYONE, EVERY_PART, EVERYTHING, key=BEGAN),
    'everyone’s, came with the sheet': Case(Row.EVERYONE, OPEN, BASIC),
    'everyone’s, put down': Case(Row.EVERYONE, LOCKED, idle=6 * MINUTE, key=BEGAN),
    'everyone’s, put down for a day': Case(Row.EVERYONE, LOCKED, idle=DAY, key=BEGAN),
    'everyone’s, put down for a month': Case(Row.EVERYONE, GONE, idle=31 * DAY, key=BEGAN),
    'everyone’s, after its day': Case(Row.EVERYONE, LOCKED, old=13 * timedelta(hours=1), key=BEGAN),
    'everyone’s, locked': Case(Row.EVERYONE, LOCKED, key=BEGAN | {'locked': True, 'was_locked': True}),
    'everyone’s, opened again': Case(Row.EVERYONE, OPEN, BASIC, key=BEGAN | {'was_locked': True}),
    'everyone’s, with the picture PIN': Case(Row.EVERYONE, EVERY_PART, BASIC, key=PIN),
    'everyone’s, opened again, with the PIN': Case(Row.EVERYONE, EVERY_PART, BASIC, key=PIN | {'was_locked': True}),
    'handed over': Case(Row.HANDED_OVER, OPEN, LENT),
    'handed over, though it was said': Case(Row.HANDED_OVER, OPEN, LENT, key=SAID | {'vouched_parts': ['happened']}),
    'handed over, in a talk': Case(Row.HANDED_OVER, OPEN, LENT, idle=14 * MINUTE),
    'handed over, put down': Case(Row.HANDED_OVER, LOCKED, idle=16 * MINUTE),
    'handed over, locked': Case(Row.HANDED_OVER, LOCKED, key={'locked': True, 'was_locked': True}),
    'handed over, opened again': Case(Row.HANDED_OVER, OPEN, LENT, key={'was_locked': True}),
    'handed over, with the picture PIN': Case(Row.HANDED_OVER, EVERY_PART, LENT, key=PIN),
    'handed over, after its day': Case(Row.HANDED_OVER, GONE, old=13 * timedelta(hours=1)),
    'only looking': Case(Row.LOOKING, OPEN),
    'only looking, though it was said': Case(Row.LOOKING, OPEN, key=SAID | PIN | {'vouched_parts': ['happened']}),
    'only looking, put down': Case(Row.LOOKING, GONE, idle=6 * MINUTE),
    'only looking, after its day': Case(Row.LOOKING, GONE, old=13 * timedelta(hours=1)),
}
"""A name for each, with what the table says of it."""


@dataclass
class Cast:
    """Sam's compass, and everyone beside Sam who may see some of it or nothing."""

    owner: Guest
    sees_all: Person
    sees_steps: Person
    other: Owner
    unknown: Colleague
    stranger: Stranger
    phone: Person
    """It waits for a yes."""
    photo: str
    """It waits for one too."""
    touched: float = 0

    @property
    def parts(self) -> dict[str, frozenset[Part]]:
        """What each of them may see and change."""
        return {
            'owner': EVERY_PART,
            'sees_all': frozenset({Part.RING, Part.STEPS}),
            'sees_steps': frozenset({Part.STEPS}),
            'other': frozenset(),
            'unknown': frozenset(),
            'stranger': frozenset(),
        }

    def one(self, name: str) -> Any:
        return getattr(self, name)

    def device(self, case: Case) -> Person:
        """A browser with a key of its own, in this state."""
        one, now = Worker(self.owner), Settings().now()  # type: ignore[arg-type]
        seen, made = now - case.idle, now - max(case.old, case.idle)
        fields = {'row': case.row, 'seen': seen.isoformat(), 'made': made.isoformat()} | case.key
        if case.announced is not None:
            fields['announced'] = (now - case.announced).isoformat()
        if case.row is Row.HANDED_OVER:
            fields['worker'] = self.owner.colleague_id
        if case.row is Row.UNCONFIRMED:
            fields |= {'symbol': 'cycle', 'sheet_by': self.owner.colleague_id}
        self.owner.on_disk.rewrite_key(one.token_of(self.owner.id), **fields)
        return one


class AtWork(Person):
    """The browser of a worker, at the compass of someone who let them look along."""

    def __init__(self, owner: Guest, colleague: Colleague) -> None:
        self.__dict__.update(colleague.__dict__)
        self.id, self.on_disk = owner.id, owner.on_disk


@pytest.fixture(scope='module')
def cast(server: Machine) -> Cast:
    sees_all, sees_steps, unknown = Colleague(server), Colleague(server), Colleague(server)
    owner = Guest(sees_all, nickname='')
    owner.writes('wens', WORDS[Part.RING])
    owner.writes('nieuwe-stap', WORDS[Part.STEPS])
    owner.writes('gebeurd', WORDS[Part.HAPPENED])
    owner.writes('moeilijk', WORDS[Part.OBSTACLES])
    owner.taps('erbij-horen', 'broer of zus')
    owner.lets_look(sees_steps, 'Alleen mijn stappen')
    with lent_for_a_moment(unknown):
        unknown.enters(owner.on_disk.sheet_token)
    photo = has_sent(AtWork(owner, sees_all))
    return Cast(
        owner=owner,
        sees_all=AtWork(owner, sees_all),
        sees_steps=AtWork(owner, sees_steps),
        other=Owner(server),
        unknown=unknown,
        stranger=Stranger(server),
        phone=Worker(owner, own=True),  # type: ignore[arg-type]
        photo=photo,
    )


@pytest.fixture(autouse=True)
def everything_is_as_it_was(cast: Cast) -> Iterator[None]:
    """Each test begins with the same compass and keys; and shared devices, which lock soon, were just used."""
    if time.monotonic() - cast.touched > 30:
        cast.touched = time.monotonic()
        for name in ('owner', 'sees_all', 'sees_steps'):
            assert cast.one(name).opens(f'/kompas/{cast.owner.id}/stappen').status_code == 200, name
        assert cast.other.opens(f'/kompas/{cast.other.id}').status_code == 200
        assert cast.unknown.opens('/werk').status_code == 200
    folders = (cast.owner.on_disk.folder, cast.owner.server.data / 'keys')
    before = {path: path.read_bytes() for folder in folders for path in files_below(folder)}
    yield
    for path in [path for folder in folders for path in files_below(folder)]:
        if path not in before:
            path.unlink()
    for path, content_before in before.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content_before)


OUTSIDERS = ('other', 'unknown', 'stranger')
WORKERS = ('sees_all', 'sees_steps')
INSIDERS = ('owner', *WORKERS)
OPEN_CASES = [name for name, case in CASES.items() if case.opens]
LESS_THAN_ALL = [name for name in OPEN_CASES if CASES[name].may != EVERYTHING]
TAPPED = LESS_THAN_ALL if SOAK else ['unconfirmed', 'handed over', 'only looking']
"""Every tap of every screen takes a while: three that somebody else than the person may have, and in a long run all."""


# routes


def test_every_route_of_the_program_is_thought_about(tmp_path: Path) -> None:
    known = FOR_ALL | FOR_OWN_BROWSER | WAYS_IN | WITH_INVITATION | FOR_WORKERS | OWN_WAYS_IN | FOR_COORDINATORS
    known |= OF_A_COMPASS
    running = {f'{method} {path}' for method, path in routes_of_the_program(tmp_path)}
    ours = {route for route in running if not route.split()[1].startswith(OF_THE_FRAMEWORK)}
    assert ours == known


def tried(one: Stranger, route: str, owner: Person) -> Any:
    method, path = route.split()
    filled = path.format_map(_Filled(compass_id=owner.id, attachment_id='a' * 16, size='tegel', **{'_': 'wens'}))
    fields = ('wie', 'team') if '/team/' in path else ('wie', 'kompas', 'team')
    form = dict.fromkeys(fields, owner.id) if method == 'POST' else None
    return one.http.request(method, filled, data=form, headers={'X-Kompas': '1'})


class _Filled(dict[str, str]):
    """Fills `{name:path}` as well as `{name}`."""

    def __missing__(self, key: str) -> str:
        return self[key.partition(':')[0]]


@pytest.mark.parametrize('route', sorted(OF_A_COMPASS))
@pytest.mark.parametrize('name', OUTSIDERS)
def test_a_compass_is_not_there_for_an_outsider(cast: Cast, name: str, route: str) -> None:
    outsider, path = cast.one(name), route.replace('{_:path}', 'wens')
    answer = tried(outsider, path, cast.owner)
    assert answer.status_code == 404
    if route.startswith('GET'):
        assert seen(answer) == seen(cast.stranger.opens(f'/kompas/{NOWHERE}'))


@pytest.mark.parametrize('route', sorted(FOR_COORDINATORS))
@pytest.mark.parametrize('name', [*OUTSIDERS, *INSIDERS])
def test_the_team_and_the_log_are_there_for_a_coordinator_alone(cast: Cast, name: str, route: str) -> None:
    everyone = [worker['team'] for worker in workers_on_disk(cast)]
    answer = tried(cast.one(name), route, cast.owner)
    if route.startswith('GET') and not isinstance(cast.one(name), (AtWork, Colleague)):
        assert (answer.status_code, answer.headers['location']) == (303, '/werk/in')
    else:
        assert answer.status_code == 404
        assert seen(answer)[1] == seen(cast.stranger.opens('/niets'))[1]
    assert [worker['team'] for worker in workers_on_disk(cast)] == everyone


@pytest.mark.parametrize('route', sorted(OWN_WAYS_IN))
@pytest.mark.parametrize('name', ['owner', 'other', 'stranger'])
def test_who_is_no_worker_has_no_ways_in_to_change(cast: Cast, name: str, route: str) -> None:
    before = workers_on_disk(cast)
    answer = tried(cast.one(name), route, cast.owner)
    if route.startswith('GET'):
        assert (answer.status_code, answer.headers['location']) == (303, '/werk/in')
    else:
        assert answer.status_code in {400, 403, 404} or answer.json() == {'page': '/werk/in'}
    assert workers_on_disk(cast) == before


def test_a_coordinator_opens_them(server: Machine) -> None:
    for page in ('/werk/team', '/werk/logboek', '/werk'):
        assert coordinator_of(server).opens(page).status_code == 200


def workers_on_disk(cast: Cast) -> list[dict[str, Any]]:
    files = (cast.owner.server.data / 'workers').glob('*.json')
    tables = [json.loads(file.read_bytes()) for file in sorted(files) if 'previous' not in file.name]
    return [next(iter(table['worker'].values())) for table in tables]


@pytest.mark.parametrize('name', ['owner', 'other', 'stranger'])
def test_who_is_no_worker_finds_no_desk(cast: Cast, name: str) -> None:
    before = sorted((cast.owner.server.data / 'compasses').iterdir())
    one = cast.one(name)
    assert one.opens('/werk').headers['location'].startswith('/werk/in')
    assert one.posts('/werk/nieuw').headers.get('location', '').startswith('/werk/in')
    assert one.posts('/werk/tablet', kompas=cast.owner.id).status_code == 404
    assert sorted((cast.owner.server.data / 'compasses').iterdir()) == before


def test_a_worker_to_whom_nothing_is_shared_cannot_hand_the_tablet_over(cast: Cast) -> None:
    assert cast.unknown.posts('/werk/tablet', kompas=cast.owner.id).status_code == 404
    assert cast.unknown.session.get('keys', {}) == {}


@pytest.mark.parametrize('route', sorted(WITH_INVITATION))
@pytest.mark.parametrize('name', [*OUTSIDERS, *INSIDERS])
def test_without_an_invitation_there_is_no_account_to_make(cast: Cast, name: str, route: str) -> None:
    before = len(workers_on_disk(cast))
    assert tried(cast.one(name), route, cast.owner).status_code in {403, 404}
    assert len(workers_on_disk(cast)) == before


@pytest.mark.parametrize('name', WORKERS)
def test_no_paper_shows_a_private_part_to_who_may_not_see_it(cast: Cast, name: str) -> None:
    assert cast.one(name).opens(f'/kompas/{cast.owner.id}/poster.pdf?alles=ja').status_code == 404


def test_who_sees_only_the_steps_prints_nothing(cast: Cast) -> None:
    assert cast.sees_steps.opens(f'/kompas/{cast.owner.id}/poster.pdf').status_code == 404
    assert cast.sees_all.opens(f'/kompas/{cast.owner.id}/poster.pdf').status_code == 200


def test_there_is_a_case_of_every_row_that_opens_and_one_that_does_not() -> None:
    for row in Row:
        assert {case.opens for case in CASES.values() if case.row is row} == {True, False}


@pytest.mark.parametrize('name', CASES)
def test_a_device_prints_sends_and_sees_files_as_its_row_says(cast: Cast, name: str) -> None:
    case, owner = CASES[name], cast.owner
    one = cast.device(case)
    seen_here = 200 if case.opens else 404
    assert one.opens(f'/kompas/{owner.id}/bijlage/{cast.photo}/tegel').status_code == seen_here
    for query, parts in (('', {Part.RING}), ('?alles=ja', PRIVATE_PARTS)):
        answer = one.opens(f'/kompas/{owner.id}/poster.pdf{query}')
        # who only looks gets no code on paper either
        assert answer.status_code == (200 if case.parts.intersection(parts) and case.may else 404), query
        without_code = one.opens(f'/kompas/{owner.id}/poster.pdf{query or "?"}&qr=nee')
        assert without_code.status_code == (200 if case.parts.intersection(parts) else 404), query
    sent = puts(one, f'/kompas/{owner.id}/bijlage/{new_id()}', DRAWING, {'soort': 'tekening', 'bij': 'album'})
    assert (sent.status_code == 200) is (May.CHANGE in case.may)


# screens


def screens(cast: Cast) -> dict[str, Part | None]:
    """Every screen of a compass, filled in, with the part that one has to see for it; None for all who open it."""
    document = cast.owner.on_disk.document
    step, strength = document['steps']['items'][0]['id'], document['strengths']['items'][0]['id']
    fill = {'kracht': strength, 'stap': step, 'mag-meekijken': document['sharing']['asks'][0]['worker']}
    fill |= {'tekenen': 'album', 'plaatjes': 'wishes', 'mag': cast.photo, 'foto': cast.photo}
    found: dict[str, Part | None] = {}
    for routes, part in (
        (SCREENS, Part.RING),
        (STEP_SCREENS, Part.STEPS),
        (['/gebeurd'], Part.HAPPENED),
        (['/moeilijk'], Part.OBSTACLES),
        (PERSON_SCREENS, Part.SHARING),
        (['/'], None),
    ):
        for route in routes:
            found[route.strip('/').replace('{of}', fill.get(route.split('/')[1], 'a' * 16))] = part
    assert set(PRIVATE_SCREENS) == {'/gebeurd', '/moeilijk'}
    return found


def hidden_words(parts: frozenset[Part]) -> list[str]:
    return [words for part, words in WORDS.items() if part not in parts]


@pytest.mark.parametrize('name', [*INSIDERS, *OUTSIDERS])
def test_everyone_opens_the_screens_that_are_theirs_and_reads_nothing_else(cast: Cast, name: str) -> None:
    one, parts = cast.one(name), cast.parts[name]
    wanted = {screen: part in parts or (part is None and bool(parts)) for screen, part in screens(cast).items()}
    wanted |= {page.strip('/'): name in WORKERS for page in WORKER_SCREENS}
    for screen, may in wanted.items():
        answer = one.opens(f'/kompas/{cast.owner.id}/{screen}'.rstrip('/'))
        assert answer.status_code == (200 if may else 404), screen
        for words in hidden_words(parts):
            assert words not in answer.text, screen


@pytest.mark.parametrize('name', CASES)
def test_a_device_opens_the_screens_of_its_row_and_reads_nothing_else(cast: Cast, name: str) -> None:
    case = CASES[name]
    one = cast.device(case)
    for screen, part in screens(cast).items():
        answer = one.opens(f'/kompas/{cast.owner.id}/{screen}'.rstrip('/'))
        for words in hidden_words(case.parts):
            assert words not in answer.text, screen
        if case.sees == LOCKED:
            assert (answer.status_code, answer.headers['location']) == (303, '/slot'), screen
        elif case.opens and (part is None or part in case.parts):
            assert answer.status_code == 200, screen
        elif case.opens and part in PRIVATE_PARTS and answer.status_code == 200:
            assert 'Ben jij het?' in answer.text, screen  # whose picture, or picture PIN, shows it again
        else:
            assert answer.status_code == 404, screen
    for page in WORKER_SCREENS:
        assert one.opens(f'/kompas/{cast.owner.id}/{page.strip("/")}').status_code != 200


# events


def arguments(kind: str, hidden: str) -> list[list[Any]]:
    """What a browser, or somebody who writes frames by hand, may send with an event."""
    if kind.startswith('sub_pages'):
        return [[hidden]]
    return [[], ['iets anders'], [{'value': 'iets anders'}]] if kind not in {'click'} else [[]]


def trigger_all(one: Person, page: Page) -> str:
    """Every listener of a page, and those that appear by it, over its own line; answers all that came back."""
    known: set[str] = set()
    with one.socket(page) as line:
        waiting = page.listeners
        with suppress(ConnectionClosed, Refused):  # a key ended, or its page went blank, by one of these taps
            for _ in range(3):
                known.update(listener.id for listener in waiting)
                heard = len(line.heard)
                _trigger(one, page, line, waiting)
                updates = [data for event, data in line.heard[heard:] if event == 'update' and data]
                shown = {key: one for update in updates for key, one in update.items() if key.isdigit()}
                waiting = [listener for listener in listeners_of(shown) if listener.id not in known]
                if not waiting:
                    break
        return json.dumps(line.heard, ensure_ascii=False)


def _trigger(one: Person, page: Page, line: Socket, waiting: list[Listener]) -> None:
    # the proof that it is the person first: three wrong pictures, and no right one counts any more
    for listener in sorted(waiting, key=lambda listener: listener.words != 'Ik heb geen plaatje'):
        for args in arguments(listener.type, f'/kompas/{one.id}/gebeurd'):
            line.triggers(page.client_id, listener.element, listener.id, *args)
    claim = {'client_id': page.client_id, 'tab_id': 't', 'document_id': 'd'}
    line.asks('handshake', claim)
    line.is_cut_within(0.1)


def held(on_disk: OnDisk, part: Part) -> dict[str, Any]:
    """All that a part holds, but when workers looked: opening a page is what changes that."""
    compass = Compass.model_validate(on_disk.document)
    for share in compass.sharing.shares:
        share.looked = None
    return content(compass, part)


@dataclass
class Before:
    """How it was, to see what was done since."""

    cast: Cast
    one: Person

    def __post_init__(self) -> None:
        on_disk = self.cast.owner.on_disk
        self.compass = Compass.model_validate(on_disk.document)
        self.sheets = [key for key in self.compass.keys if on_disk.is_sheet(key)]
        self.parts = {part: held(on_disk, part) for part in EVERY_PART}

    def deeds(self) -> set[May]:
        """What was done that the table speaks of."""
        on_disk = self.cast.owner.on_disk
        if not on_disk.file.exists():
            return {May.ERASE}
        now, mine = Compass.model_validate(on_disk.document), self.one.token_of(self.cast.owner.id)
        done = set()
        if any(held(on_disk, part) != self.parts[part] for part in (Part.RING, Part.STEPS, *PRIVATE_PARTS)):
            done.add(May.CHANGE)
        if [one.id for one in now.album.asked] != [one.id for one in self.compass.album.asked]:
            done.add(May.ANSWER)
        if now.sharing.is_wider_than(self.compass.sharing):
            done.add(May.SHARE)
        if self.compass.sharing.is_wider_than(now.sharing):
            done.add(May.LOWER)
        if now.picture_pin.hash != self.compass.picture_pin.hash:
            done.add(May.PIN)
        if [key for key in now.keys if on_disk.is_sheet(key)] != self.sheets:
            done.add(May.RENEW)
        phone, owner = (one.token_of(one.id) for one in (self.cast.phone, self.cast.owner))
        if not on_disk.key_file(phone).exists() or on_disk.key(phone)['row'] != Row.UNCONFIRMED:
            done.add(May.VOUCH)
        if on_disk.key_file(phone).exists() and on_disk.key(phone)['row'] == Row.CONFIRMED:
            done.add(May.LET_IN)
        if not on_disk.key_file(owner).exists():
            done.add(May.END)
        if on_disk.key_file(mine).exists() and on_disk.key(mine)['row'] == Row.CONFIRMED:
            done.add(May.LET_IN)
        return done


@pytest.mark.parametrize('name', TAPPED)
def test_no_event_of_any_screen_of_a_device_does_more_than_its_row_allows(cast: Cast, name: str) -> None:
    case = CASES[name]
    one = cast.device(case)
    before, triggered = Before(cast, one), 0
    for screen, part in screens(cast).items():
        if part is not None and part not in case.parts:
            continue
        answer = one.opens(f'/kompas/{one.id}/{screen}'.rstrip('/'))
        if answer.status_code != 200:  # it gave itself up on the way
            continue
        page = Page(answer)
        triggered += len(page.listeners)
        heard = trigger_all(one, page)
        for words in hidden_words(case.parts):
            assert words not in heard, screen
        assert before.deeds() <= case.may, screen
        for closed in EVERY_PART - case.parts - {Part.SHARING}:
            assert held(cast.owner.on_disk, closed) == before.parts[closed], (screen, closed)
    assert triggered > 40


@pytest.mark.parametrize('name', LESS_THAN_ALL)
def test_no_form_that_a_device_posts_does_more_than_its_row_allows(cast: Cast, name: str) -> None:
    case = CASES[name]
    one = cast.device(case)
    before = Before(cast, one)
    forms = [{'wiens': 'mee'}, {'wiens': 'eigen', 'plaatje': 'geen'}, {'wiens': 'erbij', 'plaatje': 'geen'}, {}]
    routes = [route for route in sorted(OF_A_COMPASS | FOR_OWN_BROWSER) if route.startswith('POST')]
    for route in sorted(routes, key=lambda route: route.split('/')[1] in {'slot', 'tot-ziens', 'weg'}):
        for form in forms:
            one.posts(route.split()[1].format(compass_id=one.id), kompas=one.id, wie=cast.owner.colleague_id, **form)
            done = before.deeds() if one.session.get('keys', {}).get(one.id) else set()
            assert done <= case.may, (route, form)
    assert cast.owner.opens(f'/kompas/{one.id}').status_code == 200


@pytest.mark.parametrize('name', WORKERS)
def test_no_event_of_any_screen_of_a_worker_reaches_further_than_what_is_shared(cast: Cast, name: str) -> None:
    one, on_disk, parts = cast.one(name), cast.owner.on_disk, cast.parts[name]
    closed, asked = EVERY_PART - parts, [cast.photo]
    before = {part: held(on_disk, part) for part in closed}
    triggered = 0
    for screen, part in {**screens(cast), **dict.fromkeys(('doorgeven',), Part.STEPS)}.items():
        if part is not None and part not in parts:
            continue
        page = Page(one.opens(f'/kompas/{one.id}/{screen}'.rstrip('/')))
        triggered += len(page.listeners)
        if screen in {'delen', 'doorgeven'}:
            continue  # a new sheet for who lost theirs, and a question to the person: in `test_overreach`
        heard = trigger_all(one, page)
        for words in hidden_words(parts):
            assert words not in heard, screen
        assert on_disk.file.exists(), screen
        for part_closed in closed:
            assert held(on_disk, part_closed) == before[part_closed], (screen, part_closed)
        left = [photo.id for photo in Compass.model_validate(on_disk.document).album.asked]
        assert left == asked or screen == f'foto/{cast.photo}', screen
        asked = left
    assert triggered > 40


@pytest.mark.parametrize('name', ['other', 'unknown'])
def test_no_event_of_an_outsider_is_heard_on_any_screen(cast: Cast, name: str) -> None:
    outsider = cast.one(name)
    own = '/werk' if name == 'unknown' else f'/kompas/{cast.other.id}'
    for screen in screens(cast):
        page = cast.owner.page(screen)
        before = cast.owner.on_disk.bytes
        with cast.owner.socket(page), outsider.socket(Page(outsider.opens(own))) as line:
            for event, message in everyone_elses_events(page):
                line.says(event, message)
            line.is_cut_within(0.05)
        assert cast.owner.on_disk.bytes == before, screen


def test_an_event_that_is_allowed_does_reach_the_compass(cast: Cast) -> None:
    page = cast.sees_steps.page('nieuwe-stap')
    tile = page.listener('wandelen')
    with cast.sees_steps.socket(page) as line:
        before = len(cast.owner.on_disk.document['steps']['items'])
        line.triggers(page.client_id, tile.element, tile.id)
        eventually(lambda: len(cast.owner.on_disk.document['steps']['items']) == before + 1)
