"""What others get of a compass: built up from what is open, so that whatever nobody spoke of is closed."""

from collections.abc import Iterator, Set
from copy import deepcopy
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any, TypeVar, cast

from model.compass.compass import Compass
from model.compass.life.life import Life
from model.compass.opening.folded import is_untouched
from model.compass.part import EVERY_PART, MOST_NAMED, Part, Way, fields_seen, going, is_seen_by_anyone, parts_of
from model.compass.taken_off import Undoable, may_be_off

AnyCompass = TypeVar('AnyCompass', bound=Compass)


def seen(compass: AnyCompass, parts: Set[Part]) -> AnyCompass:
    """Returns a compass with only these parts in it; the compass itself for who may see every part.

    It is to look at: what stands in both is not copied, and a compass is changed in `Gate.change` alone.
    The picture and name of the person are in any. What was taken off is the person's own affair, as `Part.SHARING` is.
    """
    return compass if parts >= EVERY_PART else _copy(compass, parts)


def printed(compass: AnyCompass, *, everything: bool) -> AnyCompass:
    """Returns a copy with what is printed; `everything` is what is printed only when that is asked for."""
    return _copy(compass, going(Way.PAPER, Way.PAPER_ASKED) if everything else going(Way.PAPER))


def exported(compass: AnyCompass) -> AnyCompass:
    """Returns a copy with what a person takes along to another place."""
    return _copy(compass, going(Way.EXPORT))


def content(compass: Compass, part: Part) -> dict[str, Any]:
    """Returns all that one part holds, to see whether it changed.

    A field that speaks of no part and is not seen by anyone is in each of them: who may not see any one part
    may not change it.
    """
    return _content(compass, part.whole, {part})


def differs_outside(compass: Compass, before: Compass, parts: Set[Part]) -> bool:
    """Whether anything that is in none of these parts is not what it was before."""
    return any(_differs(compass, before, part, pieces) for part, pieces in _closed_to(compass, before, parts))


def holds(compass: Compass, part: Part) -> bool:
    """Whether there is anything in a part, or in a field that speaks of none."""
    return content(compass, part) != _nothing(type(compass), part)


def _closed_to(compass: Compass, before: Compass, parts: Set[Part]) -> Iterator[tuple[Part, Set[Part]]]:
    """Yields each part that is closed to who sees these, and the pieces of it that are."""
    for part in EVERY_PART - parts:
        yield part, _opened(compass.life, before.life) - parts if part == Part.LIFE else {part}


def _opened(life: Life, before: Life) -> Set[Part]:
    """The part that each domain is, now or before, into which somebody looked since."""
    keys = life.domains.keys() | before.domains.keys()
    return {Part.of_domain(key) for key in keys if not is_untouched(life.domains.get(key), before.domains.get(key))}


def _differs(compass: Compass, before: Compass, whole: Part, pieces: Set[Part]) -> bool:
    fields = {
        field
        for field in _fields_of(type(compass), whole)
        if not is_untouched(getattr(compass, field), getattr(before, field))
    }
    return _dumped(compass, fields, pieces) != _dumped(before, fields, pieces)


def _content(compass: Compass, whole: Part, pieces: Set[Part]) -> dict[str, Any]:
    return _dumped(compass, _fields_of(type(compass), whole), pieces)


def _dumped(compass: Compass, fields: Set[str], pieces: Set[Part]) -> dict[str, Any]:
    shown = {field: _shown(compass, field, pieces) for field in fields}
    # in a copy of the outermost alone: to build up a whole compass, for each part a tap asks about, takes long
    return compass.model_copy(update=shown).model_dump(include=set(shown)) if shown else {}


@lru_cache(MOST_NAMED)
def _nothing(document: type[Compass], part: Part) -> dict[str, Any]:
    """What a part holds in which nothing stands: to compare with, and no more."""
    return content(document(made=datetime.min.replace(tzinfo=UTC)), part)


@cache
def _fields_of(document: type[Compass], part: Part) -> Set[str]:
    """The names of the fields that are in a part; one that speaks of none is in each."""
    return {field for field in document.model_fields if _is_in(document, field, part)}


def _is_in(document: type[Compass], field: str, part: Part) -> bool:
    parts = parts_of(document, field)
    return part in parts or not (parts or is_seen_by_anyone(document, field))


def _copy(compass: AnyCompass, parts: Set[Part]) -> AnyCompass:
    document = type(compass)
    # the photo of a person is seen with the step they join, and one that went on the compass where it came from
    needed = compass.steps.attachments if Part.STEPS in parts else frozenset()
    needed |= compass.life.only(parts).attachments
    shown = {field: _shown(compass, field, parts, needed) for field in fields_seen(document, parts)}
    if Part.SHARING not in parts:
        shown = {field: _without_off(value) for field, value in shown.items()}
    return cast(AnyCompass, document.model_construct(**shown))


def _without_off(value: Any) -> Any:
    if not isinstance(value, Undoable) or not may_be_off(value) or not value.off_marks:
        return value
    copied = deepcopy(value)
    copied.clear_off()
    return copied


def _shown(compass: Compass, field: str, parts: Set[Part], needed: Set[str] = frozenset()) -> Any:
    """The value of a field; of one that is divided among parts, only what belongs to these."""
    value = getattr(compass, field)
    divided = parts_of(type(compass), field)
    return value.only(parts, needed) if len(divided) > 1 or Part.LIFE in divided else value
