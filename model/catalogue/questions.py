"""What can be picked: the four conditions, the other questions, and their starter tiles.

Keys are also the names of the pictograms. Words are Dutch; `model.words` says them in other languages,
with the key of a tile as context, because one Dutch word can mean two things ("alleen").
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Tile:
    """One thing to pick: `key` names its pictogram, `word` is Dutch."""

    key: str
    word: str


@dataclass(frozen=True)
class Question:
    """One screen with answer tiles. `word` names the screen, `text` is the question on it."""

    key: str
    word: str
    text: str
    tiles: tuple[Tile, ...]


def _tiles(**words: str) -> tuple[Tile, ...]:
    return tuple(Tile(name.replace('_', '-'), word) for name, word in words.items())


CONDITIONS: dict[str, Question] = {
    question.key: question
    for question in (
        Question(
            'be-yourself',
            'Jezelf zijn',
            'Wat geeft jou kracht?',
            _tiles(
                music='muziek',
                rest='rust',
                outdoors='buiten zijn',
                laughing='lachen',
                faith='geloof',
                animals='dieren',
                sport='sporten',
                cooking='koken',
                drawing='tekenen',
                reading='lezen',
                sleep='slapen',
                home='thuis zijn',
            ),
        ),
        Question(
            'matter',
            'Ertoe doen',
            'Waar ben jij goed in?',
            _tiles(
                helping='helpen',
                caring='zorgen',
                listening='luisteren',
                making='iets maken',
                repairing='repareren',
                explaining='uitleggen',
                keeping_going='doorzetten',
                honesty='eerlijk zijn',
                humour='grappig zijn',
                working='werken',
                parenting='vader of moeder zijn',
                tidying='opruimen',
            ),
        ),
        Question(
            'take-part',
            'Meedoen',
            'Wat doe jij graag?',
            _tiles(
                work='werk',
                learning='leren',
                sport_together='samen sporten',
                volunteering='vrijwilligerswerk',
                language='taal leren',
                shopping='boodschappen',
                travelling='op pad gaan',
                club='club',
                day_activity='dagbesteding',
                online='telefoon en internet',
                money='geld regelen',
                neighbourhood='buurthuis',
            ),
        ),
        Question(
            'belong',
            'Erbij horen',
            'Wie hoort bij jou?',
            _tiles(
                father='papa',
                mother='mama',
                child='kind',
                partner='partner',
                grandparent='opa of oma',
                sibling='broer of zus',
                friend='vriend',
                neighbour='buren',
                pet='huisdier',
                faith_group='kerk of moskee',
                colleague='collega',
                supporter='begeleider',
            ),
        ),
    )
}

HAPPENED = Question(
    'what-happened',
    'Wat er is gebeurd',
    'Wat is er gebeurd?',
    _tiles(
        moved='verhuisd',
        separated='uit elkaar',
        lost_someone='iemand verloren',
        ill='ziek',
        lost_job='werk kwijt',
        debts='schulden',
        conflict='ruzie',
        fled='gevlucht',
        detained='vastgezeten',
        new_child='kind gekregen',
    ),
)

OBSTACLES = Question(
    'in-the-way',
    'Wat moeilijk is',
    'Wat maakt het moeilijk?',
    _tiles(
        no_money='geen geld',
        conflict='ruzie',
        pain_or_illness='pijn of ziek',
        tired='moe',
        alone='alleen',
        afraid='bang',
        stress='stress',
        language='taal',
        papers='papieren',
        no_place='geen plek',
        alcohol_or_drugs='drank of drugs',
        waiting='wachten',
    ),
)

WISHES = Question(
    'wish',
    'Mijn wens',
    'Wat wil je graag?',
    _tiles(
        own_place='eigen plek',
        work='werk',
        rest='rust',
        health='gezond zijn',
        friends='vrienden',
        see_family='familie zien',
        money_in_order='geld op orde',
        learning='leren',
        safety='veilig zijn',
        love='liefde',
    ),
)

ACTIONS = Question(
    'new-step',
    'Nieuwe stap',
    'Wat ga je doen?',
    _tiles(
        call='bellen',
        appointment='afspraak maken',
        walk='wandelen',
        cook_or_bake='koken of bakken',
        cycle='fietsen',
        apply='iets aanvragen',
        tidy='opruimen',
        sport='sporten',
        visit='op bezoek gaan',
        groceries='boodschappen doen',
        sleep_on_time='op tijd slapen',
        learn='leren',
        ask='iets vragen',
        open_post='post openen',
        make_music='muziek maken',
        draw='tekenen',
    ),
)

COMPANIONS = Question('with-whom', 'Met wie', 'Met wie?', _tiles(by_myself='alleen', supporter='begeleider'))
"""Who is always there to do a step with; the people on the compass stand beside them."""

WEEKDAYS = _tiles(
    monday='maandag',
    tuesday='dinsdag',
    wednesday='woensdag',
    thursday='donderdag',
    friday='vrijdag',
    saturday='zaterdag',
    sunday='zondag',
)
"""Monday first, so that the place in the tuple is `date.weekday()`."""

DAYS = _tiles(today='vandaag', tomorrow='morgen', later='later')

PARTS_OF_DAY = _tiles(morning='ochtend', afternoon='middag', evening='avond')

AVATARS = _tiles(
    avatar_boat='boot',
    avatar_flower='bloem',
    avatar_cat='kat',
    avatar_fish='vis',
    avatar_bird='vogel',
    avatar_tree='boom',
    avatar_sun='zon',
    avatar_dog='hond',
    avatar_butterfly='vlinder',
    avatar_turtle='schildpad',
    avatar_mountain='berg',
    avatar_lion='leeuw',
)

MOMENTS = _tiles(before='ervoor', doing='bezig', done_it='klaar')
"""When a photo beside a step was taken."""

WHOSE = _tiles(whose_mine='van mij', whose_people='mensen om mij heen', whose_professionals='begeleiders')

PROFESSIONAL_TILES = {'supporter'}
"""Tiles of belong that stand for someone who is there for their work."""

QUESTIONS = (*CONDITIONS.values(), HAPPENED, OBSTACLES, WISHES, ACTIONS, COMPANIONS)


def every_tile() -> Iterator[Tile]:
    """Every tile of every question, a tile that serves two questions twice."""
    for question in QUESTIONS:
        yield from question.tiles
    for group in (WEEKDAYS, DAYS, PARTS_OF_DAY, AVATARS, MOMENTS, WHOSE):
        yield from group


KEYS = frozenset(tile.key for tile in every_tile())
