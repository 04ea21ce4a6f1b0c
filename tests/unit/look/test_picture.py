"""The picture of an answer."""

from datetime import UTC, datetime

from model.compass.answer import Answer
from model.compass.compass import Compass
from model.compass.opening.folded import from_lines, is_folded, to_lines
from ui.look.picture import picture


def test_nobody_looks_into_the_album_for_an_answer_without_a_photo():
    compass = from_lines(Compass, to_lines(Compass(made=datetime.now(UTC))))
    for answer in (Answer(tile='music'), Answer(words='zingen'), Answer(sticker='1F370')):
        assert picture(answer, compass)
    assert is_folded(compass.album)
