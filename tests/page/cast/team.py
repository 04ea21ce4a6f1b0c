"""A team that a worker left: whoever may take over, who may not, and somebody who has no phone."""

import re

from tests.page.cast.at_desk import id_of, lent_for_a_moment, on_tablet
from tests.page.cast.people.colleague import Colleague, coordinator_of
from tests.page.cast.people.machine import Machine
from tests.page.cast.people.person import Person

_numbers = iter(range(1000))
WISH = 'een eigen plek'


class Team:
    """Noor left, and had one person who has no phone; Piet may take over, Wies is in another team."""

    def __init__(self, server: Machine) -> None:
        self.coby = coordinator_of(server)
        team = f'Team{next(_numbers)}'
        self.noor, self.piet = (
            Colleague(server, f'{name}{next(_numbers)}', team=team) for name in ('Noraly', 'Pieter')
        )
        self.wies = Colleague(server, f'Wies{next(_numbers)}', team='elders')
        with lent_for_a_moment(self.noor):
            self.sam = on_tablet(self.noor, self.noor.posts('/werk/nieuw').headers['location'].split('/')[2])
            [ask] = self.sam.on_disk.document['sharing']['asks']
            self.sam.taps(f'mag-meekijken/{ask["worker"]}', 'Ja, mijn kompas en mijn stappen')
            self.sam.on_disk.finish_path()
            self.sam.writes('ik', 'Sam')
            self.sam.writes('wens', WISH)
        self.ids = {one.name: id_of(self.coby, one.name) for one in (self.noor, self.piet, self.wies)}

    def stops(self, one: Colleague) -> None:
        assert self.coby.posts('/werk/team/uit', wie=self.ids[one.name]).status_code == 303

    def asks(self, one: Colleague) -> int:
        answer = self.coby.posts('/werk/team/overnemen', wie=self.ids[self.noor.name], door=self.ids[one.name])
        return int(answer.status_code)

    def row(self, one: Colleague) -> str:
        rows = re.findall('<li class="colleague">.*?</li>', self.coby.opens('/werk/team').text, re.DOTALL)
        return next(row for row in rows if f'>{one.name}<' in row)

    def hands_over(self) -> Person:
        """Piet's tablet in the hands of the person."""
        answer = self.piet.posts('/werk/overnemen', kompas=self.sam.id)
        assert answer.headers['location'] == f'/kompas/{self.sam.id}/mag-meekijken/{self.ids[self.piet.name]}'
        return on_tablet(self.piet, self.sam.id)
