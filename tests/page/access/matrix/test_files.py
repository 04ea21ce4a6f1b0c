"""Paper, photos and drawings, for a device of each row."""

import pytest

from model.access.table import May
from model.compass.part import PRIVATE_PARTS, Part
from model.key import Row
from tests.browser.cast.on_disk import had_contact
from tests.page.access.matrix.cases import CASES, Case
from tests.page.access.matrix.cast import Cast
from tests.page.cast.sending import DRAWING, new_id, puts
from tests.soak import share

WAYS = 3
"""Paper that is got is drawn: in a sample each row draws a third of it. What stays closed is asked for in full."""


def test_there_is_a_case_of_every_row_that_opens_and_one_that_does_not() -> None:
    for row in Row:
        assert {case.opens for case in CASES.values() if case.row is row} == {True, False}


def papers(case: Case) -> dict[str, bool]:
    """Every sheet, and whether a device in this state gets it."""
    ring, private = Part.RING in case.parts, bool(case.parts.intersection(PRIVATE_PARTS))
    story, may = case.parts >= {Part.RING, Part.STEPS}, bool(case.may)
    return {
        # who only looks gets no code on paper, and takes no book along
        'poster.pdf': ring and may,
        'poster.pdf?qr=nee': ring,
        'poster.pdf?alles=ja': private and may,
        'poster.pdf?alles=ja&qr=nee': private,
        'toen-en-nu.pdf': story,
        'boekje.pdf': story and may,
    }


@pytest.mark.parametrize('name', CASES)
def test_a_device_prints_sends_and_sees_files_as_its_row_says(cast: Cast, name: str) -> None:
    case, owner = CASES[name], cast.owner
    one = cast.device(case)
    seen_here = 200 if case.parts else 404
    assert one.opens(f'/kompas/{owner.id}/bijlage/{cast.photo}/tegel').status_code == seen_here
    had_contact(owner.server, owner.id, days_ago=30)
    opened, drawn = papers(case), [paper for paper, opens in papers(case).items() if opens]
    passed_over = set(drawn).difference(share(drawn, [*CASES].index(name), WAYS))
    for paper, opens in opened.items():
        if paper not in passed_over:
            assert one.opens(f'/kompas/{owner.id}/{paper}').status_code == (200 if opens else 404), paper
    sent = puts(one, f'/kompas/{owner.id}/bijlage/{new_id()}', DRAWING, {'soort': 'tekening', 'bij': 'album'})
    assert (sent.status_code == 200) is (May.CHANGE in case.may)
