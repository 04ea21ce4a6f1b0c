"""The attachments of `saved`."""

import pytest

from model.compass.album import Added, Attachment, Sort
from model.compass.target import ALBUM
from tests.unit.storage.cast import ONE


@pytest.fixture
def stored(storage, saved):
    return storage.attachments(saved.id)


@pytest.fixture
def attachment(now):
    """Makes an attachment."""

    def attachment(sort=Sort.PHOTO, sound='', attachment_id=ONE):
        added = Added(at=now, key='k', own_device=True)
        return Attachment(id=attachment_id, sort=sort, target=ALBUM, added=added, sound=sound)

    return attachment
