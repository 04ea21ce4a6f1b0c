import os
import secrets
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from model import settings as module
from model.settings import SECRET_BYTES, Settings

LONG = 'geheim-' * 6


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch, tmp_path):
    """No `KOMPAS_*` of this machine, and no secret written beside the code."""
    for name in [name for name in os.environ if name.startswith('KOMPAS_')]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, 'lan_address', lambda: '192.168.1.5')


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


def test_a_refused_secret_is_not_repeated_in_the_message(monkeypatch):
    monkeypatch.setenv('KOMPAS_SECRET', 'hunter2')
    with pytest.raises(ValidationError) as refusal:
        Settings()
    assert 'hunter2' not in str(refusal.value)


def test_a_secret_is_not_shown_when_settings_are():
    assert LONG not in repr(Settings(secret=LONG))


def test_settings_cannot_be_changed():
    with pytest.raises(ValidationError):
        Settings().port = 1  # type: ignore[misc]


# the secret


def test_the_secret_is_made_once_beside_the_data_folder(tmp_path):
    first = Settings(data=tmp_path / 'data').derived('cookies')
    secret = tmp_path / 'kompas.secret'
    written = secret.read_text()
    assert len(bytes.fromhex(written)) == SECRET_BYTES
    assert Settings(data=tmp_path / 'data').derived('cookies') == first
    assert secret.read_text() == written


def test_only_the_owner_can_read_the_secret(tmp_path):
    mask = os.umask(0)
    try:
        Settings(data=tmp_path / 'data').derived('cookies')
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / 'kompas.secret').stat().st_mode) == 0o600


def test_the_secret_does_not_lie_in_the_data_folder(tmp_path):
    data = tmp_path / 'data'
    data.mkdir()
    Settings(data=data).derived('cookies')
    assert list(data.iterdir()) == []


def test_each_installation_makes_its_own_secret(tmp_path):
    one = Settings(secret_file=tmp_path / 'one').derived('cookies')
    assert Settings(secret_file=tmp_path / 'other').derived('cookies') != one


def test_a_given_secret_makes_no_file(tmp_path):
    Settings(data=tmp_path / 'data', secret=LONG).derived('cookies')
    assert list(tmp_path.iterdir()) == []


def test_asking_whether_there_is_a_secret_makes_none(tmp_path):
    settings = Settings(data=tmp_path / 'data')
    assert not settings.has_secret
    assert list(tmp_path.iterdir()) == []
    settings.make_secret()
    assert settings.has_secret
    assert Settings(secret=LONG, data=tmp_path / 'elsewhere' / 'data').has_secret
    assert not Settings(secret_file=tmp_path / 'other').has_secret


def test_a_secret_file_that_is_there_is_used_and_kept(tmp_path):
    path = tmp_path / 'secret'
    path.write_text(LONG + '\n')
    path.chmod(0o600)
    assert Settings(secret_file=path).derived('keys') == Settings(secret=LONG).derived('keys')
    assert path.read_text() == LONG + '\n'


@pytest.mark.parametrize('mode', [0o644, 0o640, 0o604, 0o620, 0o602, 0o610, 0o777, 0o440])
def test_a_secret_that_others_can_read_is_refused_and_kept(tmp_path, mode):
    path = tmp_path / 'secret'
    path.write_text(LONG)
    path.chmod(mode)
    with pytest.raises(ValueError, match='others than its owner can read the secret in secret: '):
        Settings(secret_file=path).make_secret()
    assert path.read_text() == LONG
    for right in (0o600, 0o400):
        path.chmod(right)
        Settings(secret_file=path).make_secret()


def test_what_systemd_gives_is_read_by_a_list_of_who_may(tmp_path, monkeypatch):
    path = tmp_path / 'secret'
    path.write_text(LONG)
    monkeypatch.setenv('CREDENTIALS_DIRECTORY', str(tmp_path))
    path.chmod(0o440)
    Settings(secret_file=path).make_secret()
    path.chmod(0o444)
    with pytest.raises(ValueError, match='others'):
        Settings(secret_file=path).make_secret()


def test_the_draft_of_the_secret_has_a_name_that_nobody_knows_and_follows_no_link(tmp_path, monkeypatch):
    drafts, elsewhere = [], tmp_path / 'elsewhere'
    monkeypatch.setattr(secrets, 'token_hex', lambda _: 'f' * 64)

    def noted(path, flags, mode):
        drafts.append(path)
        return opened(path, flags, mode)

    opened = os.open
    monkeypatch.setattr(os, 'open', noted)
    (tmp_path / f'kompas.secret.{"f" * 64}').symlink_to(elsewhere)
    with pytest.raises(FileExistsError):
        Settings(data=tmp_path / 'data').make_secret()
    assert drafts == [str(tmp_path / f'kompas.secret.{"f" * 64}')]
    assert not elsewhere.exists() and not (tmp_path / 'kompas.secret').exists()


@pytest.mark.parametrize('content', ['', 'short', ' ' * 100])
def test_a_secret_file_that_is_too_short_is_refused_and_kept(tmp_path, content):
    path = tmp_path / 'secret'
    path.write_text(content)
    with pytest.raises(ValueError, match='shorter'):
        Settings(secret_file=path).derived('keys')
    assert path.read_text() == content


def test_each_purpose_has_a_key_of_its_own_of_256_bits():
    settings = Settings(secret=LONG)
    derived = {settings.derived(purpose) for purpose in ('cookies', 'keys', 'backup')}
    assert len(derived) == 3
    assert {len(key) for key in derived} == {32}
    assert LONG.encode() not in derived


def test_a_derived_key_is_the_same_after_a_restart():
    assert Settings(secret=LONG).derived('keys') == Settings(secret=LONG).derived('keys')


# where pages come from


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


def test_now_is_told_in_the_time_zone_of_the_installation():
    assert Settings(tz='Asia/Tokyo').now().utcoffset() == timedelta(hours=9)


def test_today_is_the_day_of_the_time_zone(monkeypatch, now):
    midnight_in_tokyo = now.replace(hour=23)

    class Clock:
        @staticmethod
        def now(zone):
            return midnight_in_tokyo.astimezone(zone)

    monkeypatch.setattr(module, 'datetime', Clock)
    assert Settings(tz='Europe/Amsterdam').today().day == 22
    assert Settings(tz='Asia/Tokyo').today().day == 23


def test_in_the_hour_that_comes_twice_in_autumn_ten_minutes_last_ten_minutes(monkeypatch):
    settings, moment = Settings(tz='Europe/Amsterdam'), datetime(2026, 10, 25, 0, 55, tzinfo=UTC)

    class Clock:
        @staticmethod
        def now(zone):
            return moment.astimezone(zone)

    monkeypatch.setattr(module, 'datetime', Clock)
    asked = settings.now()
    moment += timedelta(minutes=10)
    assert settings.now() - asked == timedelta(minutes=10)
    assert settings.now() > asked
    assert (asked.hour, settings.now().hour) == (2, 2)


def test_the_address_on_the_network_is_an_ipv4_address(monkeypatch):
    monkeypatch.undo()
    numbers = [int(number) for number in module.lan_address().split('.')]
    assert len(numbers) == 4
    assert all(0 <= number <= 255 for number in numbers)
