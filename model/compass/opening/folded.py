"""Parts that nobody opened yet: each is its JSON, until somebody looks into it.

A compass is read and written whole at each tap, and a tap is about one part. What is not opened is not parsed, checked
and made into JSON again, however much a year put there; and as nobody looked into it, it did not change.

A part may be folded itself: then a tap opens only the piece of it that it is about.
"""

import re
import secrets
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from errno import EBADMSG
from functools import cache, partial
from itertools import chain
from threading import RLock
from typing import Any, TypeVar, cast

from pydantic import BaseModel, GetCoreSchemaHandler, SerializationInfo, SerializerFunctionWrapHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema, to_json

from model.unreadable import Unreadable

Model = TypeVar('Model', bound=BaseModel)

_MARK = secrets.token_hex(16)
"""What stands where a folded part belongs, while the document around it is made into JSON: nobody can have said it."""
_QUOTED_MARK = f'"{_MARK}"'.encode()
_DIVIDERS = (b'\n', b'\t')
"""What stands around each folded part in a document, and around each folded piece in a part.

Both are space between two words of JSON, so that anybody can read the file; no text in JSON holds them.
"""
_OPENS_NOTHING = {'__class__', '__pydantic_decorators__', '__deepcopy__'}
"""What `isinstance` and `deepcopy` ask."""
_TEXT, _FIRST = 'text', 'first'
_opening = RLock()
"""A sheet is printed in a thread of its own."""


class Unopenable(Unreadable):
    """What is stored of a part is no such part; nothing was lost, and its words say nothing of what stands there."""


class _Texts(list[bytes]):
    """The JSON of what is folded in a document, or in a part of one, in its order."""

    __slots__ = ('depth',)

    def __init__(self, depth: int, texts: Sequence[bytes] = ()) -> None:
        """`depth` says how deep they lie: 1 are parts of a document, 2 are pieces of a part."""
        super().__init__(texts)
        self.depth = depth


class _Folding:
    """See `FOLDED`."""

    def __get_pydantic_core_schema__(self, kind: type[BaseModel], handler: GetCoreSchemaHandler) -> CoreSchema:
        opened = handler(kind)
        place = core_schema.int_schema(strict=True)
        folded = core_schema.with_info_after_validator_function(partial(_at_place, kind), place)
        dumped = core_schema.wrap_serializer_function_ser_schema(_dumped, info_arg=True, schema=opened)
        return core_schema.union_schema([folded, opened], mode='left_to_right', serialization=dumped)


FOLDED = _Folding()
"""Said of a field with a part, or a piece of one: it has a line of its own in the file, and is opened when looked into.

Whatever is asked of it opens it, so nobody but this file need know. A piece of what is folded has its own place in that
line, between two tabs; what is folded in a piece again just stands in it, and is read with it.
"""


def to_lines(document: BaseModel) -> bytes:
    """Returns a document as JSON, each folded part on a line of its own; what is not opened as it was read."""
    return _written(document, 0)


def from_lines(kind: type[Model], content: bytes) -> Model:
    """Returns the document that `to_lines` wrote, with its parts folded; one on a single line is read whole.

    Raises `ValueError`.
    """
    return _read(kind, content, 0)


def _written(document: BaseModel, depth: int) -> bytes:
    if depth == len(_DIVIDERS):
        return to_json(document)
    texts = _Texts(depth + 1)
    content = to_json(document, context=texts)
    return _DIVIDERS[depth].join(_alternating(content.split(_QUOTED_MARK), texts)) if texts else content


def _read(kind: type[Model], content: bytes, depth: int) -> Model:
    divided = content.split(_DIVIDERS[depth]) if depth < len(_DIVIDERS) else [content]
    if len(divided) == 1:
        return kind.model_validate_json(content)
    around, texts = divided[::2], _Texts(depth + 1, divided[1::2])
    places = [b'%d' % place for place in range(len(texts))]
    return kind.model_validate_json(b''.join(_alternating(around, places)), context=texts)


def _alternating(around: Sequence[bytes], between: Sequence[bytes]) -> Iterator[bytes]:
    """Yields what stands around and what stands between by turns. Raises `ValueError` when that does not come out."""
    yield around[0]
    yield from chain.from_iterable(zip(between, around[1:], strict=True))


def is_folded(part: object) -> bool:
    """Whether nobody opened a part since it was read."""
    return _fold(part) is not None


def is_untouched(part: object, before: object) -> bool:
    """Whether neither is opened, and both are the same."""
    one, other = _fold(part), _fold(before)
    return one is not None and other is not None and one.text == other.text


def may_hold(part: object, name: str) -> bool:
    """Whether anything may stand in a part in a field of this name, or of one that ends in it.

    Of a part that is not opened its JSON says so.
    """
    fold = _fold(part)
    return fold is None or fold.holds(name)


def may_say(part: object, text: str) -> bool:
    """Whether a text, such as an id, may stand anywhere in a part. Of a part that is not opened its JSON says so.

    Not for a text that JSON writes in another way, with a quotation mark in it or a backslash.
    """
    fold = _fold(part)
    # what no JSON can hold is looked for all the same, and not found
    return fold is None or fold.text.rfind(text.encode(errors='surrogatepass')) >= 0


def refuse(part: Model, check: Callable[[Model], None]) -> None:
    """Have a part that does not belong where it stands refused: by the time somebody opens it, or now.

    `check` raises `ValueError` for one.
    """
    fold = _fold(part)
    if fold is None:
        check(part)
    else:
        fold.check = cast(Callable[[BaseModel], None], check)


def when_opened(part: Model, look: Callable[[Model], None]) -> None:
    """Have a part looked at as it was read: by the time somebody opens it, before they can change anything; or now."""
    if is_folded(part):
        _inside(part).setdefault(_FIRST, []).append(look)
    else:
        look(part)


class _Fold:
    """The JSON of a part, and what was asked of it so far."""

    __slots__ = ('_holds', 'check', 'depth', 'kind', 'text')

    def __init__(self, kind: type[BaseModel], text: bytes, depth: int) -> None:
        self.kind = kind
        self.text = text
        self.depth = depth
        self.check: Callable[[BaseModel], None] | None = None
        self._holds: dict[str, bool] = {}

    def holds(self, name: str) -> bool:
        """Whether a field with this end to its name has anything in it. No text in JSON holds a bare quotation mark."""
        if name not in self._holds:
            # most parts have no such field, and a search from the end takes half the time of one from the beginning
            there = self.text.rfind(f'{name}":'.encode()) >= 0
            self._holds[name] = there and _something_in(name).search(self.text) is not None
        return self._holds[name]

    def opened(self) -> BaseModel:
        """Returns the part itself. Raises `ValueError` when it is none, or does not belong where it stands."""
        part = _read(self.kind, self.text, self.depth)
        if self.check is not None:
            self.check(part)
        return part


@cache
def _something_in(name: str) -> re.Pattern[bytes]:
    return re.compile(f'{name}":(?!null|\\[]|{{}})'.encode())


class _Unopened:
    """A part before anybody looks into it. From then on it is the part itself, of the class of the part."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name not in _OPENS_NOTHING:
            _open(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name: str, value: object) -> None:
        _open(self)
        setattr(self, name, value)

    def __eq__(self, other: object) -> bool:
        if is_untouched(self, other):
            return True
        _open(self)
        return self == other

    __hash__ = None  # type: ignore[assignment]  # as the parts

    def __copy__(self) -> object:
        return _same(self)

    def __deepcopy__(self, memo: object) -> object:
        return _same(self)


def _at_place(kind: type[BaseModel], place: int, info: ValidationInfo) -> object:
    if not isinstance(info.context, _Texts) or not 0 <= place < len(info.context):
        raise ValueError('nothing is folded here')
    return _unopened(_Fold(kind, info.context[place], info.context.depth))


def _dumped(part: BaseModel, dump: SerializerFunctionWrapHandler, info: SerializationInfo) -> object:
    texts = info.context
    if not isinstance(texts, _Texts):
        _open(part)
        return dump(part)
    fold = _fold(part)
    if fold is not None and fold.depth != texts.depth:
        _open(part)  # it came from elsewhere, where its own pieces were divided in another way
        fold = None
    texts.append(_written(part, texts.depth) if fold is None else fold.text)
    return _MARK


@cache
def _class_of_unopened(kind: type[BaseModel]) -> type[BaseModel]:
    bases, namespace = (_Unopened, kind), {'__module__': __name__}
    return cast(type[BaseModel], type(kind)(f'Unopened{kind.__name__}', bases, namespace, defer_build=True))  # type: ignore[misc]


def _unopened(fold: _Fold) -> object:
    unopened = _class_of_unopened(fold.kind)
    part = unopened.__new__(unopened)
    object.__setattr__(part, '__dict__', {_TEXT: fold})
    return part


def _same(part: object) -> object:
    fold = _fold(part)
    return copy(part) if fold is None else _unopened(fold)


def _fold(part: object) -> _Fold | None:
    """The JSON of a part that is not opened, None for any other."""
    if not issubclass(type(part), _Unopened):
        return None
    fold: _Fold = _inside(part)[_TEXT]
    return fold


def _inside(part: object) -> dict[str, Any]:
    inside: dict[str, Any] = object.__getattribute__(part, '__dict__')
    return inside


def _open(part: object) -> None:
    with _opening:
        fold = _fold(part)
        if fold is None:
            return
        try:
            opened = fold.opened()
        except ValueError:
            raise Unopenable(EBADMSG, fold.kind.__name__) from None  # its words are somebody's
        looks = _inside(part).get(_FIRST, ())
        for name in ('__dict__', '__pydantic_fields_set__', '__pydantic_extra__', '__pydantic_private__'):
            object.__setattr__(part, name, getattr(opened, name))
        object.__setattr__(part, '__class__', fold.kind)
        for look in looks:
            look(part)
