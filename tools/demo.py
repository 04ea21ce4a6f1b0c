"""Three filled compasses to look at: `make demo` makes them anew and starts the server on them."""

import json
import os
import shutil
from math import cos, pi, sin
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from model.access.session import Session
from model.compass.album import Added, Attachment, Size, Sort
from model.compass.target import Target
from model.media import sketch
from tools.demo_people import PEOPLE

if TYPE_CHECKING:
    from model.access.access import Access


FOLDER = Path('build') / 'demo'


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


if __name__ == '__main__':
    main()
