"""Ways to look at a data folder."""

from model.compass.album import Size, Sort
from model.storage.files.document import FILE


def file_of(folder, compass):
    return folder / 'compasses' / compass.id / FILE


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob('*') if path.is_file()}


def names(folder):
    return {path.name for path in folder.iterdir()}


def put(stored, attachment, content=b'screen'):
    """Store an attachment; of a photo a tile too."""
    with stored.aside() as screen, stored.aside() as tile:
        screen.write_bytes(content)
        tile.write_bytes(b'tile')
        finished = {Size.SCREEN: screen} | ({Size.TILE: tile} if attachment.sort is Sort.PHOTO else {})
        stored.put(attachment, finished)
