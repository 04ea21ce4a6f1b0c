"""The clock beside an hour."""

import re
from datetime import time
from xml.etree import ElementTree

import pytest

from model.compass.when import HOURS
from ui.look.clock import clock


def hands(hour):
    """How far the short and the long hand are turned, in degrees."""
    return tuple(float(turned) for turned in re.findall(r'rotate\(([\d.]+) ', clock(hour))[-2:])


@pytest.mark.parametrize(
    ('hour', 'turned'),
    [(time(7), (210, 0)), (time(10, 30), (315, 180)), (time(12), (360, 0)), (time(14, 30), (435, 180))],
)
def test_the_short_hand_shows_the_hour_and_the_long_one_the_minutes(hour, turned):
    assert hands(hour) == turned


@pytest.mark.parametrize('hour', HOURS)
def test_a_clock_is_a_drawing_that_is_not_read_aloud_and_has_no_style_of_its_own(hour):
    [drawing] = ElementTree.fromstring(clock(hour))
    assert drawing.get('aria-hidden') == 'true'
    assert 'style=' not in clock(hour)
