"""With whom a step is done, as people say it: "met mijn moeder en de buren"."""

from model.words import Language


def with_tile(key: str, say: Language) -> str | None:
    """Returns who stands on a tile as it follows "met"; None for a tile that is nobody known here.

    A message of its own for each: what stands before the word, and its ending, differ by language.
    """
    return {
        'father': say('mijn vader', context='with'),
        'mother': say('mijn moeder', context='with'),
        'child': say('mijn kind', context='with'),
        'partner': say('mijn partner', context='with'),
        'grandparent': say('mijn opa of oma', context='with'),
        'sibling': say('mijn broer of zus', context='with'),
        'friend': say('een vriend of vriendin', context='with'),
        'neighbour': say('de buren', context='with'),
        'pet': say('mijn huisdier', context='with'),
        'faith-group': say('iemand van de kerk, moskee of tempel', context='with'),
        'colleague': say('een collega', context='with'),
        'supporter': say('mijn begeleider', context='with'),
    }.get(key)
