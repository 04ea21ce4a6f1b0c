"""Write the pictograms with people in them anew."""

import pkgutil
from importlib import import_module
from pathlib import Path

from tools.figures import poses
from tools.figures.gallery import GALLERY
from tools.figures.moving import fitted
from tools.figures.writing import svg

PICTOGRAMS = Path(__file__).parents[2] / 'assets' / 'pictograms'


def drawn() -> dict[str, str]:
    """Returns the text of each file by its key."""
    for module in pkgutil.walk_packages(poses.__path__, f'{poses.__name__}.'):
        import_module(module.name)
    return {key: svg(fitted(draw())) for key, draw in sorted(GALLERY.items())}


def main() -> None:
    """Write each file whose drawing is another now; print their keys."""
    for key, text in drawn().items():
        path = PICTOGRAMS / f'{key}.svg'
        if not path.is_file() or path.read_text(encoding='utf-8') != text:
            path.write_text(text, encoding='utf-8')
            print(key)


if __name__ == '__main__':
    main()
