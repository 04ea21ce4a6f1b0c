"""Hashing at the least cost, where the cost is not what is tested. Nothing of the program can ask for this."""

from argon2 import PasswordHasher

from model.compass.sharing import picture_pin
from model.workers import password

AS_SHIPPED = (password._HASHER, picture_pin._hasher, password._NOBODYS)
_LEAST = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
_AT_LEAST_COST = (_LEAST, _LEAST, _LEAST.hash('nobody has this'))


def hash_at(*, least_cost: bool) -> None:
    """From here on, this process hashes passwords and picture PINs at the least cost, or as shipped."""
    password._HASHER, picture_pin._hasher, password._NOBODYS = _AT_LEAST_COST if least_cost else AS_SHIPPED
