"""Paper, photos and drawings, for a device of each row."""

import pytest

from model.access.table import May
from model.compass.part import PRIVATE_PARTS, Part
from model.key import Row
from tests.browser.cast.on_disk import had_contact
from tests.page.access.matrix.cases import CASES
from tests.page.access.matrix.cast import Cast
from tests.page.cast.sending import DRAWING, new_id, puts


def test_there_is_a_case_of_every_row_that_opens_and_one_that_does_not() -> None:
    for row in Row:
        assert {case.opens for case in CASES.values() if case.row is row} == {True, False}


@pytest.mark.parametrize('name', CASES)
def test_a_device_prints_sends_and_sees_files_as_its_row_says(cast: Cast, name: str) -> None:
    case, owner = CASES[name], cast.owner
    one = cast.device(case)
    seen_here = 200 if case.parts else 404
    assert one.opens(f'/kompas/{owner.id}/bijlage/{cast.photo}/tegel').status_code == seen_here
    for query, parts in (('', {Part.RING}), ('?alles=ja', PRIVATE_PARTS)):
        answer = one.opens(f'/kompas/{owner.id}/poster.pdf{query}')
        # who only looks gets no code on paper either
        assert answer.status_code == (200 if case.parts.intersection(parts) and case.may else 404), query
        without_code = one.opens(f'/kompas/{owner.id}/poster.pdf{query or "?"}&qr=nee')
        assert without_code.status_code == (200 if case.parts.intersection(parts) else 404), query
    had_contact(owner.server, owner.id, days_ago=30)
    story = one.opens(f'/kompas/{owner.id}/toen-en-nu.pdf')
    assert story.status_code == (200 if case.parts >= {Part.RING, Part.STEPS} else 404)
    # who only looks takes no book along
    taken = one.opens(f'/kompas/{owner.id}/boekje.pdf')
    assert taken.status_code == (200 if case.parts >= {Part.RING, Part.STEPS} and case.may else 404)
    sent = puts(one, f'/kompas/{owner.id}/bijlage/{new_id()}', DRAWING, {'soort': 'tekening', 'bij': 'album'})
    assert (sent.status_code == 200) is (May.CHANGE in case.may)
