"""Ask whether a fault is known in the packages of an installation: `python -m tools.audit`.

"Not checked" is said where the database of faults cannot be reached: that is no fault, and no all-clear either.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.wanted import ROOT

OUT_OF_REACH = ('ConnectionError', 'ServiceError', 'Failed to connect', 'Max retries exceeded', 'Could not connect')
COMMAND = (sys.executable, '-m', 'pip_audit', '--require-hashes', '--disable-pip', '--progress-spinner', 'off')


def main() -> int:
    """Print what was found; returns 0 for nothing or not checked, 1 for a known fault, 2 for a fault of the check."""
    wanted = subprocess.run(
        (sys.executable, '-m', 'tools.wanted', 'dependencies'), cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    with TemporaryDirectory() as folder:
        (Path(folder) / 'installed.txt').write_text(wanted, encoding='utf-8')
        asked = subprocess.run((*COMMAND, '-r', f'{folder}/installed.txt'), check=False, capture_output=True, text=True)
    status, words = verdict(asked.returncode, asked.stdout, asked.stderr)
    print(words)
    return status


def verdict(returned: int, said: str, complaints: str) -> tuple[int, str]:
    """The status and the words for how `pip-audit` ended."""
    if returned == 0:
        return 0, complaints.strip() or 'No known vulnerabilities found'
    if said.strip():  # a table of what is known
        return 1, said.strip()
    if any(words in complaints for words in OUT_OF_REACH):
        return 0, 'Not checked: the database of known faults cannot be reached from here.'
    return 2, f'Not checked: {complaints.strip()}'


if __name__ == '__main__':
    sys.exit(main())
