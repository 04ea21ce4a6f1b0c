"""The secret is made once, read by its owner alone, and shown to nobody."""

import os
import secrets
import stat

import pytest
from pydantic import ValidationError

from model.settings import SECRET_BYTES, Settings

LONG = 'geheim-' * 6


def test_a_refused_secret_is_not_repeated_in_the_message(monkeypatch):
    monkeypatch.setenv('KOMPAS_SECRET', 'hunter2')
    with pytest.raises(ValidationError) as refusal:
        Settings()
    assert 'hunter2' not in str(refusal.value)


def test_a_secret_is_not_shown_when_settings_are():
    assert LONG not in repr(Settings(secret=LONG))


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
