"""A person in a pose: a whole figure, or head and shoulders where the face carries the idea."""

from dataclasses import replace

from tools.figures import body
from tools.figures import head as heads
from tools.figures.body import FULL, NEAR, Arm, Build, Leg
from tools.figures.head import Head
from tools.figures.shapes import LIGHT, TINT, Drawing, Point


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
    side = build.shoulders / 2 - 5.2
    arms = [
        (pose, pose.shoulder or body.along(neck, hip, where, 7.5))
        for pose, where in ((left, -side), (right, side))
        if pose
    ]
    behind = [body.arm(at, pose, shirt, build) for pose, at in arms if pose.behind]
    front = [body.arm(at, pose, shirt, build) for pose, at in arms if not pose.behind]
    stands = standing(hip, build) if legs is None else legs
    hips = _hips(hip, len(stands), build)
    return (
        *heads.behind(head),
        *sum(behind, ()),
        *body.legs(hips, stands, trousers, build),
        body.trunk(neck, hip, shirt, build),
        *heads.front(head),
        *holds,
        *sum(front, ()),
    )


GROUND = 89.5


def standing(hip: Point, build: Build = FULL) -> tuple[Leg, ...]:
    """Returns two legs straight down to the ground, with shoes turned a little outwards."""
    x = hip[0]
    apart, down = build.hips / 4 + 0.6, GROUND - 6
    return (Leg((x - apart - 0.6, down), shoe=-0.5), Leg((x + apart + 0.6, down), shoe=0.5))


def _hips(hip: Point, count: int, build: Build) -> list[Point]:
    x, y = hip
    apart = build.hips / 4 + 0.2
    return [(x - apart, y - 1), (x + apart, y - 1)][:count]


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
    side = wide / 2 - build.limb / 2 + 0.6
    arms = [
        (pose, pose.shoulder or (x + where, top + build.limb * 0.62))
        for pose, where in ((left, -side), (right, side))
        if pose
    ]
    behind = [body.arm(at, pose, shirt, build) for pose, at in arms if pose.behind]
    front = [body.arm(at, pose, shirt, build) for pose, at in arms if not pose.behind]
    return (
        *heads.behind(head),
        *sum(behind, ()),
        body.bust(x, top, base, shirt, wide),
        *on,
        *heads.front(head),
        *holds,
        *sum(front, ()),
    )


def smaller(build: Build, times: float) -> Build:
    """Returns a build of the same proportions."""
    return replace(
        build,
        shoulders=build.shoulders * times,
        hips=build.hips * times,
        limb=build.limb * times,
        arm=build.arm * times,
        leg=build.leg * times,
        hand=build.hand * times,
    )
