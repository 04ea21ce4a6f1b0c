"""What a colleague is called."""

from model.words import Language
from model.workers.worker import Worker


def called(worker: Worker, say: Language) -> str:
    """Their own name; before they gave one, what whoever invited them calls them."""
    return worker.name or worker.invited_as or say('Nieuwe collega')
