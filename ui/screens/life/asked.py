"""What is asked in a life domain: as it is configured, and what is left of one that is configured no more."""

from model.catalogue.domains import PLACES, Domain, DomainTile, Place
from model.compass.answer import Answer
from model.compass.life.answers import LifeAnswer
from model.compass.life.places import LifePlace
from model.pictures import pictogram
from model.words import Language
from ui.live.here import Here
from ui.words import saying

HELP = {
    LifePlace.MINE: 'whose-mine',
    LifePlace.PEOPLE: 'whose-people',
    LifePlace.PROFESSIONALS: 'whose-professionals',
}
"""Help is three places, in the method's order of whose it is."""
OTHER = 'life'
"""The pictogram of a domain that people are not asked about any more."""


def domain_of(here: Here, key: str) -> Domain | None:
    """The domain with this key; of one that was filled and is configured no more its answers alone; else None."""
    found = next((domain for domain in here.access.domains if domain.key == key), None)
    if found is None and key in here.look().life.domains:
        found = Domain(key, here.say('ander', context='domain'), OTHER, tuple(Place(one, (), ()) for one in PLACES))
    return found


def every_domain(here: Here) -> list[Domain]:
    """All domains that are asked about, then those that were filled when they still were."""
    asked = {domain.key for domain in here.access.domains}
    left = (domain_of(here, key) for key in here.look().life.domains if key not in asked)
    return [*here.access.domains, *(domain for domain in left if domain is not None)]


def tiles_at(domain: Domain, place: LifePlace) -> tuple[DomainTile, ...]:
    """What can be picked in one place of a domain."""
    if whose := HELP.get(place):
        return tuple(tile for tile in domain.place('help').tiles if tile.whose == whose)
    return domain.place(place).tiles


def offered_at(domain: Domain, place: LifePlace) -> list[Answer]:
    """The same as answers."""
    return [Answer(tile=tile.key, named=tile.word) for tile in tiles_at(domain, place)]


def usual_condition(domain: Domain, place: LifePlace, one: LifeAnswer) -> str | None:
    """The condition that something lands on when nobody chose one: its tile says so; None for anything else."""
    answer = one.answer
    found = (tile for tile in tiles_at(domain, place) if (tile.key, tile.word) == (answer.tile, answer.named))
    return next((tile.condition for tile in found), None)


def words_of(answer: Answer, say: Language) -> str:
    """What an answer in a domain is called."""
    if answer.words:
        return answer.words
    return saying.named(answer, say) if answer.named else saying.wordless(answer, say)


def drawing_of(domain: Domain) -> str:
    """The key of the pictogram of a domain."""
    return domain.pictogram if pictogram.is_known(domain.pictogram) else OTHER
