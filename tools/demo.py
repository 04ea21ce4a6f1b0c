"""Three filled compasses to look at: `make demo` makes them anew and starts the server on them."""

import json
import os
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from math import cos, pi, sin
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from model.access.session import Session
from model.compass.album import Added, Attachment, Size, Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.target import Target
from model.compass.when import PartOfDay, next_weekday
from model.media import sketch

if TYPE_CHECKING:
    from model.access.access import Access


FOLDER = Path('build') / 'demo'
SATURDAY, MONDAY = 5, 0

Fill = Callable[[Compass, date], None]


def sam(compass: Compass, today: date) -> None:
    """Bakes a cake with dad on Saturday, and wants a place of his own."""
    compass.call_me('Sam')
    compass.choose_avatar('avatar-boat')
    _strengths(compass, today, 'be-yourself', 'music', 'rest', 'outdoors')
    _strengths(compass, today, 'matter', 'listening', 'keeping-going')
    _strengths(compass, today, 'take-part', 'club', 'sport-together', 'travelling', 'learning')
    _strengths(compass, today, 'belong', 'father', 'friend')
    compass.strengths.choose('belong', Answer(words='Oma Fien'), today)
    compass.strengths.mark_heart(compass.strengths.on('be-yourself', compass.album)[0].id, heart=True)
    compass.strengths.mark_heart(compass.strengths.on('belong', compass.album)[0].id, heart=True)
    compass.wishes.choose(Answer(tile='own-place'), today)
    cake = _step(compass, today, Answer(tile='cook-or-bake', words='taart bakken'), Answer(tile='father'))
    compass.steps.choose_day(cake, next_weekday(SATURDAY, today))
    compass.steps.choose_part_of_day(cake, PartOfDay.AFTERNOON)
    call = _step(compass, today, Answer(tile='call'), Answer(words='Oma Fien'))
    compass.steps.choose_day(call, next_weekday(MONDAY, today))
    done = _step(compass, today, Answer(tile='apply', words='stadspas aanvragen'), Answer(tile='supporter'))
    compass.steps.finish(done, today)
    move = _step(compass, today, Answer(words='naar een eigen plek'), Answer(tile='supporter'))
    compass.steps.make_smaller(move, Answer(tile='ask', words='iets vragen over wonen'))
    compass.stick(Target.parse('condition.be-yourself'), '1F3B8', today)
    compass.happened.tell(Answer(tile='moved'))
    compass.obstacles.tell(Answer(tile='waiting'))


def roos(compass: Compass, today: date) -> None:
    """Has a ring that is fuller than five, and speaks English."""
    compass.call_me('Roos')
    compass.choose_avatar('avatar-flower')
    compass.speak('en')
    _strengths(compass, today, 'be-yourself', 'laughing', 'animals', 'sleep', 'cooking', 'faith', 'reading', 'home')
    _strengths(compass, today, 'matter', 'parenting', 'caring', 'humour')
    _strengths(compass, today, 'take-part', 'language', 'volunteering')
    _strengths(compass, today, 'belong', 'child', 'mother', 'faith-group', 'supporter')
    compass.strengths.mark_heart(compass.strengths.on('belong', compass.album)[0].id, heart=True)
    compass.wishes.choose(Answer(tile='see-family'), today)
    compass.stick(Target.parse('condition.take-part'), '1F57A', today)
    visit = _step(compass, today, Answer(tile='visit'), Answer(tile='mother'))
    compass.steps.choose_day(visit, today + timedelta(days=1))


def mimi(compass: Compass, today: date) -> None:
    """Has only just begun."""
    compass.call_me('Mimi')
    compass.choose_avatar('avatar-cat')
    _strengths(compass, today, 'be-yourself', 'drawing')
    _strengths(compass, today, 'belong', 'pet')
    compass.wishes.choose(Answer(words='een tuin'), today)
    walk = _step(compass, today, Answer(tile='walk'), Answer(tile='by-myself'))
    compass.steps.choose_day(walk, today)


PEOPLE: tuple[Fill, ...] = (sam, roos, mimi)


def main() -> None:
    """Fill a folder of its own, print where each compass opens, and start the server."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    os.environ['KOMPAS_DATA'] = str(FOLDER / 'data')
    # settings are read from the environment, so the program itself comes after it
    import main as program
    from model.access.access import Access

    settings = program.read_settings()
    storage = program.open_storage(settings)
    access = Access.of(storage, settings)
    print('Three compasses. Open each address as if you scanned its sheet:')
    for fill in PEOPLE:
        session = Session({})
        compass_id = access.entrance.begin(session, 'nl', 'demo').id
        with access.gate.change(session, compass_id) as compass:
            fill(compass, settings.today())
            compass.finish_path()
        _draw_a_sun(access, session, compass_id)
        address = access.sheet.address(access.gate.open(session, compass_id))
        print(f'  {compass.nickname:6} {address.replace(settings.address, f"http://localhost:{settings.port}")}')
    storage.close()
    program.main()


def _draw_a_sun(access: 'Access', session: Session, compass_id: str) -> None:
    """A drawing among the strengths, as if a finger had made it."""
    circle = [(500 + 210 * cos(turn / 8), 500 + 210 * sin(turn / 8)) for turn in range(52)]
    rays = [
        [(500 + far * cos(turn), 500 + far * sin(turn)) for far in range(270, 420, 30)]
        for turn in (number * pi / 4 for number in range(8))
    ]
    strokes = [
        {'colour': 2, 'size': 2, 'points': [[round(x), round(y), 50] for x, y in line]} for line in (circle, *rays)
    ]
    added = Added(at=access.settings.now(), key=access.gate.key(session, compass_id).id, own_device=False)
    target = Target.parse('condition.be-yourself')
    drawing = Attachment(id=token_hex(8), sort=Sort.DRAWING, target=target, added=added)
    stored = access.gate.attachments(access.gate.open(session, compass_id))
    with stored.aside() as path:
        path.write_bytes(sketch.svg(json.dumps({'strokes': strokes}).encode()))
        stored.put(drawing, {Size.SCREEN: path})
    with access.gate.change(session, compass_id) as compass:
        compass.attach(drawing, access.settings.today())


def _strengths(compass: Compass, today: date, condition: str, *tiles: str) -> None:
    for tile in tiles:
        compass.strengths.choose(condition, Answer(tile=tile), today)


def _step(compass: Compass, today: date, answer: Answer, companion: Answer) -> str:
    step = compass.steps.start(answer, today, wish=compass.wishes.now, contact=compass.contact_id)
    compass.steps.choose_companion(step.id, companion, today)
    return step.id


if __name__ == '__main__':
    main()
