"""Photos on a machine that may be busy."""

import pytest

from model.media import photos
from model.processes import shut_in
from tests.patience import within


@pytest.fixture(autouse=True)
def time_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is good is not refused because others work too; what takes minutes is stopped all the same."""
    monkeypatch.setattr(photos, 'LONGEST', min(within(photos.LONGEST), shut_in.CPU_SECONDS - 1))
