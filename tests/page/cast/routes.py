"""The routes of the running program: `python -m tests.page.cast.routes FOLDER` prints them as JSON."""

import json
import subprocess
import sys
from pathlib import Path

from tests.server import ROOT


def routes_of_the_program(folder: Path) -> list[tuple[str, str]]:
    """Every route, as (method, path), of a program that was wired as main wires it."""
    command = [sys.executable, '-m', 'tests.page.cast.routes', str(folder)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [(method, path) for method, path in json.loads(said)]


def _print_routes(folder: Path) -> None:
    from nicegui import app

    import main
    from model.access.access import Access
    from model.settings import Settings
    from model.storage.memory.storage import open_memory

    settings = Settings(data=folder)
    main.wire(Access.of(open_memory(), settings))
    methods = [(method, route) for route in app.routes for method in getattr(route, 'methods', None) or ['MOUNT']]
    found = [(method, str(getattr(route, 'path', ''))) for method, route in methods]
    print(json.dumps(sorted(found)))


if __name__ == '__main__':
    _print_routes(Path(sys.argv[1]))
