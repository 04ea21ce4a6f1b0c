"""The people who put a device down."""

import pytest

from tests.page.cast.people.person import Owner


@pytest.fixture
def sun(owner: Owner) -> Owner:
    """Someone who is the sun, at the only device with their compass."""
    owner.taps('ik', 'zon')
    return owner


@pytest.fixture
def known(sun: Owner) -> Owner:
    """The same, with four things on their compass, and one that is private."""
    sun.taps('erbij-horen', 'broer of zus')
    sun.taps('meedoen', *[one.words for one in sun.page('meedoen').listeners if one.type == 'click'][2:4])
    sun.taps('wens', 'werk')
    sun.writes('gebeurd', 'brommergedoe')
    return sun
