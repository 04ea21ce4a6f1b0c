"""What the terminal says when the server stands: its addresses, a QR code of the one for a phone, what was damaged."""

from collections.abc import Sequence

from nicegui.logging import log

from model.settings import Settings
from model.workers.workers import Workers
from ui.terminal import qr

MOST_NAMED = 10
"""Ids of workers in one sentence; their files are called after them."""


def greet(settings: Settings, workers: Workers, invitation: str | None) -> None:
    """Print the addresses, a QR code for a phone on this network; the first invitation and what is wrong, if any."""
    print(f'Krachtkompas is ready:\n  here     http://localhost:{settings.port}\n  a phone  {settings.address}')
    print('\n'.join(qr.lines(settings.address)))
    if invitation is not None:
        print('Nobody can sign in as a worker yet. The first one, a coordinator, opens this within a week:')
        print(f'  {invitation}', flush=True)
    for words in trouble_with(workers):
        print(words, flush=True)
        log.warning(words)


def trouble_with(workers: Workers) -> list[str]:
    """Returns a sentence for each thing that was wrong with the workers at the start."""
    found = []
    if workers.restored:
        found.append(f'Damaged, so opened as they were a change before: {_named(workers.restored)}.')
    if workers.unopened:
        found.append(f'Not opened, so they cannot sign in, and left as they are: {_named(workers.unopened)}.')
    return found


def _named(worker_ids: Sequence[str]) -> str:
    few = ', '.join(worker_ids[:MOST_NAMED])
    return f'{len(worker_ids)} of the workers ({few}{", …" if len(worker_ids) > MOST_NAMED else ""})'
