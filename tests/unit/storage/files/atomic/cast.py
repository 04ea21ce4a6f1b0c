"""What is written, and what can go wrong meanwhile."""

import errno
import os
import resource
from contextlib import contextmanager

import pytest

FIRST = {'people': {'1': {'name': 'Sam'}}}
SECOND = {'people': {'1': {'name': 'Fatima'}}}


@contextmanager
def no_room():
    """A real limit of the kernel: no file can grow above 64 bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only(folder):
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


@contextmanager
def failing_disk():
    """Simulated: an input/output error when a file is synced."""

    def fsync(handle):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, 'fsync', fsync)
        yield


TROUBLES = [lambda folder: no_room(), read_only, lambda folder: failing_disk()]
in_trouble = pytest.mark.parametrize('trouble', TROUBLES, ids=['no room', 'read-only', 'input/output error'])


def save_in_trouble(compasses, compass, trouble):
    compass.call_me('derde')
    with trouble, pytest.raises(OSError) as refusal:
        compasses.save(compass)
    return refusal.value.errno
