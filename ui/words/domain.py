"""The word of a life domain."""

from collections.abc import Sequence

from model.catalogue.domains import Domain
from model.words import Language


def domain_word(domains: Sequence[Domain], key: str, say: Language) -> str:
    """Returns what a domain is called; of one that people are not asked about any more only that it is another."""
    return next((say(domain.word) for domain in domains if domain.key == key), say('ander', context='domain'))
