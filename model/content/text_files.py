"""The text of a small file, or what is wrong with it."""

from model.content.faults import Faults

UNREADABLE = 'Give the path of a file that the user of the server may read.'


def text_of(faults: Faults, most: int) -> str | None:
    """Returns the text of the file of these faults; None when there is none of `most` bytes, with a fault added."""
    raw = _bytes_of(faults, most + 1)
    if raw is None:
        return None
    if len(raw) > most:
        faults.add(None, f'is larger than {most // 1000} kB', 'Make it smaller.')
        return None
    try:
        # an editor on Windows begins a file with a mark
        return raw.decode('utf-8-sig')
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b'\n') + 1
        faults.add(line, 'this is not UTF-8', 'Save the file again with the encoding UTF-8.')
        return None


def _bytes_of(faults: Faults, most: int) -> bytes | None:
    path = faults.file
    try:
        # a device or a pipe may never end
        if path.exists() and not path.is_file():
            faults.add(None, 'is not a file', UNREADABLE)
            return None
        with path.open('rb') as file:
            return file.read(most)
    except OSError as error:
        faults.add(None, f'cannot be read: {error.strerror}', UNREADABLE)
        return None
