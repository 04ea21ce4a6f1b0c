"""A compass, the secret of an installation, and what lies on its disk."""

COMPASS = '0123456789abcdef'
SECRET = bytes(range(32))
ANOTHER_SECRET = bytes(32)


def on_disk(folder):
    return {path: path.read_bytes() for path in folder.rglob('*') if path.is_file()}
