"""The parts of a compass that can be shared one by one, and what belongs to each."""

from collections.abc import Set
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from model.compass.album import Attachment
from model.compass.target import Spot

if TYPE_CHECKING:
    from model.compass.compass import Compass


class Part(StrEnum):
    """What somebody may or may not see and change."""

    RING = 'ring'
    """Who the person is, the strengths and the wishes, with their photos."""
    STEPS = 'steps'
    """The steps, with whom and when, and the photos beside them."""
    HAPPENED = 'happened'
    OBSTACLES = 'obstacles'
    SHARING = 'sharing'
    """Who looks along, and how the compass opens: the person's own affair."""


EVERY_PART = frozenset(Part)
PRIVATE_PARTS = (Part.HAPPENED, Part.OBSTACLES)

_FIELDS = {
    Part.RING: {'avatar', 'nickname', 'language', 'strengths', 'wishes', 'wish_now'},
    Part.STEPS: {'actions'},
    Part.HAPPENED: {'happened'},
    Part.OBSTACLES: {'obstacles'},
    Part.SHARING: {'sharing', 'pin'},
}


def content(compass: 'Compass', part: Part) -> dict[str, Any]:
    """All that one part holds, to see whether it changed. Of fields that belong to no part, nothing."""
    held = compass.model_dump(include=_FIELDS[part])
    if part in {Part.RING, Part.STEPS}:
        beside_steps = part is Part.STEPS
        held['album'] = [item.model_dump() for item in compass.album.items if _is_beside_a_step(item) is beside_steps]
    return held


def seen(compass: 'Compass', parts: Set[Part]) -> 'Compass':
    """A copy with only these parts in it. The picture and name of the person are in any."""
    if parts == EVERY_PART:
        return compass
    copy = compass.model_copy(deep=True)
    if Part.HAPPENED not in parts:
        copy.happened = []
    if Part.OBSTACLES not in parts:
        copy.obstacles = []
    if Part.STEPS not in parts:
        copy.actions = []
    if Part.RING not in parts:
        _keep_steps_only(copy)
    if Part.SHARING not in parts:
        copy.sharing, copy.pin, copy.keys = type(copy.sharing)(), None, []
    return copy


def _keep_steps_only(copy: 'Compass') -> None:
    copy.strengths, copy.wishes, copy.wish_now = [], [], None
    answers = [answer for action in copy.actions for answer in (action.answer, *action.companions, action.towards)]
    needed = {one for answer in answers if answer for one in answer.attachments}
    copy.album.items = [item for item in copy.album.items if _is_beside_a_step(item) or item.id in needed]


def _is_beside_a_step(attachment: Attachment) -> bool:
    return attachment.place.spot in {Spot.ACTION, Spot.ACTIONS}
