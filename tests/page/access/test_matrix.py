"""Two people, three workers and a stranger × every route and every event listener of the running program.

What is tried is taken from the program itself: a route or a listener that nobody thought about fails here.
"""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from model.compass.compass import Compass
from model.compass.part import EVERY_PART, PRIVATE_PARTS, Part
from model.compass.seen import content
from tests.page.cast.outsiders import everyone_elses_events, seen
from tests.page.cast.people import (
    Colleague,
    Machine,
    OnDisk,
    Owner,
    Page,
    Person,
    Stranger,
    Worker,
    coordinator_of,
    eventually,
)
from tests.page.cast.routes import routes_of_the_program
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
    'POST /slot/plaatje',
    'POST /taal',
    'POST /tot-ziens',
    'POST /weg',
    'GET /plaatjescode',
    'POST /plaatjescode',
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
}
"""Signing in and out: tried one by one in `test_sign_in`, `test_invitation` and `test_tablet`."""
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
FOR_COORDINATORS = {
    'GET /werk/logboek',
    'GET /werk/team',
    'POST /werk/team/aan',
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
}
OF_THE_FRAMEWORK = ('/_nicegui',)


@dataclass
class Cast:
    """Sam's compass, and everyone who may see some of it or nothing."""

    owner: Owner
    guest: Person
    sees_all: Person
    sees_steps: Person
    other: Owner
    unknown: Colleague
    stranger: Stranger
    touched: float = 0

    @property
    def parts(self) -> dict[str, frozenset[Part]]:
        """What each of them may see and change."""
        return {
            'owner': EVERY_PART,
            'guest': EVERY_PART - set(PRIVATE_PARTS),
            'sees_all': frozenset({Part.RING, Part.STEPS}),
            'sees_steps': frozenset({Part.STEPS}),
            'other': frozenset(),
            'unknown': frozenset(),
            'stranger': frozenset(),
        }

    def who_see(self, part: Part) -> set[str]:
        return {name for name, parts in self.parts.items() if part in parts}

    def one(self, name: str) -> Any:
        return getattr(self, name)


class AtWork(Person):
    """A worker, at the compass of someone who let them look along."""

    def __init__(self, owner: Owner, colleague: Colleague, answer: str) -> None:
        self.__dict__.update(colleague.__dict__)
        self.colleague = colleague
        self.id, self.on_disk = owner.id, owner.on_disk
        asked = self.enters(owner.on_disk.sheet_token).headers['location']
        page = owner.page(asked.removeprefix(f'/kompas/{owner.id}/'))
        with owner.socket(page) as line, owner.on_disk.changes():
            door = page.listener(answer)
            line.triggers(page.client_id, door.element, door.id)
        assert self.posts('/werk/terug', code=colleague.code()).headers['location'] == '/werk'


@pytest.fixture(scope='module')
def cast(server: Machine) -> Cast:
    owner = Owner(server)
    owner.writes('wens', WORDS[Part.RING])
    owner.writes('nieuwe-stap', WORDS[Part.STEPS])
    owner.writes('gebeurd', WORDS[Part.HAPPENED])
    owner.writes('moeilijk', WORDS[Part.OBSTACLES])
    owner.taps('erbij-horen', 'vader')
    return Cast(
        owner=owner,
        guest=Worker(owner),
        sees_all=AtWork(owner, Colleague(server), 'Ja, alles'),
        sees_steps=AtWork(owner, Colleague(server), 'Alleen mijn stappen'),
        other=Owner(server),
        unknown=Colleague(server),
        stranger=Stranger(server),
    )


@pytest.fixture(autouse=True)
def everyone_is_still_there(cast: Cast) -> None:
    """Shared devices are locked after two minutes in which nobody touches them, yet open few pages a minute."""
    if time.monotonic() - cast.touched < 30:
        return
    cast.touched = time.monotonic()
    for name in ('owner', 'guest', 'sees_all', 'sees_steps'):
        assert cast.one(name).opens(f'/kompas/{cast.owner.id}/stappen').status_code == 200, name
    assert cast.other.opens(f'/kompas/{cast.other.id}').status_code == 200
    assert cast.unknown.opens('/werk').status_code == 200


OUTSIDERS = ('other', 'unknown', 'stranger')
INSIDERS = ('owner', 'guest', 'sees_all', 'sees_steps')


# routes


def test_every_route_of_the_program_is_thought_about(tmp_path: Path) -> None:
    known = FOR_ALL | FOR_OWN_BROWSER | WAYS_IN | WITH_INVITATION | FOR_WORKERS | FOR_COORDINATORS | OF_A_COMPASS
    running = {f'{method} {path}' for method, path in routes_of_the_program(tmp_path)}
    ours = {route for route in running if not route.split()[1].startswith(OF_THE_FRAMEWORK)}
    assert ours == known


def tried(one: Stranger, route: str, owner: Owner) -> Any:
    method, path = route.split()
    filled = path.format_map(_Filled(compass_id=owner.id, attachment_id='a' * 16, size='tegel', **{'_': 'wens'}))
    form = {'wie': '0' * 16, 'kompas': owner.id, 'team': 'x'} if method == 'POST' else None
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
    assert answer.status_code == 404
    if route.startswith('GET'):
        assert seen(answer) == seen(cast.stranger.opens('/niets'))
    assert [worker['team'] for worker in workers_on_disk(cast)] == everyone


def test_a_coordinator_opens_them(server: Machine) -> None:
    for page in ('/werk/team', '/werk/logboek', '/werk'):
        assert coordinator_of(server).opens(page).status_code == 200


def workers_on_disk(cast: Cast) -> list[dict[str, Any]]:
    files = (cast.owner.server.data / 'workers').glob('*.json')
    tables = [json.loads(file.read_bytes()) for file in sorted(files) if 'previous' not in file.name]
    return [next(iter(table['worker'].values())) for table in tables]


@pytest.mark.parametrize('name', ['owner', 'guest', 'other', 'stranger'])
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


@pytest.mark.parametrize('name', ['guest', 'sees_all', 'sees_steps'])
def test_no_paper_shows_a_private_part_to_who_may_not_see_it(cast: Cast, name: str) -> None:
    assert cast.one(name).opens(f'/kompas/{cast.owner.id}/poster.pdf?alles=ja').status_code == 404


def test_who_sees_only_the_steps_prints_nothing(cast: Cast) -> None:
    assert cast.sees_steps.opens(f'/kompas/{cast.owner.id}/poster.pdf').status_code == 404
    assert cast.sees_all.opens(f'/kompas/{cast.owner.id}/poster.pdf').status_code == 200


# screens


def screens(cast: Cast) -> dict[str, set[str]]:
    """Every screen of a compass, filled in, with who may open it."""
    document = cast.owner.on_disk.document
    step, strength = document['steps']['items'][0]['id'], document['strengths']['items'][0]['id']
    worker = document['sharing']['shares'][0]['worker']
    fill = {'kracht': strength, 'stap': step, 'mag-meekijken': worker, 'tekenen': 'album', 'plaatjes': 'wishes'}
    found: dict[str, set[str]] = {}
    for routes, who in (
        (SCREENS, cast.who_see(Part.RING)),
        (STEP_SCREENS, cast.who_see(Part.STEPS)),
        (PRIVATE_SCREENS, cast.who_see(Part.HAPPENED)),
        (PERSON_SCREENS, cast.who_see(Part.SHARING)),
        (WORKER_SCREENS, {'sees_all', 'sees_steps'}),
        (['/'], set(INSIDERS)),
    ):
        for route in routes:
            page = route.strip('/').replace('{of}', fill.get(route.split('/')[1], 'a' * 16))
            found[page] = found.get(page, set()) | who
    return found


def hidden_words(cast: Cast, name: str) -> list[str]:
    return [words for part, words in WORDS.items() if part not in cast.parts[name]]


@pytest.mark.parametrize('name', [*INSIDERS, *OUTSIDERS])
def test_everyone_opens_the_screens_that_are_theirs_and_reads_nothing_else(cast: Cast, name: str) -> None:
    one = cast.one(name)
    for screen, who in screens(cast).items():
        answer = one.opens(f'/kompas/{cast.owner.id}/{screen}'.rstrip('/'))
        assert answer.status_code == (200 if name in who else 404), screen
        for words in hidden_words(cast, name):
            assert words not in answer.text, screen


# events


def arguments(kind: str, hidden: str) -> list[list[Any]]:
    """What a browser, or somebody who writes frames by hand, may send with an event."""
    if kind.startswith('sub_pages'):
        return [[hidden]]
    return [[], ['iets anders'], [{'value': 'iets anders'}]] if kind not in {'click'} else [[]]


def trigger_all(cast: Cast, one: Person, page: Page) -> str:
    """Every listener of a page, over its own line; answers all that came back."""
    with one.socket(page) as line:
        for listener in page.listeners:
            for args in arguments(listener.type, f'/kompas/{one.id}/gebeurd'):
                line.triggers(page.client_id, listener.element, listener.id, *args)
        claim = {'client_id': page.client_id, 'tab_id': 't', 'document_id': 'd'}
        line.asks('handshake', claim)
        line.is_cut_within(0.15)
        return json.dumps(line.heard, ensure_ascii=False)


def held(on_disk: OnDisk, part: Part) -> dict[str, Any]:
    """All that a part holds, but when workers looked: opening a page is what changes that."""
    compass = Compass.model_validate(on_disk.document)
    for share in compass.sharing.shares:
        share.looked = None
    return content(compass, part)


@pytest.mark.parametrize('name', ['guest', 'sees_all', 'sees_steps'])
def test_no_event_of_any_screen_reaches_further_than_what_may_be_seen(cast: Cast, name: str) -> None:
    one, on_disk = cast.one(name), cast.owner.on_disk
    closed = EVERY_PART - cast.parts[name]
    before = {part: held(on_disk, part) for part in closed}
    triggered = 0
    for screen, who in screens(cast).items():
        if name not in who:
            continue
        page = Page(one.opens(f'/kompas/{one.id}/{screen}'.rstrip('/')))
        triggered += len(page.listeners)
        heard = trigger_all(cast, one, page)
        for words in hidden_words(cast, name):
            assert words not in heard, screen
        assert on_disk.file.exists(), screen
        for part in closed:
            assert held(on_disk, part) == before[part], (screen, part)
    assert triggered > 40


@pytest.mark.parametrize('name', ['other', 'unknown'])
def test_no_event_of_an_outsider_is_heard_on_any_screen(cast: Cast, name: str) -> None:
    outsider = cast.one(name)
    own = '/werk' if name == 'unknown' else f'/kompas/{cast.other.id}'
    for screen, who in screens(cast).items():
        if 'owner' not in who:
            continue
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
