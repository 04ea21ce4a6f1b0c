"""A file of one domain that is right, and a drawing that is right: to be spoiled in one place."""

from pathlib import Path

from model.content.content import read
from model.content.faults import BadContent, Fault

GARDEN = """\
domains:
  - key: garden
    word: Tuin
    pictogram: outdoors
    places:
      now:
        questions:
          - Hoe is je tuin?
        tiles:
          rest: rustig
          tired: veel werk
      strength:
        questions:
          - Wat groeit er goed?
        tiles:
          cooking: {word: groente, condition: be-yourself}
      help:
        questions:
          - Wie helpt je?
          - Wat hielp vroeger?
        tiles:
          tidying: {word: zelf wieden, whose: mine}
          friend: {word: een vriend, whose: people, condition: belong}
          supporter: {word: de tuinman, whose: professionals}
      wish:
        questions:
          - Wat wil je?
        tiles:
          pet: kippen
"""
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" stroke-linejoin="round" stroke-linecap="round">
<circle cx="48" cy="48" r="30" fill="#F6B33C" stroke="#22304A" stroke-width="4.5"/>
<path d="M20 80h56" fill="none" stroke="#C93A1E" stroke-width="4.5"/>
</svg>
"""


def spoiled(right: str, old: str, new: str) -> str:
    """The text with one place of it changed; `old` has to stand there once."""
    assert right.count(old) == 1, old
    return right.replace(old, new)


def written(folder: Path, text: str | bytes, **drawings: str) -> Path:
    """A file of content, and its own pictograms beside it."""
    path = folder / 'own.yaml'
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    for key, drawing in drawings.items():
        (folder / 'pictograms').mkdir(exist_ok=True)
        (folder / 'pictograms' / f'{key}.svg').write_text(drawing, encoding='utf-8')
    return path


def faults_of(path: Path) -> tuple[Fault, ...]:
    """All that is wrong with a file; nothing when it can be used."""
    try:
        read(path)
    except BadContent as bad:
        assert bad.faults
        return bad.faults
    return ()
