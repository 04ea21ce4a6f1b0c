"""A person in a pose: a whole figure, or head and shoulders where the face carries the idea."""

from tools.figures import body
from tools.figures import head as heads
from tools.figures.body import Arm, Leg
from tools.figures.build import FULL, NEAR, Build
from tools.figures.head import Head
from tools.figures.lines import Point
from tools.figures.shapes import LIGHT, TINT, Drawing

GROUND = 89.5


def person(
    head: Head,
    hip: Point,
    *,
    neck: Point | None = None,
    left: Arm | None = None,
    right: Arm | None = None,
    legs: tuple[Leg, ...] | None = None,
    shirt: str = TINT,
    trousers: str = LIGHT,
    holds: Drawing = (),
    build: Build = FULL,
) -> Drawing:
    """Returns a whole figure. `left` and `right` are where we see the arms; without legs it stands.

    From the back to the front: hair, arms behind, legs, trunk, head, what is held, arms.
    """
    neck = neck or (head.at[0], head.at[1] + head.r + 0.5)
    side = build.shoulders / 2 - 4.2
    shoulders = (body.along(neck, hip, -side, 7.5), body.along(neck, hip, side, 7.5))
    behind, before = _arms((left, right), shoulders, shirt, build)
    stands = standing(hip, build) if legs is None else legs
    lower = body.legs(_hips(hip, len(stands), build), stands, trousers, build)
    trunk = body.trunk(neck, hip, shirt, build)
    return (*heads.behind(head), *behind, *lower, trunk, *heads.front(head), *holds, *before)


def near(
    head: Head,
    *,
    left: Arm | None = None,
    right: Arm | None = None,
    shirt: str = TINT,
    wide: float = 44,
    base: float = 89,
    holds: Drawing = (),
    on: Drawing = (),
    build: Build = NEAR,
    x: float | None = None,
) -> Drawing:
    """Returns head and shoulders; `on` lies on the chest, `holds` before it, under the hands."""
    x = head.at[0] if x is None else x
    top = head.at[1] + head.r - 0.5
    side, shoulder = wide / 2 - build.limb / 2 + 0.6, top + build.limb * 0.62
    behind, before = _arms((left, right), ((x - side, shoulder), (x + side, shoulder)), shirt, build)
    chest = body.bust(x, top, base, shirt, wide)
    return (*heads.behind(head), *behind, chest, *on, *heads.front(head), *holds, *before)


def standing(hip: Point, build: Build = FULL) -> tuple[Leg, ...]:
    """Returns two legs straight down to the ground, with shoes turned a little outwards."""
    x = hip[0]
    apart, down = build.hips / 4 + 0.6, GROUND - 6
    return (Leg((x - apart - 0.6, down), shoe=-0.5), Leg((x + apart + 0.6, down), shoe=0.5))


def _arms(
    arms: tuple[Arm | None, Arm | None], shoulders: tuple[Point, Point], colour: str, build: Build
) -> tuple[Drawing, Drawing]:
    """The arms behind the body, and those before it."""
    drawn: dict[bool, Drawing] = {True: (), False: ()}
    for pose, shoulder in zip(arms, shoulders, strict=True):
        if pose:
            drawn[pose.behind] += body.arm(shoulder, pose, colour, build)
    return drawn[True], drawn[False]


def _hips(hip: Point, count: int, build: Build) -> list[Point]:
    x, y = hip
    apart = build.hips / 4 + 0.2
    return [(x - apart, y - 1), (x + apart, y - 1)][:count]
