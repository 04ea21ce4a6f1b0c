"""What lies in folders, to be put back; only what changed is read and written: there are keys of every other test."""

from pathlib import Path

from tests.page.cast.people.on_disk import files_below

Mark = tuple[int, int, int]


class AsItWas:
    """Files as they were when somebody last looked."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._files: dict[Path, tuple[Mark, bytes]] = {}

    def look(self) -> None:
        """Everything is right as it lies there now."""
        there = self._there()
        self._files = {path: one for path, one in self._files.items() if path in there}
        for path, mark in there.items():
            if path not in self._files or self._files[path][0] != mark:
                self._files[path] = (mark, path.read_bytes())

    def put_back(self) -> None:
        there = self._there()
        for path in there.keys() - self._files.keys():
            path.unlink()
        for path, (mark, content) in self._files.items():
            if there.get(path) != mark:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)

    def _there(self) -> dict[Path, Mark]:
        return {path: _mark(path) for folder in self._folders for path in files_below(folder)}


def _mark(path: Path) -> Mark:
    """Another one for other content: what the program changes becomes another file."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size
