"""What goes over the socket of commands."""

import pytest

from ui.terminal.cannot import CannotDo
from ui.terminal.messages import Answer, Request


@pytest.mark.parametrize('answer', [Answer(say='  klaar €\n'), Answer(), Answer(done=True), Answer(failed='no room')])
def test_an_answer_is_one_line_and_arrives_as_it_was(answer: Answer) -> None:
    assert answer.line.count(b'\n') == 1
    assert answer.line.endswith(b'\n')
    assert Answer.read(answer.line) == answer


def test_a_request_names_a_command() -> None:
    assert Request(command='coordinator').line == b'{"command":"coordinator"}\n'
    assert Request.read(b'{"command": "coordinator"}\n').command == 'coordinator'


@pytest.mark.parametrize(
    'line',
    [
        b'',
        b'\n',
        b'{"command":"coordinator"}',
        b'coordinator\n',
        b'[]\n',
        b'{}\n',
        b'{"command": 1}\n',
        b'{"command": null}\n',
        b'{"command": "coordinator", "more": 1}\n',
        b'\xff\xfe\n',
        b'[' * 4000 + b'\n',
    ],
)
def test_what_is_no_request_is_refused(line: bytes) -> None:
    with pytest.raises(CannotDo):
        Request.read(line)
