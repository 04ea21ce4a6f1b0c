"""How large the parts of a body are."""

from dataclasses import dataclass, fields, replace

from tools.figures.shapes import THIN


@dataclass(frozen=True)
class Build:
    """How thick and long the parts of a body are."""

    shoulders: float = 22
    hips: float = 19
    limb: float = 13.5
    arm: float = 13.0
    leg: float = 14.5
    hand: float = 1.0
    line: float = THIN


FULL = Build()
SMALL = Build(shoulders=18, hips=17, limb=12, arm=9.5, leg=9.5, hand=0.85, line=3.8)
NEAR = Build(shoulders=44, hips=44, limb=17.5, arm=20, hand=1.35, line=4.4)


def smaller(build: Build, times: float) -> Build:
    """Returns a build of the same proportions; lines stay as thick as they were."""
    sizes = {field.name: getattr(build, field.name) * times for field in fields(build) if field.name != 'line'}
    return replace(build, **sizes)
