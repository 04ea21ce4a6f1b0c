"""What a device looks like, by what its browser says."""

import pytest
from fastapi import Request

from model.key import Device
from ui.plain.device import device_of

SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0'


@pytest.mark.parametrize(
    ('name', 'device'),
    [
        (f'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) {SAFARI}', Device.PHONE),
        (f'Mozilla/5.0 (iPad; CPU OS 16_3 like Mac OS X) {SAFARI}', Device.TABLET),
        (f'Mozilla/5.0 (Linux; Android 10; K) {CHROME} Mobile Safari/537.36', Device.PHONE),
        (f'Mozilla/5.0 (Linux; Android 10; K) {CHROME} Safari/537.36', Device.TABLET),
        ('Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0', Device.PHONE),
        ('Mozilla/5.0 (Android 14; Tablet; rv:127.0) Gecko/127.0 Firefox/127.0', Device.TABLET),
        (f'Mozilla/5.0 (Windows NT 10.0; Win64; x64) {CHROME} Safari/537.36', Device.COMPUTER),
        (f'Mozilla/5.0 (X11; Linux x86_64) {CHROME} Safari/537.36', Device.COMPUTER),
        ('', Device.COMPUTER),
    ],
)
def test_a_device_is_taken_for_what_its_browser_says(name: str, device: Device) -> None:
    assert device_of(Request({'type': 'http', 'headers': [(b'user-agent', name.encode())]})) is device
