"""Pages for coordinators alone."""

from fastapi import Request

from model.access.access import Access
from model.access.refusals import Stranger
from model.workers.worker import Worker
from ui.work.way_on import worker_here


def coordinator(access: Access, request: Request) -> Worker:
    """The coordinator who asks for a page. For other workers it is not there; who is none is led to sign in.

    Raises `Stranger`, and what `worker_here` raises.
    """
    worker = worker_here(access, request)
    if not worker.coordinator:
        raise Stranger
    return worker
