"""The phone, tablet or computer that somebody holds: nobody calls it a device."""

from model.key import Device
from model.words import Language


def this_device(device: Device, say: Language) -> str:
    """What the page is shown on."""
    return {
        Device.PHONE: say('deze telefoon'),
        Device.TABLET: say('deze tablet'),
        Device.COMPUTER: say('deze computer'),
    }[device]


def on_this_device(device: Device, say: Language) -> str:
    """Above what is to be found there."""
    return {
        Device.PHONE: say('Op deze telefoon'),
        Device.TABLET: say('Op deze tablet'),
        Device.COMPUTER: say('Op deze computer'),
    }[device]


def only_mine(device: Device, say: Language) -> str:
    """Said by who shares it with nobody."""
    return {
        Device.PHONE: say('Alleen ik gebruik deze telefoon'),
        Device.TABLET: say('Alleen ik gebruik deze tablet'),
        Device.COMPUTER: say('Alleen ik gebruik deze computer'),
    }[device]


def you_here(device: Device, say: Language) -> str:
    """Who did something, when it was done with what the reader holds; what was done follows."""
    return {
        Device.PHONE: say('Jij, op deze telefoon,'),
        Device.TABLET: say('Jij, op deze tablet,'),
        Device.COMPUTER: say('Jij, op deze computer,'),
    }[device]


def another(device: Device | None, say: Language) -> str:
    """Another one; None when nobody knows any more what it was."""
    if device is None:
        return say('Een andere telefoon of tablet')
    return {
        Device.PHONE: say('Een andere telefoon'),
        Device.TABLET: say('Een andere tablet'),
        Device.COMPUTER: say('Een andere computer'),
    }[device]
