"""The other questions: what happened, what is in the way, the wish, the step, and what was learned."""

from model.catalogue.conditions import CONDITIONS
from model.catalogue.tile import Question, tiles

HAPPENED = Question(
    'what-happened',
    'Wat er is gebeurd',
    'Wat is er gebeurd?',
    tiles(
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
    tiles(
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
    tiles(
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

STEPS = Question(
    'new-step',
    'Nieuwe stap',
    'Wat ga je doen?',
    tiles(
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

LEARNED = Question(
    'learn',
    'Wat ik heb geleerd',
    'Wat heb je geleerd?',
    tiles(
        ask='hulp vragen',
        keeping_going='doorzetten',
        sleep_on_time='op tijd slapen',
        rest='rust nemen',
        no_thanks='nee zeggen',
        talk_about='erover praten',
        steps='kleine stappen zetten',
        outdoors='naar buiten gaan',
    ),
)

COMPANIONS = Question('with-whom', 'Met wie', 'Met wie?', tiles(by_myself='alleen', supporter='begeleider'))
"""Who is always there to do a step with; the people on the compass stand beside them."""

QUESTIONS = (*CONDITIONS.values(), HAPPENED, OBSTACLES, WISHES, STEPS, LEARNED, COMPANIONS)
"""Every question with starter tiles."""
