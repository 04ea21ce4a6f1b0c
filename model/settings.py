"""The settings of one installation, read once from the environment (`KOMPAS_*`)."""

import hashlib
import hmac
import os
import re
import secrets
import socket
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from ipaddress import IPv4Address, IPv6Address, ip_network
from pathlib import Path
from typing import Annotated, cast
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import idna
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from model.storage.files.disk import sync_folder

SECRET_BYTES = 32
_LABEL = '[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?'
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
        if re.search(r'[\x00-\x20\x7f\\]', value):
            raise ValueError('must not have a space, a backslash or a sign that cannot be seen')
        parts = urlsplit(value)
        if parts.scheme not in {'http', 'https'} or not parts.hostname or '@' in parts.netloc:
            raise ValueError('must be an http or https address')
        if parts.path not in {'', '/'} or '?' in value or '#' in value:
            raise ValueError('must not have a path or a query: the app stands at the root of its address')
        address = origin(value)  # raises ValueError for a name or a port that cannot be
        if len(address) > LONGEST_ADDRESS:
            raise ValueError(f'must be at most {LONGEST_ADDRESS} characters, to fit the QR code')
        return address

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
    def hosts(self) -> list[str]:
        """By which names an installation over https is asked: its own, and those of this machine for a proxy on it."""
        own = urlsplit(self.address).netloc
        return [re.sub(r':\d+$', '', own), 'localhost', '127.0.0.1', '[::1]']

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
        """This moment in the time zone of the installation, with its offset from UTC as it is now.

        Two moments that name the zone itself are subtracted as clocks on a wall: in the hour that comes twice in
        autumn, five minutes would last an hour longer.
        """
        moment = datetime.now(self.tz)
        return moment.replace(tzinfo=timezone(cast(timedelta, moment.utcoffset())))

    def today(self) -> date:
        """The day it is for the people who use this installation."""
        return self.now().date()


def origin(address: str) -> str:
    """An address as a browser writes it in `Origin`: lower case, in ASCII, without the usual port.

    Raises `ValueError` for a host or a port that cannot be.
    """
    parts = urlsplit(address)
    usual = {'http': 80, 'https': 443}[parts.scheme]
    port = '' if parts.port in {None, usual} else f':{parts.port}'
    return f'{parts.scheme}://{_ascii_host(parts.hostname or "")}{port}'


def _ascii_host(host: str) -> str:
    """A host as a browser writes it: an IP address in its short form, a name in IDNA form. Raises `ValueError`."""
    if ':' in host:
        return f'[{IPv6Address(host)}]'
    if re.fullmatch(r'[0-9.]+', host):
        return str(IPv4Address(host))
    if re.fullmatch(rf'{_LABEL}(\.{_LABEL})*\.?', host) and 'xn--' not in host:
        return host  # with the underscore, which is no letter of a host name, but used on networks at home
    try:
        return idna.encode(host, uts46=True).decode()
    except UnicodeError as error:
        raise ValueError(f'must have a host name that can be: {error}') from None


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
    with path.open(encoding='utf-8') as file:
        mode, secret = os.fstat(file.fileno()).st_mode, file.read().strip()
    if len(secret) < SECRET_BYTES:
        raise ValueError(f'the secret in {path.name} is shorter than {SECRET_BYTES} characters')
    if mode & _others(path):
        raise ValueError(f'others than its owner can read the secret in {path.name}: take that right away (chmod 600)')
    return secret.encode()


def _others(path: Path) -> int:
    """The bits of a mode by which others than its owner come to a secret.

    systemd lets the service read its credentials by a list of who may, and then those of the group say no more.
    """
    given = os.environ.get('CREDENTIALS_DIRECTORY', '')
    return 0o007 if given and path.resolve().parent == Path(given).resolve() else 0o077


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)


def _make_secret(path: Path) -> None:
    """A secret for its owner alone (0600); whole or not there at all, and never over another one."""
    draft = path.with_name(f'{path.name}.{secrets.token_hex(8)}')
    try:
        with open(draft, 'x', opener=_for_its_owner) as file:
            file.write(secrets.token_hex(SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # another start was quicker: its secret is ours too
            path.hardlink_to(draft)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent.resolve())
