"""Which pictograms there are: each a function that returns its drawing, named as its file."""

from collections.abc import Callable

from tools.figures.shapes import Drawing

GALLERY: dict[str, Callable[[], Drawing]] = {}
"""The drawings by the key of their pictogram."""


def pictogram(draw: Callable[[], Drawing]) -> Callable[[], Drawing]:
    """Put a drawing in the gallery, under the name of its function."""
    GALLERY[draw.__name__.strip('_').replace('_', '-')] = draw
    return draw
