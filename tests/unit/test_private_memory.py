"""What runs as the same user does not come at what the server has in memory."""

import inspect
import os
import subprocess
import sys
from contextlib import suppress

import pytest

import main
from model import private_memory
from ui.terminal import command_line

NOBODY = 65534
CLOSED = ['closed', "b''"]
THIEF = """
if os.geteuid() == 0:
    os.setgid({nobody}); os.setuid({nobody})
libc = ctypes.CDLL(None)
libc.prctl(_SET_DUMPABLE, 1, 0, 0, 0)  # whoever changes users is not
secret, told, tells = ctypes.create_string_buffer(b'geheim-geheim'), *os.pipe()
victim = os.fork()
if not victim:
    if sys.argv[1] == 'private':
        keep_memory_private()
    os.write(tells, b'ready')
    signal.pause()
os.read(told, 5)
class Part(ctypes.Structure):
    _fields_ = [('base', ctypes.c_void_p), ('length', ctypes.c_size_t)]
stolen = ctypes.create_string_buffer(13)
mine, its = Part(ctypes.addressof(stolen), 13), Part(ctypes.addressof(secret), 13)
libc.process_vm_readv(victim, ctypes.byref(mine), 1, ctypes.byref(its), 1, 0)
try:
    with open(f'/proc/{{victim}}/mem', 'rb') as memory:
        memory.seek(ctypes.addressof(secret))
        print(memory.read(13))
except PermissionError:
    print('closed')
print(stolen.raw.rstrip(bytes(1)))
os.kill(victim, signal.SIGKILL)
"""


def stolen(how: str) -> list[str]:
    """What another process of the same user, and without more rights, reads of one: twice."""
    program = 'import os, signal\n' + inspect.getsource(private_memory) + THIEF.format(nobody=NOBODY)
    command = [sys.executable, '-c', program, how]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd='/').stdout.splitlines()


def test_no_other_process_of_this_user_reads_it():
    assert stolen('private') == CLOSED


def test_without_that_only_a_strict_system_closes_it():
    assert stolen('open') in (["b'geheim-geheim'"] * 2, CLOSED)


@pytest.mark.parametrize('begins', [main.main, lambda: main.do(['coordinator'])], ids=['the server', 'a command'])
def test_it_is_closed_before_the_secret_is_read(monkeypatch, begins):
    done = []
    monkeypatch.setattr(main, 'keep_memory_private', lambda: done.append('closed'))
    monkeypatch.setattr(os, 'umask', lambda _: None)
    monkeypatch.setattr(main, 'check_languages', lambda: done.append('on'))
    monkeypatch.setattr(command_line, 'run', lambda *_: done.append('on'))
    monkeypatch.setattr(main, 'read_settings', lambda: sys.exit(2))
    with suppress(SystemExit):
        begins()
    assert done == ['closed', 'on']
