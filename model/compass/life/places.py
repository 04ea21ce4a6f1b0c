"""The places of a life domain."""

from enum import StrEnum


class LifePlace(StrEnum):
    """The places of a life domain. Help is three of them: in the method's order of whose it is."""

    NOW = 'now'
    STRENGTH = 'strength'
    MINE = 'mine'
    PEOPLE = 'people'
    PROFESSIONALS = 'professionals'
    WISH = 'wish'
