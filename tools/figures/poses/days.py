"""Days of the week, each known by a thing of its own."""

from tools.figures.gallery import pictogram
from tools.figures.moving import turned
from tools.figures.shapes import LIGHT, TINT, WHITE, Drawing, box, path


@pictogram
def friday() -> Drawing:
    """A bag of chips, as many eat on Friday."""
    leaning = ((30, 20, -16), (66, 18, 16), (39, 12, -8), (57, 10, 8), (48, 16, 0))
    chips = (turned((box(x - 4.8, y, 9.6, 46, LIGHT, 1.5, 4),), degrees, (x, 62)) for x, y, degrees in leaning)
    bag = path('M18 40Q30 52 48 52Q66 52 78 40L67 90H29z', TINT)
    return (*sum(chips, ()), bag, path('M33 64H63M35 74H61', None, WHITE, 4))
