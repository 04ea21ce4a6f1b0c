"""Photos on a machine that may be busy."""

import pytest

from model.media import photo_worker, photos
from tests.patience import within


@pytest.fixture(autouse=True)
def time_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is good is not refused because others work too; what takes minutes is stopped all the same."""
    monkeypatch.setattr(photos, 'LONGEST', min(within(photos.LONGEST), photo_worker.CPU_SECONDS - 1))
