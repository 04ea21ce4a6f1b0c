"""Krachtkompas: wiring only. Settings, storage, access, pages, commands, run."""

import os
import socket
import sys
from asyncio import sleep
from collections.abc import Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from babel.core import UnknownLocaleError
from babel.messages.pofile import PoFileError
from nicegui import app, core, run, ui
from nicegui.logging import log
from pydantic import ValidationError
from starlette.middleware.trustedhost import TrustedHostMiddleware

from model.access.access import Access
from model.access.table import YEAR
from model.content import content
from model.content.content import Content
from model.content.faults import BadContent
from model.pictures import pictogram
from model.private_memory import keep_memory_private
from model.settings import Settings
from model.storage.files.lock import user_of
from model.storage.files.storage import open_files
from model.storage.protocols import DataInUse, Storage
from model.words import languages
from ui.http import attachments
from ui.http.body_limit import MOST_MESSAGE, SmallBodies
from ui.http.compression import Compressed
from ui.http.connection import descriptors
from ui.http.connection.connection import Connection
from ui.http.connection.everyone import Everyone
from ui.http.frames import WellFormedFrames
from ui.http.framework_files import PressedFiles
from ui.http.headers import HeadersAlone, Nonces, SafeHeaders
from ui.http.origin import OURS, OwnChangesOnly
from ui.http.polls import GuardedPolls, answer_at_the_end, guard_polls
from ui.http.request_log import RequestLog, leave_out_nonsense
from ui.http.session import DeviceSession
from ui.http.sockets import OwnLinesOnly, guard_sockets
from ui.http.unsent import Unsent
from ui.live import framework_page
from ui.live.garbage import Garbage
from ui.live.lines import count_lines, end_strays
from ui.look import kept_pictograms, static_files
from ui.paper import route
from ui.plain import ask_picture_pin, enter, erased, error_pages, passed_on, privacy, quick_exit, welcome, whose
from ui.screens import compass_page
from ui.screens.album import library
from ui.terminal import command_line, greeting
from ui.terminal.cannot import CannotDo
from ui.terminal.command_server import CommandServer
from ui.work import activity, desk, elsewhere, invitation, sign_in, tablet, worksheets
from ui.work.own import overview
from ui.work.team import team

SWEEP_HOURS = 6
LINE_SECONDS = 30
"""The framework tests a line each four fifths of this, and gives it up after two fifths more without an answer: seldom
enough to let the radio of a phone sleep, and often enough for proxies that cut what is silent for half a minute."""
MOST_UNHEARD = 100
"""Messages kept for a page that does not say that it heard them, which ours do every three seconds. A screen is two of
them, of some 50 kB; a page that missed more begins anew."""
TAB_SECONDS = 60
"""How long the framework has a place for what a tab stores, where nothing of ours stands; a month by itself."""
ROUTES = (
    welcome,
    whose,
    enter,
    passed_on,
    ask_picture_pin,
    sign_in,
    invitation,
    desk,
    team,
    activity,
    worksheets,
    tablet,
    overview,
    elsewhere,
    quick_exit,
    erased,
    privacy,
    route,
    attachments,
    compass_page,
    error_pages,
)


def main() -> None:
    """Start the server. A bad setting or a data folder in use ends it with one line and code 2.

    A file of content with faults ends it with a line for each.
    """
    os.umask(0o077)  # what lies on disk is nobody else's on this machine
    keep_memory_private()
    check_languages()
    settings = read_settings()
    asked = read_content(settings)
    pictogram.add_own(asked.drawings)
    check_port(settings)
    access = open_access(open_storage(settings), settings, asked)
    wire(access)
    app.on_startup(lambda: greeting.greet(settings, access.workers, access.accounts.first_invitation()))
    commands = CommandServer(access)
    app.on_startup(commands.open)
    app.on_startup(answer_at_the_end)
    app.on_startup(end_strays)
    app.on_shutdown(commands.close)
    app.on_shutdown(access.close)
    files = descriptors.raise_limit()
    everyone = Everyone(descriptors.most_connections(files), proxies=settings.proxy)
    # a worker process that runs this file again must not meet the lock of the first
    run.process_pool_start_method = 'spawn'
    ui.run(
        host=settings.host,
        port=settings.port,
        title='Krachtkompas',
        favicon=static_files.FOLDER / 'icons' / 'favicon.png',
        language='nl',
        tailwind=False,
        reload=False,
        show=False,
        show_welcome_message=False,
        binding_refresh_interval=None,
        reconnect_timeout=LINE_SECONDS,
        message_history_length=MOST_UNHEARD,
        server_header=False,
        timeout_graceful_shutdown=3,
        ws_max_size=MOST_MESSAGE,
        http=partial(Connection, everyone),
        backlog=descriptors.backlog(files),
        access_log=False,
        # nobody is believed who says for whom they speak, but the proxies that were named
        proxy_headers=bool(settings.proxy),
        forwarded_allow_ips=settings.proxy,
        # its window holds a whole page: what stands in the first picture and in the live one is sent once
        gzip_middleware_factory=Compressed,  # type: ignore[arg-type]
    )


def do(arguments: Sequence[str]) -> None:
    """Do a command, through the running server or without one. What stops it is one line, and code 2."""
    os.umask(0o077)
    keep_memory_private()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors='replace')  # a terminal that cannot show the blocks of a QR code
    try:
        command_line.run(arguments, valid_settings, open_alone)
    except CannotDo as why:
        stop(str(why), doing='do this')
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def wire(access: Access) -> None:
    """Every route and every guard; separate, so that tests can wire an access of their own."""
    settings = access.settings
    for routes in ROUTES:
        routes.register(access)
    for public_routes in (kept_pictograms, static_files, library):
        public_routes.register()
    app.add_middleware(GuardedPolls, access=access)
    app.add_middleware(
        DeviceSession,
        held=access.held,
        secret_key=settings.derived('cookie').hex(),
        session_cookie='__Host-kompas' if settings.secure else 'kompas',
        max_age=int(YEAR.total_seconds()),
        https_only=settings.secure,
    )
    app.add_middleware(OwnLinesOnly, origins=settings.origins)
    app.add_middleware(OwnChangesOnly, origins=settings.origins)
    app.add_middleware(WellFormedFrames)
    app.add_middleware(PressedFiles)
    app.add_middleware(Nonces)
    app.add_middleware(SmallBodies)
    if settings.secure:
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=settings.hosts, www_redirect=False)
    app.on_startup(lambda: have_the_last_word(settings))
    app.router.redirect_slashes = False
    app.config.vue_config_script = framework_page.SET_UP
    app.config.socket_io_js_transports = ['websocket', 'polling']
    app.config.socket_io_js_extra_headers = {OURS: '1'}
    core.sio.eio.cors_allowed_origins = list(settings.origins)
    core.sio.eio.allow_upgrades = False
    core.sio.eio.http_compression = False  # as pages are, by `Compressed`
    guard_sockets(access)
    guard_polls()
    count_lines(access)
    core.sio.eio.create_queue = Unsent
    app.storage.max_tab_storage_age = TAB_SECONDS
    app.on_startup(lambda: sweep(access))
    garbage = Garbage()
    app.on_startup(garbage.begin)
    app.on_startup(garbage.watch)


def have_the_last_word(settings: Settings) -> None:
    """Put our headers, and the log, around what the framework added when it began to run."""
    leave_out_nonsense()
    if app.middleware_stack is not None:
        app.middleware_stack = SafeHeaders(HeadersAlone(app.middleware_stack), https_only=settings.secure)
        if settings.log:
            app.middleware_stack = RequestLog(app.middleware_stack)


async def sweep(access: Access) -> None:
    """Every few hours, erase compasses that stayed empty for a day; taps go first."""
    while True:
        try:
            for _ in access.erasing.sweep():
                await sleep(0)
        except OSError:
            log.error('could not sweep')  # no traceback: it holds a path, and that an id
        await sleep(SWEEP_HOURS * 3600)


def check_languages() -> None:
    """The end with one line for a list of words that cannot be read, or a language without its picture."""
    try:
        for code in languages():
            pictogram.load(f'language-{code}')
    except FileNotFoundError as missing:
        stop(f'a language in assets/words has no picture: {Path(missing.filename).name} is not in assets/pictograms')
    except (ValueError, PoFileError, UnknownLocaleError) as error:
        stop(f'a list of words in assets/words cannot be read: {error}')


def read_settings() -> Settings:
    """The settings, or the end with one line for each bad value."""
    try:
        settings = Settings()
        settings.data.mkdir(parents=True, exist_ok=True)
        settings.make_secret()
    except ValidationError as error:
        stop(bad_values(error))
    except (ValueError, OSError) as error:
        stop(str(error))
    return settings


def read_content(settings: Settings) -> Content:
    """What people are asked, or the end with a line for each fault in the files of this installation."""
    try:
        return content.read(settings.content or content.SHIPPED)
    except BadContent as bad:
        stop(*map(str, bad.faults))


def valid_settings() -> Settings:
    """The settings for a command, which makes no folder and no secret. Raises `CannotDo`."""
    try:
        return Settings()
    except ValidationError as error:
        raise CannotDo(bad_values(error)) from None


def bad_values(error: ValidationError) -> str:
    """The settings that make no sense, on one line."""
    return '; '.join(f'KOMPAS_{str(e["loc"][0]).upper()}: {e["msg"]}' for e in error.errors())


def open_storage(settings: Settings) -> Storage:
    """The storage, or the end when another process has the folder or it cannot be written."""
    try:
        return open_files(settings.data, settings.derived('workers'))
    except DataInUse:
        stop(f'another Krachtkompas already uses the data folder "{settings.data}"')
    except OSError as error:
        stop(f'the data folder "{settings.data}" cannot be used: {error.strerror}')


def open_access(storage: Storage, settings: Settings, asked: Content) -> Access:
    """The rooms around the storage, or the end when the workers in it cannot be read."""
    try:
        return Access.of(storage, settings, asked.domains)
    except OSError as error:
        stop(f'the folder "{settings.data}" cannot be used: {error.strerror}')


def open_alone(settings: Settings) -> Access:
    """The rooms for a command while no server runs. Raises `CannotDo`.

    What a command writes must be the server's to read: of the same user, sealed with the same secret.
    """
    try:
        user = user_of(settings.data)
        if user is None:
            raise CannotDo(f'no server runs, and none ever used the data folder "{settings.data}"')
        if user != os.geteuid():
            raise CannotDo('no server runs, and the data is of another user: start the server first')
        if not settings.has_secret:
            raise CannotDo('no server runs, and the secret is not here: start the server first')
        return Access.of(open_files(settings.data, settings.derived('workers')), settings)
    except DataInUse:
        raise CannotDo('a server starts or ends just now: try again in a moment') from None
    except OSError as error:
        raise CannotDo(f'the folder "{settings.data}" cannot be used: {error.strerror}') from None
    except ValueError as error:
        raise CannotDo(str(error)) from None


def check_port(settings: Settings) -> None:
    """The end with a clear line when another program listens there already."""
    family = socket.AF_INET6 if ':' in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            stop(f'cannot listen on {settings.host}, port {settings.port}: {error.strerror}')


def stop(*why: str, doing: str = 'start') -> NoReturn:
    """End with one clear line for each thing that stops it."""
    for one in why:
        print(f'Krachtkompas cannot {doing}: {one}', file=sys.stderr)
    raise SystemExit(2)


if __name__ == '__main__':
    if len(sys.argv) > 1:
        do(sys.argv[1:])
    else:
        main()
