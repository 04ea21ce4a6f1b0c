"""Make sure of a browser for the tests: the one that is here, else Debian's where we may, else Playwright's."""

import os
import shutil
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path

FLAGS = (
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
)
"""How Chromium is started everywhere in this project: also as root, without a GPU, calling nobody."""

SHELL = 'chromium-headless-shell'
NAMES = (SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
"""The shell first: the same Chromium without a window around each page, with which the tests take a third less time."""
PATIENCE = 600
"""Seconds an installer may take."""

OWN_PATH = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


@cache
def find_browser() -> str | None:
    """The path of a Chromium that starts; None where there is none.

    `KOMPAS_BROWSER` (a path or a name) goes before everything else, also when it does not start.
    """
    if wanted := os.environ.get('KOMPAS_BROWSER'):
        return _first_that_starts(wanted)
    return _first_that_starts(*NAMES) or _playwrights_own()


def main() -> int:
    """Find a browser or install one; the exit status."""
    if not find_browser():
        if wanted := os.environ.get('KOMPAS_BROWSER'):
            return _give_up(f'KOMPAS_BROWSER is {wanted}, but no browser starts there.')
        if not _install():
            return _give_up('No browser for the tests: install Chromium, or set KOMPAS_BROWSER to its path.')
    print(f'Browser: {find_browser()}')
    return 0


def _install() -> bool:
    print('No browser found: getting one …', flush=True)
    packages = shutil.which('apt-get') and os.geteuid() == 0 and _run(['apt-get', 'update'])
    return bool(
        (packages and _package(SHELL))
        or (_run([sys.executable, '-m', 'playwright', 'install', '--no-shell', 'chromium']) and _found_now())
        or (packages and _package('chromium'))
    )


def _package(name: str) -> bool:
    return _run(['apt-get', 'install', '-y', name]) and _found_now()


def _found_now() -> bool:
    find_browser.cache_clear()
    return find_browser() is not None


def _first_that_starts(*names: str) -> str | None:
    return next(filter(_starts, filter(None, map(shutil.which, names))), None)


def _starts(path: str) -> bool:
    """Whether it can tell its version: a name on the PATH may be a stub, or miss its libraries."""
    try:
        asked = subprocess.run([path, '--version'], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def _playwrights_own() -> str | None:
    # in a process of its own: Playwright's sync API refuses to run inside an event loop
    asked = subprocess.run([sys.executable, '-c', OWN_PATH], capture_output=True, text=True, check=False)
    path = asked.stdout.strip()
    return path if path and Path(path).exists() and _starts(path) else None


def _run(command: list[str]) -> bool:
    """Whether it ended well and in time; whatever it started ends with it."""
    quiet = {**os.environ, 'DEBIAN_FRONTEND': 'noninteractive'}
    with subprocess.Popen(
        command,
        env=quiet,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            return process.wait(PATIENCE) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def _give_up(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


if __name__ == '__main__':
    sys.exit(main())
