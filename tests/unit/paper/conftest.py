"""A press without processes, since hundreds of sheets are made here; and contacts for what is printed of a story."""

from datetime import timedelta
from functools import cache

import pytest

from model.compass.contact import Contact, Visit
from tests.unit.paper.printed import whole
from ui.paper import press_worker, typesetting

kept = cache(press_worker.compiler)


def pressed_here(template, data, apart):
    return press_worker.pdf(kept(template), whole(data, apart))


@pytest.fixture(autouse=True)
def press_here(monkeypatch):
    monkeypatch.setattr(typesetting, 'pressed', pressed_here)


@pytest.fixture
def ends(now):
    """Ends a contact so many days ago, with a compass as it is; returns the visit."""

    def end(compass, days_ago=30):
        then = now - timedelta(days=days_ago)
        return Visit.of(compass, Contact(began=then), then, without_step=False)

    return end
