"""The shape of what a page says over its line: checked before the framework sees any of it.

What has another shape was not said by a page of ours: it is left unheard, and nothing is written about it.
"""

import json
from typing import Annotated, Any

import nicegui.json
from nicegui import Client
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

LONGEST_ADDRESS = 300
"""Characters of the address of a screen, many times what the longest of ours has."""
_ADDRESSES = {'sub_pages_open', 'sub_pages_navigate'}
"""Events of the framework that carry an address: it takes time that grows with the square of its length."""


def _json(text: str) -> str:
    nicegui.json.loads(text)
    return text


_Name = Annotated[str, Field(max_length=64)]
_Argument = Annotated[str, AfterValidator(_json)]


class _Message(BaseModel):
    model_config = ConfigDict(strict=True)


class _Handshake(_Message):
    client_id: _Name
    tab_id: _Name
    """Kept by the framework for a month, whatever it is."""
    old_tab_id: _Name | None = None
    document_id: _Name | None = None
    next_message_id: Annotated[str, Field(pattern=r'^-?[0-9]{1,9}$')] | int | None = None


class _Event(_Message):
    client_id: _Name
    id: int
    listener_id: _Name
    number: Annotated[int, Field(gt=0)] | None = None
    """Which tap of its page this is. Our pages say a tap again that got no answer."""
    args: Annotated[list[_Argument | None], Field(max_length=8)] = []
    """JSON, of any length that a message may have: words that are much too long get a plain sentence."""


class _JavascriptResponse(_Message):
    client_id: _Name
    request_id: _Name
    result: Any = None


class _Ack(_Message):
    client_id: _Name
    next_message_id: int


_SHAPES: dict[str, type[_Message]] = {
    'handshake': _Handshake,
    'event': _Event,
    'javascript_response': _JavascriptResponse,
    'ack': _Ack,
}


def is_well_formed(name: str, message: object) -> bool:
    """Whether a message with this name has the shape that a page of ours gives it."""
    try:
        _SHAPES[name].model_validate(message)
    except ValidationError:
        return False
    return True


def is_for_somebody(client: Client, message: dict[str, Any]) -> bool:
    """Whether an event is for something on its page that listens; an address has to be short for that."""
    element = client.elements.get(message['id'])
    listener = element._event_listeners.get(message['listener_id']) if element is not None else None
    if listener is None:
        return False
    return listener.type not in _ADDRESSES or _is_address(message.get('args', []))


def _is_address(args: list[str | None]) -> bool:
    try:
        [address] = [json.loads(one or '') for one in args]
    except ValueError:
        return False
    return isinstance(address, str) and address.startswith('/') and len(address) <= LONGEST_ADDRESS
