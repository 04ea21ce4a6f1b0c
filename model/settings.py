"""The settings of one installation, read once from the environment (`KOMPAS_*`)."""

import hashlib
import hmac
import os
import re
import secrets
import socket
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from model.storage.files.disk import sync_folder

SECRET_BYTES = 32
LONGEST_ADDRESS = 150
"""Characters of `KOMPAS_URL` that a QR code still has room for; up to 45 it scans well from the wallet card."""


class Settings(BaseSettings):
    """What the environment says; every field is optional.

    Raises `pydantic.ValidationError` on a bad value: a server that guesses is worse than none.
    """

    model_config = SettingsConfigDict(env_prefix='KOMPAS_', frozen=True, hide_input_in_errors=True)

    data: Path = Path('data')
    host: str = '0.0.0.0'  # noqa: S104  a tablet and a phone on the same network must reach it
    port: Annotated[int, Field(ge=1, le=65535)] = 8080
    url: str = ''
    secret: SecretStr | None = None
    secret_file: Path | None = None
    tz: ZoneInfo = ZoneInfo('Europe/Amsterdam')
    open: bool = True
    proxy: str = ''
    exit_url: str = 'https://www.knmi.nl/nederland-nu/weer/verwachtingen'
    log: bool = True
    content: Path | None = None

    @field_validator('content', mode='before')
    @classmethod
    def _empty_is_none(cls, value: str | Path | None) -> str | Path | None:
        return value or None

    @field_validator('tz', mode='before')
    @classmethod
    def _known_zone(cls, value: str | ZoneInfo) -> ZoneInfo:
        try:
            return value if isinstance(value, ZoneInfo) else ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError(f'{value!r} is not a time zone') from error

    @field_validator('url')
    @classmethod
    def _web_address(cls, value: str) -> str:
        if not value:
            return value
        parts = urlsplit(value)
        if (
            parts.scheme not in {'http', 'https'}
            or not parts.hostname
            or parts.query
            or parts.fragment
            or parts.username
        ):
            raise ValueError('must be an http or https address without query')
        if parts.path not in {'', '/'}:
            raise ValueError('must not have a path: the app stands at the root of its address')
        if len(value) > LONGEST_ADDRESS:
            raise ValueError(f'must be at most {LONGEST_ADDRESS} characters, to fit the QR code')
        _ = parts.port  # raises ValueError for one that is no number, or too large
        return value.rstrip('/')

    @field_validator('proxy')
    @classmethod
    def _proxies(cls, value: str) -> str:
        if not value.strip():
            return ''
        proxies = [ip_network(proxy.strip()) for proxy in value.split(',')]
        if any(proxy.prefixlen == 0 for proxy in proxies):
            raise ValueError('must not be everybody: then anybody could say whose address they have')
        return ','.join(str(proxy) for proxy in proxies)

    @field_validator('exit_url')
    @classmethod
    def _neutral_page(cls, value: str) -> str:
        # it goes into a header and into pages
        if not re.fullmatch(r'https?://[a-zA-Z0-9.:\[\]-]+([/?#][!#-&(-;=?-\[\]_a-z~]*)?', value):
            raise ValueError('must be a plain http or https address')
        if not urlsplit(value).hostname:
            raise ValueError('must have a host')
        _ = urlsplit(value).port
        return value

    @field_validator('secret')
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < SECRET_BYTES:
            raise ValueError(f'must be at least {SECRET_BYTES} characters')
        return value

    @cached_property
    def address(self) -> str:
        """The address people reach the server at, without a slash at the end."""
        return self.url or f'http://{lan_address()}:{self.port}'

    @property
    def secure(self) -> bool:
        """Whether people reach the server over https."""
        return urlsplit(self.address).scheme == 'https'

    @property
    def origins(self) -> set[str]:
        """Where our own pages may come from, as a browser writes it in `Origin`: over https one address alone."""
        if self.secure:
            return {origin(self.address)}
        hosts = {'localhost', '127.0.0.1', lan_address()}
        return {origin(self.address), *(origin(f'http://{host}:{self.port}') for host in hosts)}

    @property
    def has_secret(self) -> bool:
        """Whether there is a secret. One that is made beside old data opens nothing of it."""
        return self.secret is not None or self._secret_path.exists()

    def make_secret(self) -> None:
        """Read the secret, or make one at the first start. Raises `ValueError`, `OSError`."""
        _ = self._root_secret

    def derived(self, purpose: str) -> bytes:
        """A key of 32 bytes for one purpose, so that no two purposes share one."""
        return hmac.digest(self._root_secret, purpose.encode(), hashlib.sha256)

    @cached_property
    def _root_secret(self) -> bytes:
        if self.secret is not None:
            return self.secret.get_secret_value().encode()
        return _read_or_make_secret(self._secret_path)

    @property
    def _secret_path(self) -> Path:
        return self.secret_file or self.data.resolve().parent / 'kompas.secret'

    def now(self) -> datetime:
        """This moment in the time zone of the installation."""
        return datetime.now(self.tz)

    def today(self) -> date:
        """The day it is for the people who use this installation."""
        return self.now().date()


def origin(address: str) -> str:
    """An address as a browser writes it in `Origin`: lower case, without the usual port."""
    parts = urlsplit(address)
    usual = {'http': 80, 'https': 443}[parts.scheme]
    port = '' if parts.port in {None, usual} else f':{parts.port}'
    host = parts.hostname or ''
    return f'{parts.scheme}://{f"[{host}]" if ":" in host else host}{port}'


def lan_address() -> str:
    """This machine's address on its own network; 127.0.0.1 where there is none. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(('192.0.2.1', 9))
            return str(probe.getsockname()[0])
        except OSError:
            return '127.0.0.1'


def _read_or_make_secret(path: Path) -> bytes:
    if not path.exists():
        _make_secret(path)
    secret = path.read_text().strip()
    if len(secret) < SECRET_BYTES:
        raise ValueError(f'the secret in {path.name} is shorter than {SECRET_BYTES} characters')
    return secret.encode()


def _make_secret(path: Path) -> None:
    """A secret for its owner alone (0600); whole or not there at all, and never over another one."""
    draft = path.with_name(f'{path.name}.{os.getpid()}')
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, 'w') as file:
            file.write(secrets.token_hex(SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # another start was quicker: its secret is ours too
            path.hardlink_to(draft)
    finally:
        draft.unlink()
    sync_folder(path.parent)
