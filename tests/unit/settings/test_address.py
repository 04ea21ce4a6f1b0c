"""The address of an installation, and where its pages come from."""

import pytest

from model import settings as module
from model.settings import Settings


@pytest.mark.parametrize(
    ('value', 'address'),
    [
        ('https://krächt.nl/', 'https://xn--krcht-hra.nl'),
        ('HTTPS://KRÄCHT.NL:443', 'https://xn--krcht-hra.nl'),
        ('https://straße.example', 'https://xn--strae-oqa.example'),
        ('https://компас.укр', 'https://xn--80atghgn.xn--j1amh'),
        ('https://بوصلة.example', 'https://xn--ngbc9a8cs.example'),
        ('https://ｋompas。nl', 'https://kompas.nl'),
        ('https://xn--krcht-hra.nl', 'https://xn--krcht-hra.nl'),
        ('http://Kompas:8080', 'http://kompas:8080'),
        ('http://mijn_huis:80', 'http://mijn_huis'),
        ('http://192.168.1.5:8080/', 'http://192.168.1.5:8080'),
        ('http://[2001:DB8:0::5]:8080', 'http://[2001:db8::5]:8080'),
    ],
)
def test_the_address_is_written_as_a_browser_writes_it(value, address):
    settings = Settings(url=value)
    assert settings.address == address
    assert address in settings.origins


def test_an_address_over_https_is_the_only_one():
    settings = Settings(url='https://kompas.nl:8443')
    assert settings.origins == {'https://kompas.nl:8443'}
    assert settings.hosts[0] == 'kompas.nl'
    assert Settings(url='https://[::5]:8443').hosts[0] == '[::5]'
    assert 'http://localhost:8080' in Settings(url='http://kompas.nl').origins


def test_our_own_pages_come_from_the_address_localhost_and_the_network():
    assert Settings(url='http://kompas.nl', port=9000).origins == {
        'http://kompas.nl',
        'http://localhost:9000',
        'http://127.0.0.1:9000',
        'http://192.168.1.5:9000',
    }


def test_without_an_address_pages_come_from_this_network_only():
    assert Settings().origins == {
        'http://192.168.1.5:8080',
        'http://localhost:8080',
        'http://127.0.0.1:8080',
    }


@pytest.mark.parametrize(
    ('url', 'origin'),
    [
        ('https://kompas.nl:8443', 'https://kompas.nl:8443'),
        ('https://Kompas.NL', 'https://kompas.nl'),
        ('https://kompas.nl:443', 'https://kompas.nl'),
        ('http://kompas.nl:80', 'http://kompas.nl'),
    ],
)
def test_an_origin_is_written_as_a_browser_writes_it(url, origin):
    assert origin in Settings(url=url).origins


def test_on_port_80_the_origin_has_no_port():
    assert {'http://localhost', 'http://192.168.1.5'} <= Settings(port=80).origins


@pytest.mark.parametrize(('url', 'secure'), [('https://kompas.nl', True), ('http://kompas.nl', False), ('', False)])
def test_only_https_counts_as_secure(url, secure):
    assert Settings(url=url).secure is secure


def test_the_address_on_the_network_is_an_ipv4_address(monkeypatch):
    monkeypatch.undo()
    numbers = [int(number) for number in module.lan_address().split('.')]
    assert len(numbers) == 4
    assert all(0 <= number <= 255 for number in numbers)
