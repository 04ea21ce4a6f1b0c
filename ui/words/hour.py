"""An hour as it stands on a clock with digits: "om 10.30 uur", never "half elf", which others read as half past."""

from datetime import time

from model.words import Language


def digits(hour: time, say: Language) -> str:
    """An hour alone: "10.30"."""
    return say('{hours}.{minutes}', hours=hour.hour, minutes=f'{hour.minute:02}')


def at_hour(hour: time, say: Language) -> str:
    """An hour at which something is: "om 10.30 uur"."""
    return say('om {hour} uur', hour=digits(hour, say))


def with_hour(day: str, hour: time | None, say: Language) -> str:
    """A day, or a part of it, with the hour where there is one: "morgenochtend om 10.30 uur"."""
    return say('{day} {hour}', day=day, hour=at_hour(hour, say)) if hour else day
