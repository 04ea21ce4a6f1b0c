"""The four conditions of a good life, each a question with its starter tiles."""

from model.catalogue.tile import Question, tiles

CONDITIONS: dict[str, Question] = {
    question.key: question
    for question in (
        Question(
            'be-yourself',
            'Jezelf zijn',
            'Wat geeft jou kracht?',
            tiles(
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
            tiles(
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
            'Waar doe jij aan mee?',
            tiles(
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
            tiles(
                father='vader',
                mother='moeder',
                child='kind',
                partner='partner',
                grandparent='opa of oma',
                sibling='broer of zus',
                friend='vriend of vriendin',
                neighbour='buren',
                pet='huisdier',
                faith_group='kerk, moskee of tempel',
                colleague='collega',
                supporter='begeleider',
            ),
        ),
    )
}

PROFESSIONAL_TILES = {'supporter'}
"""Tiles of belong that stand for someone who is there for their work."""
