"""All that is configuration of what people are asked: the life domains, and own pictograms beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from model.catalogue.domains import Domain
from model.content.domains import DomainReader
from model.content.drawings import drawings_in
from model.content.faults import BadContent, Faults
from model.content.nodes import tree
from model.content.text_files import text_of
from model.pictures import pictogram

SHIPPED = Path(__file__).parents[2] / 'assets' / 'content' / 'domains.yaml'
OWN_PICTOGRAMS = 'pictograms'
"""The folder beside the file."""
MOST_BYTES = 100_000


@dataclass(frozen=True)
class Content:
    """The domains in their order; `drawings` holds the SVG of each own pictogram, by its key."""

    domains: tuple[Domain, ...]
    drawings: Mapping[str, str] = field(default_factory=dict)


def read(path: Path = SHIPPED) -> Content:
    """Returns what the file says. Raises `BadContent` with all that is wrong with it and the pictograms beside it."""
    faults, ours = Faults(path), pictogram.shipped()
    drawings, wrong = drawings_in(path.parent / OWN_PICTOGRAMS, ours)
    text = text_of(faults, MOST_BYTES)
    root = tree(text, faults) if text is not None else None
    domains = DomainReader(faults, ours | drawings.keys()).domains(root) if root else ()
    if faults.found or wrong:
        raise BadContent((*sorted(faults.found, key=lambda fault: fault.line or 0), *wrong))
    return Content(domains, drawings)
