"""How to put something on each part of a compass, take it off and put it back."""

import pytest

from model.compass.answer import Answer
from model.compass.part import Part
from tests.unit.compass.cast import WALK

SECRET = 'een woord dat weg moet'
OWN = Answer(words=SECRET)


class Strengths:
    """How to put something on this part, and take it off again."""

    part = Part.RING

    def add(self, compass, answer, today):
        return compass.strengths.add('be-yourself', answer, today).id

    def take_off(self, compass, answer, today):
        compass.strengths.choose('be-yourself', answer, today, chosen=False)

    def put_back(self, compass, answer, key):
        compass.strengths.put_back(key)

    def items(self, compass):
        return compass.strengths.items


class Wishes(Strengths):
    def add(self, compass, answer, today):
        return compass.wishes.add(answer, today).id

    def take_off(self, compass, answer, today):
        compass.wishes.choose(answer, today, chosen=False)

    def put_back(self, compass, answer, key):
        compass.wishes.put_back(key)

    def items(self, compass):
        return compass.wishes.items


class Steps(Strengths):
    part = Part.STEPS

    def add(self, compass, answer, today):
        return compass.steps.start(answer, today, contact=compass.contact_id).id

    def take_off(self, compass, answer, today):
        compass.steps.take_off(next(one.id for one in compass.steps.items if one.answer == answer), today)

    def put_back(self, compass, answer, key):
        compass.steps.put_back(key)

    def items(self, compass):
        return compass.steps.items


class Companions(Strengths):
    part = Part.STEPS

    def add(self, compass, answer, today):
        compass.steps.choose_companion(self._step(compass, today), answer, today)

    def take_off(self, compass, answer, today):
        compass.steps.choose_companion(self._step(compass, today), answer, today, chosen=False)

    def put_back(self, compass, answer, key):
        compass.steps.choose_companion('0' * 8, answer, compass.made.date())

    def items(self, compass):
        return compass.steps['0' * 8].companions

    def _step(self, compass, today):
        return compass.steps.start(WALK, today, id='0' * 8).id


class Happened(Strengths):
    part = Part.HAPPENED

    def add(self, compass, answer, today):
        self.told(compass).tell(answer)

    def take_off(self, compass, answer, today):
        self.told(compass).take_back(answer, today)

    def put_back(self, compass, answer, key):
        self.told(compass).tell(answer)

    def items(self, compass):
        return self.told(compass).items

    def told(self, compass):
        return compass.happened


class Obstacles(Happened):
    part = Part.OBSTACLES

    def told(self, compass):
        return compass.obstacles


KINDS = [Strengths(), Wishes(), Steps(), Companions(), Happened(), Obstacles()]
each_kind = pytest.mark.parametrize('kind', KINDS, ids=lambda kind: type(kind).__name__)
