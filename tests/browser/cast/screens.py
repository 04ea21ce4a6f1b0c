"""Every screen a person can see, and a compass with as much on it as people put there."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from model.catalogue.conditions import CONDITIONS
from model.compass.album import Sort
from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.life.places import LifePlace
from model.compass.looking_back import About
from model.compass.step import Felt
from model.compass.target import ALBUM, Moment, Spot, Target
from model.settings import Settings
from tests.browser.cast.attached import A_HOUSE, SPOKEN, adds, adds_photo
from tests.browser.cast.on_disk import changed, had_contact
from tests.browser.cast.person import Person
from tests.server import Server

PLAIN = (
    '/',
    '/ik-heb-een-kompas',
    f'/k#{"A" * 22}',
    '/tot-ziens',
    '/slot',
    '/werk/in',
    '/wat-bewaren-we',
    '/geen-verbinding',
    f'/gewist/{"0" * 16}',
    '/niets',
)
"""Addresses of the plain pages."""

LONG_WORDS = 'naar de arbeidsongeschiktheidsverzekeringsmaatschappij bellen met mijn begeleider'[:80]
NOW = datetime.now(ZoneInfo('Europe/Amsterdam'))
COLOURS = ('teal', 'tomato', 'gold', 'indigo', 'olive', 'coral', 'navy', 'pink', 'tan', 'grey')


def today() -> date:
    """The day it is where the server is: it may become another one while the tests run."""
    return Settings().today()


@dataclass
class Things:
    """Ids of what some screens are about."""

    step: str
    done: str
    wish: str
    wordy_wish: str
    """A wish in own words, which is not the one in the middle."""
    strength: str
    spoken: str = ''
    """A strength that was only said."""
    photo: str = ''
    drawing: str = ''
    voice: str = ''
    asked: str = ''
    """A photo that waits for a yes."""
    gone: str = ''
    """A photo that was just taken away."""

    def named(self, page: str) -> str:
        """The name of a sub-page, without ids."""
        for name, one in asdict(self).items():
            page = page.replace(one, name)
        return page or 'home'


def screens(things: Things) -> tuple[str, ...]:
    """Sub-pages of a compass with these things on it."""
    return (
        '',
        'ik',
        'jezelf-zijn',
        'ertoe-doen',
        'meedoen',
        'erbij-horen',
        f'kracht/{things.strength}',
        f'kracht/{things.spoken}',
        'wens',
        f'wens/{things.wish}',
        f'wens/{things.wordy_wish}',
        'belangrijk',
        'verhaal',
        'terugkijken',
        'terugkijken/geleerd',
        'terugkijken/nu',
        'nieuwe-stap',
        f'stap/{things.step}',
        f'stap/{things.step}/wat',
        f'stap/{things.step}/wie',
        f'stap/{things.step}/wanneer',
        f'stap/{things.step}/dag',
        f'stap/{things.step}/uur',
        f'stap/{things.step}/anders',
        f'stap/{things.done}',
        'stap/0123abcd',
        'stappen',
        'loslaten',
        'ladder',
        f'ladder/{things.wish}',
        f'volgorde/{things.wish}',
        'fotos',
        f'foto/{things.photo}',
        f'foto/{things.drawing}',
        f'foto/{things.voice}',
        f'foto/{things.gone}',
        f'mag/{things.asked}',
        'tekenen/album',
        'plaatjes/wishes',
        'plaatjes/niets',
        'klaar',
        'delen',
        'samenvatting',
        'meekijken',
        'sleutels',
        'code',
        'tot-ziens',
        'afronden',
        'dat-ben-ik',
        'gebeurd',
        'moeilijk',
        'leven',
        'leven/housing',
        'leven/housing/strength',
        'leven/body/people',
        'leven/not-asked-any-more/now',
        'leven-laten-zien',
    )


def fill(person: Person, server: Server) -> Things:
    """Put much on the compass that `person` has open; answers what some screens are about."""
    with changed(server, person.compass_id) as compass:
        _who_and_what(compass)
        things = _steps(compass)
    _add(person, server, things)
    had_contact(server, person.compass_id, days_ago=400)
    return things


def _who_and_what(compass: Compass) -> None:
    compass.choose_avatar('avatar-turtle')
    compass.call_me('Maria-Antoinette van der Meer-Oosterhuis')
    for key, condition in CONDITIONS.items():
        for tile in condition.tiles[:6]:
            compass.strengths.choose(key, Answer(tile=tile.key), today())
        compass.strengths.choose(key, Answer(words=LONG_WORDS), today())
        compass.strengths.choose(key, Answer(words='oma'), today())
        compass.strengths.mark_heart(compass.strengths.on(key, compass.album)[0].id, heart=True)
    compass.wishes.choose(Answer(words=LONG_WORDS), today())
    compass.wishes.choose(Answer(tile='money-in-order'), today())
    compass.happened.tell(Answer(tile='moved'))
    compass.obstacles.tell(Answer(words=LONG_WORDS))
    _live(compass)
    _take_off(compass)


def _live(compass: Compass) -> None:
    """Much in one life domain, a little in others, one of which people are not asked about any more."""
    for place in LifePlace:
        compass.life.add('housing', place, Answer(words=LONG_WORDS))
        for tile in ('rest', 'sleep', 'own-place'):
            compass.life.add('housing', place, Answer(tile=tile, named='een woord van nu'))
    compass.life.add('not-asked-any-more', LifePlace.NOW, Answer(tile='no-such-drawing', named='iets van vroeger'))
    compass.life.add('body', LifePlace.PEOPLE, Answer(words='oma'))
    compass.life.want_to_talk('housing', NOW, wanted=True)
    compass.life.tell_how_it_goes('money', Felt.SO_SO)
    [on, *_] = compass.life.of('housing').strength.items
    compass.put_on_condition('housing', on.id, 'matter', today())


def _take_off(compass: Compass) -> None:
    """What can be put back, wherever that is shown; of a contact that is going on."""
    compass.begin_contact(NOW)
    gone = Answer(words=LONG_WORDS[:-1])
    for key in CONDITIONS:
        for chosen in (True, False):
            compass.strengths.choose(key, gone, today(), chosen=chosen)
    compass.wishes.take_off(compass.wishes.add(gone, today()).id, today())
    compass.steps.take_off(compass.steps.start(gone, today()).id, today())
    for about in About:
        compass.looking_back.tell(about, Answer(words=LONG_WORDS), today(), contact=compass.contact_id)
        compass.looking_back.tell(about, Answer(tile='keeping-going'), today(), contact=compass.contact_id)
    for told in (compass.happened, compass.obstacles):
        told.tell(gone)
        told.take_back(gone, today())


def _steps(compass: Compass) -> Things:
    wish = compass.wishes.now or ''
    done = compass.steps.start(Answer(tile='groceries'), today(), wish=wish)
    compass.steps.finish(done.id, today())
    compass.steps.start(Answer(words=LONG_WORDS), today(), wish=wish)
    gone_by = compass.steps.start(Answer(sticker='1F6B2'), today())
    compass.steps.choose_day(gone_by.id, today() - timedelta(days=2))
    step = compass.steps.start(Answer(words=LONG_WORDS), today(), wish=wish)
    compass.steps.make_smaller(step.id, Answer(tile='sleep-on-time'))
    compass.steps.choose_companion(step.id, Answer(tile='sibling'), today())
    compass.steps.choose_companion(step.id, Answer(words=LONG_WORDS), today())
    compass.steps.choose_help(step.id, Answer(tile='music'))
    compass.steps.choose_help(step.id, Answer(words=LONG_WORDS))
    for someone in compass.strengths.on('belong', compass.album):
        compass.note_number(someone.id, '+31 (0)6 12 34 56 78')
    compass.steps.choose_day(step.id, today() + timedelta(days=5))
    compass.steps.choose_hour(step.id, time(14, 30))
    return Things(
        step.id, done.id, wish, compass.wishes.items[0].id, compass.strengths.on('belong', compass.album)[-2].id
    )


def _add(person: Person, server: Server, things: Things) -> None:
    """Photos, drawings and voices in every place where they can be seen, one of the photos still to be allowed."""
    strength, step = (
        Target(spot=spot, of=one) for spot, one in ((Spot.STRENGTH, things.strength), (Spot.STEP, things.step))
    )
    beside = [Target(spot=Spot.STEP, of=one, moment=moment) for one in (things.step, things.done) for moment in Moment]
    places = [ALBUM, strength, Target(spot=Spot.WISHES), Target(spot=Spot.CONDITION, of='belong'), *beside]
    sizes = ((640, 480), (480, 640), (1200, 300), (300, 1200))
    added = [
        adds_photo(person, colour, place, sizes[number % len(sizes)])
        for number, (place, colour) in enumerate(zip(places, COLOURS, strict=False))
    ]
    things.photo, things.gone = added[0], added[-1]
    things.asked = adds_photo(person, 'orchid', Target(spot=Spot.WISHES))
    things.voice = adds(person, SPOKEN, step, Sort.VOICE)
    things.drawing = adds(person, A_HOUSE, Target(spot=Spot.WISHES), Sort.DRAWING)
    spoken = adds(person, SPOKEN, Target(spot=Spot.CONDITION, of='matter'), Sort.VOICE)
    with changed(server, person.compass_id) as compass:
        for one in added:
            compass.allow(one, NOW, own_device=False)
        compass.album.take_away(things.gone, NOW)
        things.spoken = next(one.id for one in compass.strengths.items if one.answer.voice == spoken)
