"""What the environment says is read, and what is no good stops the start."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from model.settings import SECRET_BYTES, Settings


def test_without_settings_the_defaults_hold():
    settings = Settings()
    assert (settings.data, settings.host, settings.port) == (Path('data'), '0.0.0.0', 8080)
    assert settings.address == 'http://192.168.1.5:8080'
    assert settings.open
    assert settings.tz.key == 'Europe/Amsterdam'
    assert settings.log
    assert settings.exit_url.startswith('https://')
    assert settings.content is None


def test_nobody_is_trusted_as_a_proxy_unless_it_is_said():
    assert Settings().proxy == ''
    assert Settings(proxy=' ').proxy == ''


def test_the_environment_is_read(monkeypatch):
    given = {
        'DATA': '/srv/kompas',
        'PORT': '9000',
        'URL': 'https://kompas.nl/',
        'OPEN': 'no',
        'TZ': 'Asia/Tokyo',
        'PROXY': '127.0.0.1, 10.1.0.0/16,2001:DB8::/32',
        'EXIT_URL': 'https://www.example.nl:8443/weer?dag=1',
        'LOG': 'no',
        'CONTENT': '/srv/kompas/domains.yaml',
    }
    for name, value in given.items():
        monkeypatch.setenv(f'KOMPAS_{name}', value)
    settings = Settings()
    assert (settings.data, settings.port, settings.open) == (Path('/srv/kompas'), 9000, False)
    assert settings.address == 'https://kompas.nl'
    assert settings.tz.key == 'Asia/Tokyo'
    assert settings.proxy == '127.0.0.1/32,10.1.0.0/16,2001:db8::/32'
    assert settings.exit_url == 'https://www.example.nl:8443/weer?dag=1'
    assert not settings.log
    assert settings.content == Path('/srv/kompas/domains.yaml')


def test_a_file_of_content_that_is_left_empty_is_the_one_that_comes_with_the_program(monkeypatch):
    monkeypatch.setenv('KOMPAS_CONTENT', '')
    assert Settings().content is None


@pytest.mark.parametrize(
    ('name', 'value'),
    [
        ('PORT', '0'),
        ('PORT', '65536'),
        ('PORT', 'http'),
        ('PORT', ''),
        ('TZ', 'Europe/Atlantis'),
        ('TZ', ''),
        ('TZ', '../../../etc/passwd'),
        ('OPEN', 'maybe'),
        ('LOG', 'maybe'),
        ('PROXY', '*'),
        ('PROXY', 'localhost'),
        ('PROXY', '127.0.0.1:80'),
        ('PROXY', '127.0.0.1,'),
        ('PROXY', '10.0.0.1/8'),
        ('PROXY', '0.0.0.0/0'),
        ('PROXY', '10.0.0.1,::/0'),
        ('EXIT_URL', ''),
        ('EXIT_URL', 'www.example.nl'),
        ('EXIT_URL', '//www.example.nl'),
        ('EXIT_URL', 'javascript:alert(1)'),
        ('EXIT_URL', 'https://'),
        ('EXIT_URL', 'https:///weer'),
        ('EXIT_URL', 'https://a@example.nl'),
        ('EXIT_URL', 'https://example.nl:99999/'),
        ('EXIT_URL', 'https://example.nl/"onload="'),
        ('EXIT_URL', "https://example.nl/';alert(1)//"),
        ('EXIT_URL', 'https://example.nl/<b>'),
        ('EXIT_URL', 'https://example.nl/\r\nSet-Cookie: a=b'),
        ('EXIT_URL', 'https://example.nl/ '),
        ('EXIT_URL', 'https://example.nl\\@evil.example'),
        ('URL', 'kompas.nl'),
        ('URL', 'ftp://kompas.nl'),
        ('URL', 'https://'),
        ('URL', 'https://kompas.nl/?a=b'),
        ('URL', 'https://kompas.nl/#a'),
        ('URL', 'http://[::1'),
        ('URL', 'http://kompas.nl:99999'),
        ('URL', 'http://kompas.nl:poort'),
        ('URL', 'https://kompas nl'),
        ('URL', 'https://kompas.nl\n'),
        ('URL', 'https://kompas\t.nl'),
        ('URL', 'https://kompas.nl\\@evil.example'),
        ('URL', 'https://:pw@kompas.nl'),
        ('URL', 'https://@kompas.nl'),
        ('URL', 'https://kompas.nl?'),
        ('URL', 'https://kompas..nl'),
        ('URL', 'https://.kompas.nl'),
        ('URL', 'https://-kompas.nl'),
        ('URL', f'https://{"k" * 64}.nl'),
        ('URL', f'https://{"é" * 64}.nl'),
        ('URL', 'https://%6bompas.nl'),
        ('URL', 'https://xn--zz.nl'),
        ('URL', 'https://xn--.nl'),
        ('URL', 'https://\u200b.nl'),
        ('URL', 'https://kompas\u2603.nl'),
        ('URL', 'https://kom\u202epas.nl'),
        ('URL', 'https://\udcff.nl'),
        ('URL', 'https://a\u2100b.nl'),
        ('URL', 'https://127.1'),
        ('URL', 'https://256.1.1.1'),
        ('URL', 'https://[::g]'),
        ('SECRET', ''),
        ('SECRET', 'x' * (SECRET_BYTES - 1)),
    ],
)
def test_a_bad_value_stops_the_start(monkeypatch, name, value):
    monkeypatch.setenv(f'KOMPAS_{name}', value)
    with pytest.raises(ValidationError):
        Settings()


def test_settings_cannot_be_changed():
    with pytest.raises(ValidationError):
        Settings().port = 1  # type: ignore[misc]
