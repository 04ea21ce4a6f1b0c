from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.unit.http.connection.serving import Serving
from ui.http.connection import everyone


@pytest.fixture
def serving(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Serving]]:
    """Begins servers that look at their connections when the test says so."""
    monkeypatch.setattr(everyone, 'LOOK_EVERY', 1_000_000)
    with ExitStack() as stack:

        def begin(*args: Any, **options: Any) -> Serving:
            return stack.enter_context(Serving(*args, **options).running())

        yield begin
