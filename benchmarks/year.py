"""A year beside an empty compass: 12 contacts, 40 steps, 60 photos, all ten domains filled, 500 own words.

python -m benchmarks.year
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from model.access.access import Access
from model.access.session import Session
from model.catalogue.conditions import CONDITIONS
from model.catalogue.questions import STEPS
from model.compass.album import Added, Attachment, Size, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.life.places import LifePlace
from model.compass.part import OPEN_PARTS
from model.compass.seen import seen
from model.compass.step import Felt
from model.compass.target import ALBUM
from model.content import content
from model.settings import Settings
from model.storage.files.document import FILE
from model.storage.files.storage import open_files
from model.words import language
from ui.look import drawing
from ui.paper.poster import poster
from ui.paper.sheet import Sheet

NOW = datetime.now(UTC).replace(microsecond=0)
CONTACTS, DONE, PHOTOS, OWN_WORDS = 12, 40, 60, 500
DOMAINS = content.read().domains
SAY = language('nl')
TIMES = 150


def main() -> None:
    with tempfile.TemporaryDirectory(prefix='kompas-year-') as name:
        settings = Settings(data=Path(name), secret='a secret that only this table knows of')
        access = Access.of(open_files(settings.data, settings.derived('workers')), settings, DOMAINS)
        sessions = {'empty': Session({}), 'a year': Session({})}
        made = {size: begun(access, one, filled=size != 'empty') for size, one in sessions.items()}
        rows = {size: measured(access, one, made[size]) for size, one in sessions.items()}
        print('processor ms, medians' + ''.join(f'{size:>12}' for size in rows))
        for what in rows['empty']:
            print(f'{what:21}' + ''.join(f'{row[what]:>12.2f}' for row in rows.values()))
        kilobytes = ((settings.data / 'compasses' / one / FILE).stat().st_size / 1000 for one in made.values())
        print(f'{"kB on disk":21}' + ''.join(f'{size:>12.1f}' for size in kilobytes))


def begun(access: Access, session: Session, *, filled: bool) -> str:
    """A compass of somebody's own, with one strength to put a heart on; `filled`: with all of a year."""
    compass_id = access.entrance.begin(session, 'nl', '192.0.2.1').id
    access.devices.make_own(session, compass_id)
    with access.gate.change(session, compass_id) as compass:
        compass.strengths.choose('be-yourself', Answer(tile='music'), NOW.date())
        if filled:
            fill(compass)
    for _ in range(CONTACTS if filled else 0):
        with access.gate.change(session, compass_id) as compass:
            compass.call_me('Sam')
        access.gate.end_contact(session, compass_id, without_step=True)
    return compass_id


def fill(compass: Compass) -> None:
    """What one person and one worker put there in a year."""
    words = iter(f'eigen woorden {number}' for number in range(OWN_WORDS))
    for key, condition in CONDITIONS.items():
        for tile in condition.tiles:
            compass.strengths.choose(key, Answer(tile=tile.key), NOW.date())
        for _ in range(10):
            compass.strengths.choose(key, Answer(words=next(words)), NOW.date())
    for number in range(DONE):
        step = compass.steps.start(Answer(tile=STEPS.tiles[number % len(STEPS.tiles)].key), NOW.date())
        if number >= 6:
            compass.steps.finish(step.id, NOW.date() - timedelta(days=number))
            compass.steps.tell_how_it_went(step.id, Felt.GOOD)
    for number in range(PHOTOS):
        added = Added(at=NOW, key='0' * 32, own_device=True)
        compass.attach(Attachment(id=f'{number:016x}', sort=Sort.PHOTO, target=ALBUM, added=added), NOW.date())
    places = [(domain.key, place) for domain in DOMAINS for place in LifePlace]
    for index, text in enumerate(words):
        compass.life.add(*places[index % len(places)], Answer(words=text))


def measured(access: Access, session: Session, compass_id: str) -> dict[str, float]:
    """What each thing takes of the processor, in milliseconds."""
    opened = access.gate.open(session, compass_id)
    compass = opened.compass
    heart = iter(range(10**6))

    def tap() -> None:
        with access.gate.change(session, compass_id) as changed:
            strength = changed.strengths.on('be-yourself', changed.album)[0]
            changed.strengths.mark_heart(strength.id, heart=bool(next(heart) % 2))

    def tap_in_domain() -> None:
        with access.gate.change(session, compass_id) as changed:
            changed.life.tell_how_it_goes(DOMAINS[0].key, (Felt.GOOD, Felt.BAD)[next(heart) % 2])

    def redraw() -> None:
        drawing.compass(access.gate.look_again(opened.grant.key, compass).seen, SAY, lambda _: None)

    return {
        'open': took(lambda: access.gate.open(session, compass_id)),
        'a tap, with its save': took(tap),
        'a tap in a domain': took(tap_in_domain),
        'redraw the compass': took(redraw),
        'what a worker sees': took(lambda: seen(compass, OPEN_PARTS)),
        'the story': took(lambda: access.gate.visits(opened)),
        'a sheet': took(lambda: printed(compass), 5),
    }


def printed(compass: Compass) -> bytes:
    """A sheet for the fridge, without its photos."""
    return poster(
        compass,
        _nothing,
        SAY,
        NOW.date(),
        sheet=Sheet.A4,
        address='https://kompas.example/k#' + 'A' * 22,
        everything=False,
        local_only=False,
    )


def _nothing(attachment: Attachment, size: Size) -> bytes:
    raise LookupError(attachment.id, size)


def took(do: Callable[[], object], times: int = TIMES) -> float:
    """The median of the processor's time, in milliseconds."""
    do()
    each = []
    for _ in range(times):
        began = time.process_time()
        do()
        each.append((time.process_time() - began) * 1000)
    return median(each)


if __name__ == '__main__':
    main()
