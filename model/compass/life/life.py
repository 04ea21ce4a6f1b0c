"""Life: the domains of which anybody said anything. Which domains there are is configuration, see `model.content`."""

from collections.abc import Iterator, Set
from datetime import date, datetime
from typing import Annotated, Self

from pydantic import Field, field_serializer

from model.compass.album import Album
from model.compass.answer import Answer
from model.compass.document import Identifier, NotThere, TooMany
from model.compass.life.answers import LifeAnswer
from model.compass.life.domain import LifeDomain
from model.compass.life.places import LifePlace
from model.compass.opening.folded import FOLDED, is_folded, may_hold
from model.compass.part import Part
from model.compass.step import Felt
from model.compass.taken_off import Undoable, may_be_off
from model.compass.target import LONGEST_KEY

DomainKey = Annotated[str, Field(pattern=r'^[a-z0-9]+(-[a-z0-9]+)*$', max_length=LONGEST_KEY)]
StoredDomain = Annotated[LifeDomain, FOLDED]
MOST_DOMAINS = 36
"""Those that were taken out of the configuration after they were filled included."""


class Life(Undoable):
    """What the person said in each domain, by the key of the domain; of one that is not here nobody said anything."""

    domains: Annotated[dict[DomainKey, StoredDomain], Field(max_length=MOST_DOMAINS)] = {}

    @field_serializer('domains')
    def _filled(self, domains: dict[str, LifeDomain]) -> dict[str, StoredDomain]:
        """A domain in which nothing stands any more is one of which nobody said anything."""
        return {key: found for key, found in domains.items() if is_folded(found) or not found.is_empty}

    # verbs

    def choose(
        self, domain: str, place: LifePlace, answer: Answer, today: date, *, chosen: bool = True, id: str | None = None
    ) -> None:
        """Put something in a place of a domain, or take it off. Raises `TooMany`, `ValueError` for no domain."""
        if chosen:
            self.add(domain, place, answer, id=id)
        elif held := self.of(domain).at(place).that_says(answer):
            self.of(domain).at(place).take_off(held.id, today)

    def add(self, domain: str, place: LifePlace, answer: Answer, *, id: str | None = None) -> LifeAnswer:
        """Put something in a place of a domain; the same answer, or the same id, is there once. Returns it.

        Raises `TooMany`, `ValueError` for no domain.
        """
        return self._open(domain).at(place).add(answer, id=id)

    def put_back(self, domain: str, answer_id: str) -> None:
        """Put something back that was just taken off, where it stood. Raises `NotThere`, `TooMany`."""
        found = self.of(domain)
        found.at(found.place_of(answer_id)).put_back(answer_id)

    def tell_how_it_goes(self, domain: str, felt: Felt | None) -> None:
        """Say how it goes in a domain; None takes that back. Raises `ValueError` for no domain."""
        self._open(domain).felt = felt

    def want_to_talk(self, domain: str, now: datetime, *, wanted: bool) -> None:
        """Mark a domain for the next contact, or no longer. Raises `ValueError` for no domain."""
        found = self._open(domain)
        found.talk_since = (found.talk_since or now) if wanted else None

    def was_talked_about(self, since: datetime) -> None:
        """A contact that began then is over: what was marked for it before is marked no more."""
        for found in self.domains.values():
            if found.talk_since is not None and found.talk_since < since:
                found.talk_since = None

    def keep(self, album: Album) -> None:
        """Let go of answers of which nothing is left, now that their only picture or voice is gone."""
        for found in self.domains.values():
            for place in LifePlace:
                answers = found.at(place)
                answers.items = [one for one in answers.items if album.holds(one.answer)]
                answers.off = [taken for taken in answers.off if album.holds(taken.what.answer)]

    def clear_off(self, *, but_of: date | None = None) -> None:
        """Let go for good what was taken off; `but_of` is a day of which it stays."""
        for found in filter(may_be_off, self.domains.values()):
            found.clear_off(but_of=but_of)

    # what is there

    def of(self, domain: str) -> LifeDomain:
        """Returns what was said in one domain; an empty one when that is nothing."""
        return self.domains.get(domain) or LifeDomain()

    def answer(self, domain: str, answer_id: str) -> LifeAnswer:
        """Returns one thing in a domain. Raises `NotThere`."""
        found = self.of(domain).find(answer_id)
        if found is None:
            raise NotThere(answer_id)
        return found

    def from_where(self, on_compass: Identifier) -> list[str]:
        """Returns the keys of the domains from which a strength or wish was put on the compass."""
        putting = [(key, found) for key, found in self.domains.items() if may_hold(found, 'on_compass')]
        return [key for key, found in putting if any(one.on_compass == on_compass for one in found.answers)]

    @property
    def parts(self) -> frozenset[Part]:
        """The part that each of these domains is."""
        return frozenset(map(Part.of_domain, self.domains))

    @property
    def to_talk_about(self) -> list[str]:
        """The keys of the domains that are marked for the next contact, the one marked first at the beginning."""
        marked = [(found.talk_since, key) for key, found in self.domains.items() if found.talk_since is not None]
        return [key for _, key in sorted(marked)]

    @property
    def answers(self) -> Iterator[LifeAnswer]:
        """All that stands in any domain."""
        for found in self.domains.values():
            yield from found.answers

    @property
    def answers_off(self) -> Iterator[LifeAnswer]:
        """All that was taken off in any domain and can be put back."""
        for found in filter(may_be_off, self.domains.values()):
            yield from (taken.what for taken in found.off)

    @property
    def attachments(self) -> frozenset[str]:
        """The ids of all that is shown and said here."""
        return frozenset(one for held in self.answers for one in held.answer.attachments)

    @property
    def off_marks(self) -> frozenset[str]:
        """Something to know each thing by that can be put back."""
        return frozenset(one.id for one in self.answers_off)

    def only(self, parts: Set[Part], _: Set[str] = frozenset()) -> Self:
        """Returns a life with the domains of these parts alone."""
        return type(self)(
            domains={key: found for key, found in self.domains.items() if Part.of_domain(key).is_in(parts)}
        )

    def _open(self, domain: str) -> LifeDomain:
        if domain not in self.domains:
            if len(self.domains) >= MOST_DOMAINS:
                raise TooMany
            self.domains = {**self.domains, domain: LifeDomain()}
        return self.domains[domain]
