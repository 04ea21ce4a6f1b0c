"""What is chosen in the tests of a compass."""

from model.compass.answer import Answer

REST = Answer(tile='rest')
WALK = Answer(tile='walk')
FATHER = Answer(tile='father')
MOTHER = Answer(tile='mother')
BY_MYSELF = Answer(tile='by-myself')


def words(number):
    return Answer(words=f'eigen {number}')
