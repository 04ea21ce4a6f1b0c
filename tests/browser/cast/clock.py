"""Time that passes for a compass while nobody touches anything: the moments in its keys are set back on disk.

A page that is open goes on with the key it had: open it anew.
"""

from datetime import timedelta

from model.key import Key, Kind
from tests.server import Server


def time_passes(server: Server, compass_id: str, **how_long: float) -> None:
    """So long, as `timedelta` takes it, nobody did anything on any device that can get into this compass."""
    passed = timedelta(**how_long)
    files = {path: Key.model_validate_json(path.read_text()) for path in (server.data / 'keys').glob('*.json')}
    of_it = {key.id for key in files.values() if key.compass == compass_id}
    for path, key in files.items():
        if key.id in of_it or (key.kind is Kind.LOCKED and of_it.intersection(key.holds)):
            path.write_text(_moved(key, passed).model_dump_json())


def _moved(key: Key, passed: timedelta) -> Key:
    moments = ('made', 'seen', 'announced', 'tried')
    return key.model_copy(update={name: at - passed for name in moments if (at := getattr(key, name)) is not None})
