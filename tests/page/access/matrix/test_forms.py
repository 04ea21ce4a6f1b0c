"""Every form, posted by a device of each row."""

import pytest

from tests.page.access.matrix.cases import CASES, LESS_THAN_ALL
from tests.page.access.matrix.cast import Cast
from tests.page.access.matrix.deeds import Before
from tests.page.access.matrix.routes import FOR_OWN_BROWSER, OF_A_COMPASS


@pytest.mark.parametrize('name', LESS_THAN_ALL)
def test_no_form_that_a_device_posts_does_more_than_its_row_allows(cast: Cast, name: str) -> None:
    case = CASES[name]
    one = cast.device(case)
    before = Before(cast, one)
    forms = [{'wiens': 'mee'}, {'wiens': 'eigen', 'plaatje': 'geen'}, {'wiens': 'erbij', 'plaatje': 'geen'}, {}]
    routes = [route for route in sorted(OF_A_COMPASS | FOR_OWN_BROWSER) if route.startswith('POST')]
    for route in sorted(routes, key=lambda route: route.split('/')[1] in {'slot', 'tot-ziens', 'weg'}):
        for form in forms:
            one.posts(route.split()[1].format(compass_id=one.id), kompas=one.id, wie=cast.owner.colleague_id, **form)
            done = before.deeds() if one.session.get('keys', {}).get(one.id) else set()
            assert done <= case.may, (route, form)
    assert cast.owner.opens(f'/kompas/{one.id}').status_code == 200
