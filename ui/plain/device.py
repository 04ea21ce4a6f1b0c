"""What a device looks like, for the pictures in the list of keys."""

from fastapi import Request

from model.key import Device

PHONES = ('iPhone', 'Mobi')
TABLETS = ('iPad', 'Tablet', 'Android')


def device_of(request: Request) -> Device:
    """A guess from how the browser calls itself; an iPad that says it is a computer is taken for one."""
    name = request.headers.get('user-agent', '')
    if 'iPad' not in name and any(phone in name for phone in PHONES):
        return Device.PHONE
    return Device.TABLET if any(tablet in name for tablet in TABLETS) else Device.COMPUTER
